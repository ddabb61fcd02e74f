"""Rules about what holds a document together that was assembled from parts: names, places and what leads to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

import pikepdf

from reading.pdf.drawn import DrawnPage, Sign
from reading.pdf.prints import OpenPrint
from reading.pdf.tags import as_list

NEAR = 80
"""Points below the place of a bookmark within which its title begins."""
EDGE = 3
"""Points by which a letter may stand out of the area of its link."""


def check_parents(opened: OpenPrint) -> Iterator[str]:
    """Every piece of marked content, and every link, leads back to the element that holds it."""
    parents = _numbers(opened.file)
    found: set[tuple[int, int]] = set()
    for element in elements_of(opened.file):
        for child in as_list(element.get("/K")):
            if isinstance(child, int) or "/MCID" in child:
                page, at = (element.Pg, child) if isinstance(child, int) else (child.Pg, int(child.MCID))
                key = int(page.StructParents)
                found.add((key, at))
                if not _same(parents, key, at, element):
                    yield f"{element.S} {key} {at}"
            elif "/Obj" in child and parents.get(int(child.Obj.StructParent)) != element:
                yield f"{element.S} is not above its link"
    expected = {
        (key, at) for key, kept in parents.items() if isinstance(kept, pikepdf.Array) for at in range(len(kept))
    }
    yield from (f"{key} {at} is in no element" for key, at in sorted(expected - found))


def check_cells(opened: OpenPrint) -> Iterator[str]:
    """Head cells have names of their own, listed in order; a cell names those of its own table."""
    every = [str(element.ID) for element in elements_of(opened.file) if "/ID" in element]
    names = _tree(opened.file).get("/IDTree", pikepdf.Dictionary(Names=[])).Names
    if [str(name) for name in list(names)[::2]] != sorted(every) or len({*every}) != len(every):
        yield f"{len(every)} head cells, {len({*every})} names, {len(names) // 2} listed"
    for table in (element for element in elements_of(opened.file) if element.S == "/Table"):
        inside = list(_walk(table))
        heads = {str(cell.ID) for cell in inside if "/ID" in cell}
        named = {
            str(name) for cell in inside for owner in as_list(cell.get("/A")) for name in owner.get("/Headers", [])
        }
        yield from sorted(named - heads)


def check_bookmarks(opened: OpenPrint) -> Iterator[str]:
    """Every bookmark leads to where its title stands, and no level is skipped on the way down."""
    pages = {page.obj.objgen: drawn for page, drawn in zip(opened.file.pages, opened.pages, strict=True)}
    found = list(_bookmarks(opened.file.Root.Outlines, 1))
    for _, bookmark in found:
        page, _, _, top, _ = bookmark.Dest
        if not _begins(str(bookmark.Title), pages[page.objgen], float(top)):
            yield str(bookmark.Title)
    levels = [0, *(level for level, _ in found)]
    if len(found) == 0 or any(lower > upper + 1 for upper, lower in pairwise(levels)):
        yield str(levels)


def check_link_areas(opened: OpenPrint) -> Iterator[str]:
    """The area of a link holds its words."""
    pages = {page.obj.objgen: drawn for page, drawn in zip(opened.file.pages, opened.pages, strict=True)}
    for element in (element for element in elements_of(opened.file) if element.S == "/Link"):
        if "/Pg" not in element:
            continue  # its words are in elements of their own
        page = pages[element.Pg.objgen]
        marks = {child for child in as_list(element.K) if isinstance(child, int)}
        areas = [[float(side) for side in child.Obj.Rect] for child in as_list(element.K) if not isinstance(child, int)]
        signs = [sign for sign in page.signs if sign.mark in marks]
        if any(not any(_within(sign, area, page.height) for area in areas) for sign in signs):
            yield f"page {page.number}: {''.join(sign.text for sign in signs)}"


def elements_of(file: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """All elements of the tags, in reading order."""
    return _walk(_tree(file))


def _tree(file: pikepdf.Pdf) -> pikepdf.Object:
    return file.Root.get("/StructTreeRoot", pikepdf.Dictionary())


def _walk(element: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    for child in as_list(element.get("/K")):
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from _walk(child)


def _numbers(file: pikepdf.Pdf) -> dict[int, pikepdf.Object]:
    nums = list(_tree(file).get("/ParentTree", pikepdf.Dictionary(Nums=[])).Nums)
    return {int(key): kept for key, kept in zip(nums[::2], nums[1::2], strict=True)}


def _same(parents: Mapping[int, pikepdf.Object], key: int, at: int, element: pikepdf.Object) -> bool:
    kept = parents.get(key)
    return isinstance(kept, pikepdf.Array) and at < len(kept) and kept[at].objgen == element.objgen


def _bookmarks(above: pikepdf.Object, level: int) -> Iterator[tuple[int, pikepdf.Object]]:
    bookmark = above.get("/First")
    while bookmark is not None:
        yield level, bookmark
        yield from _bookmarks(bookmark, level + 1)
        bookmark = bookmark.get("/Next")


def _begins(title: str, page: DrawnPage, top: float) -> bool:
    """True when the first word of a title stands at a place, or a little below it."""
    height = page.height - top
    near = "".join(sign.text for sign in page.signs if -EDGE < sign.top - height < NEAR)
    return title.split(maxsplit=1)[0] in near


def _within(sign: Sign, area: list[float], height: float) -> bool:
    left, bottom, right, top = area
    across = left - EDGE < sign.x0 and sign.x1 < right + EDGE
    return across and bottom - 2 * EDGE < height - sign.bottom and height - sign.top < top + 3 * EDGE


JOINT_RULES: Mapping[str, Callable[[OpenPrint], Iterator[str]]] = {
    "parents": check_parents,
    "cells": check_cells,
    "bookmarks": check_bookmarks,
    "link-areas": check_link_areas,
}
