"""A curriculum -> what each of tonight's files is made of: one for every session and language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from curriculum.compose.calls import resource_cards
from curriculum.compose.downloads import tonight_name
from curriculum.compose.facts import name_on_paper
from curriculum.compose.page import compose_handout, pictures_in_words
from curriculum.compose.private import people_and_place
from curriculum.formats.articles import Articles, opening_article
from curriculum.formats.single.frame import frame_of
from curriculum.formats.tonight.page import GUIDE, Evening
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
        people = people_and_place(curriculum, language, on_paper=False)
        backed = people_and_place(curriculum, language, on_paper=False, ids=URGENT)
        guide = [_on_screen(page, curriculum) for uri in GUIDE if (page := curriculum.pages.get((language, uri)))]
        for week in curriculum.arc.sessions:
            start = curriculum.edition.facts["schedule.start"].plain
            yield document_of(week, articles, language, guide), Evening(week, start, frame, urgent, people, backed)


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
    """What its author wrote; of the place, what is not known is said, where paper has a line to write on."""
    text = pictures_in_words(compose_handout(page, curriculum), page.language)
    return opening_article(page, page.title, text, curriculum, week)
