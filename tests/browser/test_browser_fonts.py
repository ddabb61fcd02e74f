"""Names of Nations are written in a font of ours that has their letters, fetched only where one stands."""

from __future__ import annotations

import re
from unicodedata import normalize

import pytest
from conftest import Project
from curriculum.words.letters import RARE, companion_of, spelt
from curriculum.words.model import Curriculum, Language
from languages import LANGUAGES
from letters import CLUSTERS
from playwright.sync_api import Page
from reading.browser import link_to

pytestmark = pytest.mark.slow

WEIGHTS = ("regular", "bold")
FILE = re.compile(r"/noto-sans-[\w-]+\.woff2$")
WORD = "lək̓ʷəŋən"
MARK_WORD = """(word) => {
  const texts = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT)
  let count = 0
  while (texts.nextNode())
    if (texts.currentNode.data.normalize().includes(word.normalize()))
      texts.currentNode.parentElement.dataset.sought = ++count
  return count
}"""


def _fonts_of(page: Page, selector: str) -> list[dict[str, object]]:
    """The fonts that drew the letters of an element, as the browser itself says."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    return session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("uri", ["index.md", "week"])
def test_the_name_of_a_nation_is_drawn_with_the_companion_font(
    desktop: Page, address: str, curriculum: Curriculum, language: Language, uri: str
) -> None:
    """Every letter comes from one file of ours, the lighter one, none from a font of the device."""
    desktop.goto(address + link_to(language, curriculum.arc.published[-1].uri if uri == "week" else uri))
    count = desktop.evaluate(MARK_WORD, WORD)
    assert count > 0
    for number in range(1, count + 1):
        fonts = _fonts_of(desktop, f'[data-sought="{number}"]')
        assert [(font["familyName"], font["isCustomFont"]) for font in fonts] == [("Noto Sans", True)]
    fetched = desktop.evaluate("performance.getEntriesByType('resource').map(one => one.name)")
    assert {url.rpartition("/")[2] for url in fetched if FILE.search(url)} <= {f"noto-sans-{w}.woff2" for w in WEIGHTS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_companion_font_is_fetched_only_where_it_is_needed(
    desktop: Page, built: Project, address: str, curriculum: Curriculum, language: Language
) -> None:
    """A page without such a name asks for no companion font; the first page, which has one, does."""
    without = next(uri for uri in _handouts(curriculum) if not _needs_companion(built, link_to(language, uri)))
    asked: list[str] = []
    desktop.on("request", lambda request: asked.append(request.url))
    desktop.goto(address + link_to(language, without), wait_until="networkidle")
    assert any(url.endswith(".woff2") for url in asked)
    assert [url for url in asked if FILE.search(url)] == []
    desktop.goto(address + link_to(language, "index.md"), wait_until="networkidle")
    assert [url for url in asked if FILE.search(url)] != []


PUT = """async (html) => {
  document.querySelector("article").innerHTML = html
  await document.fonts.ready
}"""


@pytest.mark.parametrize("tag", ["span", "strong"])
def test_each_letter_of_the_nations_is_drawn_with_a_font_of_ours(desktop: Page, address: str, tag: str) -> None:
    """In both weights; each cluster by one font, none of the device."""
    words = [normalize("NFC", word) for word in CLUSTERS]
    marked = [word for word in words if re.search(RARE, word)]
    desktop.goto(address + "fr/search/")
    desktop.evaluate(PUT, "".join(f"<p><{tag} data-sought='{n}'>{spelt(w)}</{tag}></p>" for n, w in enumerate(marked)))
    desktop.evaluate("document.fonts.ready")
    found = {word: _fonts_of(desktop, f"[data-sought='{number}'] .companion") for number, word in enumerate(marked)}
    drawn = {word: [(font["familyName"], font["isCustomFont"]) for font in fonts] for word, fonts in found.items()}
    assert drawn == {word: [(companion_of(word).family, True)] for word in marked}


def test_syllabics_are_fetched_only_where_one_stands(desktop: Page, address: str) -> None:
    """Who reads a name in Latin letters fetches none."""
    asked: list[str] = []
    desktop.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    desktop.goto(address + "fr/search/", wait_until="networkidle")
    for words, files in (("Plain", []), ("ⱡ", ["regular"]), ("ᐃᓄᒃ", ["canadianaboriginal-regular"])):
        asked.clear()
        desktop.evaluate(PUT, f"<p>{spelt(words)}</p>")
        desktop.wait_for_load_state("networkidle")
        assert asked == [f"noto-sans-{file}.woff2" for file in files]


NAME = """async (html) => {
  document.querySelector(".brand > span").innerHTML = html
  await document.fonts.ready
  const place = (one) => one.getBoundingClientRect().toJSON()
  const others = [...document.querySelectorAll(".tools a, .other-language, .leave, .menu summary")]
  return [document.querySelector(".brand > span"), ...others].map(place)
}"""


@pytest.mark.parametrize("width", [360, 700, 1024, 1200])
@pytest.mark.parametrize(
    "name", ["Course of the Lower Wide Western Coast 40", "ᖏ" * 40, "xʷməθkʷəy̓əm ᐅᖃᐅᓯᖃᕐᓂᖅ ᐃᓄᒃᑎᑐᑦ ᓄᓇᕗᑦ"]
)
def test_a_long_name_of_a_site_does_not_lie_over_what_is_beside_it(
    desktop: Page, address: str, width: int, name: str
) -> None:
    """As long as a name may be, in the widest letters too."""
    desktop.set_viewport_size({"width": width, "height": 800})
    desktop.goto(address + "safety/")
    brand, *others = desktop.evaluate(NAME, spelt(name))
    apart = [
        one["right"] <= brand["left"] or one["left"] >= brand["right"] or one["top"] >= brand["bottom"]
        for one in others
    ]
    assert len(others) > 3
    assert all(apart), (brand, others)


def _handouts(curriculum: Curriculum) -> list[str]:
    return [handout.uri for handout in curriculum.arc.handouts]


def _needs_companion(built: Project, place: str) -> bool:
    return 'class="companion"' in (built.participant / place / "index.html").read_text(encoding="utf-8")
