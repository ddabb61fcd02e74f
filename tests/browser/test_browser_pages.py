"""Pages in a real browser, read and used: nothing comes from elsewhere or stays behind; all fits any screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from curriculum.words.model import Curriculum, Language
from curriculum.words.paper import VARIANTS
from languages import FR, LANGUAGES
from playwright.sync_api import Browser, Page
from reading.browser import LAYOUT, LINES, link_to, stored_by

from browser.conftest import HEIGHT, WIDTHS

pytestmark = pytest.mark.slow

BAD = ("error", "warning")
LEFT = "net::ERR_ABORTED"
"""Said of what was still on its way when the reader went on to the next page."""
OPEN_ALL = """() => {
  const touch = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility()).reverse()
    .forEach((one) => one.click())
  touch("summary")
  touch(".menu summary")
}"""
SAY_REFUSED = """addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
  console.error("refused", effectiveDirective, blockedURI))"""


@dataclass
class Visit:
    """One page at one width, and everything that was noticed while it was read and used."""

    place: str
    width: int
    asked: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    stored: dict[str, Any] = field(default_factory=dict)
    layout: dict[str, Any] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"{self.place} at {self.width} px"


@pytest.fixture(scope="module")
def visits(browser: Browser, places: list[str]) -> list[Visit]:
    """Every page at every width; one person, who keeps what each page leaves behind."""
    return [visit for width in WIDTHS.values() for visit in _read_all(browser, places, width)]


def _read_all(browser: Browser, places: list[str], width: int) -> Iterator[Visit]:
    page = browser.new_page(viewport={"width": width, "height": HEIGHT})
    page.add_init_script(SAY_REFUSED)
    visits = [Visit(place, width) for place in places]
    now = [visits[0]]
    _listen(page, now)
    for visit in visits:
        now[0] = visit
        page.goto(visit.place)
        visit.layout = page.evaluate(LAYOUT)
        _use(page)
        visit.stored = stored_by(page)
        yield visit
    page.wait_for_load_state("networkidle")
    page.close()


def _use(page: Page) -> None:
    """Open all that opens, and close the menu; write and erase; search; read discreetly; change language."""
    page.evaluate(OPEN_ALL)
    for blank in page.locator("form.fill textarea").all()[:1]:
        blank.fill("words")
        blank.fill("")
    for words in page.locator(".search input").all():
        words.fill("988")
        page.locator(".search ol > li > a").first.wait_for()
    for button in page.locator("button[data-discreet=off]:visible").all():
        button.click()
    with page.expect_navigation():
        page.locator(".other-language").click()


def _listen(page: Page, now: list[Visit]) -> None:
    """Note what happens in a page under the visit that is going on."""
    page.on("request", lambda request: now[0].asked.append(request.url))
    page.on("request", lambda request: now[0].failed.append(request.url) if request.redirected_from else None)
    page.on("requestfailed", lambda request: now[0].failed.append(request.url) if request.failure != LEFT else None)
    page.on("response", lambda answer: now[0].failed.append(answer.url) if answer.status >= 400 else None)
    page.on("pageerror", lambda error: now[0].complaints.append(str(error)))
    page.on("console", lambda said: now[0].complaints.append(said.text) if said.type in BAD else None)


def test_every_request_is_answered(visits: list[Visit]) -> None:
    """No file a page asks for is missing, and none has moved; so too for its counterpart in the other language."""
    assert all(len(visit.asked) > 1 for visit in visits)
    assert [(visit, visit.failed) for visit in visits if visit.failed] == []


def test_no_request_goes_to_another_host(visits: list[Visit]) -> None:
    """A page is loaded from where it is served, and from nowhere else."""
    for visit in visits:
        assert {urlsplit(url).netloc for url in visit.asked} == {urlsplit(visit.place).netloc}, visit


def test_the_console_stays_silent(visits: list[Visit]) -> None:
    """No error, no warning, and nothing that the policy of the page had to refuse."""
    assert [(visit, visit.complaints) for visit in visits if visit.complaints] == []


def test_nothing_is_stored(visits: list[Visit]) -> None:
    """No cookie, no storage, no database, no cache, no worker, however many pages were read before."""
    assert [(visit, visit.stored) for visit in visits if visit.stored] == []


def test_no_page_scrolls_sideways(visits: list[Visit]) -> None:
    """The page is never wider than the window."""
    assert [(visit, visit.layout["beyond"]) for visit in visits if visit.layout["beyond"] > 0] == []


def test_no_text_of_an_article_is_smaller_than_12_pixels(visits: list[Visit]) -> None:
    """Every text of the article can be read without zooming."""
    assert all(visit.layout["texts"] > 3 for visit in visits)
    assert [(visit, visit.layout["small"]) for visit in visits if visit.layout["small"]] == []


def test_the_title_is_seen_at_once(visits: list[Visit]) -> None:
    """The title of the page is whole in the window before any scrolling."""
    assert [visit for visit in visits if not visit.layout["title"]] == []


@pytest.mark.parametrize("width", [320, 360])
def test_no_line_of_a_phone_begins_with_a_dot_and_no_word_is_torn(
    phone: Page, places: list[str], facilitator_address: str, curriculum: Curriculum, width: int
) -> None:
    """A dot between two things stays with the one before it; long names of files break after a comma."""
    phone.set_viewport_size({"width": width, "height": HEIGHT})
    own = (link_to(language, week.uri) for language in LANGUAGES for week in curriculum.arc.published)
    homes = [facilitator_address + place for place in (*(language.prefix for language in LANGUAGES), *own)]
    seen = {}
    for place in (*places, *homes):
        phone.goto(place)
        seen[place] = phone.evaluate(LINES)
    for language in LANGUAGES:
        assert len([1 for place, found in seen.items() if f"/{language.prefix}" in place and found["dots"] > 2]) > 8
    assert {place: found["first"] for place, found in seen.items() if found["first"]} == {}
    assert {place: found["torn"] for place, found in seen.items() if found["torn"]} == {}


def test_a_dot_that_begins_a_line_and_a_torn_word_would_be_seen(phone: Page) -> None:
    """The same words, with spaces at which a line may end and with others."""
    style = "width: 8em; font: 16px monospace; overflow-wrap: break-word"
    row = f"<p style='{style}'>One two <a href=''>three{{}}· four</a></p>"
    for words, first, torn in (
        (row.format(" "), 1, 0),
        (row.format("\u00a0"), 0, 0),
        (row.format("\u00a0four\u00a0five\u00a0six\u00a0"), 0, 1),
    ):
        phone.set_content(f"<title>Rows</title>{words}")
        found = phone.evaluate(LINES)
        assert (len(found["first"]), len(found["torn"])) == (first, torn)


def test_using_the_site_stores_nothing(phone: Page, address: str, curriculum: Curriculum) -> None:
    """Opening the menu, reading a week, changing language and opening a handout leave nothing behind."""
    week = curriculum.arc.published[0]
    phone.goto(address)
    phone.locator(".menu summary").click()
    phone.locator(f'.menu a[href="{week.id}/"]').click()
    phone.locator(".other-language").click()
    phone.wait_for_url(f"**/{link_to(FR, week.uri)}*")
    phone.locator('article a[href^="handouts/"]:not([href$=".pdf"])').first.click()
    phone.wait_for_url(f"**/{link_to(FR, week.handouts[0].uri)}")
    assert stored_by(phone) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pdf_of_a_week_is_one_click_away(
    phone: Page, address: str, curriculum: Curriculum, language: Language
) -> None:
    """Each handout, and all of them in one, is a visible link of the week’s page that answers with a PDF."""
    week = curriculum.arc.published[-1]
    phone.goto(address + link_to(language, week.uri))
    links = phone.locator('article a[href$=".pdf"]').all()
    assert len(links) == (len(week.handouts) + 1) * len(VARIANTS) > 0
    for link in links:
        answer = phone.request.get(link.evaluate("link => link.href"))
        assert link.is_visible()
        assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
        assert answer.body().startswith(b"%PDF-")


def test_a_click_asks_for_the_pdf(desktop: Page, address: str, curriculum: Curriculum) -> None:
    """Nothing stands between the click and the file."""
    desktop.goto(address + curriculum.arc.published[-1].id + "/")
    link = desktop.locator('article a[href$=".pdf"]').first
    with desktop.expect_request("**/*.pdf") as asked:
        link.click()
    assert asked.value.url.startswith(address)


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_article_is_printed(
    desktop: Page, facilitator_address: str, curriculum: Curriculum, language: Language
) -> None:
    """On paper there is no header, no menu, no footer and no banner; the text is there."""
    desktop.emulate_media(media="print")
    week = curriculum.arc.published[-1]
    for uri in ("index.md", week.uri, week.handouts[0].uri):
        desktop.goto(facilitator_address + link_to(language, uri))
        for frame in (".leave", ".bar", ".tools", ".contents", ".facilitators", "footer"):
            parts = desktop.locator(frame)
            assert parts.count() > 0, (frame, uri)
            assert parts.evaluate_all("all => all.filter((one) => one.checkVisibility()).length") == 0, (frame, uri)
        assert desktop.locator("article h1").is_visible()
