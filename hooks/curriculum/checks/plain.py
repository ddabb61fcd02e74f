"""Parts of a page so plain that their links can be read off the text: most of them, and they need no tree.

In:  "See [the card](card.md)." / "Rest."       "See [the card][c]." or "`code`"
Out: the link `card.md` with its line           None: only the tree knows
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Sequence
from typing import NamedTuple

from curriculum.elements.links import ADDRESSES
from curriculum.elements.words import words_of
from curriculum.words.composed import Composed, ComposedPart, Place

INLINE = re.compile(r"(?<!!)\[([^\[\]<>`{}\\\n]*\w[^\[\]<>`{}\\\n]*)\]\(([^\s()<>\"'\\{}]+)\)")
SURE = re.compile(r"[ \t]+\{ #[a-z0-9-]+ \}$|\[ \]|\\\*|/{3,}", re.MULTILINE)
"""Ids of headings, boxes to tick, stars."""
UNSURE = re.compile(r"[\[\]<`{}\\]")
"""What may become code, HTML, or a link of another form."""
UNSURE_LINE = re.compile(
    r"^(?: {4}|\t| {0,3}(?:(?:-[ ]*){3,}|(?:\*[ ]*){3,}|(?:_[ ]*){3,})$|=+[ ]*$|#{5}|#[^#\n]*[*_]|~~~)", re.MULTILINE
)
"""How a line starts that may become code, a rule, a deep heading, or a title with marks."""


class Link(NamedTuple):
    """A link or a picture, as its author wrote it."""

    address: str
    words: str
    place: Place
    is_picture: bool = False
    is_silent: bool = False
    """Nothing in it can be read, heard or pressed."""


PlainParts = Sequence[tuple[ComposedPart, Sequence[Link] | None]]
"""The parts of a page, each with its links where it is plain."""


def read_off(body: Composed) -> PlainParts:
    """A page that was put together, its plain parts read."""
    return [(part, plain_links(part)) for part in body.parts]


def plain_links(part: ComposedPart) -> list[Link] | None:
    """The links of a plain part; None for a part that is not plain."""
    rest = SURE.sub("", INLINE.sub("", part.text))
    if UNSURE.search(rest) or UNSURE_LINE.search(rest):
        return None
    return [
        Link(found[2], found[1], part.places[part.text.count("\n", 0, found.start())])
        for found in INLINE.finditer(part.text)
    ]


def link_of(element: etree.Element, place: Place) -> Link:
    """An element that leads somewhere, as a link."""
    words = words_of(element) or element.get("alt", "")
    is_picture = element.tag == "img"
    address = element.get(ADDRESSES[element.tag], "").strip()
    return Link(address, words, place, is_picture, not is_picture and not words and not len(element))
