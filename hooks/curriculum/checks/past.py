"""Pages that were found right before: the same text, in a course of the same shape, is not looked at again."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Mapping

from curriculum.checks import EVERY, Looks
from curriculum.compose.steps import all_steps
from curriculum.read.languages import Languages
from curriculum.words.model import Curriculum, Page, Problem

Names = Mapping[str, str]
"""A name for each page and note by its path: nothing that shapes what is said of one is left out of it."""


def names_of(curriculum: Curriculum, program: str) -> Names:
    """The names of all pages and notes of a course; `program` stands for the checks themselves."""
    shape = hashlib.sha256(f"{program}\0{shape_of(curriculum)}".encode()).hexdigest()
    pages = (*curriculum.pages.values(), *curriculum.notes.values())
    return {page.path: hashlib.sha256(f"{shape}\0{page!r}".encode()).hexdigest() for page in pages}


def shape_of(curriculum: Curriculum) -> str:
    """All that the checks of one page ask of the others: where pages are, and their titles, keys and sections."""
    edition = curriculum.edition
    pages = [
        (page.path, page.title, sorted(page.meta.items()), [section.id for section in page.sections])
        for page in (*curriculum.pages.values(), *curriculum.notes.values())
    ]
    facts = sorted((name, repr(text)) for name, text in edition.facts.items())
    place = (edition.path, facts, sorted(edition.to_confirm), edition.resources)
    steps = all_steps(curriculum)
    return repr((curriculum.arc, place, sorted(pages), steps, sorted(curriculum.files), curriculum.audience))


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
