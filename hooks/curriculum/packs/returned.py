"""The tree of a Word document -> the rows that stand in its tables, whichever program saved it.

What a program makes of typed signs is taken back: a list is items again, bold words stand between stars, a broken line
is broken. Words are read as whoever typed them sees them; what no page can hold is told with the row.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from curriculum.adopt.word_runs import W, value_of
from curriculum.packs.cleaning import are_paragraphs
from curriculum.packs.left import ABOUT, has_remark, left_in, left_in_row, letter_of
from curriculum.packs.lines import BREAK
from curriculum.packs.looks import DocumentStyles
from curriculum.packs.values import NAME, Filled, RowFault

JOINED = {f"{W}vMerge", f"{W}hMerge"}
GONE = (f"{W}del", f"{W}moveFrom")
SIGNS = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
WHITE = re.compile(r"[\t\r\n]")
"""What XML may have between words; Word shows a space."""
RAISED = {
    "superscript": str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"),
    "subscript": str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"),
}
"""Figures that stand higher or lower mean something else than on the line; letters, as in 1er, are read on it."""


def rows_in_word(document: etree.Element, looks: DocumentStyles) -> list[Filled]:
    """The rows of every table that holds a name, without the heads of its columns."""
    rows = [list(table.iter(f"{W}tr")) for table in document.iter(f"{W}tbl")]
    inner = {one for table in rows for row in table if _name_in(row) for one in row.iter(f"{W}tr") if one is not row}
    found = [row for table in rows if any(_name_in(row) for row in table) for row in table if not _is_head(row)]
    own = [row for row in dict.fromkeys(found) if row not in inner]
    above, behind = _outside(document, own)
    filled = []
    for number, row in enumerate(own, 1):
        one = _filled(row, number, looks)
        around = [*(above if number == 1 else []), *behind.get(row, [])]
        left = {RowFault.OUTSIDE} if any(map(_said, behind.get(row, []))) else set[RowFault]()
        left |= {RowFault.COMMENTS} if any(map(has_remark, around)) else set()
        lines = tuple(_line(p, DocumentStyles()) for block in above for p in block.iter(f"{W}p")) if number == 1 else ()
        filled.append(replace(one, left=one.left | left, above=lines))
    return filled


def _outside(
    document: etree.Element, rows: list[etree.Element]
) -> tuple[list[etree.Element], dict[etree.Element, list[etree.Element]]]:
    """What stands in no row: above the first one, heads of columns too; and behind each, below or between tables."""
    above, behind, known = list[etree.Element](), dict[etree.Element, list[etree.Element]](), {*rows}
    last = None
    for block in document.iterfind(f"{W}body/*"):
        inside = [row for row in block.iter(f"{W}tr") if row in known]
        heads = [row for row in block.iter(f"{W}tr") if _is_head(row)] if inside else [block]
        if last is None:
            above += heads
        else:
            behind.setdefault(last, []).extend(heads if not inside else [])
        last = inside[-1] if inside else last
    return above, behind


def _said(block: etree.Element) -> bool:
    return any("".join(_letters(run)).strip() for run in block.iter(f"{W}r"))


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
    return [found[0] for found in NAME.finditer(" ".join(_line(p, DocumentStyles()) for p in cell.iter(f"{W}p")))]


def _name_in(row: etree.Element) -> str:
    """The name of a row, in whichever of its cells it stands."""
    return next((name for cell in _cells(row) for name in _names_in(cell)), "")


def _filled(row: etree.Element, number: int, looks: DocumentStyles) -> Filled:
    """The row; the translation stands in the cell beside the name, wherever somebody moved the columns."""
    cells = _cells(row)
    named = [_names_in(cell) for cell in cells]
    beside = [cell for cell, found in zip(cells, named, strict=True) if not found] or cells
    names = [name for found in named for name in found]
    left = {*left_in_row(row), *(one for cell in beside[-1:] for one in left_in(cell, looks))}
    if len(cells) != 2 or JOINED & {element.tag for element in row.iter()} or len(names) > 1:
        left.add(RowFault.MERGED)
    lines = [line for cell in beside[-1:] for p in cell.iter(f"{W}p") for line in _broken(_line(p, looks))]
    others = [cell for cell in cells if cell not in beside[-1:]]
    about = tuple(_line(p, DocumentStyles()) for cell in others for p in cell.iter(f"{W}p"))
    return Filled(number, next(iter(names), ""), tuple(lines), frozenset(left), beside=about)


def _broken(words: str) -> Iterator[str]:
    """The lines of a paragraph in which somebody broke some: between words, Markdown has a sign for that."""
    lines = words.split("\n")
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        yield f"{line.rstrip()}{BREAK[0]}" if line.strip() and after.strip() and are_paragraphs(line, after) else line


def _line(paragraph: etree.Element, looks: DocumentStyles) -> str:
    """The words of a paragraph, as they would be typed in Markdown."""
    pieces = groupby(_runs(paragraph, paragraph, looks), itemgetter(0))
    runs = [(stars, "".join(words for _, words in same)) for stars, same in pieces]
    plain = "".join(words for _, words in runs)
    said = plain if plain.startswith("#") else "".join(_marked(words, stars) for stars, words in runs)
    item = looks.item(paragraph) if said.strip() else ""
    return f"{item}{said.lstrip()}" if item else said


def _runs(element: etree.Element, paragraph: etree.Element, looks: DocumentStyles) -> Iterator[tuple[str, str]]:
    """The words of each run, after the stars that stand for how it looks."""
    for child in element:
        if child.tag == f"{W}r":
            stars = "**" * looks.is_on(child, paragraph, "b") + "*" * looks.is_on(child, paragraph, "i")
            words = "".join(_letters(child)).translate(RAISED.get(value_of(child, "w:rPr/w:vertAlign"), {}))
            yield stars, words.upper() if looks.is_on(child, paragraph, "caps") else words
        elif child.tag not in GONE and not ABOUT.fullmatch(child.tag.removeprefix(W)):
            yield from _runs(child, paragraph, looks)


def _letters(run: etree.Element) -> Iterator[str]:
    for child in run:
        if child.tag == f"{W}t":
            yield WHITE.sub(" ", child.text or "")
        elif child.tag == f"{W}sym":
            yield letter_of(child)
        else:
            yield SIGNS.get(child.tag, "")


def _marked(words: str, stars: str) -> str:
    """Words that were made bold or slanted with a button, between the stars that stand for it; blanks stay outside."""
    inner = words.strip()
    if not stars or not inner or inner.startswith("*"):
        return words
    start = words.index(inner)
    return f"{words[:start]}{stars}{inner}{stars}{words[start + len(inner) :]}"
