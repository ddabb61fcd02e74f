"""What a screen reader is told: names, landmarks, headings, tables, and every word in the order of the page.

Read from the accessibility tree that Chromium hands to screen readers, on the narrowest screen, where most is laid out
anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Language
from languages import EN, LANGUAGES
from playwright.sync_api import Browser, CDPSession, Page
from reading.browser import link_to, typical_pages

pytestmark = pytest.mark.slow

CELLS = ("columnheader", "rowheader", "cell")
WORDS = """() => {
  const isRead = ({ parentElement: of }) => of.checkVisibility() && !of.closest("[aria-hidden], textarea")
  const texts = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT)
  const words = []
  while (texts.nextNode()) if (isRead(texts.currentNode)) words.push(texts.currentNode.data)
  return words.join("").replace(/\\s/g, "")
}"""
TABLES = """() => [...document.querySelectorAll("article table")].filter((one) => !one.closest("details"))
  .map((table) =>
  ["tr", "thead th", "tbody th", "td"].map((part) => table.querySelectorAll(part).length))"""
HEADINGS = "all => all.map((heading) => Number(heading.tagName[1]))"


@pytest.fixture
def reader(browser: Browser) -> Iterator[tuple[Page, CDPSession]]:
    """A page on the narrowest screen, and what tells screen readers about it."""
    context = browser.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    yield page, context.new_cdp_session(page)
    context.close()


def _told(session: CDPSession, role: str = "RootWebArea") -> list[list[dict[str, Any]]]:
    """All that is read out in each part of a role, in the order in which it is read out."""
    parts = session.send("Accessibility.getFullAXTree")["nodes"]
    by_id = {part["nodeId"]: part for part in parts}

    def below(part: dict[str, Any]) -> Iterator[dict[str, Any]]:
        if not part["ignored"]:
            yield part
        for name in part.get("childIds", []):
            yield from below(by_id[name])

    return [list(below(part)) for part in below(parts[0]) if _role(part) == role]


def _role(part: dict[str, Any]) -> str:
    return str(part["role"]["value"])


def _name(part: dict[str, Any]) -> str:
    return str(part.get("name", {}).get("value", ""))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_frame_says_what_it_is(
    reader: tuple[Page, CDPSession], address: str, curriculum: Curriculum, language: Language
) -> None:
    """Landmarks and controls have the names that are seen; the other language is named in that language."""
    page, session = reader
    page.goto(address + link_to(language, curriculum.arc.published[-1].uri))
    told = [(_role(part), _name(part)) for part in _told(session)[0]]
    landmarks = [one for one in told if one[0] in ("banner", "navigation", "main", "contentinfo", "search", "region")]
    menu, contents = label("menu", language), label("on-this-page", language)
    assert landmarks == [
        ("banner", ""),
        ("navigation", menu),
        ("main", ""),
        ("navigation", contents),
        ("contentinfo", ""),
    ]
    links = [name for role, name in told if role == "link"]
    assert links[:2] == [label("leave", language), label("skip", language)]
    assert [name for role, name in told if role == "DisclosureTriangle"][:2] == [menu, contents]
    assert ("status", "") in told
    switch, other = page.locator(".other-language"), next(one for one in LANGUAGES if one != language)
    assert switch.inner_text() == other.name in links
    assert switch.get_attribute("lang") == switch.get_attribute("hreflang") == other.code


def test_headings_lead_through_every_page(phone: Page, places: list[str]) -> None:
    """One title, first of all headings; no level is left out."""
    for place in places:
        phone.goto(place)
        levels = phone.locator("h1, h2, h3, h4, h5, h6").evaluate_all(HEADINGS)
        assert levels[0] == 1, place
        assert levels.count(1) == 1, place
        assert all(after - before <= 1 for before, after in pairwise(levels)), place


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_read_in_the_order_of_the_page(
    reader: tuple[Page, CDPSession], address: str, curriculum: Curriculum, language: Language
) -> None:
    """What is read out has all that is written, in that order; besides it only marks of lists and names of columns."""
    page, session = reader
    for uri in typical_pages(curriculum).values():
        page.goto(address + link_to(language, uri))
        article = _told(session, "article")[0]
        read = "".join(_name(part) for part in article if _role(part) in ("StaticText", "checkbox"))
        signs = iter("".join(read.split()))
        written = page.evaluate(WORDS)
        missing = next((place for place, sign in enumerate(written) if sign not in signs), None)
        assert missing is None, (uri, written[missing - 20 :][:60])


def test_stacked_tables_stay_tables(reader: tuple[Page, CDPSession], address: str, curriculum: Curriculum) -> None:
    """Rows, and heads of rows and columns, are told also where each row is laid out as a list."""
    page, session = reader
    stacked = 0
    for uri in typical_pages(curriculum).values():
        page.goto(address + link_to(EN, uri))
        tables = _told(session, "table")
        told = [[sum(_role(part) == role for part in table) for role in ("row", *CELLS)] for table in tables]
        assert told == page.evaluate(TABLES), uri
        stacked += page.locator("table[data-stacked]").count()
    assert stacked > 5
