"""What the pages of a course know of each other: all that shapes a page beside its own words and its own note."""

from __future__ import annotations

from typing import Any

from curriculum.compose.outcomes import all_outcomes
from curriculum.compose.steps import all_steps
from curriculum.words.model import Curriculum, Page

Outline = tuple[Any, ...]


def outline_of(curriculum: Curriculum) -> Outline:
    """Arc, edition, files and whose they are; of each page and note place, title, keys, headings; what other pages show
    of the words of one: steps of emergencies, outcomes of weeks.

    Two curricula with equal outlines compose, check and show every page alike whose own words and note are alike. An
    outline is written (`repr`) the same in every process.
    """
    edition = curriculum.edition
    place = edition.path, edition.facts, sorted(edition.to_confirm), edition.resources, edition.lines
    private = edition.private, edition.private_lines
    around = edition.status, edition.theme, edition.credit
    files = sorted(curriculum.files), sorted(curriculum.theirs)
    course = curriculum.languages, curriculum.arc, place, private, around, files, curriculum.audience
    pages, notes = (tuple(map(_page, found.values())) for found in (curriculum.pages, curriculum.notes))
    return *course, all_steps(curriculum), all_outcomes(curriculum), pages, notes


def _page(page: Page) -> tuple[Any, ...]:
    sections = tuple((section.id, section.level, section.title) for section in page.sections)
    return page.path, page.language, page.uri, page.title, page.meta, sections
