"""With scripts, the language switch also keeps the section that is being read."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from curriculum.words.model import Curriculum, Language
from languages import LANGUAGES
from playwright.sync_api import Page
from reading.browser import link_to

from browser.conftest import HEIGHT, WIDTHS

pytestmark = pytest.mark.slow

SWITCH = ".other-language"
SWITCH_FROM_EACH_SECTION = """async () => {
  const link = document.querySelector(".other-language")
  link.addEventListener("click", (event) => event.preventDefault())
  const lost = []
  for (const { id } of document.querySelectorAll("article :is(h2, h3)[id]")) {
    location.hash = id
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    link.click()
    if (link.hash !== `#${id}`) lost.push([id, link.hash])
  }
  return lost
}"""


@pytest.fixture(params=WIDTHS)
def page(request: pytest.FixtureRequest, desktop: Page) -> Page:
    """A window of each width."""
    desktop.set_viewport_size({"width": WIDTHS[request.param], "height": HEIGHT})
    return desktop


def _middle(curriculum: Curriculum, language: Language) -> tuple[str, str]:
    """A week, and the id of the section in its middle."""
    week = curriculum.arc.published[-1]
    sections = curriculum.pages[language, week.uri].sections
    return week.uri, sections[len(sections) // 2].id


def _switch(page: Page) -> tuple[str, str]:
    """Follow the language switch: the path and the id it leads to."""
    with page.expect_navigation():
        page.locator(SWITCH).click()
    parts = urlsplit(page.url)
    return parts.path.lstrip("/"), parts.fragment


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_section_scrolled_to_is_kept(page: Page, address: str, curriculum: Curriculum, language: Language) -> None:
    """From the middle of a week to the same section in the other language, which is in the window."""
    (other,) = set(LANGUAGES) - {language}
    uri, id = _middle(curriculum, language)
    page.goto(address + link_to(language, uri))
    page.locator(f"#{id}").evaluate("heading => window.scrollTo(0, heading.getBoundingClientRect().top + scrollY - 90)")
    assert _switch(page) == (link_to(other, uri), id)
    assert 0 <= page.locator(f"#{id}").bounding_box()["y"] < HEIGHT / 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_section_of_the_address_is_kept(
    phone: Page, address: str, curriculum: Curriculum, language: Language
) -> None:
    """Someone who came by a link to a section changes language there."""
    (other,) = set(LANGUAGES) - {language}
    uri, id = _middle(curriculum, language)
    phone.goto(f"{address}{link_to(language, uri)}#{id}")
    assert _switch(phone) == (link_to(other, uri), id)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_of_a_week_is_kept(page: Page, address: str, curriculum: Curriculum, language: Language) -> None:
    """From a link to any section, down to the last one, the switch leads to that section."""
    page.goto(address + link_to(language, curriculum.arc.published[-1].uri))
    assert page.evaluate(SWITCH_FROM_EACH_SECTION) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_top_of_a_page_leads_to_the_top(
    phone: Page, address: str, curriculum: Curriculum, language: Language
) -> None:
    """Whoever has not scrolled lands on the title."""
    (other,) = set(LANGUAGES) - {language}
    uri = curriculum.arc.published[-1].uri
    phone.goto(address + link_to(language, uri))
    assert _switch(phone) == (link_to(other, uri), "")
