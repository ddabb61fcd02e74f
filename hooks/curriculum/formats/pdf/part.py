"""A part: the pages of one article, with all that is needed to put them into a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from curriculum.formats.pdf.numbers import Folio, Ink


@dataclass(frozen=True)
class Bookmark:
    """A heading in the list that a reader of PDFs shows beside the pages."""

    level: int
    title: bytes
    page: int
    """The number of its page."""
    point: tuple[float, ...]
    """Where on the page, in points from the bottom left of Letter."""
    place: int = 0
    """In a document, the number of that place."""


@dataclass(frozen=True)
class Tags:
    """What a screen reader follows."""

    top: int
    """The element that holds all others."""
    elements: bytes
    """What it holds: `39 0 R 40 0 R`."""
    marked: tuple[tuple[int, int], ...]
    """The elements of all marked content, page by page, by their keys."""
    ids: tuple[tuple[bytes, int], ...]
    """The names of head cells."""
    roles: bytes
    """What names of elements mean that the standard does not know."""


@dataclass(frozen=True)
class Body:
    """The objects that make the pages."""

    streams: tuple[tuple[int, bytes], ...]
    shared: tuple[tuple[int, bytes], ...]
    """What other parts may have too, each built from those before it."""
    own: tuple[int, ...]
    text: bytes
    """All other objects, one a line, in the order of `own`."""
    misleading: bool
    """True when some words in `text` look like what is another in another document: a reference, a key."""
    leads: tuple[tuple[int, int], ...]
    """Places that stand for what comes after the article: their number, and which of them it is, from 0."""
    inner: Mapping[int, tuple[int, tuple[float, ...]]]
    """Places of the article itself that its links lead to, by their number: the number of the page, where on it."""
    corners: tuple[tuple[float, ...], ...]
    """Of each picture and link."""


@dataclass(frozen=True)
class LaidOut:
    """One article as it was laid out; objects go by their numbers in Typst's file, `size` is more than any of them.

    From `size` on follow those that only a document has: what moves its pages to another paper, then what draws the
    number of each page, then the corners of each picture and link.
    """

    size: int
    root: int
    """The root of the pages."""
    pages: tuple[int, ...]
    body: Body
    tags: Tags
    bookmarks: tuple[Bookmark, ...]
    places: tuple[Folio, ...]
    """Of the number of each page."""
    ink: Ink
    language: bytes
