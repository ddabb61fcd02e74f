"""The evening in one paper can be held with nothing else: what its notes send to, read and name is in it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from functools import cache

import pytest
from conftest import ROOT, read_valid
from curriculum.compose.evening import LEFT_OUT
from curriculum.compose.facts import shown_title
from curriculum.elements.links import Kind, links_in, target_of
from curriculum.elements.tree import to_tree
from curriculum.formats.articles import Articles
from curriculum.formats.documents import evening
from curriculum.read.layers import Settings
from curriculum.words.model import Curriculum, Language, Page, Week
from curriculum.words.paper import Article, Document, Look
from languages import LANGUAGES

LABEL = re.compile(r"^(\s*(\d+\.|-) |\*\*[^*]+\*\* )\*[^*]+\*|[.?!:;]\*|\*[^*]+:\*|\*\([^)]*\)\*", re.MULTILINE)
"""What slanted words are that name nothing: the beginning of an item, a sentence, a label, what somebody does."""
NAME = re.compile(r"(?<![*\w])\*(?P<slanted>[^*\n]+?)\*(?!\*)")

WRITTEN_OR_SAID = ("not mine alone", "pas à moi de tout porter", "réfléchir", "refléter", "redire")
"""Headings that the notes have one write on the wall, and French words they speak of."""


@cache
def read_course() -> Curriculum:
    """The course as facilitators have it."""
    return read_valid(Settings(ROOT, "facilitator"))


def evenings(language: Language) -> Iterator[tuple[Week, Page, Document]]:
    """Every session, its page, and its evening."""
    course, articles = read_course(), Articles(read_course())
    for week in course.arc.sessions:
        yield week, course.pages[language, week.uri], evening(week, articles, language)


def places_in(document: Document) -> set[str]:
    """What a link of an evening can lead to: sections of its articles, and its handouts."""
    found = {article.uri for article in document.articles if article.kind}
    for article in document.articles:
        found |= {f"{article.uri}#{element.get('id')}" for element in to_tree(article.text).iter() if element.get("id")}
    return found


def lost(article: Article, inside: etree.Element, places: set[str]) -> list[str]:
    """The links in an element of an article that the evening does not hold."""
    found = []
    for _, address in links_in(inside):
        target = target_of(address, article.uri)
        name = f"{target.place}#{target.section}" if target.section else target.place
        if target.kind is Kind.PAGE and name not in places:
            found.append(target.place)
    return found


def notes_in(article: Article) -> etree.Element:
    """All that only facilitators read in the first article of an evening, or what stands above the page's own title."""
    whole = etree.Element("div")
    for element in to_tree(article.text):
        if element.get("id") == "page":
            break
        whole.append(element)
    whole.extend(element for element in to_tree(article.text).iter("div") if element.get("class") == "note")
    return whole


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_notes_send_to_is_in_the_paper_or_named_as_not_in_it(language: Language) -> None:
    course, seen = read_course(), 0
    for week, _, document in evenings(language):
        opening, notes = document.articles[0], notes_in(document.articles[0])
        seen += len(list(links_in(notes)))
        for place in lost(opening, notes, places_in(document)):
            assert shown_title(course.pages[language, place], course) in opening.text.split("## ")[1], (week.id, place)
    assert seen > 200


def test_a_link_that_leads_outside_would_be_noticed() -> None:
    _, _, document = next(evenings(LANGUAGES[0]))
    opening = document.articles[0]
    wrong = Article(**{**vars(opening), "text": opening.text.replace("../protocol.md#step-4", "../room.md#naloxone")})
    assert lost(wrong, notes_in(wrong), places_in(document)) == ["room.md"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_notes_name_is_in_the_paper(language: Language) -> None:
    """Slanted words are the name of a sheet, of a heading or of something on the wall, which the paper holds or the
    notes say how to make.
    """
    for week, page, document in evenings(language):
        note = read_course().notes[language, page.uri]
        body = LABEL.sub("", note.body)
        whole = plain(" ".join(article.text for article in document.articles))
        for name in {plain(found["slanted"]) for found in NAME.finditer(body.replace("\n", " "))}:
            assert whole.count(name) > 1 or name in WRITTEN_OR_SAID, (week.id, language.code, name)


def plain(text: str) -> str:
    """Words without signs of Markdown, lines and large letters."""
    return " ".join(re.sub(r"[*_\\]", "", text).split()).casefold().replace("\u00a0", " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_holds_all_of_the_page_but_what_nobody_reads_that_evening(language: Language) -> None:
    for week, page, document in evenings(language):
        held = {element.get("id") for element in to_tree(document.articles[0].text).iter()}
        out = {section.id for section in page.sections if section.id not in held}
        assert out <= {*LEFT_OUT}, week.id
        assert {*week.parts} <= held


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_last_sheet_says_nothing_that_its_sources_do_not_say(language: Language) -> None:
    """Every paragraph and item is one of the protocol, a step in short, or a line to call."""
    course = read_course()
    *_, front, back = next(evenings(language))[2].articles
    assert front.look is back.look is Look.CARD
    protocol = Articles(course).chapter(course.pages[language, "protocol.md"])
    source = spoken(to_tree(protocol.text))
    numbers = [line.number for line in course.edition.resources]
    for article in (front, back):
        blocks = [spoken(block) for block in to_tree(article.text).iter() if block.tag in ("p", "li", "h2")]
        assert len(blocks) > 20
        new = [block for block in blocks if block not in source and not any(number in block for number in numbers)]
        assert len(new) <= 1, "only the day on which the lines were checked"


def spoken(element: etree.Element) -> str:
    """The words of an element."""
    return " ".join("".join(element.itertext()).split())
