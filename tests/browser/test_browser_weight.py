"""Pages are light and stand still: a first view is a few small files, and nothing moves while they come."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import pytest
from conftest import Project
from curriculum.site.search import INDEX
from curriculum.words.model import Language
from languages import LANGUAGES
from playwright.sync_api import Browser, Page, ViewportSize

from browser.conftest import ASKED_LATE, HEIGHT, LATE, WIDTHS

pytestmark = pytest.mark.slow

MOST_BYTES, MOST_BYTES_PLAIN, MOST_REQUESTS = 72_000, 40_000, 6
MOST_INDEX = {"en": 111_650, "fr": 127_850}
UNSEEN, UNSEEN_NAMED = 0.0002, 0.001
"""The score of layout shift below which nobody sees one: a table that is drawn while its last rows are still on their
way; where a Nation’s name stands, words beside it that give way when its letters come late."""
LOOKS = 4
ICON = "icon.svg"
WATCH = """
window.shifts = []
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries())
    window.shifts.push([value, ...sources.map(({ node }) => node && (node.outerHTML || node.data).slice(0, 80))])
}).observe({ type: "layout-shift", buffered: true })"""
LOOK = """async () => {
  await document.fonts.ready
  for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame)
  return {
    shifts: window.shifts,
    icons: [...document.querySelectorAll("link[rel=icon]")].map((icon) => icon.href),
    unsized: [...document.images].filter((image) => !image.width || !image.height).length,
    named: document.querySelector(".companion") !== null,
  }
}"""


@dataclass
class View:
    """A first view of a page: what it asked for, what came over the line, and what was seen."""

    place: str
    width: int
    asked: list[str] = field(default_factory=list)
    transferred: int = 0
    seen: dict[str, Any] = field(default_factory=dict)

    def add(self, count: float) -> None:
        """More bytes came, or were headers."""
        self.transferred += int(count)

    def __repr__(self) -> str:
        return f"{self.place} at {self.width} px"


def _views(browser: Browser, places: list[str], late: str = "") -> Iterator[View]:
    """Every page at every width, each with nothing kept from another; addresses with that ending answer late.

    All widths wait for what is late at once.
    """
    asked = {ASKED_LATE: late} if late.startswith(".") else {}
    with ExitStack() as opened:
        goes = {}
        for width in WIDTHS.values():
            size: ViewportSize = {"width": width, "height": HEIGHT}
            context = opened.enter_context(browser.new_context(viewport=size, extra_http_headers=asked))
            goes[width] = _going(context.new_page())
        for place in places:
            looks = [go(View(place, width), late) for width, go in goes.items()]
            yield from (look() for look in looks)


def _going(page: Page) -> Callable[[View, str], Callable[[], View]]:
    """Opens one page after the other, each to be looked at; all of it comes over the line each time."""
    now: list[View] = []
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    line.on("Network.requestWillBeSent", lambda event: now[-1].asked.append(event["request"]["url"]))
    line.on("Network.responseReceived", lambda event: now[-1].add(-event["response"]["encodedDataLength"]))
    line.on("Network.loadingFinished", lambda event: now[-1].add(event["encodedDataLength"]))
    page.add_init_script(WATCH)

    def go(view: View, late: str) -> Callable[[], View]:
        now.append(view)
        page.goto(view.place + late if late == LATE else view.place, wait_until="commit")
        return lambda: look(view)

    def look(view: View) -> View:
        page.wait_for_load_state()
        view.seen = page.evaluate(LOOK)
        return view

    return go


@pytest.fixture(scope="module")
def views(browser: Browser, places: list[str]) -> list[View]:
    return list(_views(browser, places))


def test_a_first_view_is_light(views: list[View], address: str) -> None:
    """In bytes as hosts send them, headers aside; lighter for participants where no name of a Nation has its font.

    Facilitators have more pages, and so a longer list of all of them on the page to search.
    """
    plain = [view for view in views if view.place.startswith(address) and not view.seen["named"]]
    assert 0 < len(plain) < len(views)
    assert [(view, view.transferred) for view in views if view.transferred > MOST_BYTES] == []
    assert [(view, view.transferred) for view in plain if view.transferred > MOST_BYTES_PLAIN] == []


def test_a_first_view_takes_few_requests(views: list[View]) -> None:
    assert [(view, view.asked) for view in views if not 2 < len(view.asked) <= MOST_REQUESTS] == []


def test_nothing_of_the_search_is_fetched_with_a_page(views: list[View]) -> None:
    assert [view for view in views if any(url.endswith(".js") for url in view.asked)] == []


@pytest.mark.first_course
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_the_search_are_no_heavier_than_before(built: Project, language: Language) -> None:
    """What a phone fetches once somebody searches, packed as hosts send it; French takes more words."""
    words = (built.participant / language.prefix / INDEX).read_bytes()
    assert len(gzip.compress(words, 9)) <= MOST_INDEX[language.code]


def test_each_page_names_its_icon_and_sizes_its_images(views: list[View]) -> None:
    """Else browsers ask for /favicon.ico, and text moves when an image comes."""
    for view in views:
        assert [url.rpartition("/")[2] for url in view.seen["icons"]] == [ICON], view
        assert view.seen["unsized"] == 0, view


@pytest.mark.parametrize("late", ["", ".woff2", ".css", LATE])
def test_nothing_moves_while_a_page_comes(browser: Browser, places: list[str], views: list[View], late: str) -> None:
    """No layout shift, also when fonts, styles or the last script are late; only letters of names are waited for.

    What moved is looked at again: a busy computer may hand a page over in two pieces, and a table with them. What moves
    for a reason of its own moves each time.
    """
    for view in _views(browser, places, late) if late else views:
        looks = [view]
        while not _is_still(looks[-1]) and len(looks) < LOOKS:
            looks += [other for other in _views(browser, [view.place], late) if other.width == view.width]
        assert _is_still(looks[-1]), [(seen, seen.seen["shifts"]) for seen in looks]


MOVED = "new Promise((done) => { const look = () => shifts.length ? done() : setTimeout(look, 20); look() })"


def test_what_moves_would_be_noticed(browser: Browser, address: str) -> None:
    """A line that comes above words already drawn moves them; before they are drawn, it would move nothing."""
    view = View(address, WIDTHS["phone"])
    with browser.new_context(viewport={"width": view.width, "height": HEIGHT}) as context:
        page = context.new_page()
        assert _is_still(_going(page)(view, "")())
        page.evaluate("document.querySelector('main').prepend('A late line')")
        page.evaluate(MOVED)  # pages let no string be run as a program, which the waiting of the library would do
        view.seen = page.evaluate(LOOK)
        assert not _is_still(view)


def _is_still(view: View) -> bool:
    most = UNSEEN_NAMED if view.seen["named"] else UNSEEN
    return bool(sum(value for value, *_ in view.seen["shifts"]) <= most)
