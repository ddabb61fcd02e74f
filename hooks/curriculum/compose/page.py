"""A page, its notes, the facts and what is written for the author -> the Markdown that is rendered.

In:  the page as its author wrote it
Out: the same text with, on a week page, the box at the top, the plan at the end of `expect` and the section
     `handouts`; for facilitators the run sheet and, under each section, its note; lists of lines to call; facts in
     place of `{{ … }}`
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise

from curriculum.compose.blocks import downloads, glance, handout_list, part_times, plan, run_sheet, week_list
from curriculum.compose.calls import resource_card, resource_list
from curriculum.compose.content_notes import content_note
from curriculum.compose.downloads import Sizes, download_list
from curriculum.compose.facts import facts_for, fill
from curriculum.compose.pictures import picture_of
from curriculum.elements.vocabulary import Element, find_elements, replace_elements
from curriculum.pictures.chart import load_figure
from curriculum.pictures.figure import picture_figure
from curriculum.read.source import text_lines, without_excuses
from curriculum.site.frame import discreet_switch
from curriculum.site.search import PLACE
from curriculum.words.labels import label
from curriculum.words.model import Audience, Curriculum, Language, Page, Week

NOTE = "/" * 8
"""More slashes than an author uses, so that a note can hold any element."""
PICTURE_FILE = re.compile(r"!\[([^\]]+)\]\([^)]*\)")
Insertion = tuple[int, str]
"""Markdown to put before a line of the body."""


def compose_page(page: Page, curriculum: Curriculum, sizes: Sizes) -> str:
    """The Markdown of one page, for the audience whose curriculum it is; `sizes` of the files made of it, in bytes."""
    week = next((week for week in curriculum.arc.published if week.uri == page.uri), None)
    handout = next((handout for handout in curriculum.arc.handouts if handout.uri == page.uri), None)
    insertions: list[Insertion] = []
    if week:
        insertions += _week_insertions(page, week, curriculum, sizes)
    if handout:
        insertions.append((_after_title(page), downloads(handout, curriculum, page.language, sizes)))
    return _finish(page, insertions + _note_insertions(page, week, curriculum), curriculum, sizes)


def with_front_matter(page: Page, markdown: str) -> str:
    """The composed Markdown under the page's keys, which end up in the head of the HTML and are escaped for it."""
    if not page.meta:
        return markdown
    keys = "".join(f"{key}: {json.dumps(html.escape(value), ensure_ascii=False)}\n" for key, value in page.meta.items())
    return f"---\n{keys}---\n{markdown}"


def compose_handout(page: Page, curriculum: Curriculum) -> str:
    """The Markdown of a handout as it is printed: without what only helps on a screen."""
    return _finish(page, [], curriculum)


def compose_chapter(page: Page, curriculum: Curriculum) -> str:
    """The Markdown of a page as it stands in a book: a week has its box and its plan; nothing only a screen needs."""
    week = next((week for week in curriculum.arc.published if week.uri == page.uri), None)
    opening = _week_opening(page, week, glance(week, curriculum.arc, page.language, "")) if week else []
    text = _finish(page, opening, curriculum).replace(discreet_switch(page.language), "")
    return pictures_in_words(text, page.language)


def compose_notes(page: Page, week: Week, title: str, curriculum: Curriculum) -> str:
    """The Markdown of a week's notes alone, for paper: the run sheet, then each note under its part and its time.

    Its headings are those of the page, so that a note is found by the same words on screen and on paper.
    """
    note = curriculum.notes.get((page.language, page.uri))
    words = note_words(note) if note else {}
    times = part_times(week, curriculum, page.language)
    parts = [f"# {title}", run_sheet(week, page, curriculum), words.pop("", "")]
    for section in page.sections:
        if text := words.get(section.id):
            heading = " · ".join([section.title, *times.get(section.id, ())])
            parts.append(f"## {heading} {{ #{section.id} }}\n\n{text}")
    body = "\n\n".join(part for part in parts if part)
    return pictures_in_words(_finish(replace(page, body=body, sections=()), [], curriculum), page.language)


def pictures_in_words(text: str, language: Language) -> str:
    """A book holds no picture files: what a picture says to whoever does not see it stands in its place.

    In:  `![A red door](images/door.jpg)`
    Out: `*Picture: A red door*`
    """
    return PICTURE_FILE.sub(lambda found: f"*{label('picture-file', language, words=found[1])}*", text)


def _week_insertions(page: Page, week: Week, curriculum: Curriculum, sizes: Sizes) -> list[Insertion]:
    jump = f"[{label('handouts-jump', page.language)}](#handouts)"
    return [
        *_week_opening(page, week, glance(week, curriculum.arc, page.language, jump)),
        (_last_line(page), handout_list(week, curriculum, page.language, sizes)),
    ]


def _week_opening(page: Page, week: Week, box: str) -> list[Insertion]:
    expect = next(section for section in page.sections if section.id == "expect")
    return [(_lead_end(page), box), (expect.end, plan(week, page))]


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


def _finish(page: Page, insertions: list[Insertion], curriculum: Curriculum, sizes: Sizes | None = None) -> str:
    """Put the insertions before their lines, then lists in place of their elements, then facts."""
    lines = page.body.split("\n")
    last_first = sorted(enumerate(insertions), key=lambda item: (item[1][0], item[0]), reverse=True)
    for _, (line, words) in last_first:
        lines[line - 1 : line - 1] = ["", words, ""]

    facts = facts_for(curriculum, page.language, page.uri)
    text = _replace("\n".join(lines), page.language, curriculum, facts, sizes or {})
    return fill(without_excuses(text), facts)


def _replace(body: str, language: Language, curriculum: Curriculum, facts: Mapping[str, str], sizes: Sizes) -> str:
    """The text with every element that stands for something else replaced by it."""
    edition = curriculum.edition
    elements, _ = find_elements(body)
    cards = [element for element in elements if element.name == "card"]
    calls = [element for element in elements if element.name == "resources"]
    on_cards = [call for call in calls if any(card.line < call.line < card.end for card in cards)]

    def words_of_calls(element: Element) -> str:
        before = [call.argument for call in on_cards if call.line < element.line]
        if element in on_cards:
            return resource_card(element.argument, before, edition, language)
        return resource_list(element.argument, edition, language)

    words: dict[str, Callable[[Element], str]] = {
        "resources": words_of_calls,
        "content-note": lambda element: content_note(body, element, edition, language),
        "picture": lambda element: picture_figure(picture_of(body, element, facts), language),
        "load": lambda _: load_figure(curriculum.arc, language),
        "weeks": lambda _: week_list(curriculum, language),
        "downloads": lambda _: download_list(curriculum, language, sizes),
        "search": lambda _: PLACE,
        "discreet": lambda _: discreet_switch(language),
    }
    return replace_elements(body, lambda element: words[element.name](element) if element.name in words else None)
