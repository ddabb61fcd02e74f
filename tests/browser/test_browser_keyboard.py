"""Everything can be reached and seen with the keyboard alone, also when a page is enlarged to 400 %."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from curriculum.words.model import Curriculum, Language
from languages import EN, LANGUAGES
from playwright.sync_api import Browser, Page
from reading.browser import LAYOUT, SHORTEN, link_to

pytestmark = pytest.mark.slow

WINDOWS = {"400 %": (320, 256), "phone": (360, 800), "desktop": (1280, 800), "wide": (1440, 800)}
PRESSED = ("400 %", "wide")
"""Where each stop is reached by a key that is pressed: the narrowest and the widest. In between, a script gives the
focus to all that can have it, which takes a tenth of the time, and says the same of how each looks."""
FAULTS = ("", "outline: 0", "position: fixed; left: -50px", "pointer-events: none")
FIRST = [".leave", ".skip", ".menu summary"]
STOP = """() => {
  const now = document.activeElement, look = getComputedStyle(now)
  if (now === document.body) return null
  const boxes = [...now.getClientRects()]
  const shows = boxes.some((box) => {
    const [x, y] = [(box.left + box.right) / 2, (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2]
    const over = document.elementFromPoint(x, y)
    return now.contains(over) || now.closest("label, .field")?.contains(over)
  })
  const inside = boxes.every((box) => box.left >= 0 && box.right <= innerWidth)
  return {
    place: [...document.body.querySelectorAll("*")].indexOf(now),
    words: now.outerHTML.slice(0, 120),
    isSeen: shows && inside,
    isMarked: look.outlineStyle === "solid" && parseFloat(look.outlineWidth) >= 3,
    cut: look.outlineOffset.startsWith("-") ? 0 : Math.max(0, 3 - boxes[0].left, boxes[0].right + 3 - innerWidth),
  }
}"""
FOCUSABLE = """() => [...document.querySelectorAll("a[href], button, summary, input, textarea")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
  .map((one) => [...document.body.querySelectorAll("*")].indexOf(one))"""

FOCUS_ALL = f"""() => {{
  const look = {STOP}
  const all = [...document.body.querySelectorAll("*")]
  return ({FOCUSABLE})().map((place) => {{ all[place].focus(); return look() }}).filter((stop) => stop)
}}"""


@dataclass(frozen=True)
class Stop:
    """Where the focus is: the place in the page of what has it, and how that looks."""

    place: int
    words: str
    isSeen: bool  # noqa: N815  # as the script says it
    isMarked: bool  # noqa: N815
    cut: float


@pytest.fixture(params=WINDOWS.values(), ids=WINDOWS)
def window(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page in a window of each size."""
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height})
    yield context.new_page()
    context.close()


def _stops(page: Page, key: str = "Tab") -> list[Stop]:
    """Every stop from where the focus is, until it leaves the page, or starts over where a window has no more."""
    stops: dict[int, Stop] = {}
    *held, last = key.split("+")
    for one in held:
        page.keyboard.down(one)
    while page.keyboard.down(last) or (now := page.evaluate(STOP)):  # held down, a key goes on from stop to stop
        stop = Stop(**now)
        if stop.place in stops:
            break
        stops[stop.place] = stop
    for one in (last, *held):
        page.keyboard.up(one)
    return list(stops.values())


def _focused(page: Page) -> list[Stop]:
    """The same, by a script: what cannot have the focus leaves it where it was, so a stop is missing or comes twice."""
    page.keyboard.press("Tab")  # from here on the focus is marked, as for whoever uses a keyboard
    return [Stop(**stop) for stop in page.evaluate(FOCUS_ALL)]


def _open(page: Page, place: str) -> None:
    page.goto(place)
    page.evaluate(SHORTEN)


def _has_focus(page: Page, selector: str) -> bool:
    return bool(page.locator(selector).first.evaluate("one => one === document.activeElement"))


def test_every_control_is_reached_in_order_and_seen(
    window: Page, places: list[str], request: pytest.FixtureRequest
) -> None:
    """On every page: nothing is skipped, hidden by the bar, beside the window, or unmarked when in focus."""
    look = _stops if request.node.callspec.id in PRESSED else _focused
    wrong = {}
    for place in places:
        _open(window, place)
        stops = look(window)
        wrong[place] = [stop for stop in stops if not stop.isSeen or not stop.isMarked or stop.cut > 1]
        assert [stop.place for stop in stops] == window.evaluate(FOCUSABLE), place
    assert {place: stops for place, stops in wrong.items() if stops} == {}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_key_and_a_script_say_the_same(window: Page, address: str, curriculum: Curriculum, fault: str) -> None:
    """Of a page as it is, and of one in which controls are hidden, unmarked or out of reach."""
    said = []
    for look in (_stops, _focused):
        _open(window, address + link_to(EN, curriculum.arc.published[0].handouts[0].uri))
        window.evaluate("fault => document.querySelectorAll('main a').forEach((one) => { one.style = fault })", fault)
        said.append(look(window))
    assert said[0] == said[1]
    wrong = [stop for stop in said[0] if not stop.isSeen or not stop.isMarked or stop.cut > 1]
    missing = {*window.evaluate(FOCUSABLE)} - {stop.place for stop in said[0]}
    assert bool(wrong or missing) is bool(fault)


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_opens_and_steps_aside(phone: Page, address: str, curriculum: Curriculum, key: str) -> None:
    """After leave and skip comes the menu; its links follow, then the page, over which the open menu no longer lies."""
    week = curriculum.arc.published[-1]
    phone.goto(address + link_to(EN, week.uri))
    for selector in FIRST:
        phone.keyboard.press("Tab")
        assert _has_focus(phone, selector)
    phone.keyboard.press(key)
    links = phone.locator(".menu a")
    for place in range(links.count()):
        phone.keyboard.press("Tab")
        assert links.nth(place).evaluate("one => one === document.activeElement"), place
    assert all(stop.isSeen for stop in _stops(phone))
    back = _stops(phone, "Shift+Tab")
    assert len(back) > links.count()
    assert all(stop.isSeen for stop in back)
    assert [stop.place for stop in back] == sorted((stop.place for stop in back), reverse=True)


def test_the_skip_link_leads_to_the_page(window: Page, address: str, curriculum: Curriculum) -> None:
    """The next stop after it is in the page, not in the frame."""
    window.goto(address + link_to(EN, curriculum.arc.published[-1].uri))
    for key in ("Tab", "Tab", "Enter", "Tab"):
        window.keyboard.press(key)
    assert window.evaluate("() => document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_leave_control_is_one_step_back(phone: Page, address: str, language: Language) -> None:
    """From the first stop of a page, Shift and Tab lead back to leaving."""
    phone.goto(address + link_to(language, "index.md"))
    for key in ("Tab", "Tab", "Shift+Tab"):
        phone.keyboard.press(key)
    assert _has_focus(phone, ".leave")


def test_enlarged_pages_leave_room_to_read(browser: Browser, places: list[str]) -> None:
    """At 400 % nothing scrolls sideways, and what stays in sight takes less than a quarter of the window."""
    width, height = WINDOWS["400 %"]
    page = browser.new_page(viewport={"width": width, "height": height})
    for place in places:
        page.goto(place)
        assert page.evaluate(LAYOUT)["beyond"] <= 0, place
        assert page.locator(".bar").bounding_box()["height"] < height / 4, place  # type: ignore[index]
    page.close()
