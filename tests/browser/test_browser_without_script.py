"""With scripts turned off: everything can be read, the menu opens, weeks and the other language can be reached.

That a page can be left is shown where leaving is.
"""

from __future__ import annotations

import pytest
from curriculum.words.model import Curriculum, Language
from languages import EN, FR, LANGUAGES
from playwright.sync_api import Page
from reading.browser import link_to

pytestmark = pytest.mark.slow

MENU = ".menu summary"
UNSEEN = """() => [...document.querySelectorAll("main :is(h1, h2, h3, p, li, th, td, svg text)")]
  .filter((one) => one.textContent.trim() && !one.checkVisibility())
  .filter((one) => !one.closest("details:not([open]), [hidden]"))
  .filter((one) => !(matchMedia("print").matches && one.closest(".downloads, .fill-note, .fill-end")))
  .map((one) => one.outerHTML)"""


def test_every_page_can_be_read_printed_and_had_in_the_other_language(plain_phone: Page, places: list[str]) -> None:
    """All words are there, on paper too, save what is folded or of no use; what only a script can do is not offered."""
    for place in places:
        plain_phone.goto(place)
        for media in ("print", "screen"):
            plain_phone.emulate_media(media=media)  # type: ignore[arg-type]  # one of the two it knows
            assert plain_phone.evaluate(UNSEEN) == [], (place, media)
        assert plain_phone.locator("main button:not([type=reset]):visible, .search input:visible").count() == 0, place
        assert plain_phone.locator("article h1, main > h1").count() == 1, place
        here = plain_phone.locator("html").get_attribute("lang")
        with plain_phone.expect_navigation() as switch:
            plain_phone.locator(".other-language").click()
        assert switch.value.ok, place
        assert plain_phone.locator("html").get_attribute("lang") != here, place


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_of_a_week_can_be_read(
    plain_phone: Page, address: str, curriculum: Curriculum, language: Language
) -> None:
    """The title and every section are visible, and the text is that of the page."""
    week = curriculum.arc.published[-1]
    page = curriculum.pages[language, week.uri]
    plain_phone.goto(address + link_to(language, week.uri))
    for section in page.sections:
        assert plain_phone.locator(f"article #{section.id}").is_visible(), section.id
    assert page.title in plain_phone.locator("article h1").inner_text()
    assert len(plain_phone.locator("article").inner_text().split()) > 0.8 * len(page.body.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_week_can_be_reached_through_the_menu(
    plain_phone: Page, address: str, curriculum: Curriculum, language: Language
) -> None:
    """The menu is closed, one touch opens it, and a second one leads to a week."""
    week = curriculum.arc.published[-1]
    plain_phone.goto(address + link_to(language, "index.md"))
    link = plain_phone.locator(f'.menu a[href="{week.id}/"]')
    assert not link.is_visible()
    plain_phone.locator(MENU).click()
    link.click()
    plain_phone.wait_for_url(address + link_to(language, week.uri))
    assert curriculum.pages[language, week.uri].title in plain_phone.locator("h1").inner_text()


@pytest.mark.parametrize("kind", ["home", "week", "handout"])
def test_the_language_switch_keeps_the_page(plain_phone: Page, address: str, curriculum: Curriculum, kind: str) -> None:
    """From English to French and back again, on every type of page."""
    week = curriculum.arc.published[-1]
    uri = {"home": "index.md", "week": week.uri, "handout": week.handouts[0].uri}[kind]
    plain_phone.goto(address + link_to(EN, uri))
    for wanted in (FR, EN):
        plain_phone.locator(".other-language").click()
        plain_phone.wait_for_url(address + link_to(wanted, uri))
        assert plain_phone.locator("html").get_attribute("lang") == wanted.code
