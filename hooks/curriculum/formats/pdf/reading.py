"""What Typst laid out -> a part: the pages of one article, with all that is needed to put it into a document.

What is left behind: the first page, which only holds signs, and the pages that stand for chapters.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from curriculum.formats.pdf.numbers import folio_of, read_ink
from curriculum.formats.pdf.objects import REFERENCE, STRING, Objects, UnexpectedPdfError, read_objects, reference
from curriculum.formats.pdf.part import Body, Bookmark, LaidOut, Tags

LINK = re.compile(STRING + rb"|(\d+) 0 R")
"""A reference, but not inside a string."""
WORDS = re.compile(STRING)
MISLEADING = re.compile(rb"\d 0 R|/S/H|/StructParent|/ID\(|/Headers\[")
NAMED = re.compile(rb"(" + STRING + rb")(\d+) 0 R")
DESTINATION = re.compile(rb"/Dest(" + STRING + rb")")
NUMBERED = re.compile(rb"(\d+) (\d+) 0 R")
CORNERS = re.compile(rb"/(Rect|BBox)\[(\S+) (\S+) (\S+) (\S+?)\]")
BOX = re.compile(rb"/MediaBox\[[^\]]*\]")
LETTER = b"/MediaBox[0 0 612 792]"
DRAWN = re.compile(rb"/Contents (\d+) 0 R")
ID = re.compile(rb"(\(U[^)]*\))(\d+) 0 R")
TITLE = re.compile(rb"/Title(" + STRING + rb")")
PLACE = re.compile(rb"\[(\d+) 0 R/XYZ (\S+) (\S+) 0\]")
SHARED = (
    b"<</Type/FontDescriptor",
    b"<</Type/Font/Subtype/CIDFont",
    b"<</Type/Font/Subtype/Type0",
    b"[/ICCBased",
    b"<</ProcSet",
)
"""How objects begin that parts may have in common, each built from streams and those before it."""


def read_part(pdf: bytes, signs: str, chapters: int = 0) -> LaidOut:
    """The part in a file of `press`; `signs` is the line it begins with, `chapters` how many pages stand for one.

    Raises `UnexpectedPdfError` for a file that is not built as this program knows it.
    """
    objects, catalog = read_objects(pdf)
    _place_links(objects, catalog)
    root = reference(catalog, rb"/Pages")
    every = [int(number) for number in REFERENCE.findall(between(objects[root], b"/Kids[", b"]"))]
    first, pages, stand_ins = every[0], every[1 : len(every) - chapters], every[len(every) - chapters :]
    if not pages:
        raise UnexpectedPdfError("no pages")
    font, ink = read_ink(objects, first, signs)
    places = tuple(folio_of(objects, page, font) for page in pages)
    for index, page in enumerate(pages):
        objects[page] = _without_paper(objects[page], len(objects), len(objects) + 1 + index)
    tags = _tags(objects, catalog)
    return LaidOut(
        size=len(objects),
        root=root,
        pages=tuple(pages),
        body=_body(objects, pages, stand_ins, tags, root),
        tags=tags,
        bookmarks=tuple(_bookmarks(objects, catalog)),
        places=places,
        ink=ink,
        language=between(catalog, b"/Lang(", b")"),
    )


def _place_links(objects: Objects, catalog: bytes) -> None:
    """Let links that name a heading lead to its place: `/Dest(week-05/index.md#teach)` -> `/Dest 744 0 R`."""
    if b"/Names<</Dests<<" in catalog:
        places = dict(NAMED.findall(between(catalog, b"/Names<</Dests<</Names[", b"]>>")))
        for number, text in enumerate(objects):
            if text and b"/Dest(" in text and not text.endswith(b"endstream"):
                objects[number] = DESTINATION.sub(lambda found: b"/Dest %s 0 R" % places[found[1]], text)


def _tags(objects: Objects, catalog: bytes) -> Tags:
    tree = objects[reference(catalog, rb"/StructTreeRoot")]
    top = reference(tree, rb"/K\[")
    return Tags(
        top=top,
        elements=between(objects[top], b"/K[", b"]>>"),
        marked=tuple((int(key), int(number)) for key, number in NUMBERED.findall(between(tree, b"/Nums[", b"]"))),
        ids=tuple((name, int(number)) for name, number in ID.findall(tree)),
        roles=between(tree, b"/RoleMap<<", b">>"),
    )


def _body(objects: Objects, pages: list[int], stand_ins: list[int], tags: Tags, root: int) -> Body:
    """What the pages and their tags lead to, without the pages that stand for chapters."""
    begun = [*pages, *(int(n) for n in REFERENCE.findall(tags.elements)), *(number for _, number in tags.marked)]
    kept = sorted(_reached(objects, begun, {0, root, tags.top, *stand_ins}))
    streams = [number for number in kept if objects[number].endswith(b"endstream")]
    shared = [number for start in SHARED for number in kept if objects[number].startswith(start)]
    places = {number: found for number in kept if (found := PLACE.fullmatch(objects[number]))}
    pages_of = {number: int(found[1]) for number, found in places.items()}
    leads = [(number, stand_ins.index(page)) for number, page in pages_of.items() if page in stand_ins]
    inner = {
        number: (page, (float(places[number][2]), float(places[number][3])))
        for number, page in pages_of.items()
        if page in pages
    }
    own = sorted({*kept} - {*streams, *shared, *places})
    corners: list[tuple[float, ...]] = []
    text = _without_corners(b"\n".join(objects[number] for number in own), len(objects) + 1 + len(pages), corners)
    if text.count(b"\n") != len(own) - 1:
        raise UnexpectedPdfError("an object of several lines")
    if b"/XYZ " in text:
        raise UnexpectedPdfError("a place that is no object of its own")
    return Body(
        streams=tuple((number, objects[number]) for number in streams),
        shared=tuple((number, objects[number]) for number in shared),
        own=tuple(own),
        text=text,
        misleading=any(map(MISLEADING.search, WORDS.findall(text))),
        leads=tuple(leads),
        inner=inner,
        corners=tuple(corners),
    )


def between(text: bytes, start: bytes, end: bytes) -> bytes:
    """What stands between two marks."""
    _, found, rest = text.partition(start)
    inside, closed, _ = rest.partition(end)
    if not (found and closed):
        raise UnexpectedPdfError(f"no {start.decode()} in {text[:80].decode('latin-1')}")
    return inside


def _without_paper(page: bytes, move: int, stamp: int) -> bytes:
    """A page that has the paper of its document, is moved to it first, and gets its number last."""
    if LETTER not in page:
        raise UnexpectedPdfError("a page that is not Letter")
    return DRAWN.sub(rb"/Contents[%d 0 R \1 0 R %d 0 R]" % (move, stamp), BOX.sub(b"", page))


def _without_corners(text: bytes, first: int, corners: list[tuple[float, ...]]) -> bytes:
    """Objects that name their corners by number, beginning with `first`, and those `corners`."""

    def name(found: re.Match[bytes]) -> bytes:
        corners.append(tuple(float(found[side]) for side in range(2, 6)))
        return b"/%s %d 0 R" % (found[1], first + len(corners) - 1)

    return CORNERS.sub(name, text)


def _reached(objects: Objects, begun: Collection[int], closed: Collection[int]) -> set[int]:
    """The objects that those in `begun` lead to, without going through those that are `closed`."""
    reached, waiting = set(closed), list(begun)
    while waiting:
        number = waiting.pop()
        if number not in reached and number < len(objects):
            reached.add(number)
            text = objects[number]
            if text.endswith(b"endstream"):
                text = text[: text.index(b"\nstream\n")]
            links = LINK if b"(" in text else REFERENCE
            waiting += [int(found) for found in links.findall(text) if found]
    return reached - set(closed)


def _bookmarks(objects: Objects, catalog: bytes) -> Iterator[Bookmark]:
    """The headings of the article, in order; the level of a heading is how deep its bookmark is."""
    if b"/Outlines" not in catalog:
        return
    waiting = [(1, reference(objects[reference(catalog, rb"/Outlines")], rb"/First"))]
    while waiting:
        level, number = waiting.pop()
        text = objects[number]
        title = TITLE.search(text)
        place = PLACE.match(objects[reference(text, rb"/Dest")])
        if title is None or place is None:
            raise UnexpectedPdfError("a bookmark that leads nowhere")
        yield Bookmark(level, title[1], int(place[1]), (float(place[2]), float(place[3])))
        for name, deeper in ((rb"/Next", level), (rb"/First", level + 1)):
            if name in text:
                waiting.append((deeper, reference(TITLE.sub(b"", text), name)))
