"""Content notes: they say something, right under the heading of a section that another one follows."""

from __future__ import annotations

from curriculum.compose.content_notes import NAME, next_of, section_of
from curriculum.elements.vocabulary import Element, find_elements, words_inside
from curriculum.read.source import EXCUSE
from curriculum.words.model import Page, Problem


def check_content_notes(page: Page) -> list[Problem]:
    """Content notes that say nothing, come too late, or have nothing to go past to."""
    elements, _ = find_elements(page.body)
    problems = []
    for element in elements:
        if element.name == NAME and element.end:
            inside = any(element.line < other.line < element.end for other in elements)
            around = any(other.line < element.line < other.end for other in elements)
            line = element.line + page.offset
            if inside or not words_inside(page.body, element):
                problems.append(Problem(page.path, line, "content-note-words"))
            elif around or not _opens_a_section(page, element):
                problems.append(Problem(page.path, line, "content-note-place"))
    return problems


def _opens_a_section(page: Page, element: Element) -> bool:
    """True right under the heading of a section that another one follows, at its level or above."""
    section = section_of(element, page.sections)
    if section is None or not next_of(section, page.sections):
        return False
    between = page.body.split("\n")[section.line : element.line - 1]
    return all(not line.strip("-= \t") or EXCUSE.match(line) for line in between)
