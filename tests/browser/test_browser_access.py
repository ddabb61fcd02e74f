"""Everyone can read it: axe finds nothing against WCAG 2.2 AA, nor against its own best practice, in a real browser.

No rule is switched off. Dark pages differ from light ones in nothing but colours, so of those only contrast is judged
again. What axe cannot judge, words in pictures and in fields, has the colour of all other words.
"""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from curriculum.words.model import Curriculum, Language
from languages import FR, LANGUAGES
from playwright.sync_api import Browser, Page
from reading.browser import SHORTEN, link_to

from browser.conftest import HEIGHT, WIDTHS

pytestmark = pytest.mark.slow

NARROWEST = 320
"""1280 pixels, at 400 %."""
BOTH = (NARROWEST, WIDTHS["desktop"])
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERYTHING = {"runOnly": {"type": "tag", "values": TAGS}, "rules": {"target-size": {"enabled": True}}}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
AXE = Axe().axe_script
RUN = "([part, options]) => axe.run(part, options)"
INK = """selectors => selectors.every((selector) => {
  const words = document.querySelector(selector), look = getComputedStyle(words)
  const ink = words.closest("svg") ? look.fill : look.color
  return words.matches("svg text, textarea") && ink === getComputedStyle(document.body).color
})"""


def complaints(page: Page, options: dict[str, Any], part: str = "html") -> list[str]:
    """What axe found, and what it could not judge unless we can: `image-alt: <img src="a.png">`."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    asked = {"resultTypes": ["violations", "incomplete"], "preload": False}  # no rule of ours looks into files
    found = page.evaluate(RUN, [part, options | asked])
    unsure = [node for rule in found["incomplete"] for node in rule["nodes"]]
    assert {rule["id"] for rule in found["incomplete"]} <= {"color-contrast"}
    assert page.evaluate(INK, [node["target"][0] for node in unsure])
    return [f"{rule['id']}: {node['html']}" for rule in found["violations"] for node in rule["nodes"]]


def _light_and_dark(page: Page, part: str = "html") -> list[str]:
    """What axe finds in a page as it is now, in both schemes."""
    light = complaints(page, EVERYTHING, part)
    page.emulate_media(color_scheme="dark")
    dark = complaints(page, CONTRAST, part)
    page.emulate_media(color_scheme="light")
    return light + dark


@pytest.mark.parametrize("width", BOTH)
def test_axe_finds_nothing(browser: Browser, places: list[str], width: int) -> None:
    """Every page, light and dark, on the narrowest screen and a wide one."""
    page = browser.new_page(viewport={"width": width, "height": HEIGHT})
    found = {}
    for place in places:
        page.goto(place)
        page.evaluate(SHORTEN)
        found[place] = _light_and_dark(page)
    page.close()
    assert {place: complaints for place, complaints in found.items() if complaints} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_what_opens(
    browser: Browser, facilitator_address: str, curriculum: Curriculum, language: Language
) -> None:
    """The contents and the words of pictures, then the menu that lies over them; and the results of a search."""
    page = browser.new_page(viewport={"width": NARROWEST, "height": HEIGHT})
    page.goto(facilitator_address + link_to(language, curriculum.arc.published[-1].uri))
    page.locator("main details").evaluate_all("all => all.forEach((one) => { one.open = true })")
    opened = _light_and_dark(page)
    page.locator(".menu summary").click()
    menu = _light_and_dark(page, ".menu")
    page.goto(facilitator_address + link_to(language, "search.md"))
    page.locator(".search input").fill("pause" if language == FR else "break")
    page.locator(".search ol a").first.wait_for()
    page.evaluate(SHORTEN)
    searched = _light_and_dark(page)
    page.close()
    assert opened + menu + searched == []


def test_axe_would_complain(phone: Page, address: str) -> None:
    """A picture without words, pale words, a tiny button, words outside landmarks, a lost level: all are noticed.

    So is a picture in the last entry of the list of everything, which is unlike the others.
    """
    phone.goto(address + "search/")
    phone.evaluate("document.querySelector('.places > ul > li:last-child a').append(new Image())")
    phone.evaluate(SHORTEN)
    assert 0 < phone.locator(".places > ul > li").count() < 10
    phone.evaluate("""() => {
      const article = document.querySelector("article")
      const seed = (tag, words, looks, place = article) => {
        const one = place.appendChild(document.createElement(tag))
        one.textContent = words
        Object.assign(one.style, looks)
      }
      seed("img", "", {})
      seed("h6", "A level too deep", {})
      seed("p", "Words that are hard to see", { color: "#bbb", background: "#fff" })
      for (const words of "ab") seed("button", words, { width: "9px", height: "9px", padding: "0", border: "0" })
      seed("p", "Words that belong nowhere", {}, document.body)
    }""")
    rules = [complaint.split(":")[0] for complaint in complaints(phone, EVERYTHING)]
    assert rules.count("image-alt") == 2
    assert set(rules) == {"image-alt", "heading-order", "color-contrast", "target-size", "region"}
