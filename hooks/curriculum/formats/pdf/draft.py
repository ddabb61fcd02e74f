"""A document that grows part by part: pages one after the other, one tree of tags, one list of bookmarks.

Whatever parts have in common, a font above all, is in the file once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from curriculum.formats.pdf.leads import Spot
from curriculum.formats.pdf.numbers import stamp_of
from curriculum.formats.pdf.objects import REFERENCE, STRING, UnexpectedPdfError
from curriculum.formats.pdf.part import Bookmark, LaidOut

PAGES, TOP, MOVE, FIRST = 1, 2, 3, 4
"""Numbers of objects: the root of the pages, the element that holds all others, what moves pages to another paper, and
the first that is free."""
CHANGED = re.compile(rb"/ID\(U|/Headers\[[^\]]*\]|" + STRING + rb"|/S/H([1-6])\b|(/StructParents?) (\d+)|(\d+) 0 R")
"""What is another in another document: names of head cells, levels of headings, keys of the tree, references.

Other strings are found too, so that nothing inside them is taken for something else.
"""
LEVEL, KEY, REFERENCED = 1, 3, 4
NAMES = re.compile(rb"/ID\(U|/Headers\[[^\]]*\]")
LEVELS = re.compile(rb"(?<=/S/H)[1-6]\b")
KEYS = re.compile(rb"(?<=/StructParent )\d+|(?<=/StructParents )\d+")
SPOKEN = b"<</Type/StructElem/S/Part/P %d 0 R/Lang(%s)/K[%s]>>"
"""What holds the elements of a part in another language."""
BLANK = b"<</Type/Page/Resources<<>>/Tabs/S/Parent %d 0 R>>" % PAGES


class Draft:
    """The objects of a document, by their numbers, and what leads to them."""

    def __init__(self) -> None:
        self.plain: dict[int, bytes] = {}
        """Streams, and all that is elsewhere on another paper."""
        self.objects: dict[int, bytes] = {}
        self.pages: list[int] = []
        self.elements: list[bytes] = []
        self.marked: list[bytes] = []
        self.ids: list[tuple[bytes, int]] = []
        self.bookmarks: list[Bookmark] = []
        self.places: list[list[bytes]] = []
        """Of each part, where its headings are."""
        self._leads: list[tuple[int, int]] = []
        self._known: dict[bytes, int] = {}
        self.keys = 0
        self._next = FIRST

    def take(self, count: int = 1) -> int:
        """The first of so many numbers that nothing has yet."""
        self._next += count
        return self._next - count

    def add_blank(self) -> None:
        """A page with nothing on it."""
        self.pages.append(self.take())
        self.objects[self.pages[-1]] = BLANK

    def add(self, part: LaidOut, depth: int, listed: bool, numbers: Sequence[str], spoken: bytes = b"") -> None:
        """A part, its headings so many levels lower; `numbers` is what its pages say of their number.

        One that is `spoken` in another language than the document says so.
        """
        top = self.take() if spoken else TOP
        table = self._numbered(part, depth, numbers, top)
        change = self._changed if part.body.misleading else self._changed_at_once
        for number, text in zip(part.body.own, change(part.body.text, table, depth).split(b"\n"), strict=True):
            self.objects[table[number]] = text
        self.pages += [table[page] for page in part.pages]
        self.elements.append(self._changed(part.tags.elements, table, depth))
        if spoken:
            self.objects[top] = SPOKEN % (TOP, spoken, self.elements[-1])
            self.elements[-1] = b"%d 0 R" % top
        self.marked += [b"%d %d 0 R" % (self.keys + key, table[number]) for key, number in part.tags.marked]
        self.ids += [(b"(" + self._prefix + name[1:], table[number]) for name, number in part.tags.ids]
        self._leads += [(table[number], spot) for number, spot in part.body.leads]
        self.plain |= {table[number]: _place(table[page], point) for number, (page, point) in part.body.inner.items()}
        places = [_place(table[mark.page], mark.point) for mark in part.bookmarks]
        if listed:
            for mark, place in zip(part.bookmarks, places, strict=True):
                self.plain[self.take()] = place
                self.bookmarks.append(replace(mark, level=mark.level + depth, place=self._next - 1))
        self.places.append(places)
        self.keys += max((key + 1 for key, _ in part.tags.marked), default=0)

    def lead(self, spots: Sequence[Spot]) -> None:
        """Let the list of contents and the links of an evening lead to their places, once all parts are there."""
        for number, spot in self._leads:
            self.plain[number] = self.places[spots[spot].article][spots[spot].heading]

    @property
    def _prefix(self) -> bytes:
        """What tells the head cells of one part from those of another; names are in order."""
        return b"%05d" % len(self.places)

    def _numbered(self, part: LaidOut, depth: int, numbers: Sequence[str], top: int) -> list[int]:
        """The number here of each object of a part; what parts have in common may be here already."""
        table = [0] * part.size + [MOVE] + [0] * len(part.pages)
        table[part.root], table[part.tags.top] = PAGES, top
        for number, text in part.body.streams:
            table[number] = self._common(text, self.plain)
        for number, text in part.body.shared:
            table[number] = self._common(self._changed(text, table, depth), self.objects)
        first = self.take(len(part.body.own))
        for index, number in enumerate(part.body.own):
            table[number] = first + index
        for number in (*dict(part.body.leads), *part.body.inner):
            table[number] = self.take()
        for index, (words, place) in enumerate(zip(numbers, part.places, strict=True)):
            table[part.size + 1 + index] = self._common(stamp_of(words, place, part.ink), self.plain)
        for sides in part.body.corners:
            table.append(self.take())
            self.plain[table[-1]] = b"[%s]" % points(sides)
        return table

    def _common(self, text: bytes, objects: dict[int, bytes]) -> int:
        if text not in self._known:
            self._known[text] = self.take()
            objects[self._known[text]] = text
        return self._known[text]

    def _changed(self, text: bytes, table: list[int], depth: int) -> bytes:
        """The text of objects with the names, levels, keys and numbers they have in this document."""
        keys, prefix = self.keys, b"(" + self._prefix + b"U"

        def change(found: re.Match[bytes]) -> bytes:
            if found.lastindex == REFERENCED:
                return b"%d 0 R" % (table[int(found[REFERENCED])] or _lost(found[0]))
            if found.lastindex == KEY:
                return b"%s %d" % (found[2], int(found[KEY]) + keys)
            if found.lastindex == LEVEL:
                return b"/S/H%d" % (int(found[LEVEL]) + depth)
            return found[0].replace(b"(U", prefix) if found[0].startswith(b"/") else found[0]

        return CHANGED.sub(change, text)

    def _changed_at_once(self, text: bytes, table: list[int], depth: int) -> bytes:
        """The same, three times as fast, for a text in which no string misleads."""
        prefix = b"(" + self._prefix + b"U"
        text = NAMES.sub(lambda found: found[0].replace(b"(U", prefix), text)
        if depth:
            text = LEVELS.sub(lambda found: b"%d" % (int(found[0]) + depth), text)
        if self.keys:
            text = KEYS.sub(lambda found: b"%d" % (int(found[0]) + self.keys), text)
        pieces = REFERENCE.split(text)
        numbers = [table[int(number)] for number in pieces[1::2]]
        if 0 in numbers:
            _lost(pieces[1::2][numbers.index(0)] + b" 0 R")
        pieces[1::2] = [b"%d 0 R" % number for number in numbers]
        return b"".join(pieces)


def _place(page: int, point: Iterable[float]) -> bytes:
    return b"[%d 0 R/XYZ %s 0]" % (page, points(point))


def points(numbers: Iterable[float]) -> bytes:
    """Numbers that take as much room in a file on either paper: `56.551   717.936 `."""
    return b" ".join(b"%-8s" % (b"%.3f" % number) for number in numbers)


def _lost(reference: bytes) -> int:
    raise UnexpectedPdfError(f"nothing at {reference.decode()}")
