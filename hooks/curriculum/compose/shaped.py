"""All that shapes the Markdown of a page, known before it is composed: what is as it was need not be composed again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from curriculum.compose.behind import behind_of
from curriculum.compose.downloads import Sizes
from curriculum.compose.in_step import in_step_words
from curriculum.compose.outline import outline_of
from curriculum.translate.values import Found
from curriculum.words.model import Curriculum, Page

AskedSizes = Mapping[str, int | None]
"""Bytes of each file whose size a page asked for, by its place; none of one that is not there."""


@dataclass
class Noting(Mapping[str, int]):
    """The sizes of files, noting which are asked for."""

    of: Sizes
    asked: dict[str, int | None] = field(default_factory=dict)

    def __getitem__(self, place: str) -> int:
        found = self.asked[place] = self.of.get(place)
        if found is None:
            raise KeyError(place)
        return found

    def __iter__(self) -> Iterator[str]:
        self.asked.update(self.of)
        return iter(self.of)

    def __len__(self) -> int:
        self.asked.update(self.of)
        return len(self.of)


def is_so(asked: AskedSizes, sizes: Sizes) -> bool:
    """True while every file that was asked for is as large as it was."""
    return all(sizes.get(place) == size for place, size in asked.items())


def shape_of(curriculum: Curriculum, program: str) -> str:
    """The outline of a course, as a name; `program` stands for what composes and checks it."""
    return hashlib.sha256(f"{program}\0{outline_of(curriculum)!r}".encode()).hexdigest()


def inputs_of(page: Page, curriculum: Curriculum) -> tuple[object, ...]:
    """What shapes a page beside the outline and the sizes of files: page, note, what another language is ahead by.

    A page that is borrowed is shaped by what it is in its own language, too.
    """
    there = [page, *([curriculum.pages[page.borrowed, page.uri]] if page.borrowed else [])]
    own = ((one, curriculum.notes.get((one.language, one.uri)), behind_in(one, curriculum)) for one in there)
    return *own, in_step_words(page, curriculum)


def behind_in(page: Page, curriculum: Curriculum) -> list[Found]:
    """The sections of a page, and of its note, that another language is ahead of."""
    note = curriculum.notes.get((page.language, page.uri))
    return [row for one in (page, note) if one for row in behind_of(one, curriculum)]


def shaped_by(page: Page, curriculum: Curriculum, shape: str, lines: Iterable[str]) -> str:
    """A name for all that shapes a page but the sizes of files; `lines` to call are found elsewhere."""
    return hashlib.sha256(f"{shape}\0{inputs_of(page, curriculum)!r}\0{sorted(lines)}".encode()).hexdigest()
