"""The headings of a document, one inside the other, as the list that a reader of PDFs shows beside the pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from curriculum.formats.pdf.part import Bookmark


def bookmark_objects(bookmarks: Sequence[Bookmark], first: int) -> Mapping[int, bytes]:
    """The list under the number `first`, and its bookmarks under those that follow.

    In:  levels 1 2 2    Out: the second and the third are inside the first, which is closed
    """
    parents = list(_parents(bookmarks))
    inside: dict[int, list[int]] = {}
    for index, parent in enumerate(parents):
        inside.setdefault(parent, []).append(index)
    roots = inside.get(-1, [])
    objects = {first: b"<</Type/Outlines%s>>" % _held(roots, first, len(roots))}
    for index, bookmark in enumerate(bookmarks):
        beside, held = inside[parents[index]], inside.get(index, [])
        at = beside.index(index)
        following = b"/Next %d 0 R" % (first + 1 + beside[at + 1]) if at + 1 < len(beside) else b""
        before = b"/Prev %d 0 R" % (first + 1 + beside[at - 1]) if at else b""
        objects[first + 1 + index] = b"<</Parent %d 0 R%s%s%s/Title%s/Dest %d 0 R>>" % (
            first + 1 + parents[index],
            following,
            before,
            _held(held, first, -len(held)),
            bookmark.title,
            bookmark.place,
        )
    return objects


def _parents(bookmarks: Sequence[Bookmark]) -> Iterator[int]:
    """For each bookmark, which one it is inside: the last one before it with a lower level; -1 for none."""
    above: list[int] = []
    for index, bookmark in enumerate(bookmarks):
        while above and bookmarks[above[-1]].level >= bookmark.level:
            above.pop()
        yield above[-1] if above else -1
        above.append(index)


def _held(held: Sequence[int], first: int, count: int) -> bytes:
    if not held:
        return b""
    return b"/First %d 0 R/Last %d 0 R/Count %d" % (first + 1 + held[0], first + 1 + held[-1], count)
