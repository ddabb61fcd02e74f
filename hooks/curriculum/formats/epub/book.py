"""A book as its caller describes it: chapters with their trees, and what stands on the title page."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from curriculum.elements.tree import to_tree, written
from curriculum.words.composed import Composed
from curriculum.words.forms import region_of
from curriculum.words.model import Language

MONTH = re.compile(r"(\d{4})\.(0?[1-9]|1[0-2])(?:\.|$)")
UNDATED = "1980-01-01T00:00:00Z"
"""For a version that names no month: the date of every file in the archive."""


@dataclass(frozen=True)
class Chapter:
    """One page of the book, and the pages under it in the contents."""

    name: str
    """File name without ending: `week-01`, `week-01-pause-card`."""
    title: str
    """Plain words."""
    article: etree.Element | str
    """An article as `elements.tree.to_tree` gives it, or the Markdown of one, which is read when it is asked for."""
    children: tuple[Chapter, ...] = ()
    uri: str = ""
    """The page's path, `week-01/handouts/pause-card.md`, so that links of other chapters find it."""
    language: Language | None = None
    """Of its words, where the book borrows them."""

    @property
    def tree(self) -> etree.Element:
        """The article; starts with its h1."""
        return to_tree(self.article) if isinstance(self.article, str) else self.article

    @property
    def shape(self) -> str:
        """All that its tree is made of: the same Markdown in other parts may be another one."""
        if isinstance(self.article, Composed):
            return repr([part.text for part in self.article.parts])
        return self.article if isinstance(self.article, str) else written(self.article)

    @property
    def file(self) -> str:
        """Its file; all chapters are in one folder, so that this is also the link from one to the other."""
        return f"{self.name}.xhtml"

    @property
    def place(self) -> str:
        """What links are relative to."""
        return self.uri or self.name


@dataclass(frozen=True)
class Book:
    """One book in one language."""

    title: str
    language: Language
    identifier: str
    """The same for every version: `urn:uuid:…`."""
    version: str
    """`2026.11`."""
    credit: str
    licence: str
    """In words."""
    licence_address: str
    description: str
    contents: str
    """The word for the list of chapters: Contents, Table des matières."""
    chapters: tuple[Chapter, ...]
    made_from: tuple[str, ...] = ()
    """What it was made from and what was changed, a line each; nothing of the first course itself."""

    @property
    def region(self) -> str:
        """The language as reading systems choose a voice by it: `en-CA`, `fr-CA`."""
        return region_of(self.language)

    @property
    def modified(self) -> str:
        """The first moment of the month that the version names: `2026.11` -> `2026-11-01T00:00:00Z`."""
        month = MONTH.match(self.version)
        return f"{month[1]}-{month[2]:0>2}-01T00:00:00Z" if month else UNDATED


def in_reading_order(chapters: Iterable[Chapter]) -> Iterator[Chapter]:
    """Each chapter, then those under it."""
    for chapter in chapters:
        yield chapter
        yield from in_reading_order(chapter.children)


def check_names(chapters: Iterable[Chapter]) -> None:
    """Raises `ValueError` when two chapters have one file or one place: one of them would be lost."""
    for names in zip(*((chapter.file, chapter.place) for chapter in chapters), strict=True):
        twice = [name for name, count in Counter(names).items() if count > 1]
        if twice:
            raise ValueError(f"two chapters have the same name: {', '.join(twice)}")
