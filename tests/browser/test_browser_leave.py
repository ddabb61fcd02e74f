"""Leaving: one touch from any page, it is gone at once, and in discreet reading nothing of it stays behind Back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from urllib.parse import urlsplit

import pytest
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Language
from languages import EN, FR, LANGUAGES
from playwright.sync_api import Browser, Page, Route
from reading.browser import link_to, stored_by

from browser.conftest import HEIGHT

pytestmark = pytest.mark.slow

WIDTHS = (320, 1280)
LIMIT = 50
"""Milliseconds from the touch to a page that is not there any more."""
SLOW = 10_000
"""Milliseconds that the other site takes to answer."""
ELSEWHERE = "https://**"
WHERE = """() => {
  const place = document.querySelector(".leave").getBoundingClientRect()
  const over = document.elementFromPoint(place.x + place.width / 2, place.y + place.height / 2)
  return [place.width, place.height, place.y >= 0 && place.right <= innerWidth, over && over.className]
}"""
TOUCH = """() => {
  const title = Object.getOwnPropertyDescriptor(Document.prototype, "title")
  let gone
  Object.defineProperty(document, "title", { get: title.get, set (words) {
    gone = document.documentElement.checkVisibility() ? Infinity : performance.now() - start
    title.set.call(this, words)
  } })
  const start = performance.now()
  document.querySelector(".leave").click()
  return [gone, document.title.trim(), ...[...document.querySelectorAll("link[rel=icon]")].map((icon) => icon.href)]
}"""
"""Milliseconds until the page was gone, looked at when its title is taken away; then what is left in the tab."""

LOOK_EVERY_SECOND = """() => {
  const look = () => console.log(document.querySelector("h1").getClientRects().length)
  look()
  setInterval(look, 1000)
  setTimeout(() => document.querySelector(".leave").click())
}"""
FOLLOW = "(link, place) => { link.href = place; link.click() }"
"""Follows a link of the page, to where we want."""


@pytest.fixture(params=WIDTHS)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A window of each width; every other site answers at once with a page of its own."""
    context = browser.new_context(viewport={"width": request.param, "height": HEIGHT})
    context.route(ELSEWHERE, lambda route: route.fulfill(body="<title>Elsewhere</title>", content_type="text/html"))
    yield context.new_page()
    context.close()


def _behind(page: Page) -> list[str]:
    """Everything the Back and Forward buttons of the tab can reach."""
    entries = page.context.new_cdp_session(page).send("Page.getNavigationHistory")["entries"]
    return [entry["url"] for entry in entries]


def _course_pages_behind(page: Page, address: str) -> list[str]:
    return [url for url in _behind(page) if url.startswith(address)]


def _press_shift(page: Page, times: int) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


def test_the_control_is_in_sight_everywhere_on_every_page(page: Page, places: list[str]) -> None:
    """At the top, in the middle, at the end, with the menu open: 44 px or more, and nothing lies over it."""
    for place in places:
        page.goto(place)
        for state in (
            "scrollTo(0, 0)",
            "scrollTo(0, document.body.scrollHeight / 2)",
            "scrollTo(0, document.body.scrollHeight)",
            "document.querySelector('.menu details').open = true",
        ):
            page.evaluate(state)
            width, height, inside, over = page.evaluate(WHERE)
            assert width >= 44, (place, state)
            assert height >= 44, (place, state)
            assert inside, (place, state)
            assert over == "leave", (place, state)


@pytest.mark.alone
def test_the_page_is_gone_at_once_on_every_page(browser: Browser, places: list[str]) -> None:
    """However long the other site takes, the page, its title and its icon are gone within 50 ms of the touch."""
    context = browser.new_context()
    context.route(ELSEWHERE, lambda route: None)
    for place in places:
        page = context.new_page()
        page.goto(place)
        with page.expect_request(ELSEWHERE):
            milliseconds, title, *icons = page.evaluate(TOUCH)
        assert milliseconds <= LIMIT, place
        assert (title, set(icons)) == ("", {"data:,"}), place
        page.close()
    context.close()


