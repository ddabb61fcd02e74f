"""What a reader is told right before a hard section: what it names, the way past it, and a line to call.

In:  ## An example { #example }        Out: ## An example { #example }
     /// content-note                       /// content-note | Content note
     Two people name suicide.               Two people name suicide.
     ///                                    [Go past this part, to “Break”](#break)
     ## Break { #break }                    Need a voice? **A line**. Call: [555-0142](tel:5550142). *(…)*
                                            ///

On paper the link keeps its words, which are the title to go on at.
"""

from __future__ import annotations

from curriculum.calls import support_line
from curriculum.labels import label
from curriculum.model import Edition, Language, Page, Problem, Section
from curriculum.source import EXCUSE, find_sections
from curriculum.vocabulary import Element, find_elements, words_inside

NAME = "content-note"


def content_note(body: str, element: Element, edition: Edition, language: Language) -> str:
    """The element with what the site adds to its author's words."""
    slashes = body.split("\n")[element.line - 1].partition(NAME)[0].strip()
    _, sections = find_sections(body)
    here = _section_of(element, sections)
    past = _next(here, sections) if here else None
    way = [f"[{label('content-past', language, title=past.title)}](#{past.id})"] if past else []
    parts = [words_inside(body, element), *way, support_line(edition, language)]
    return "\n\n".join([f"{slashes} {NAME} | {label(NAME, language)}", *parts, slashes])


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
    section = _section_of(element, page.sections)
    if section is None or not _next(section, page.sections):
        return False
    between = page.body.split("\n")[section.line : element.line - 1]
    return all(not line.strip("-= \t") or EXCUSE.match(line) for line in between)


def _section_of(element: Element, sections: tuple[Section, ...]) -> Section | None:
    """The innermost section that an element stands in."""
    return next((section for section in reversed(sections) if section.line < element.line), None)


def _next(section: Section, sections: tuple[Section, ...]) -> Section | None:
    return next((other for other in sections if other.line == section.end), None)
