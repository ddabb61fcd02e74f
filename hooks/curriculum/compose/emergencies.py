"""What facilitators do in an emergency, on the last sheet of an evening: sections of their protocol, as it has them.

The front says how far to go when somebody tells something hard, and the steps of four emergencies; the back, which lies
on top when the stapled paper is turned over, what one needs at once. Nothing is written here: each sentence is that of
the protocol, and the steps are those of the one page they are written on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from curriculum.compose.calls import resource_cards
from curriculum.compose.lines import Line, apart, lines_of, place_of, said, with_elements
from curriculum.compose.page import finished
from curriculum.compose.private import AskedElsewhere, asked_in
from curriculum.compose.steps import steps_list, steps_sheet
from curriculum.compose.welcome import PROTOCOL
from curriculum.elements.vocabulary import find_elements
from curriculum.words.composed import Composed
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Language, Page, Section

FRONT = ("disclosure-ladder", "step-1", "step-2", "step-3", "heavy-thoughts", "not-waking", "after-harm")
BACK = ("step-4", "a-child", "unwell", "walks-out")
AT_ONCE = ("heavy-thoughts", "not-waking", "after-harm", "a-child", "unwell", "walks-out", "disclosure-ladder")
"""Those that the first page of an evening leads to, in the order of the sheet."""
WHOLLY = "a-child"
WHOLE, STEPS = ("", "emergencies"), "heavy-thoughts"
"""What names all the steps at once, and where they begin here."""


def place_in_emergencies(section: str, curriculum: Curriculum, language: Language) -> str:
    """The id on the sheet of a section of the protocol or of the steps; "" for one that is not on it."""
    page = curriculum.pages.get((language, PROTOCOL))
    wanted = STEPS if section in WHOLE else section
    return wanted if page and _chosen(page, [wanted] if wanted in FRONT + BACK else []) else ""


def emergencies_at_once(curriculum: Curriculum, language: Language) -> list[Section]:
    """The sections of the sheet that somebody looks for first."""
    page = curriculum.pages.get((language, PROTOCOL))
    return _chosen(page, AT_ONCE) if page else []


def asked_on_sheet(curriculum: Curriculum, language: Language, sheet: str) -> AskedElsewhere:
    """What is written by hand on the sheet while nobody knows it; `sheet` is the address that leads there."""
    page = curriculum.pages.get((language, PROTOCOL))
    found: dict[str, str] = {}
    for section in _chosen(page, FRONT + BACK) if page else ():
        words = "\n".join(line.text for line in _section(page, section)) if page else ""
        found |= asked_in(words, f"{sheet}#{section.id}")
    return found


def compose_front(curriculum: Curriculum, language: Language) -> Composed | None:
    """The Markdown of the front, its steps in few words; nothing where the course has no protocol."""
    page = curriculum.pages.get((language, PROTOCOL))
    sections = _chosen(page, FRONT) if page else []
    if page is None or not sections:
        return None
    opening, *others = (_section(page, section) for section in sections)
    title = opening[0]._replace(text=opening[0].text[1:])
    lines = apart([(title, *opening[1:]), *others])
    return finished(page, _instead([*lines], curriculum, language), curriculum, on_paper=True)


def compose_back(curriculum: Curriculum, language: Language) -> Composed | None:
    """The Markdown of the back, with every line to call that the front and the back name."""
    page = curriculum.pages.get((language, PROTOCOL))
    sections = _chosen(page, BACK) if page else []
    if page is None or not sections:
        return None
    opening = f"# {label('emergencies-back', language)} {{ #emergencies-back }}"
    texts = [said(f"{opening}\n\n{_calls(page, curriculum, language)}", place_of(page, 1))]
    lines = apart([*texts, *(_section(page, section) for section in sections)])
    return finished(page, _instead([*lines], curriculum, language), curriculum, on_paper=True)


def _calls(page: Page, curriculum: Curriculum, language: Language) -> str:
    """The lines to call that the sections name, in few words."""
    sections = [_section(page, section) for section in _chosen(page, BACK + FRONT)]
    found = [element for lines in sections for element in find_elements("\n".join(line.text for line in lines))[0]]
    groups = list(dict.fromkeys(element.argument for element in found if element.name == "resources"))
    return "\n".join(resource_cards(groups, curriculum.edition, language)) if groups else ""


def _instead(lines: list[Line], curriculum: Curriculum, language: Language) -> list[Line]:
    """The lines without lists of lines to call, which stand together on the back, and with steps in few words.

    A child is reported by the steps as they are: each of them is a duty.
    """
    known: Mapping[str, Callable[[str], str]] = {
        "resources": lambda _: "",
        "steps": lambda name: (steps_list if name == WHOLLY else steps_sheet)(name, curriculum, language),
    }
    return with_elements(lines, lambda _: lambda e: known[e.name](e.argument) if e.name in known else None)


def _chosen(page: Page, ids: Iterable[str]) -> list[Section]:
    sections = {section.id: section for section in page.sections}
    return [sections[id] for id in ids if id in sections]


def _section(page: Page, section: Section) -> tuple[Line, ...]:
    """A section up to its next heading, as one of the sheet's own."""
    after = next((other.line for other in page.sections if other.line > section.line), section.end)
    lines = lines_of(page.body, page.path, page.offset + 1)[section.line - 1 : after - 1]
    heading, *rest = lines
    return (heading._replace(text=f"## {section.title} {{ #{section.id} }}"), *rest)
