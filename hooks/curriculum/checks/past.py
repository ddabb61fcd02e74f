"""Pages that were found right before: the same text, in a course of the same outline, is not looked at again."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Mapping

from curriculum.checks import EVERY, Looks
from curriculum.compose.shaped import shape_of
from curriculum.read.languages import Languages
from curriculum.words.model import Curriculum, Page, Problem

Names = Mapping[str, str]
"""A name for each page and note by its path: nothing that shapes what is said of one is left out of it."""


def names_of(curriculum: Curriculum, program: str) -> Names:
    """The names of all pages and notes of a course; `program` stands for the checks themselves."""
    shape = shape_of(curriculum, program)
    pages = (*curriculum.pages.values(), *curriculum.notes.values())
    return {page.path: hashlib.sha256(f"{shape}\0{page!r}".encode()).hexdigest() for page in pages}


def looks_past(known: Container[str], names: Names) -> Looks:
    """Looks at every page but those whose names are known."""

    def is_known(page: Page) -> bool:
        return names[page.path] in known

    def note(page: Page) -> list[Problem]:
        return [] if is_known(page) else EVERY.note(page)

    def one(page: Page, counterpart: Page | None, languages: Languages) -> list[Problem]:
        return [] if is_known(page) else EVERY.page(page, counterpart, languages)

    def in_place(page: Page, curriculum: Curriculum) -> list[Problem]:
        return [] if is_known(page) else EVERY.in_place(page, curriculum)

    return Looks(note, one, in_place)
