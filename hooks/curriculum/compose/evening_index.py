"""The first words of an evening on paper: the pages on which to find an emergency, and what to do before it begins.

In:  a protocol with two emergencies; notes that open with **What to bring** and a plan for who is 15 minutes late
Out: "**In an emergency:** [A child](../protocol.md#a-child) · …", then "**Before people arrive:** [What to
     bring](#before-1) · [If you start 15 minutes late](#late-15)"; each link is followed by its page
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum.compose.emergencies import emergencies_at_once
from curriculum.compose.facts import escape
from curriculum.compose.holders import evening_in
from curriculum.compose.late import late_id
from curriculum.compose.lines import Line
from curriculum.compose.notes import summary_title
from curriculum.elements.vocabulary import find_elements
from curriculum.words.dotted import dotted
from curriculum.words.forms import colon, name_in
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Language, Page

LEAD = re.compile(r"\*\*(?P<words>[^*]+)\*\*(?P<date> \([^)]*\)$)?(?P<rest>.*)")
"""Bold words that open a paragraph: `**Who does what tonight.** One of you…`, `**To be confirmed** (November 2026)`."""


def with_headings(opening: tuple[Line, ...]) -> tuple[Line, ...]:
    """The opening of the notes, in which bold words that open a paragraph are headings, which a page can be named of.

    In:  "**Before the day.** The trainer has come."
    Out: "### Before the day { #before-2 }" / "" / "The trainer has come."
    """
    return tuple(_headed(opening))


def _headed(lines: tuple[Line, ...]) -> Iterator[Line]:
    number, before = 0, ""
    for line in lines:
        found = LEAD.fullmatch(line.text) if not before.strip() else None
        before = line.text
        if found is None:
            yield line
            continue
        number += 1
        title = f"{found['words'].rstrip('.')}{found['date'] or ''}"
        yield line._replace(text=f"### {title} {{ #before-{number} }}")
        yield line._replace(text="")
        if found["rest"].strip():
            yield line._replace(text=found["rest"].strip())


def index_of(page: Page, note: Page | None, opening: tuple[Line, ...], curriculum: Curriculum, sheet: str) -> str:
    """The index; `sheet` is the address of the last sheet, `opening` what `with_headings` made."""
    language = page.language
    urgent = [f"[{section.title}]({sheet}#{section.id})" for section in emergencies_at_once(curriculum, language)]
    before = [f"[{title}](#{id})" for title, id in _before(note, opening, language)]
    rows = [
        _row("evening-emergencies", urgent, language),
        _row("evening-before", before, language),
    ]
    return "\n\n".join(filter(None, rows))


def _row(name: str, links: list[str], language: Language) -> str:
    return f"**{label(name, language)}{colon(language)}** {dotted(links)}" if links else ""


def _before(note: Page | None, opening: tuple[Line, ...], language: Language) -> Iterator[tuple[str, str]]:
    """What the notes open with, up to the plans for who is late, then the evening in short; the rest is for home."""
    words = "\n".join(line.text for line in opening)
    plans = [element for element in find_elements(words)[0] if element.name == "late"]
    last = max((plan.line for plan in plans), default=len(opening))
    for line in opening[:last]:
        if line.text.startswith("### ") and " { #" in line.text:
            title, _, id = line.text.removeprefix("### ").partition(" { #")
            yield title, id.removesuffix(" }")
    for plan in plans:
        yield label("late-head", language, minutes=plan.argument), late_id(plan.argument)
    if note and (title := summary_title(note)):
        yield title, "tonight"


def in_other_languages(curriculum: Curriculum, language: Language) -> list[str]:
    """What there is for somebody who reads another language only: the same sheets, and whoever answers in it."""
    week = curriculum.arc.sessions[0]
    others = [one for one in curriculum.languages if one != language and evening_in(week, curriculum, one) == one]
    return [_in_other(other, curriculum, language) for other in others]


def _in_other(other: Language, curriculum: Curriculum, language: Language) -> str:
    name = name_in(other, language)
    lines = [
        f"{escape(line.short[language])} ({escape(line.languages[language])})"
        for line in curriculum.edition.resources
        if "urgent" in line.groups and name.casefold() in line.languages[language].casefold()
    ]
    answers = label("evening-answers", language, lines="; ".join(lines)) if lines else ""
    return " ".join(filter(None, (label("evening-other", language, language=name), answers)))
