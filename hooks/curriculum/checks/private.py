"""What only facilitators know of their place, typed on a page of participants: a number in any spelling, a name.

A value that the edition tells everybody, in its profile or among its lines to call, is no secret. Facilitators' check
alone knows the values: a build for participants never opens their file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from curriculum.checks.copied import with_keys
from curriculum.read.chosen import PRIVATE
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


def check_private(curriculum: Curriculum) -> list[Problem]:
    """Each value of facilitators on a page of participants, at its line."""
    values = secrets_of(curriculum.edition)
    ours = (page for page in curriculum.pages.values() if not curriculum.only_for_facilitators(page))
    shown = (text for page in ours for text in with_keys(page)) if values else ()
    return [problem for page in shown for problem in _typed(page, values, curriculum.edition)]


def secrets_of(edition: Edition) -> Mapping[str, str]:
    """What is looked for, in letters and digits, with the name of the fact."""
    public = folded(" ".join(_said(edition.written)))
    found: dict[str, str] = {}
    for name, text in edition.private.items():
        for words in {text.plain, *text.words.values()} if not name.endswith(DAY) else ():
            for value in BETWEEN.split(words) if name.endswith(SEPARATE) else (words,):
                letters = folded(value)
                if name.endswith(".number"):
                    found |= {digits: name for digits in _spelt(letters) if digits not in public}
                elif len(letters) >= LEAST and letters not in public:
                    found[letters] = name
    return found


def _said(values: Any) -> Iterator[str]:
    """Whatever words and numbers stand in the values of a file, or of several."""
    if isinstance(values, str):
        yield values
    for value in values.values() if isinstance(values, Mapping) else values if isinstance(values, list) else ():
        yield from _said(value)


def _spelt(digits: str) -> Sequence[str]:
    """A number with its area, and without: `2505550142`, `5550142`; one that is shorter is for anybody."""
    return [digits[-length:] for length in (WHOLE, LOCAL) if len(digits) >= length]


def _typed(page: Page, values: Mapping[str, str], edition: Edition) -> Iterator[Problem]:
    """One for each fact, at the line of its first value."""
    lines = [folded(line) for line in page.body.split("\n")]
    starts, letters = [0, *accumulate(map(len, lines))], "".join(lines)
    told: set[str] = set()
    for value, name in values.items():
        at = _place(value, letters, page, edition) if name not in told else -1
        if at >= 0:
            told.add(name)
            where = f"{edition.path}/{PRIVATE}:{edition.private_lines.get(name, 1)}"
            line = bisect_right(starts, at) + page.offset
            yield Problem(page.path, line, "private-typed", {"found": name, "where": where})


def _place(value: str, letters: str, page: Page, edition: Edition) -> int:
    """Where a value begins in the letters of a page; -1 where it is not, or may be something else."""
    if len(value) == LOCAL and value.isdigit():
        found = re.search(rf"(?<!\d){value}(?!\d)", letters)
        return found.start() if found else -1
    if len(value) < FEWEST and not value.isdigit():
        words = {folded(word) for word in re.findall(r"\w+", page.body)}
        own = page.path.startswith(f"{edition.path}/")
        return letters.find(value) if own and value in words else -1
    return letters.find(value)
