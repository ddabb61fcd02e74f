"""What a reader is told right before a hard section: what it names, the way past it, and a line to call.

In:  ## An example { #example }        Out: ## An example { #example }
     /// content-note                       /// content-note | Content note
     Two people name suicide.               Two people name suicide.
     ///                                    [Go past this part, to “Break”](#break)
     ## Break { #break }                    Need someone? **A line**. Call: [555-0142](tel:5550142).
                                            ///

On paper the link keeps its words, which are the title to go on at.
"""

from __future__ import annotations

from curriculum.elements.vocabulary import Element, words_inside
from curriculum.read.source import find_sections
from curriculum.words.labels import label
from curriculum.words.model import Language, Section

NAME = "content-note"


def content_note(body: str, element: Element, support: str, language: Language) -> str:
    """The element with what the site adds to its author's words: the way past it, and the sentence with a line."""
    slashes = body.split("\n")[element.line - 1].partition(NAME)[0].strip()
    _, sections = find_sections(body)
    here = section_of(element, sections)
    past = next_of(here, sections) if here else None
    way = [f"[{label('content-past', language, title=past.title)}](#{past.id})"] if past else []
    parts = [words_inside(body, element), *way, support]
    return "\n\n".join([f"{slashes} {NAME} | {label(NAME, language)}", *parts, slashes])


def section_of(element: Element, sections: tuple[Section, ...]) -> Section | None:
    """The innermost section that an element stands in."""
    return next((section for section in reversed(sections) if section.line < element.line), None)


def next_of(section: Section, sections: tuple[Section, ...]) -> Section | None:
    """The section that begins where this one ends."""
    return next((other for other in sections if other.line == section.end), None)
