"""A page -> its sections as they are compared: each from its heading to the next one of any level.

So a change below a smaller heading is told once, at that heading. What stands above the first section is a piece too.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from curriculum.read.source import ATTRIBUTES, find_sections, split_front_matter, without_excuses
from curriculum.watch.texts import paragraphs

TOP = ""
"""The id of what stands above the first section: title, opening words, and the keys that readers see."""
KEYS = ("title", "description")
SIGNS = 16
ALIKE = str.maketrans("\u2018\u2019\u201c\u201d\u00a0\u202f\u2011", "''\"\"  -")
"""Signs that a keyboard and an editor write in two ways."""
ITEM = re.compile(r"^([ \t]*)[*+](?=[ \t])")


class Piece(NamedTuple):
    """A section without those below it."""

    id: str
    title: str
    text: str
    """What stands under its heading."""
    line: int
    """Of its heading, counted from 1 in the body."""

    @property
    def words(self) -> str:
        """All that is translated: an id is not."""
        return f"{self.title}\n\n{self.text}"


def pieces_of(body: str) -> tuple[Piece, ...]:
    """The pieces of a body, in order; the first is what stands above all sections."""
    return taken_apart(body)[0]


@lru_cache(maxsize=4096)  # a page and the text that is kept of it are most often the same
def taken_apart(body: str) -> tuple[tuple[Piece, ...], tuple[tuple[str, int], ...]]:
    """The pieces of a body, and the ids that stand in it again, each with its line.

    A heading without an id, or with one that was there before, opens no piece: it is told as a mistake.
    """
    lines = without_ids(body).split("\n")
    title, sections = find_sections(body)
    starts = [(1, TOP, title)]
    known, again = {TOP}, []
    for section in sections:
        if section.id not in known:
            known.add(section.id)
            starts.append((section.line, section.id, section.title))
        elif section.id:
            again.append((section.id, section.line))
    ends = [line for line, _, _ in starts[1:]] + [len(lines) + 1]
    pieces = []
    for (line, id, name), end in zip(starts, ends, strict=True):
        text = "\n".join(lines[line - 1 if id == TOP else line : end - 1])
        pieces.append(Piece(id, name, text.strip("\n"), line))
    return tuple(pieces), tuple(again)


def without_ids(body: str) -> str:
    """Headings without their ids, wherever one stands within a piece: an id is no word."""
    return "\n".join(ATTRIBUTES.sub("", line) if line.startswith("#") else line for line in body.split("\n"))


def keys_in(meta: Mapping[str, str]) -> str:
    """What readers see of the keys above a page."""
    return "\n".join(f"{key}: {meta[key]}" for key in KEYS if key in meta)


@lru_cache(maxsize=1024)
def parts_in(text: str) -> tuple[str, str]:
    """The text of a whole file -> what readers see of its keys, and its body."""
    meta, body, _, _ = split_front_matter("", text)
    return keys_in(meta), body


def are_same(one: str, other: str) -> bool:
    """True for texts that say the same, however they are wrapped and typed."""
    return one == other or fingerprint(one) == fingerprint(other)


@lru_cache(maxsize=65536)  # of a course of a hundred weeks, too, each text is taken apart once
def fingerprint(text: str) -> str:
    """What tells a text from all others but those that say the same."""
    return hashlib.sha256(normal(text).encode()).hexdigest()[:SIGNS]


def normal(text: str) -> str:
    """A text without what no translation depends on: wrapping, blanks, the shape of quotes, the sign of an item, words
    that only speak to other authors.

    In:  "Don’t\\nwait.\\n\\n* One"
    Out: "Don't wait.\\n- One"
    """
    found = (_joined(piece) for piece in paragraphs(plain(without_excuses(text))))
    return "\n".join(piece for piece in found if piece.strip())


def plain(words: str) -> str:
    """Words with each sign in one of the ways in which it is written."""
    return unicodedata.normalize("NFC", words).translate(ALIKE).replace("...", "…")


def _joined(piece: str) -> str:
    """A paragraph in one line; how far it stands in is kept, for it says what it belongs to."""
    line = ITEM.sub(r"\1-", piece)
    return line[: len(line) - len(line.lstrip(" "))] + " ".join(line.split())


@lru_cache(maxsize=64)
def raw_pieces(text: str) -> tuple[tuple[str, str], ...]:
    """The text of a whole file in pieces that give it back when they are joined by line ends: id, lines."""
    _, body, offset, _ = split_front_matter("", text)
    lines = text.split("\n")
    starts = [(0, TOP), *((piece.line - 1 + offset, piece.id) for piece in pieces_of(body)[1:])]
    ends = [start for start, _ in starts[1:]] + [len(lines)]
    return tuple((id, "\n".join(lines[start:end])) for (start, id), end in zip(starts, ends, strict=True))
