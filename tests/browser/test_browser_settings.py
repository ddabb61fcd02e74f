"""What readers set for themselves keeps everything usable: own colours, no motion, more space between words, paper."""

from __future__ import annotations

import pytest
from curriculum.words.model import Curriculum, Language
from languages import LANGUAGES
from playwright.sync_api import Browser, Page
from reading.browser import LAYOUT, link_to

pytestmark = pytest.mark.slow

SMALL = """() => [...document.querySelectorAll("a[href], button, summary, input, textarea")]
  .filter((one) => one.checkVisibility() && !one.matches(".skip"))
  .filter((one) => !(one.matches("a") && one.closest("article :is(p, li, td, th), .credit")))
  .map((one) => [one, (one.closest("label, .tick") || one).getBoundingClientRect()])
  .filter(([, box]) => box.height < 44 || box.width < 44)
  .map(([one]) => one.outerHTML)"""
BORDERLESS = """() => [".leave", ".menu summary", ".contents summary", ".fill button:not([hidden])", ".search input"]
  .flatMap((selector) => [...document.querySelectorAll(selector)])
  .filter((one) => one.checkVisibility() && !(parseFloat(getComputedStyle(one).borderTopWidth) >= 1))
  .map((one) => one.outerHTML)"""
SPACED = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`)
  document.adoptedStyleSheets = [sheet]
}"""
CUT = """() => [...document.querySelectorAll("body *")]
  .filter((one) => one.checkVisibility() && !one.closest("svg, .unseen, .brand, .skip, thead, .field"))
  .filter((one) => getComputedStyle(one).overflowX === "hidden" && one.scrollWidth > one.clientWidth + 1
    || one.matches(".bar > *, .leave") && one.scrollWidth > one.clientWidth + 1
    || one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => one.outerHTML.slice(0, 200))"""
UNMARKED = """() => [...document.querySelectorAll(".menu [aria-current=page], [type=checkbox]")]
  .filter((one) => one.checkVisibility())
  .filter((one) => one.matches("a") ? !(parseFloat(getComputedStyle(one).outlineWidth) >= 1)
    : !(parseFloat(getComputedStyle(one, "::before").borderTopWidth) >= 1))
  .map((one) => one.outerHTML)"""
MOVING = "() => document.getAnimations().map((one) => one.effect.target.outerHTML)"


def test_controls_can_be_touched(browser: Browser, places: list[str]) -> None:
    """Everything to touch outside running text is at least 44 pixels high and wide, also in what opens."""
    page = browser.new_page(viewport={"width": 320, "height": 800})
    small = {}
    for place in places:
        page.goto(place)
        page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true })")
        small[place] = page.evaluate(SMALL)
    page.close()
    assert {place: ones for place, ones in small.items() if ones} == {}


def test_more_space_between_words_loses_nothing(browser: Browser, places: list[str]) -> None:
    """The spacing of WCAG 1.4.12 on the narrowest screen: nothing is cut off, nothing scrolls sideways."""
    page = browser.new_page(viewport={"width": 320, "height": 800})
    lost = {}
    for place in places:
        page.goto(place)
        page.evaluate(SPACED)
        lost[place] = page.evaluate(CUT) or page.evaluate(LAYOUT)["beyond"] > 0
    page.close()
    assert {place: ones for place, ones in lost.items() if ones} == {}


def test_own_colours_keep_controls_and_marks(phone: Page, places: list[str]) -> None:
    """Where colours are forced, controls have borders, ticks have boxes, and the page one is on has a frame."""
    phone.emulate_media(forced_colors="active", reduced_motion="reduce")
    lost = {}
    for place in places:
        phone.goto(place)
        phone.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true })")
        lost[place] = [*phone.evaluate(BORDERLESS), *phone.evaluate(UNMARKED), *phone.evaluate(MOVING)]
    assert {place: ones for place, ones in lost.items() if ones} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_paper_has_the_content_note_and_no_second_telling_of_pictures(
    phone: Page, address: str, curriculum: Curriculum, language: Language
) -> None:
    """Words of pictures that are closed stay closed on paper; the content note and the lines to call are printed."""
    phone.emulate_media(media="print")
    phone.goto(address + link_to(language, curriculum.arc.published[-1].uri))
    assert phone.locator("article details").count() > 0
    assert not any(one.is_visible() for one in phone.locator("article details").all())
    assert phone.locator("#content-note").is_visible()
    assert phone.locator("article a[href^='tel:']").first.is_visible()
