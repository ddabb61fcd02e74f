"""Lines in which something may have been left: found in the whole text at once, since most pages have few of them.

In:  a text, and what is looked for
Out: the numbers of its lines from 0; in all others is nothing of it
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from curriculum.checks.tables import CODE
from curriculum.read.garbled import GARBLED

SUSPECT = (
    re.compile(r"\[(?<![\[\]!\w]\[)[^\[\]\n]{2,60}\](?![(\[:{\]])|\{(?=[^\W\d_])|<|%(?=[A-Z_])|\*\||\?\?\?|XX"),
    re.compile(r"\.\.\.\.|\. \. |……|… …|····|_ _ |&(?=\w)"),
    re.compile(r"\b(\w++) (?i:\1)\b"),
    re.compile(r"^\[[a-z]{1,2}\]", re.MULTILINE),
    GARBLED,
)
"""Places to fill in, dots, words that stand twice, remarks, letters that were lost. Each starts with a letter or sign
where it can, which is found fastest."""
TARGET = re.compile(r"(?<=\])\([^()\s]*\)")
"""Where a link leads; an address may hold any letters."""


def read_of(line: str) -> str:
    """A line without what is code, and without where its links lead.

    In:  "Take `this` [card](card.md)."
    Out: "Take  [card]()."
    """
    without = CODE.sub("", line) if "`" in line else line
    return (TARGET.sub("()", without) if "](" in without else without).strip()


def each_alone(patterns: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """Patterns for one line as patterns for a text, each by itself: what starts with a letter is found at once."""
    return tuple(re.compile(one.removeprefix("^"), re.MULTILINE) for one in patterns)


def doubled_in_parts(words: Iterable[str]) -> Iterator[str]:
    """Words that are no single one to a pattern, twice: `c’est c’est`."""
    return (f"(?i:{one}) {one}" for one in words if not re.fullmatch(r"\w+", one))


def suspected(text: str, patterns: Iterable[re.Pattern[str]], phrases: Iterable[str]) -> set[int]:
    """The lines that hold one of some patterns or phrases in small letters, or what is suspect in any language."""
    small = text.casefold()
    said = [re.compile(re.escape(phrase)) for phrase in phrases if phrase in small]
    return {*_lines_with((*SUSPECT, *patterns), text), *_lines_with(said, small)}


def _lines_with(patterns: Iterable[re.Pattern[str]], text: str) -> Iterator[int]:
    """Each line of a text from the first to the last of what a pattern finds."""
    ends = [end.start() for end in re.finditer("\n", text)]
    for pattern in patterns:
        for found in pattern.finditer(text):
            yield from range(bisect_left(ends, found.start()), bisect_left(ends, found.end()) + 1)
