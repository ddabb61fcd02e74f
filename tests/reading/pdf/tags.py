"""The tags of a PDF (its structure tree) as plain values, in the order a screen reader follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import pikepdf

Place = tuple[int, int]
"""The number of an object in the file: how the tree names a page."""


class Mark(NamedTuple):
    """A piece of marked content: the leaf of the tree, where the words are."""

    page: int
    id: int


@dataclass(frozen=True)
class Tag:
    """One element of the tree: `H1`, `P`, `TH`…"""

    role: str
    attributes: Mapping[str, object] = field(default_factory=dict)
    """All its attributes, whoever owns them: {"Scope": "/Column"}."""
    alt: str = ""
    children: tuple[Tag | Mark, ...] = ()

    @property
    def tags(self) -> list[Tag]:
        """The tags right inside this one."""
        return [child for child in self.children if isinstance(child, Tag)]

    def walk(self) -> Iterator[Tag]:
        """This tag and all tags under it, in reading order."""
        yield self
        for tag in self.tags:
            yield from tag.walk()


def read_tags(file: pikepdf.Pdf) -> Tag:
    """The whole tree under one root; a root without children when the file is not tagged."""
    tree = file.Root.get("/StructTreeRoot")
    if tree is None:
        return Tag("Root")
    pages = {page.obj.objgen: index for index, page in enumerate(file.pages)}
    return Tag("Root", children=tuple(_children(tree, -1, pages)))


def _children(element: pikepdf.Object, page: int, pages: Mapping[Place, int]) -> Iterator[Tag | Mark]:
    for child in as_list(element.get("/K")):
        if isinstance(child, int):
            yield Mark(page, child)
            continue
        where = pages[child.Pg.objgen] if "/Pg" in child else page
        if "/MCID" in child:
            yield Mark(where, int(child.MCID))
        elif "/S" in child:  # what is left is a reference to an annotation, which holds no words
            yield _read(child, where, pages)


def _read(element: pikepdf.Object, page: int, pages: Mapping[Place, int]) -> Tag:
    owners = as_list(element.get("/A"))
    attributes = {name[1:]: _plain(value) for owner in owners for name, value in owner.items()}
    children = tuple(_children(element, page, pages))
    return Tag(str(element.S)[1:], attributes, str(element.get("/Alt", "")), children)


def _plain(value: object) -> object:
    return str(value) if isinstance(value, pikepdf.Object) else value


def as_list(value: pikepdf.Object | None) -> list[pikepdf.Object]:
    """What PDF writes as nothing, one thing or an array of things."""
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]