def test_it_stays_gone_while_the_other_site_is_slow(browser: Browser, address: str) -> None:
    """Ten seconds without an answer, and nothing of the page is laid out again."""
    page = browser.new_page()
    page.context.route(ELSEWHERE, lambda route: None)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(address)
    page.evaluate(LOOK_EVERY_SECOND)
    page.wait_for_timeout(SLOW + 500)
    page.close()
    assert said[0] == "1"
    assert len(said) >= SLOW // 1000
    assert set(said[1:]) == {"0"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_left_is_not_behind_back(page: Page, address: str, curriculum: Curriculum, language: Language) -> None:
    """The page that was left has no entry; without discreet reading those before it still have theirs."""
    page.goto(address + link_to(language, "index.md"))
    page.goto(address + link_to(language, curriculum.arc.published[0].uri))
    with page.expect_navigation():
        page.locator(".leave").click()
    exit = curriculum.edition.facts["site.exit"][language]
    assert page.url == exit
    assert _course_pages_behind(page, address) == [address + link_to(language, "index.md")]


@pytest.mark.parametrize("name", ["week-01/index.md", "week-01/week-01.html"])
def test_a_jump_within_the_page_is_not_behind_back(page: Page, address: str, name: str) -> None:
    """Whoever came straight to a page, or to a week in one file, jumped about in it and left, finds nothing of it."""
    page.goto(address + (link_to(EN, name) if name.endswith(".md") else name))
    page.evaluate("for (const part of document.querySelectorAll('main details')) part.open = true")
    links = page.locator('main a[href^="#"]:visible')
    for number in range(2):
        before = page.url
        links.nth(number).click()
        page.wait_for_url(lambda url, before=before: url != before)
    assert len(_course_pages_behind(page, address)) == 1
    with page.expect_navigation():
        page.locator(".leave").click()
    assert _course_pages_behind(page, address) == []


def test_a_middle_click_leaves_too(page: Page, address: str) -> None:
    """It opens nothing beside the page: the page itself is gone."""
    page.goto(address)
    with page.expect_navigation():
        page.locator(".leave").click(button="middle")
    assert _course_pages_behind(page, address) == []
    assert page.context.pages == [page]


@pytest.mark.parametrize("language", LANGUAGES)
def test_discreet_reading_says_what_a_pdf_does_before_it_opens(
    page: Page, address: str, curriculum: Curriculum, language: Language
) -> None:
    """The first touch says that a PDF has no way out, in sight and aloud; the second one opens it."""
    week = link_to(language, curriculum.arc.published[0].uri)
    page.goto(f"{address}{week}#handouts~")
    link, words = page.locator('article a[href$=".pdf"]').first, label("leave-file", language)
    link.click()
    assert page.url.startswith(address + week)
    assert page.get_by_text(words).last.is_visible()
    assert page.locator("[role=status]").first.inner_text() == words
    with page.expect_download():  # a browser that shows no PDF itself, as on most phones
        link.click()


def test_without_discreet_reading_a_pdf_opens_at_once(page: Page, address: str, curriculum: Curriculum) -> None:
    """Nothing stands between a reader and a sheet."""
    page.goto(address + link_to(EN, curriculum.arc.published[0].uri))
    with page.expect_download():
        page.locator('article a[href$=".pdf"]').first.click()


def test_without_a_script_it_is_a_plain_link(plain_phone: Page, places: list[str]) -> None:
    """One touch leads away, and tells the other site nothing about where one was."""
    told: list[dict[str, str]] = []

    def answer(route: Route) -> None:
        told.append(route.request.headers)
        route.fulfill(body="Elsewhere", content_type="text/html")

    plain_phone.context.route(ELSEWHERE, answer)
    for place in places:
        plain_phone.goto(place)
        with plain_phone.expect_navigation():
            plain_phone.locator(".leave").click()
        assert urlsplit(plain_phone.url).netloc != urlsplit(place).netloc
    assert len(told) == len(places)
    assert not [headers for headers in told if "referer" in headers]


def test_it_is_not_printed(page: Page, address: str) -> None:
    """Nothing of it on paper."""
    page.goto(address)
    page.emulate_media(media="print")
    assert not page.locator(".leave").is_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_shift_three_times_leaves_and_is_said(page: Page, address: str, language: Language) -> None:
    """Each press is announced in the language of the page; the third one leaves."""
    page.goto(address + link_to(language, "index.md"))
    for number in (1, 2):
        _press_shift(page, 1)
        assert page.locator("[role=status]").first.inner_text() == label(f"leave-press-{number}", language)
    with page.expect_navigation():
        _press_shift(page, 1)
    assert not page.url.startswith(address)


def test_writing_capital_letters_does_not_leave(phone: Page, address: str, curriculum: Curriculum) -> None:
    """Shift with another key is not a press, and starts the count again."""
    handout = next(handout for handout in curriculum.arc.handouts if handout.kind.value == "worksheet")
    phone.goto(address + link_to(EN, handout.uri))
    phone.locator("textarea").first.click()
    _press_shift(phone, 2)
    phone.keyboard.press("Shift+A")
    _press_shift(phone, 2)
    phone.keyboard.type("ABC Quand? Oui!")
    assert phone.url.startswith(address)
    assert phone.locator(".leave").get_attribute("data-presses") == "0"


def test_presses_far_apart_do_not_leave(phone: Page, address: str) -> None:
    """After five seconds the count starts again."""
    phone.clock.install()
    phone.goto(address)
    _press_shift(phone, 2)
    phone.clock.run_for(5_100)
    _press_shift(phone, 1)
    assert phone.locator(".leave").get_attribute("data-presses") == "1"


def _start(page: Page, address: str, language: Language) -> None:
    """Turn discreet reading on as a reader would."""
    page.goto(address + link_to(language, "safety.md"))
    page.get_by_role("button", name=label("discreet-start", language)).click()


def _read_a_lot(page: Page, curriculum: Curriculum) -> None:
    """Menu, section, reload, language, handout, next week: everything that leads from page to page."""
    week = curriculum.arc.published[0]
    if page.locator(".menu summary").is_visible():
        page.locator(".menu summary").click()
    for link in (
        f'.menu a[href*="{week.id}/"]',
        ".tools a",
        f'.menu a[href*="{week.id}/"]',
        'article a[href="#handouts"]',
        ".other-language",
        'article a[href^="handouts/"]:not([href*="."])',
        f'.menu a[href*="{curriculum.arc.published[1].id}/"]',
        ".next",
    ):
        target = page.locator(link).first
        if not target.is_visible():
            page.locator(".menu summary").click()
        before = page.url
        target.click()
        page.wait_for_url(lambda url, before=before: url != before)
        page.wait_for_load_state()
    page.reload()


@pytest.mark.parametrize("language", LANGUAGES)
def test_discreet_reading_leaves_one_entry_and_then_none(
    page: Page, address: str, curriculum: Curriculum, language: Language
) -> None:
    """However much was read, the tab has one entry of the course; after leaving, none."""
    _start(page, address, language)
    _read_a_lot(page, curriculum)
    assert _course_pages_behind(page, address) == [page.url]
    assert page.locator(".tools [data-discreet=on]").is_visible()
    with page.expect_navigation():
        page.locator(".leave").click()
    assert _course_pages_behind(page, address) == []
    page.go_back()
    assert page.url == "about:blank"


def test_discreet_reading_goes_through_every_page(browser: Browser, places: list[str]) -> None:
    """No page forgets it: however long the way, the tab has one entry of the course; after leaving, none."""
    for address, ours in groupby(places, lambda place: place.split("/", 3)[2]):
        context = browser.new_context()
        context.route(ELSEWHERE, lambda route: route.fulfill(body="<title>Elsewhere</title>", content_type="text/html"))
        page = context.new_page()
        page.goto(f"http://{address}/#~")
        for place in ours:
            with page.expect_navigation(url=place):
                page.locator("main a").first.evaluate(FOLLOW, place)
            assert _course_pages_behind(page, "http") == [place]
        with page.expect_navigation():
            page.locator(".leave").click()
        assert [url for url in _behind(page) if address in url] == []
        context.close()


def test_discreet_reading_stores_nothing(page: Page, address: str, curriculum: Curriculum) -> None:
    """No mark in an address that is seen, nothing in the browser’s stores; another tab knows nothing of it."""
    _start(page, address, EN)
    _read_a_lot(page, curriculum)
    assert "~" not in page.url
    assert stored_by(page) == {}
    other = page.context.new_page()
    other.goto(address)
    assert not other.locator(".tools [data-discreet=on]").is_visible()


def test_an_address_can_start_discreet_reading(page: Page, address: str, curriculum: Curriculum) -> None:
    """`#~`, or a section and `~`: the organisation can give out an address that is discreet from the first page."""
    page.goto(f"{address}{link_to(FR, 'safety.md')}#leave~")
    assert page.url.endswith("#leave")
    assert page.locator("#leave").bounding_box()["y"] < HEIGHT / 2
    _read_a_lot(page, curriculum)
    assert len(_course_pages_behind(page, address)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_discreet_reading_can_be_turned_off(page: Page, address: str, language: Language) -> None:
    """The button says what it does next, and keeps the focus."""
    _start(page, address, language)
    stop = page.get_by_role("button", name=label("discreet-stop", language))
    assert stop.evaluate("button => button === document.activeElement")
    stop.click()
    assert not page.locator(".tools [data-discreet=on]").is_visible()
    page.locator(".tools a").first.click()
    page.wait_for_load_state()
    assert len(_course_pages_behind(page, address)) == 2
