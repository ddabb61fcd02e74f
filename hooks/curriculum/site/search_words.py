"""The HTML of an article -> its parts: each heading, and the words that follow it.

In:  `<h1>Arrive</h1><p>Come in.</p><h2 id="tea">Tea</h2><ul><li>Black</li><li>Mint</li></ul>`
Out: (1, "", "Arrive", "Come in."), (2, "tea", "Tea", "Black · Mint")
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from posixpath import splitext
from typing import NamedTuple
from urllib.parse import urlsplit

BLOCKS = {*("p", "ul", "ol", "li", "blockquote", "div", "table", "tr", "th", "td", "figure", "figcaption", "br")}
HEADING = re.compile(r"h[1-6]")
UNSEEN = {"svg", "summary", "button"}
UNSEEN_CLASSES = {"downloads", "note-title", "content-note"}
"""The same words in many places: they would be found everywhere and say nothing."""
SPACE = re.compile(r"[ \t\n]+")
WORD = re.compile(r"\w")
ENDED = tuple(".!?:;,…»”")


class Part(NamedTuple):
    """A heading, and its words up to the next one; the title of the page is the first, without an id."""

    level: int
    id: str
    title: str
    words: str


@dataclass
class _Piece:
    """A part while it is read, block by block; the first block with words is its heading."""

    level: int
    id: str
    blocks: list[str] = field(default_factory=lambda: [""])


class _Reader(HTMLParser):
    """Cuts an article at its headings, and leaves out what says nothing to a reader who searches."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = [_Piece(1, "")]
        self.unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A heading with an id starts a part; a block starts a line of its own."""
        values = {name: value or "" for name, value in attrs}
        if self.unseen or _is_unseen(tag, values):
            self.unseen += [tag] if not self.unseen or tag == self.unseen[0] else []
        elif HEADING.fullmatch(tag) and tag != "h1" and "id" in values:
            self.pieces.append(_Piece(int(tag[1]), values["id"]))
        elif tag in BLOCKS:
            self.pieces[-1].blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        """Words after a block are not words of it."""
        if self.unseen:
            self.unseen = self.unseen[:-1] if tag == self.unseen[0] else self.unseen
        elif tag in BLOCKS or HEADING.fullmatch(tag):
            self.pieces[-1].blocks.append("")

    def handle_data(self, data: str) -> None:
        """Words of the block that is open."""
        if not self.unseen:
            self.pieces[-1].blocks[-1] += data


def _is_unseen(tag: str, values: Mapping[str, str]) -> bool:
    return (
        tag in UNSEEN
        or values.get("aria-hidden") == "true"
        or bool(UNSEEN_CLASSES & {*values.get("class", "").split()})
        or (tag == "a" and _is_file(values.get("href", "")))
    )


def _is_file(address: str) -> bool:
    """`handouts/pause-card-a4.pdf`, but not `handouts/pause-card/` nor an address elsewhere."""
    parts = urlsplit(address)
    return not parts.scheme and splitext(parts.path)[1] not in ("", ".md")


def parts_of(article: str) -> list[Part]:
    """Every part in order, the top of the page first."""
    reader = _Reader()
    reader.feed(article)
    reader.close()
    parts = []
    for piece in reader.pieces:
        title, *rest = [*filter(WORD.search, piece.blocks), ""]
        parts.append(Part(piece.level, piece.id, _plain(title), _joined(filter(None, rest))))
    return parts


def _joined(blocks: Iterable[str]) -> str:
    """One line of words; a dot stands between blocks that do not end a sentence."""
    text = ""
    for block in map(_plain, blocks):
        gap = " " if not text or text.endswith(ENDED) else " · "
        text += gap + block
    return text.strip()


def _plain(words: str) -> str:
    """On one line, without the dots that stood between links to files; a no-break space stays."""
    return SPACE.sub(" ", words).strip(" ·")
