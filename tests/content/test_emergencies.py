"""What to do in an emergency stands in one place; what shows it shows the same, and nothing tells it a second time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import read_valid
from curriculum.compose.page import compose_body
from curriculum.compose.steps import PAGE, steps_card, steps_list, steps_of
from curriculum.elements.vocabulary import find_elements
from curriculum.read.layers import Settings
from curriculum.words.model import Language, Page
from languages import EN, LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
COURSE = read_valid(Settings(ROOT, "facilitator"))
FIVE = {"heavy-thoughts", "not-waking", "after-harm", "a-child", "unwell"}
SHOWN = {
    "week-08/index.md": {"heavy-thoughts", "not-waking"},
    "week-08/handouts/four-verbs.md": {"heavy-thoughts"},
    "week-08/handouts/who-to-call.md": {"not-waking"},
    "week-07/handouts/receiving.md": {"after-harm"},
    "who-to-call.md": {"not-waking"},
    "staying-beside.md": {"not-waking"},
    "protocol.md": FIVE,
}
"""Where somebody in an emergency, or who prepares for one, is likely to look."""
TOLD = {
    "en": (
        r"\bcall (?:emergency services|9-1-1)\b",
        r"\b(?:give|giving) (?:a breath|breaths)\b|\ba breath every\b|\binto (?:the|their) mouth\b",
        r"\bgive (?:the |another dose of )?naloxone\b",
        r"\bon (?:their|his|her) side\b|\brecovery position\b",
        r"\bwithin (?:72 hours|5 days)\b",
    ),
    "fr": (
        r"\bappelez (?:d’abord |tout de suite )?(?:les services d’urgence|le 9-1-1)\b",
        r"\bsoufflez\b|\binsufflations?\b|\brespirations? dans la bouche\b|\bbouche-à-bouche\b",
        r"\bdonnez (?:la|de la|une autre dose de) naloxone\b",
        r"\bsur le côté\b|\bposition (?:latérale|de récupération)\b",
        r"\bdans les (?:72 heures|5\s+jours)\b",
    ),
}
"""What only steps say; a paragraph, list or table with two of them tells an emergency a second time."""
BLOCK = re.compile(r"\n\s*\n")


def everything(language: Language) -> Iterator[Page]:
    for (of, _), page in (*COURSE.pages.items(), *COURSE.notes.items()):
        if of == language:
            yield page


def tellings(page: Page) -> list[str]:
    """The paragraphs, lists and tables of a page that say two things which only steps say."""
    blocks = BLOCK.split(page.body)
    return [b for b in blocks if sum(bool(re.search(mark, b, re.I)) for mark in TOLD[page.language.code]) > 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_five_emergencies_have_steps_in_the_same_number(language: Language) -> None:
    steps = steps_of(COURSE, language)
    assert steps.keys() >= FIVE
    first = steps_of(COURSE, EN)
    assert {id: len(steps[id]) for id in FIVE} == {id: len(first[id]) for id in FIVE}


@pytest.mark.parametrize("language", LANGUAGES)
def test_breaths_come_before_naloxone_and_the_side_after(language: Language) -> None:
    words = steps_list("not-waking", COURSE, language)
    places = [
        re.search(mark, words, re.I)
        for mark in (TOLD[language.code][0], "5 second", "naloxone[,.*]", TOLD[language.code][3])
    ]
    starts = [place.start() for place in places if place]
    assert len(starts) == 4
    assert starts == sorted(starts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_steps_are_the_same_wherever_they_are_shown(language: Language) -> None:
    """0 differences: on pages, notes and sheets all of them, on the face of a card their first words."""
    shown: dict[str, set[str]] = {}
    for page in everything(language):
        elements, _ = find_elements(page.body)
        cards = [element for element in elements if element.name == "card"]
        composed = compose_body(page, COURSE, {}) if "/// steps" in page.body else ""
        for element in elements:
            if element.name == "steps":
                on_card = any(card.line < element.line < card.end for card in cards)
                words = (steps_card if on_card else steps_list)(element.argument, COURSE, language)
                assert words
                assert words in composed, f"{page.path}: {element.argument}"
                shown.setdefault(page.uri, set()).add(element.argument)
    assert {uri: ids - shown.get(uri, set()) for uri, ids in SHOWN.items()} == {uri: set() for uri in SHOWN}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_other_page_tells_an_emergency_in_its_own_words(language: Language) -> None:
    found = {page.path: tellings(page) for page in everything(language) if page.uri != PAGE}
    assert {path: blocks for path, blocks in found.items() if blocks} == {}
    assert tellings(COURSE.pages[language, PAGE]), "the marks find the steps where they are"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_peer_sits_through_says_when_it_is_an_emergency(language: Language) -> None:
    """Panic, voices, drunk or high: what to do, in order, what to leave out, the way to the steps, and later."""
    page = COURSE.pages[language, "staying-beside.md"]
    lines = page.body.split("\n")
    ids = [section.id for section in page.sections]
    words = {section.id: "\n".join(lines[section.line : section.end - 1]) for section in page.sections}
    for moment in ("a-wave", "heard-alone", "too-much"):
        start = ids.index(moment)
        assert ids[start : start + 5] == [moment, *(f"{moment}-{part}" for part in ("steps", "not", "now", "later"))]
        assert re.findall(r"^\d\.", words[f"{moment}-steps"], re.M)[:6] == [f"{number}." for number in range(1, 7)]
        assert "> **" in words[f"{moment}-steps"], "words to say, between people of the cast"
        assert f"]({PAGE}#unwell)" in words[f"{moment}-now"]
