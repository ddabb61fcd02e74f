"""The tree of an article -> its parts: each heading, and the words that follow it.

In:  `<h1>Arrive</h1><p>Come in.</p><h2 id="tea">Tea</h2><ul><li>Black</li><li>Mint</li></ul>`
Out: (1, "", "Arrive", "Come in."), (2, "tea", "Tea", "Black · Mint")
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Collection, Iterable
from posixpath import splitext
from typing import NamedTuple
from urllib.parse import urlsplit

from curriculum.elements.table import row_of
from curriculum.words.dotted import MIDDOT

HEADING = re.compile(r"h[1-6]")
SPACE = re.compile(r"[ \t\n]+")
ADDRESS = re.compile(r"https?://\S+")
WORD = re.compile(r"\w")
ENDED = tuple(".!?:;,…»”")


class HeadedWords(NamedTuple):
    """A heading, and its words up to the next one; the title of the page is the first, without an id."""

    level: int
    id: str
    title: str
    words: str


class _Piece(NamedTuple):
    """A part while it is read, block by block; the first block with words is its heading."""

    level: int
    id: str
    blocks: list[str]


def _read(element: etree.Element, pieces: list[_Piece], elsewhere: Collection[str]) -> None:
    """Cut an article at its headings, and leave out what says nothing to a reader who searches.

    A heading with an id starts a part; a block is on lines of its own. Items with a name `elsewhere` stay out.
    """
    if HEADING.fullmatch(element.tag) and element.tag != "h1" and "id" in element.attrib:
        pieces.append(_Piece(int(element.tag[1]), element.attrib["id"], [""]))
    row = row_of(element)
    apart = row is not None and row.search in ("block", "heading")
    if apart:
        pieces[-1].blocks.append("")
    pieces[-1].blocks[-1] += element.text or ""
    for child in element:
        if not _is_unseen(child) and _name_of(child) not in elsewhere:
            _read(child, pieces, elsewhere)
        pieces[-1].blocks[-1] += child.tail or ""
    if apart:
        pieces[-1].blocks.append("")


def _is_unseen(element: etree.Element) -> bool:
    row = row_of(element)
    return (
        (row is not None and row.search == "unseen")
        or element.get("aria-hidden") == "true"
        or (element.tag == "a" and _is_file(element.get("href", "")))
    )


def _name_of(element: etree.Element) -> str:
    """What an item of a list begins with in bold, as each line to call does with its name; "" of anything else."""
    bold = element.find("strong") if element.tag == "li" else None
    return "" if bold is None else "".join(bold.itertext())


def _is_file(address: str) -> bool:
    """`handouts/pause-card-a4.pdf`, but not `handouts/pause-card/` nor an address elsewhere."""
    parts = urlsplit(address)
    return not parts.scheme and splitext(parts.path)[1] not in ("", ".md")


def parts_of(article: etree.Element, elsewhere: Collection[str] = ()) -> list[HeadedWords]:
    """Every part in order, the top of the page first; without the lines to call of these names, listed `elsewhere`."""
    pieces = [_Piece(1, "", [""])]
    _read(article, pieces, elsewhere)
    parts = []
    for piece in pieces:
        title, *rest = [*filter(WORD.search, piece.blocks), ""]
        parts.append(HeadedWords(piece.level, piece.id, _plain(title), _joined(filter(None, rest))))
    return parts


def _joined(blocks: Iterable[str]) -> str:
    """One line of words; a dot stands between blocks that do not end a sentence."""
    text = ""
    for block in map(_plain, blocks):
        gap = " " if not text or text.endswith(ENDED) else MIDDOT
        text += gap + block
    return text.strip()


def _plain(words: str) -> str:
    """On one line, without addresses, nor the dots that stood between links to files; a no-break space stays."""
    return SPACE.sub(" ", ADDRESS.sub("", words)).strip(f" {MIDDOT}")
