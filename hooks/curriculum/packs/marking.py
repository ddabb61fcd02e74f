"""What changed in a text since it was last read, between signs that a voice reads and a printer without colours shows.

In:  "Check the pulse, then call." and "Check the breathing, then call."
Out: "Check the ", gone "pulse", new "breathing", ", then call."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from typing import NamedTuple

from curriculum.packs.lines import typed

ALIKE = 0.4
"""Lines that have less than this in common are shown one under the other, not word by word."""
TOKEN = re.compile(r"\s+|[\w’'-]+|[^\w\s]")
SIGNS = re.compile(r"\[-.+?-\]|\{\+.+?\+\}")
"""The signs themselves: left in a translation, they would be printed."""


class WordChange(Enum):
    """What became of some words."""

    SAME = ""
    GONE = "-"
    NEW = "+"


class MarkedWords(NamedTuple):
    """Words of one line, and what became of them."""

    change: WordChange
    words: str


MarkedLine = tuple[MarkedWords, ...]


def marked(before: str, now: str) -> list[MarkedLine]:
    """The lines of a text, with what went and what came; without a text before, as they are."""
    new = typed(now)
    if not before:
        return [_whole(line, WordChange.SAME) for line in new]
    old = typed(before)
    lines: list[MarkedLine] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            lines += [_whole(line, WordChange.SAME) for line in new[j1:j2]]
        else:
            lines += _replaced(old[i1:i2], new[j1:j2])
    return lines


def said(line: MarkedLine) -> str:
    """A line as text, with the signs."""
    signs = {WordChange.SAME: "{}", WordChange.GONE: "[-{}-]", WordChange.NEW: "{{+{}+}}"}
    return "".join(signs[span.change].format(span.words) for span in line)


def _whole(line: str, change: WordChange) -> MarkedLine:
    return (MarkedWords(change, line),) if line.strip() else ()


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[MarkedLine]:
    """Lines that became others, in their order: first those that have a partner, then what only one side has."""
    for before, after in zip(old, new, strict=False):
        yield from _pair(before, after)
    yield from (_whole(line, WordChange.GONE) for line in old[len(new) :])
    yield from (_whole(line, WordChange.NEW) for line in new[len(old) :])


def _pair(before: str, after: str) -> Iterator[MarkedLine]:
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    if old and new and SequenceMatcher(None, old, new, autojunk=False).ratio() >= ALIKE:
        yield tuple(_words(old, new))
    else:
        yield from filter(None, (_whole(before, WordChange.GONE), _whole(after, WordChange.NEW)))


def _words(old: list[str], new: list[str]) -> Iterator[MarkedWords]:
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield MarkedWords(WordChange.SAME, "".join(new[j1:j2]))
            continue
        for change, words in ((WordChange.GONE, "".join(old[i1:i2])), (WordChange.NEW, "".join(new[j1:j2]))):
            if words:
                yield MarkedWords(change, words)
