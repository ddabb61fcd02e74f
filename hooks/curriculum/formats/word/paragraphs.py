"""Paragraphs of a Word document, and what the place they stand in asks of them."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from curriculum.formats.word.runs import runs_of
from curriculum.formats.word.styles import QUOTED
from curriculum.formats.word.xml import twips, w

PAGE = twips(215.9), twips(279.4)
"""Letter."""
MARGIN = twips(20)
"""Enough for Letter and A4, so that the wrong tray loses nothing."""
APART = twips(2.5)
TEXT_WIDTH = PAGE[0] - 2 * MARGIN


@dataclass(frozen=True)
class Surroundings:
    """Where a block stands. Lengths are in twips."""

    links: Mapping[str, str]
    """The relation of each address in the document."""
    lists: Mapping[etree.Element, int]
    """The number by which Word knows each numbered list; lists that share one would go on counting."""
    language: str = ""
    """Where it is not that of the document."""
    mirrored: bool = False
    """Tables have their first column at the right."""
    turned: bool = False
    """Its lines start at the other side than those of the document."""
    style: str = "Normal"
    """Of a plain paragraph here."""
    width: int = TEXT_WIDTH
    margin: int = 0
    """How far blocks stand in, because they belong to the item of a list."""
    level: int = 0
    """Lists and quotations around the block."""
    together: bool = False
    """No page break inside."""
    onward: bool = False
    """No page break after, either."""
    new_page: bool = False
    apart: bool = False
    """Under a table or a list, which leave too little space below."""

    @property
    def side(self) -> str:
        """`1` where lines start at the right, `0` where at the left; "" where it is as in the document."""
        return str(int(self.mirrored)) if self.turned else ""


def spread(around: Surroundings, count: int) -> Iterator[Surroundings]:
    """The places of so many blocks one after another: the first one is where the whole begins, the last one ends it."""
    for number in range(count):
        onward = around.onward if number == count - 1 else around.together
        if number == 0:
            yield replace(around, onward=onward)
        else:
            yield replace(around, onward=onward, new_page=False, apart=False)


def paragraph(inside: str, around: Surroundings, style: str = "", number: str = "", inset: str = "") -> str:
    """A paragraph of runs. `number` makes it an item of a list, which has an inset of its own; `inset` is another."""
    style = style or around.style
    margin = around.margin + (QUOTED if style == "Quote" else 0)
    properties = (
        w("pStyle", val=style),
        w("keepNext") if around.onward else "",
        w("pageBreakBefore") if around.new_page else "",
        number,
        w("bidi", val=around.side) if around.turned else "",
        w("spacing", before=APART) if around.apart and not style.startswith(("Heading", "Card")) else "",
        inset or (w("ind", left=margin) if around.margin and not number else ""),
    )
    return w("p", w("pPr", *properties), inside)


def words(element: etree.Element, around: Surroundings, style: str = "", number: str = "", inset: str = "") -> str:
    """The words of an element as one paragraph."""
    return paragraph(runs_of(element, around.language, around.links, around.side), around, style, number, inset)
