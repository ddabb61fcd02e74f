"""A text in the pieces that Markdown takes it apart in: lines that no empty line divides, without fenced code.

In:  "## Water { #water }" / "> Drink:" / "> - water"
Out: the block "## Water { #water }"; the block "Drink:", "- water"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from curriculum.elements.vocabulary import SLASH
from curriculum.read.limits import MOST_SHOWN
from curriculum.read.source import EXCUSE, text_lines
from curriculum.words.model import Words

TAB = 4
"""How much deeper, in spaces, what belongs to an item stands."""
ITEM = re.compile(r"( *)([-*+]|\d{1,9}\.) +(?=\S)(?!(?:[-*] *){2,}$)")
"""The sign of an item before its words; a line of nothing but such signs is a rule."""
QUOTED = re.compile(r" {0,3}(?:> ?)+")


class Flaw(NamedTuple):
    """Something to mend: a line of the body, the rule, and the values of its sentence."""

    line: int
    rule: str
    values: Mapping[str, Words]
    last: int = 0
    """The last line of it, where it has several."""


class BodyLine(NamedTuple):
    """A line of the body by its number, from 1; tabs are spaces, and the mark of a quotation is gone."""

    number: int
    text: str

    @property
    def indent(self) -> int:
        """How many spaces it starts with."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def shown(self) -> str:
        """The line as a sentence can hold it."""
        return self.text.strip()[:MOST_SHOWN]


class BodyBlock(NamedTuple):
    """Lines that stand together; `inside` when a list that goes on stands above them."""

    lines: tuple[BodyLine, ...]
    inside: bool


def blocks_of(body: str) -> tuple[BodyBlock, ...]:
    """The blocks of a text. What is indented as code is none; a heading and a line of slashes stand alone."""
    blocks: list[BodyBlock] = []
    inside = quoted = False
    for lines, mark in _divided(body):
        inside = inside and mark is quoted
        first = lines[0]
        is_item = ITEM.match(first.text) is not None
        if first.indent < TAB or inside:
            blocks.append(BodyBlock(lines, inside))
            inside = is_item or (inside and first.indent > 0)
            quoted = mark
    return tuple(blocks)


def _divided(body: str) -> Iterator[tuple[tuple[BodyLine, ...], bool]]:
    """The lines of each block, and whether it stands in a quotation."""
    lines: list[BodyLine] = []
    quoted, before = False, 0
    for number, raw in text_lines(body):
        text = raw.expandtabs(TAB) if "\t" in raw else raw
        if mark := QUOTED.match(text) if ">" in text else None:
            text = text[mark.end() :]
        alone = text.startswith("#") or (SLASH in text and text.lstrip().startswith(SLASH))
        empty = not text or text.isspace()
        if lines and (alone or empty or number > before + 1 or (mark and not quoted)):
            yield tuple(lines), quoted
            lines = []
        if alone:
            yield (BodyLine(number, text),), bool(mark)
        elif text.startswith("<!--") and EXCUSE.match(text):
            pass  # it goes before Markdown reads the page
        elif not empty:
            lines.append(BodyLine(number, text))
        quoted, before = bool(mark) or (quoted and not empty), number
    if lines:
        yield tuple(lines), quoted
