"""The tree of a Word document -> the rows that stand in its tables, whichever program saved it.

What a program makes of typed signs is taken back: a list is items again, bold words stand between stars. What no page
can hold, changes not yet accepted, remarks, pictures, is told with the row.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter

from curriculum.adopt.word_runs import W, is_on, value_of
from curriculum.formats.word.xml import NAMESPACES
from curriculum.packs.values import NAME, Filled, Left
from curriculum.read.limits import MOST_LEVELS

TRACKED = {
    f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "cellIns", "cellDel")
}
REMARKS = {f"{W}{name}" for name in ("commentReference", "commentRangeStart")}
FOREIGN = {f"{W}{name}" for name in ("tbl", "drawing", "pict", "object", "footnoteReference", "endnoteReference")}
JOINED = {f"{W}vMerge", f"{W}hMerge"}
FALLBACK = f"{{{NAMESPACES['mc']}}}Fallback"
"""What a program that knows less would show in place of what stands beside it."""
SIGNS = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": ""}
LEVEL = re.compile(r"[0-9]")
"""Word has nine; a file may say anything."""
STEP = 4
"""Spaces by which an item of a list in a list stands in."""
Lists = Mapping[str, str]
"""Of each list its form: `bullet`, `decimal`."""


def rows_in_word(document: etree.Element, numbering: etree.Element | None = None) -> list[Filled]:
    """The rows of every table that holds a name, without the heads of its columns."""
    lists = _lists_in(numbering) if numbering is not None else {}
    rows = [list(table.iter(f"{W}tr")) for table in document.iter(f"{W}tbl")]
    found = [row for table in rows if any(_name_in(row) for row in table) for row in table if not _is_head(row)]
    return [_filled(row, number, lists) for number, row in enumerate(dict.fromkeys(found), 1)]


def _is_head(row: etree.Element) -> bool:
    return row.find(f"{W}trPr/{W}tblHeader") is not None and not _name_in(row)


def _cells(row: etree.Element) -> list[etree.Element]:
    """The cells of a row, also those that stand in a control; not those of a table inside of one."""
    found = []
    for child in row:
        if child.tag == f"{W}tc":
            found.append(child)
        elif child.tag == f"{W}sdt":
            found += [cell for content in child.iter(f"{W}sdtContent") for cell in content if cell.tag == f"{W}tc"]
    return found


def _names_in(cell: etree.Element) -> list[str]:
    return [found[0] for found in NAME.finditer(" ".join(_line(p, {}) for p in cell.iter(f"{W}p")))]


def _name_in(row: etree.Element) -> str:
    """The name of a row, in whichever of its cells it stands."""
    return next((name for cell in _cells(row) for name in _names_in(cell)), "")


def _filled(row: etree.Element, number: int, lists: Lists) -> Filled:
    """The row; the translation stands in the cell beside the name, wherever somebody moved the columns."""
    cells = _cells(row)
    named = [_names_in(cell) for cell in cells]
    beside = [cell for cell, found in zip(cells, named, strict=True) if not found] or cells
    tags = {element.tag for element in row.iter()}
    own = {element.tag for cell in beside[-1:] for element in cell.iter()}
    names = [name for found in named for name in found]
    left = {
        Left.CHANGES: bool(TRACKED & tags),
        Left.COMMENTS: bool(REMARKS & tags),
        Left.FOREIGN: bool(FOREIGN & own),
        Left.MERGED: len(cells) != 2 or bool(JOINED & tags) or len(names) > 1,
    }
    lines = [line for cell in beside[-1:] for p in cell.iter(f"{W}p") for line in _line(p, lists).split("\n")]
    return Filled(number, next(iter(names), ""), tuple(lines), frozenset(one for one in left if left[one]))


def _line(paragraph: etree.Element, lists: Lists) -> str:
    """The words of a paragraph, as they would be typed in Markdown."""
    runs = [(stars, "".join(words for _, words in same)) for stars, same in groupby(_runs(paragraph), itemgetter(0))]
    plain = "".join(words for _, words in runs)
    said = plain if plain.startswith("#") else "".join(_marked(words, stars) for stars, words in runs)
    listed = paragraph.find(f"{W}pPr/{W}numPr")
    if listed is None or not said.strip():
        return said
    form = lists.get(value_of(listed, "w:numId"), "bullet")
    level = value_of(listed, "w:ilvl")
    indent = " " * (STEP * (min(int(level), MOST_LEVELS) if LEVEL.fullmatch(level) else 0))
    return f"{indent}{'-' if form == 'bullet' else '1.'} {said.lstrip()}"


def _runs(element: etree.Element) -> Iterator[tuple[str, str]]:
    """The words of each run, after the stars that stand for how it looks."""
    for child in element:
        if child.tag == f"{W}r":
            yield "**" * is_on(child, "b") + "*" * is_on(child, "i"), "".join(_letters(child))
        elif child.tag not in (f"{W}pPr", f"{W}sdtPr", f"{W}del", f"{W}moveFrom", FALLBACK):
            yield from _runs(child)


def _letters(run: etree.Element) -> Iterator[str]:
    for child in run:
        if child.tag == f"{W}t":
            yield child.text or ""
        else:
            yield SIGNS.get(child.tag, "")


def _marked(words: str, stars: str) -> str:
    """Words that were made bold or slanted with a button, between the stars that stand for it; blanks stay outside."""
    inner = words.strip()
    if not stars or not inner or inner.startswith("*"):
        return words
    start = words.index(inner)
    return f"{words[:start]}{stars}{inner}{stars}{words[start + len(inner) :]}"


def _lists_in(numbering: etree.Element) -> Lists:
    """The form of the outermost level of each list."""
    kinds = {
        kind.get(f"{W}abstractNumId", ""): value_of(level, "w:numFmt")
        for kind in numbering.iter(f"{W}abstractNum")
        for level in [next(kind.iter(f"{W}lvl"), kind)]
    }
    return {
        one.get(f"{W}numId", ""): kinds.get(value_of(one, "w:abstractNumId"), "bullet")
        for one in numbering.iter(f"{W}num")
    }
