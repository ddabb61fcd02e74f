"""The evening in one paper can be held with nothing else: what its notes send to, read and name is in it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from functools import cache

import pytest
from conftest import ROOT, read_valid
from curriculum.compose.emergencies import AT_ONCE, emergencies_at_once
from curriculum.compose.evening_routes import LEFT_OUT
from curriculum.compose.facts import HOLE, shown_title
from curriculum.compose.private import ROWS
from curriculum.compose.steps import steps_card, steps_list, steps_of, steps_sheet
from curriculum.elements.links import LinkKind, links_in, target_of
from curriculum.elements.tree import to_tree
from curriculum.formats.articles import Articles
from curriculum.formats.documents import evening
from curriculum.read.layers import Settings
from curriculum.words.forms import name_in
from curriculum.words.labels import read_words
from curriculum.words.model import Curriculum, Language, Page, Week
from curriculum.words.paper import Article, Document, Look
from languages import EN, FR, LANGUAGES

LABEL = re.compile(r"^(\s*(\d+\.|-) |\*\*[^*]+\*\* )\*[^*]+\*|[.?!:;]\*|\*[^*]+:\*|\*\([^)]*\)\*", re.MULTILINE)
"""What slanted words are that name nothing: the beginning of an item, a sentence, a label, what somebody does."""
NAME = re.compile(r"(?<![*\w])\*(?P<slanted>[^*\n]+?)\*(?!\*)")

THERE = {EN: "what you wrote", FR: "ce que vous avez écrit"}
FORKS = (
    ("If it is a yes, or they are about to, call emergency services", "If it is a no:", "or nobody can tell, call a"),
    ("Si c’est oui, ou si elle est sur le point", "Si c’est non", "ou si on ne sait pas, appelez tout de suite"),
)
"""What the third step about suicide says of a yes, of a no, and of no answer."""
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
        if target.kind is LinkKind.PAGE and name not in places:
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
    assert {*lost(wrong, notes_in(wrong), places_in(document))} == {"room.md"}


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_words_lead_to_every_emergency_and_every_plan(language: Language) -> None:
    """What somebody looks for in a hurry: the emergencies of the sheet, who does what, what to drop when late."""
    course = read_course()
    emergencies = {f"protocol.md#{section.id}" for section in emergencies_at_once(course, language)}
    assert len(emergencies) == len(AT_ONCE)
    for week, page, document in evenings(language):
        opening = document.articles[0]
        first = opening.text.split("\n## ")[0]
        targets = [target_of(address, page.uri) for _, address in links_in(to_tree(first))]
        found = {f"{target.place}#{target.section}" for target in targets}
        plans = {f"{page.uri}#late-{late}" for late in week.late}
        assert found >= emergencies | plans | {f"{page.uri}#before-2", f"{page.uri}#tonight"}, week.id
        assert not lost(opening, to_tree(first), places_in(document))
        head = opening.text.split("\n## ")[1]
        assert all(name_in(other, language) in head for other in LANGUAGES if other != language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_notes_that_name_the_protocol_lead_to_it(language: Language) -> None:
    """Whoever is sent to the protocol, or to a step of it, is told the page."""
    seen = 0
    for week, _, _ in evenings(language):
        for block in re.split(r"\n\s*\n", read_course().notes[language, week.uri].body):
            named = re.findall(r"\bprotocole?\b", re.sub(r"\]\([^)]*\)", "]", block))
            seen += len(named)
            assert not named or "](../protocol.md" in block, (week.id, block)
    assert seen > 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_blank_is_asked_for_once(language: Language) -> None:
    """On the run sheet, or on the last sheet where it is needed there; a row that holds one thing has two lines."""
    course = read_course()
    values = [name for names in ROWS.values() for name in names]
    unknown = [name for name in values if name not in course.edition.private and name != "child.number"]
    lines = len(unknown) + sum(len(names) == 1 and names[0] in unknown for names in ROWS.values())
    for week, _, document in evenings(language):
        opening, *_, front, back = document.articles
        head = opening.text.split("\n## ")[1]
        assert sum(text.count("____") for text in (head, front.text, back.text)) == lines, week.id
        assert back.text.count("____") == 2, "whom to call, on the side that lies on top"
        note = course.notes[language, week.uri]
        asked = {name: ROWS.get(name, (name,)) for name in HOLE.findall(note.body)}
        assert opening.text.count(f"[{THERE[language]}](") == sum({*names} <= {*unknown} for names in asked.values())


@pytest.mark.parametrize(("language", "words"), [*zip(LANGUAGES, FORKS, strict=True)])
def test_no_step_on_the_sheet_hides_when_to_call_an_ambulance(language: Language, words: tuple[str, ...]) -> None:
    """What a yes, a no and no answer lead to, in words: nobody has the page with the steps in the other hand."""
    course = read_course()
    sheet = " ".join(" ".join(article.text for article in Articles(course).emergencies(language)).split())
    assert [fork for fork in words if fork not in sheet] == []
    calls = re.compile(read_words("forms", language)["emergency-call"], re.IGNORECASE)
    for name in ("heavy-thoughts", "not-waking", "after-harm", "a-child", "unwell"):
        for step in steps_of(course, language)[name]:
            assert " ".join(step.name.split()) in sheet
            beyond = " ".join(step.text.partition("**")[2].partition("**")[2].split())
            assert beyond in sheet or not calls.search(beyond), step.name


def test_steps_in_few_words_keep_what_calls_for_help() -> None:
    course = read_course()
    short, whole = (steps("heavy-thoughts", course, EN) for steps in (steps_card, steps_list))
    sheet = steps_sheet("heavy-thoughts", course, EN)
    assert len(short) < len(sheet) < len(whole)


def spoken(element: etree.Element) -> str:
    """The words of an element."""
    return " ".join("".join(element.itertext()).split())
