"""A curriculum -> what each of tonight's files is made of: one for every session and language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from curriculum.compose.calls import resource_cards
from curriculum.compose.downloads import tonight_name
from curriculum.compose.evening_index import in_other_languages
from curriculum.compose.facts import name_on_paper
from curriculum.compose.holders import evening_in, weeks_made
from curriculum.compose.page import compose_handout, pictures_in_words
from curriculum.compose.private import NAMES, ROWS, people_and_place, rows_of
from curriculum.formats.articles import Articles, opening_article
from curriculum.formats.single.frame import frame_of
from curriculum.formats.tonight.due import Drop, drops_of, list_of
from curriculum.formats.tonight.page import GUIDE, Evening
from curriculum.formats.tonight.ringing import emergency_number
from curriculum.site.policy import Inside
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Language, Page, Week
from curriculum.words.paper import Article, Document

ENDING = ".html"
URGENT = ("on-call", "address", "naloxone", "child")
"""Rows of people and place that stand with the emergencies."""


def evenings(articles: Articles, inside: Inside) -> Iterator[tuple[Document, Evening]]:
    """Every session in each language, in order."""
    curriculum = articles.curriculum
    for language in curriculum.languages:
        frame = frame_of(curriculum, language, inside)
        urgent = resource_cards(("urgent",), curriculum.edition, language)[0]
        others = in_other_languages(curriculum, language)
        people = "\n\n".join([_people(curriculum, language, tuple(ROWS), "write"), *others])
        backed = _people(curriculum, language, URGENT, "look")
        number = emergency_number(curriculum.edition)
        guide = [_on_screen(page, curriculum) for uri in GUIDE if (page := curriculum.pages.get((language, uri)))]
        for week in weeks_made(evening_in, curriculum, language):
            start = curriculum.edition.facts["schedule.start"].plain
            drops, dropped = _dropped(week, curriculum, language)
            evening = Evening(week, start, frame, urgent, people, backed, number, drops, dropped)
            yield document_of(week, articles, language, guide), evening


def _people(curriculum: Curriculum, language: Language, ids: tuple[str, ...], how: str) -> str:
    """Who backs the facilitators up and where they are; where a row is blank, where to write it, or to look for it."""
    known = people_and_place(curriculum, language, on_paper=False, ids=ids)
    blank = any(row.value is None for row in rows_of(curriculum, language) if row.id in ids)
    paper = label("downloads-notes", language)
    return f"{known}\n\n{label(f'tonight-{how}', language, paper=paper)}" if blank else known


def _dropped(week: Week, curriculum: Curriculum, language: Language) -> tuple[tuple[Drop, ...], Article | None]:
    """What to drop when we are late, and the same composed: one list, an item for each."""
    note = curriculum.notes.get((language, week.uri))
    drops = tuple(drops_of(note, week)) if note else ()
    if note is None or not drops:
        return (), None
    article = _on_screen(replace(note, body=list_of(drops), sections=()), curriculum, week)
    return drops, replace(article, uri=week.uri)


def document_of(week: Week, articles: Articles, language: Language, guide: list[Article]) -> Document:
    """The week, its notes, what the guide says of emergencies, and the handouts."""
    curriculum = articles.curriculum
    page = curriculum.pages[language, week.uri]
    handouts = [articles.handout(handout, language) for handout in week.handouts]
    inside = (articles.chapter(page, week), _notes(week, curriculum, language), *guide, *handouts)
    title = label("tonight-title", language, session=name_on_paper(week, language, curriculum))
    place = language.prefix + tonight_name(week).removesuffix(ENDING)
    return Document(place, title, language, curriculum.edition.facts["site.name"][language], inside)


def _notes(week: Week, curriculum: Curriculum, language: Language) -> Article:
    page = curriculum.pages[language, week.uri]
    note = curriculum.notes.get((language, week.uri))
    article = _on_screen(note, curriculum, week) if note else opening_article(page, page.title, "", curriculum, week)
    return replace(article, uri=page.uri)


def _on_screen(page: Page, curriculum: Curriculum, week: Week | None = None) -> Article:
    """What its author wrote; of the place, what is not known is on paper, which has a line to write on."""
    text = pictures_in_words(compose_handout(page, curriculum, dict.fromkeys(NAMES, "")), page.language)
    return opening_article(page, page.title, text, curriculum, week)
