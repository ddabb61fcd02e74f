"""A page, its notes, the facts and what is written for the author -> the Markdown that is rendered.

In:  the page as its author wrote it
Out: the same text with, on a week page, the box at the top, the plan at the end of `expect` and the section
     `handouts`; for facilitators the run sheet and, under each section, its note; lists of lines to call; facts in
     place of `{{ … }}`; and the file and line that each line comes from
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from curriculum.compose.behind import line_on_paper, marks_on_screen, with_marks
from curriculum.compose.blocks import (
    downloads,
    evening_on_paper,
    evening_on_screen,
    glance,
    handout_list,
    plan,
)
from curriculum.compose.changed import changed_insertions, is_told_on
from curriculum.compose.downloads import Sizes
from curriculum.compose.facts import facts_for
from curriculum.compose.in_step import in_step_insertions
from curriculum.compose.instead import words_instead
from curriculum.compose.lines import (
    HOLED,
    Insertion,
    Line,
    apart,
    lines_of,
    place_of,
    put_together,
    said,
    with_elements,
    with_insertions,
)
from curriculum.compose.notes import SUMMARY, notes_of, summary_title, wrapped
from curriculum.compose.private import NOWHERE, AskedElsewhere, private_facts
from curriculum.compose.run_sheet import run_sheet
from curriculum.compose.welcome import welcome
from curriculum.elements.vocabulary import find_elements
from curriculum.read.source import text_lines
from curriculum.words.composed import Composed, ComposedPart, Place
from curriculum.words.labels import label
from curriculum.words.model import HOME, Audience, Curriculum, Language, Page, Week

PICTURE_FILE = re.compile(r"!\[([^\]]+)\]\([^)]*\)")


def compose_page(page: Page, curriculum: Curriculum, sizes: Sizes) -> Composed:
    """The Markdown of one page, for the audience whose curriculum it is; `sizes` of the files made of it, in bytes.

    A borrowed one is as it is in its own language, throughout.
    """
    if page.borrowed:
        return compose_page(curriculum.pages[page.borrowed, page.uri], curriculum, sizes)
    week = curriculum.arc.session_at(page.uri)
    handout = next((handout for handout in curriculum.arc.handouts if handout.uri == page.uri), None)
    insertions: list[Insertion] = []
    if week:
        insertions += _week_insertions(page, week, curriculum, sizes)
    if handout:
        insertions.append(_insertion(page, _after_title(page), downloads(handout, curriculum, page.language, sizes)))
    insertions += [*changed_insertions(page, curriculum), *in_step_insertions(page, curriculum)]
    insertions += _note_insertions(page, week, curriculum, sizes)
    insertions = [*marks_on_screen(page, curriculum), *insertions]
    return finished(page, with_insertions(page, insertions), curriculum, sizes)


def is_alike(page: Page, curriculum: Curriculum) -> bool:
    """True for a page whose Markdown is the same for both audiences: no note, no run sheet, no list of theirs."""
    if (page.language, page.uri) in curriculum.notes or curriculum.arc.session_at(page.uri) or page.uri == HOME:
        return False
    differs = is_told_on(page, curriculum) or any(e.name == "downloads" for e in find_elements(page.body)[0])
    return not differs


def compose_handout(page: Page, curriculum: Curriculum, asked: AskedElsewhere = NOWHERE) -> Composed:
    """The Markdown of a handout as it is printed: without what only helps on a screen."""
    return finished(page, with_insertions(page, line_on_paper(page, curriculum)), curriculum, asked=asked)


def compose_body(page: Page, curriculum: Curriculum, facts: Mapping[str, str]) -> Composed:
    """What its author wrote, for whoever looks for mistakes: nothing in it need be right.

    Facts and lines to call are in place; other elements are as their author wrote them.
    """
    lines = with_elements(lines_of(page.body, page.path, page.offset + 1), words_instead(page, curriculum, facts))
    return put_together(lines, facts)


def compose_chapter(page: Page, curriculum: Curriculum) -> Composed:
    """The Markdown of a page as it stands in a book."""
    return pictures_in_words(compose_read(page, curriculum), page.language)


def compose_read(page: Page, curriculum: Curriculum, noted: bool = False) -> Composed:
    """The Markdown of a page without what only our site needs: a week has its box and its plan; `noted`, its notes."""
    week = curriculum.arc.session_at(page.uri)
    insertions = _week_opening(page, week, glance(week, curriculum, page.language, "")) if week else []
    insertions += [*changed_insertions(page, curriculum), *in_step_insertions(page, curriculum)]
    insertions += _note_insertions(page, week, curriculum, {}) if noted else []
    insertions += line_on_paper(page, curriculum)
    return finished(page, with_insertions(page, insertions), curriculum, on_paper=True)


def pictures_in_words(text: Composed, language: Language) -> Composed:
    """A book holds no picture files: what a picture says to whoever does not see it stands in its place.

    In:  `![A red door](images/door.jpg)`
    Out: `*Picture: A red door*`
    """

    def in_words(found: re.Match[str]) -> str:
        return f"*{label('picture-file', language, words=found[1])}*"

    return Composed.of(ComposedPart(PICTURE_FILE.sub(in_words, part.text), part.places) for part in text.parts)


def _insertion(page: Page, line: int, words: str) -> Insertion:
    return Insertion(line, said(words, place_of(page, line)))


def _week_insertions(page: Page, week: Week, curriculum: Curriculum, sizes: Sizes) -> list[Insertion]:
    jump = f"[{label('handouts-jump', page.language)}](#handouts)"
    return [
        *_week_opening(page, week, glance(week, curriculum, page.language, jump)),
        _insertion(page, _last_line(page), handout_list(week, curriculum, page.language, sizes)),
    ]


def _week_opening(page: Page, week: Week, box: str) -> list[Insertion]:
    expect = next(section for section in page.sections if section.id == "expect")
    return [_insertion(page, _lead_end(page), box), _insertion(page, expect.end, plan(week, page))]


def _note_insertions(page: Page, week: Week | None, curriculum: Curriculum, sizes: Sizes) -> list[Insertion]:
    """The run sheet, to run from, to print and to read, and the opening note under the lead; other notes end their
    sections. On the first page, the ways to every session stand before what it says to everyone.
    """
    note = curriculum.notes.get((page.language, page.uri))
    sheet: tuple[Line, ...] = ()
    if week and curriculum.audience is Audience.FACILITATOR:
        paper = evening_on_paper(week, curriculum, page.language, sizes)
        ways = f"{evening_on_screen(week, page.language, sizes)}  \n{paper}"
        sheet = said(f"{ways}\n\n{run_sheet(week, page, curriculum)}", place_of(note or page, 1))
    words, place = with_marks(notes_of(note), note, curriculum) if note else {}, _lead_end(page)
    if page.uri == HOME and curriculum.audience is Audience.FACILITATOR:
        sheet, place = said(welcome(curriculum, page.language, sizes), place_of(note or page, 1)), _after_title(page)
    opening, of = tuple(apart([sheet, words.pop("", ())])), (note.borrowed if note else None) or page.language
    found = [Insertion(place, wrapped(opening, page.language if sheet else of))] if opening else []
    ends = {section.id: section.end for section in page.sections}
    titles = {SUMMARY: summary_title(note)} if note else {}
    return found + [
        Insertion(ends[id], wrapped(lines, of, titles.get(id, ""), of != page.language))
        for id, lines in words.items()
        if lines
    ]


def _lead_end(page: Page) -> int:
    return page.sections[0].line if page.sections else _last_line(page)


def _last_line(page: Page) -> int:
    return page.body.count("\n") + 2


def _after_title(page: Page) -> int:
    return next((number + 1 for number, line in text_lines(page.body) if line.startswith("# ")), 1)


def finished(  # noqa: PLR0913, PLR0917
    page: Page,
    lines: list[Line],
    curriculum: Curriculum,
    sizes: Sizes | None = None,
    on_paper: bool = False,
    headings: Mapping[Place, str] | None = None,
    asked: AskedElsewhere = NOWHERE,
) -> Composed:
    """Lists in place of their elements, then facts.

    With `headings`, as an evening has them: other words for some lines, and lines to call in short. What is `asked` in
    another place of the same paper is asked once.
    """
    facts = facts_for(curriculum, page.language, page.uri)
    known = {} if sizes is None else sizes
    instead = words_instead(page, curriculum, facts, known, on_paper, headings is not None)
    if curriculum.audience is Audience.FACILITATOR and any(HOLED in line.text for line in lines):
        facts = {**facts, **private_facts(curriculum, page.language, on_paper=on_paper, asked=asked)}
    made = with_elements(lines, instead)
    if headings:
        made = [line._replace(text=headings.get(line.place, line.text)) if line.text else line for line in made]
    return put_together(made, facts)
