"""Where the links of a PDF lead, and what is read out right behind each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

import pikepdf

from reading.pdf.tags import Mark, as_list
from reading.pdf.words import read_texts

BEHIND = 12
"""Signs that are looked at behind a link: ` (p. 14)`."""


@dataclass(frozen=True)
class Lead:
    """A link to a place of the same file."""

    words: str
    behind: str
    page: int
    """The page it leads to, counted from 1."""
    title: str
    """The bookmark that leads to the same place; "" when none does."""


def read_leads(pdf: bytes) -> list[Lead]:
    """Every link within a file, in the order of its tags."""
    texts = read_texts(pdf)
    with pikepdf.open(BytesIO(pdf)) as file:
        pages = {page.obj.objgen: number for number, page in enumerate(file.pages, 1)}
        titles = dict(_bookmarks(file.Root.Outlines, pages))
        heard = list(_heard(file.Root.StructTreeRoot, None, pages, texts))
        found = []
        for place, (words, target) in enumerate(heard):
            if target is not None:
                behind = "".join(text for text, _ in heard[place + 1 : place + 1 + BEHIND])[:BEHIND]
                number, top = _place(target, pages)
                found.append(Lead(words, behind, number, titles.get((number, top), "")))
        return found


def _heard(
    element: pikepdf.Object,
    page: pikepdf.Object | None,
    pages: Mapping[tuple[int, int], int],
    texts: Mapping[Mark, str],
) -> Iterator[tuple[str, pikepdf.Object | None]]:
    """What is read out, piece by piece, each link with its target."""
    page = element.get("/Pg", page)
    targets = [child.Obj for child in as_list(element.get("/K")) if not isinstance(child, int) and "/Obj" in child]
    if element.get("/S") == "/Link" and targets and "/Dest" in targets[0]:
        inside = "".join(text for text, _ in _pieces(element, page, pages, texts))
        yield inside, targets[0].Dest
        return
    yield from _pieces(element, page, pages, texts)
    if element.get("/S") in ("/P", "/TD", "/LBody"):
        yield " ", None


def _pieces(
    element: pikepdf.Object,
    page: pikepdf.Object | None,
    pages: Mapping[tuple[int, int], int],
    texts: Mapping[Mark, str],
) -> Iterator[tuple[str, pikepdf.Object | None]]:
    for child in as_list(element.get("/K")):
        if isinstance(child, int):
            assert page is not None
            yield texts.get(Mark(pages[page.objgen] - 1, child), ""), None
        elif "/MCID" in child:
            where = child.get("/Pg", page)
            assert where is not None
            yield texts.get(Mark(pages[where.objgen] - 1, int(child.MCID)), ""), None
        elif "/S" in child:
            yield from _heard(child, page, pages, texts)


def _bookmarks(parent: pikepdf.Object, pages: Mapping[tuple[int, int], int]) -> Iterator[tuple[tuple[int, float], str]]:
    item = parent.get("/First")
    while item is not None:
        yield _place(item.Dest, pages), str(item.Title)
        yield from _bookmarks(item, pages)
        item = item.get("/Next")


def _place(target: pikepdf.Object, pages: Mapping[tuple[int, int], int]) -> tuple[int, float]:
    return pages[target[0].objgen], round(float(target[3]), 1)
