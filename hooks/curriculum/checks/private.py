"""What only facilitators know of their place, typed where participants read: a number in any spelling, a name.

A value that is a whole fact of the profile too, or stands among the lines to call, is no secret; one inside a longer
fact is. Facilitators' check alone knows the values: a build for participants never opens their file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from curriculum.checks.copied import shown_to_all
from curriculum.read.chosen import PRIVATE, PROFILE
from curriculum.read.others import folded
from curriculum.words.model import Curriculum, Edition, Page, Problem

FEWEST = 8
"""Letters that tell a value apart; a shorter name may be anybody's, and is told on the edition's own pages only."""
LEAST = 3
LOCAL, WHOLE = 7, 10
"""Digits of a number without and with its area."""
SEPARATE = ".trained"
"""The value that holds several names."""
BETWEEN = re.compile(r",|;|\bet\b|\band\b")
DAY = ".practised"
PAIR = 2
"""A first and a last name."""


def check_private(curriculum: Curriculum) -> list[Problem]:
    """Each value of facilitators on a page of participants, at its line."""
    values = secrets_of(curriculum.edition)
    shown = shown_to_all(curriculum) if values else []
    return [problem for page in shown for problem in _typed(page, values, curriculum.edition)]


class Secret(NamedTuple):
    """A value that is looked for."""

    name: str
    """That of its fact: `on-call.name`."""
    words: tuple[str, ...] = ()
    """Those of a short value, each by itself: in a row of letters it may stand by chance."""


def secrets_of(edition: Edition) -> Mapping[str, Secret]:
    """What is looked for, in letters and digits."""
    facts = {
        folded(leaf) for path, values in edition.written.items() if path.endswith(PROFILE) for leaf in _said(values)
    }
    lines = " ".join(
        leaf for path, values in edition.written.items() if not path.endswith(PROFILE) for leaf in _said(values)
    )
    found: dict[str, Secret] = {}
    for name, text in edition.private.items():
        for words in {text.plain, *text.words.values()} if not name.endswith(DAY) else ():
            for value in BETWEEN.split(words) if name.endswith(SEPARATE) else (words,):
                found |= _looked_for(name, value)
    public = folded(lines)
    return {value: secret for value, secret in found.items() if value not in public and value not in facts}


def _looked_for(name: str, value: str) -> Mapping[str, Secret]:
    """A value as it is looked for; two names also the other way around.

    In:  on-call.name, "Ana Roy"   Out: {"anaroy": …, "royana": …}
    """
    letters, words = folded(value), value.split()
    if name.endswith(".number"):
        return {digits: Secret(name) for digits in _spelt(letters)}
    if len(letters) < LEAST:
        return {}
    orders = [words, words[::-1]] if len(words) == PAIR else [words]
    short = len(letters) < FEWEST
    return {folded(" ".join(order)): Secret(name, tuple(map(folded, order)) if short else ()) for order in orders}


def _said(values: Any) -> Iterator[str]:
    """Whatever words and numbers stand in the values of a file, or of several."""
    if isinstance(values, str):
        yield values
    for value in values.values() if isinstance(values, Mapping) else values if isinstance(values, list) else ():
        yield from _said(value)


def _spelt(digits: str) -> Sequence[str]:
    """A number with its area, and without: `2505550142`, `5550142`; one that is shorter is for anybody."""
    return [digits[-length:] for length in (WHOLE, LOCAL) if len(digits) >= length]


def _typed(page: Page, values: Mapping[str, Secret], edition: Edition) -> Iterator[Problem]:
    """One for each fact, at the line of its first value."""
    lines = [folded(line) for line in page.body.split("\n")]
    starts, letters = [0, *accumulate(map(len, lines))], "".join(lines)
    told: set[str] = set()
    for value, (name, words) in values.items():
        at = _place(value, words, letters, page, edition) if name not in told else -1
        if at >= 0:
            told.add(name)
            where = f"{edition.path}/{PRIVATE}:{edition.private_lines.get(name, 1)}"
            line = bisect_right(starts, at) + page.offset
            yield Problem(page.path, line, "private-typed", {"found": name, "where": where})


def _place(value: str, words: tuple[str, ...], letters: str, page: Page, edition: Edition) -> int:
    """Where a value begins in the letters of a page; -1 where it is not, or may be something else."""
    if len(value) == LOCAL and value.isdigit():
        found = re.search(rf"(?<!\d){value}(?!\d)", letters)
        return found.start() if found else -1
    if words:
        typed = [folded(word) for word in re.findall(r"\w+", page.body)]
        there = any((*typed[at : at + len(words)],) == words for at in range(len(typed)))
        own = page.path.startswith(f"{edition.path}/")
        return letters.find(value) if there and (own or len(words) > 1) else -1
    return letters.find(value)
