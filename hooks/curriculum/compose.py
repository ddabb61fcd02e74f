"""A page, its notes, the facts and what is written for the author -> the Markdown that is rendered.

In:  the page as its author wrote it
Out: the same text with, on a week page, the box at the top, the plan at the end of `expect` and the section
     `handouts`; for facilitators the run sheet and, under each section, its note; lists of lines to call; facts in
     place of `{{ … }}`
"""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from itertools import pairwise

from curriculum.blocks import Sizes, downloads, glance, handout_list, plan, run_sheet, week_list
from curriculum.calls import resource_card, resource_list
from curriculum.facts import facts_for, fill
from curriculum.labels import label
from curriculum.model import Audience, Curriculum, Language, Page, Week
from curriculum.pictures.chart import load_figure
from curriculum.pictures.figure import picture_figure
from curriculum.source import text_lines, without_excuses
from curriculum.vocabulary import Element, find_elements, picture_of, replace_elements

NOTE = "/" * 8
"""More slashes than an author uses, so that a note can hold any element."""
Insertion = tuple[int, str]
"""Markdown to put before a line of the body."""


def compose_page(page: Page, curriculum: Curriculum, sizes: Sizes) -> str:
    """The Markdown of one page, for the audience whose curriculum it is. `sizes` are those of the PDFs, in bytes."""
    week = next((week for week in curriculum.arc.published if week.uri == page.uri), None)
    handout = next((handout for handout in curriculum.arc.handouts if handout.uri == page.uri), None)
    insertions: list[Insertion] = []
    if week:
        insertions += _week_insertions(page, week, curriculum, sizes)
    if handout:
        insertions.append((_after_title(page), downloads(handout, curriculum, page.language, sizes)))
    return _finish(page, insertions + _note_insertions(page, week, curriculum), curriculum)


def with_front_matter(page: Page, markdown: str) -> str:
    """The composed Markdown under the page's keys, which end up in the head of the HTML and are escaped for it."""
    if not page.meta:
        return markdown
    keys = "".join(f"{key}: {json.dumps(html.escape(value), ensure_ascii=False)}\n" for key, value in page.meta.items())
    return f"---\n{keys}---\n{markdown}"


def compose_handout(page: Page, curriculum: Curriculum) -> str:
    """The Markdown of a handout as it is printed: without what only helps on a screen."""
    return _finish(page, [], curriculum)


def _week_insertions(page: Page, week: Week, curriculum: Curriculum, sizes: Sizes) -> list[Insertion]:
    expect = next(section for section in page.sections if section.id == "expect")
    return [
        (_lead_end(page), glance(week, curriculum.arc, page.language)),
        (expect.end, plan(week, page)),
        (_last_line(page), handout_list(week, curriculum, page.language, sizes)),
    ]


def _note_insertions(page: Page, week: Week | None, curriculum: Curriculum) -> list[Insertion]:
    """The run sheet and the opening note under the lead, every other note at the end of its section."""
    note = curriculum.notes.get((page.language, page.uri))
    sheet = run_sheet(week, page, curriculum) if week and curriculum.audience is Audience.FACILITATOR else ""
    words = note_words(note) if note else {}
    opening = f"{sheet}\n\n{words.pop('', '')}".strip()
    found = [(_lead_end(page), _wrap(opening, page.language))] if opening else []
    ends = {section.id: section.end for section in page.sections}
    return found + [(ends[id], _wrap(text, page.language)) for id, text in words.items() if text]


def note_words(note: Page) -> dict[str, str]:
    """A notes file -> its words by section id; what stands before the first heading has the id "".

    In:  "Bring pens." / "## Arrive { #arrive }" / "Say hello."
    Out: {"": "Bring pens.", "arrive": "Say hello."}
    """
    lines = note.body.split("\n")
    headings = [0, *(section.line for section in note.sections), len(lines) + 1]
    ids = ["", *(section.id for section in note.sections)]
    return {
        id: "\n".join(lines[start : stop - 1]).strip()
        for id, (start, stop) in zip(ids, pairwise(headings), strict=True)
    }


def _wrap(words: str, language: Language) -> str:
    return f"{NOTE} note | {label('note', language)}\n\n{words}\n\n{NOTE}"


def _lead_end(page: Page) -> int:
    return page.sections[0].line if page.sections else _last_line(page)


def _last_line(page: Page) -> int:
    return page.body.count("\n") + 2


def _after_title(page: Page) -> int:
    return next((number + 1 for number, line in text_lines(page.body) if line.startswith("# ")), 1)


def _finish(page: Page, insertions: list[Insertion], curriculum: Curriculum) -> str:
    """Put the insertions before their lines, then lists in place of their elements, then facts."""
    lines = page.body.split("\n")
    last_first = sorted(enumerate(insertions), key=lambda item: (item[1][0], item[0]), reverse=True)
    for _, (line, words) in last_first:
        lines[line - 1 : line - 1] = ["", words, ""]

    facts = facts_for(curriculum, page.language, page.uri)
    return fill(without_excuses(_replace("\n".join(lines), page.language, curriculum, facts)), facts)


def _replace(body: str, language: Language, curriculum: Curriculum, facts: Mapping[str, str]) -> str:
    """The text with every element that stands for something else replaced by it."""
    edition = curriculum.edition
    elements, _ = find_elements(body)
    cards = [element for element in elements if element.name == "card"]
    calls = [element for element in elements if element.name == "resources"]
    on_cards = [call for call in calls if any(card.line < call.line < card.end for card in cards)]

    def words_for(element: Element) -> str | None:
        group = element.argument
        match element.name:
            case "resources" if element in on_cards:
                before = [call.argument for call in on_cards if call.line < element.line]
                return resource_card(group, before, edition, language)
            case "resources":
                return resource_list(group, edition, language)
            case "picture":
                return picture_figure(picture_of(body, element, facts), language)
            case "load":
                return load_figure(curriculum.arc, language)
            case "weeks":
                return week_list(curriculum, language)
        return None

    return replace_elements(body, words_for)
