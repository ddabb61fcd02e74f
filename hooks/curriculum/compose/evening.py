"""The evening of a session for whoever holds it, in one paper: run sheet, then page and notes, part by part.

In:  the page of a week, and its notes
Out: one text: when each part starts; under each heading of the page what its note adds, then what participants read;
     last the sections of other pages that the notes send to. Its links lead to places in the same paper
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from curriculum.compose.behind import line_on_paper, with_marks
from curriculum.compose.emergencies import asked_on_sheet
from curriculum.compose.evening_index import in_other_languages, index_of, with_headings
from curriculum.compose.evening_routes import ADDRESS, Routes, is_led_to, name_of, routes_of, unread, way_from
from curriculum.compose.facts import escape, shown_title
from curriculum.compose.lines import Line, apart, headed, lines_of, place_of, said
from curriculum.compose.notes import SUMMARY, notes_of, summary_title, wrapped
from curriculum.compose.page import finished, pictures_in_words
from curriculum.compose.private import NAMES
from curriculum.compose.run_sheet import part_times, run_sheet
from curriculum.compose.welcome import PROTOCOL
from curriculum.elements.links import target_of
from curriculum.words.composed import Composed, Place
from curriculum.words.dotted import dotted
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Language, Page, Section, Week

PAGE_FIRST = ("arrive", "demo")
"""Parts that the words of the page open: a welcome, and what to look for in what is about to be played."""
HEADING = re.compile(r"^(#+)(?= )")
DEEPEST = 4
"""The lowest heading that paper has."""


Notes = Mapping[str, tuple[Line, ...]]
"""What the notes say, by section."""


def compose_evening(page: Page, week: Week, title: str, curriculum: Curriculum) -> Composed:
    """The Markdown of an evening, for paper; handouts and emergencies follow it as articles of their own."""
    note = curriculum.notes.get((page.language, page.uri))
    words = with_marks(notes_of(note), note, curriculum, on_paper=True) if note else {}
    routes = routes_of(page, note, curriculum)
    start, language = place_of(note or page, 1), page.language
    opening, short = with_headings(words.pop("", ())), words.pop(SUMMARY, ())
    sheet = way_from(page, PROTOCOL)
    asked = asked_on_sheet(curriculum, language, sheet)
    index = index_of(page, note, opening, curriculum, sheet)
    lines = [
        said(f"# {escape(title)}", start),
        said(index, start) if index else (),
        said(run_sheet(week, page, curriculum, on_paper=True, asked=asked), start),
        said(_beside(routes, curriculum, language), start),
        *(insertion.lines for insertion in line_on_paper(page, curriculum)),
        headed(label("evening-before", language), "before", opening) if opening else (),
        headed(summary_title(note), "tonight", short) if note and short else (),
        tuple(_with_notes(page, words)),
        said(f"## {label('evening-brought', language)} {{ #brought }}", start) if routes.brought else (),
    ]
    led = [_led(line, page, routes) for line in apart(lines)]
    headings = _timed(page, part_times(week, curriculum, language))
    asked = {**dict.fromkeys(NAMES, "#run-sheet"), **asked}
    main = finished(page, led, curriculum, on_paper=True, headings=headings, asked=asked)
    more = (_brought(source, section, curriculum) for source, section in routes.brought)
    whole = Composed.of([*main.parts, *(part for text in more for part in text.parts)])
    return pictures_in_words(whole, language)


def _beside(routes: Routes, curriculum: Curriculum, language: Language) -> str:
    """How to read the paper, and what is not in it."""
    titles = ", ".join(escape(shown_title(page, curriculum)) for page in routes.beside)
    named = [label("evening-beside", language, pages=titles)] if titles else []
    return "\n\n".join([*in_other_languages(curriculum, language), label("evening-legend", language), *named])


def _with_notes(page: Page, notes: Notes) -> Iterator[Line]:
    """The page, under each heading its note; its title begins what participants read.

    A note comes after the words that open its part, where the page says those; what nobody reads comes last.
    """
    idle = unread(page, notes)
    lines = lines_of(page.body, page.path, page.offset + 1)
    starts = {section.line: section for section in page.sections}
    waiting: tuple[Line, ...] = ()
    for number, line in enumerate(lines, 1):
        if any(one.line <= number < one.end for one in idle):
            continue
        section = starts.get(number)
        if section:
            yield from waiting
            waiting = ()
        yield line._replace(text=f"#{line.text} {{ #page }}") if line.text.startswith("# ") else line
        if section and (note := notes.get(section.id)):
            added = (line._replace(text=""), *_unnamed(note, page.language), line._replace(text=""))
            waiting, now = (added, ()) if section.id in PAGE_FIRST else ((), added)
            yield from now
    yield from waiting
    for section in (one for one in idle if is_led_to(one, page)):
        yield from lines[section.line - 1 : section.end - 1]


def _timed(page: Page, times: Mapping[str, tuple[str, str]]) -> Mapping[Place, str]:
    """The heading of each part with its clock time: `## 6:30 p.m. · Arrive · 10 minutes { #arrive }`."""
    known = [(section, *times[section.id]) for section in page.sections if section.id in times]
    return {place_of(page, one.line): _heading(one, start, minutes) for one, start, minutes in known}


def _heading(section: Section, start: str, minutes: str) -> str:
    return f"{'#' * section.level} {dotted((start, section.title, minutes))} {{ #{section.id} }}"


def _unnamed(note: tuple[Line, ...], language: Language) -> Iterator[Line]:
    """A note without the words that say whom it is for: the legend has said so."""
    opening, *rest = wrapped(note, language)
    return iter((opening._replace(text=opening.text.partition(" |")[0]), *rest))


def _led(line: Line, page: Page, routes: Routes) -> Line:
    """A line whose links lead to where the paper has their places."""

    def address(found: re.Match[str]) -> str:
        return routes.addresses.get(target_of(found[0], page.uri), found[0])

    return line._replace(text=ADDRESS.sub(address, line.text)) if "](" in line.text else line


def _brought(source: Page, section: Section, curriculum: Curriculum) -> Composed:
    """A section of another page, one level lower, under its title and that of its page."""
    lines = lines_of(source.body, source.path, source.offset + 1)[section.line - 1 : section.end - 1]
    heading, *rest = lines
    words = dotted((section.title, escape(shown_title(source, curriculum))))
    first = heading._replace(text=f"### {words} {{ #{name_of(source, section)} }}")
    return finished(source, [first, *map(_lower, rest)], curriculum, on_paper=True)


def _lower(line: Line) -> Line:
    return line._replace(text=HEADING.sub(lambda signs: "#" * min(len(signs[1]) + 1, DEEPEST), line.text))
