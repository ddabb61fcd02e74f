"""The patterns of a table of words that an edition adds: where they stand, and whether each can be asked.

In:  `forms.yml` with `after-noon: 'p. m.'`
Out: `wrong-value`: a pattern as Python reads it (it has 0 groups in round brackets, of 1)

A pattern that Python cannot read would stop whatever asks it; one of a list that fits an empty text would fit every
page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from curriculum.read.limits import MOST_SHOWN
from curriculum.read.locales import NONE
from curriculum.read.yamltext import KeyPath, YamlFile
from curriculum.words.model import Problem, Term, Words

EACH, KEYS = "*", "^"
"""Steps to a pattern: each value of a table, and the keys of one."""
ALONE = ("emergency-call", "after-noon", "before-name", "time-written")
"""Patterns among the forms; no other is joined to them."""
BY_FORM = ("size", "clock", "clock-short", "date")
"""Words by a plain form: of the forms, in the order in which they are asked."""
STEPS: Mapping[str, Sequence[tuple[str, ...]]] = {
    "labels": ((EACH, KEYS),),
    "forms": (*((name,) for name in ALONE), *((name, KEYS) for name in BY_FORM), ("name-forms", EACH, KEYS)),
    "openings": ((EACH, EACH),),
    "telling": ((EACH, EACH),),
    "phrases": (("left-out", EACH),),
    "reading": (("vowels",), ("silent",), ("joints",)),
    "beside": tuple((name, EACH) for name in ("units", "numbers", "bounds", "answers")),
    "wording": ((EACH, "pattern"),),
}
"""Where patterns stand in each table."""
FILLED = ("openings", "telling", "phrases", "beside", "wording")
"""Tables whose patterns look for words: one that fits nothing at all is told."""
GROUPS = {"time-written": 4, "after-noon": 1}
"""Groups that a pattern is asked for, by their number."""


def check_patterns(file: YamlFile, name: str) -> Iterator[Problem]:
    """Patterns that are none, or not what is asked for."""
    for steps in STEPS.get(name, ()):
        for place, pattern in _found(file.values, steps):
            if fault := _fault(pattern, name, place):
                key = next(str(step) for step in place if isinstance(step, str))
                values: dict[str, Words] = {"key": key, "found": pattern[:MOST_SHOWN], "near": ""}
                values["expected"] = Term("a-pattern", {"fault": fault})
                yield Problem(file.path, file.line(place), "wrong-value", values)


def _found(values: Any, steps: Sequence[str], place: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """The patterns that some steps lead to, each with its place."""
    if not steps:
        yield from [(place, values)] if isinstance(values, str) else []
    elif isinstance(values, dict):
        here = values if steps[0] in (EACH, KEYS) else [key for key in values if key == steps[0]]
        for key in here:
            yield from _found(key if steps[0] == KEYS else values[key], steps[1:], (*place, key))
    elif isinstance(values, list) and steps[0] == EACH:
        for index, value in enumerate(values):
            yield from _found(value, steps[1:], (*place, index))


def _fault(pattern: str, name: str, place: KeyPath) -> Words:
    """What is wrong with a pattern; "" where nothing is."""
    alone = place[-1] in ALONE
    try:
        ready = re.compile(pattern if alone else f"(?:{pattern})")
    except (re.error, OverflowError, RecursionError) as error:
        return str(error)
    asked = GROUPS.get(str(place[-1]), 0) if alone and pattern != NONE else 0
    if asked > ready.groups:
        return Term("pattern-groups", {"found": str(ready.groups), "expected": str(asked)})
    return Term("pattern-empty") if name in FILLED and ready.fullmatch("") else ""
