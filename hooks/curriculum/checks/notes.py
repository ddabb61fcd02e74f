"""The notes for facilitators against the pages they go under."""

from __future__ import annotations

import difflib

from curriculum.checks.elements import check_elements
from curriculum.checks.links import is_to_come
from curriculum.checks.lost import lost_section
from curriculum.checks.pages import check_marks, check_sections
from curriculum.checks.written import check_written
from curriculum.words.model import Curriculum, Page, Problem


def check_note(note: Page) -> list[Problem]:
    """The slips of any page, in a note; a note has no title of its own."""
    problems = _check_title(note) + check_sections(note) + check_marks(note)
    return problems + check_written(note) + check_elements(note, is_note=True)


def check_notes(curriculum: Curriculum) -> list[Problem]:
    """Notes whose section is not on the page."""
    problems: list[Problem] = []
    for key, note in curriculum.notes.items():
        page = curriculum.pages.get(key)
        problems += _check_sections_exist(note, page, curriculum) if page else []
    return problems


def _check_title(note: Page) -> list[Problem]:
    return [Problem(note.path, note.first_line, "title-in-note", {"found": note.title})] if note.title else []


def _check_sections_exist(note: Page, page: Page, curriculum: Curriculum) -> list[Problem]:
    ids = [section.id for section in page.sections if section.id]
    problems = []
    for section in note.sections:
        line = section.line + note.offset
        if lost := lost_section(section.id, page, (note.path, line), curriculum.edition.path):
            problems.append(lost)
        elif section.id and section.id not in ids and not is_to_come(section.id, page, curriculum):
            near = difflib.get_close_matches(section.id, ids, 1, 0.6)
            values = {
                "found": section.id,
                "page": page.path,
                "expected": ", ".join(ids),
                "near": near[0] if near else "",
            }
            problems.append(Problem(note.path, line, "note-without-section", values))
    return problems
