"""From a disk, without a network: a copy of the site works as on the web, and so does a week in one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from conftest import Project
from curriculum.publish.offline.copies import read_built, write_copies
from curriculum.words.model import Curriculum, Language
from languages import EN, FR, LANGUAGES
from playwright.sync_api import Browser, Page

from browser.conftest import HEIGHT, WIDTHS

pytestmark = pytest.mark.slow

BAD = ("error", "warning")
LEFT = "net::ERR_ABORTED"
"""Said of what was still on its way when the reader went on to the next page."""
OPENED = {EN: "alongside.html", FR: "cote-a-cote.html"}


@dataclass
class Reader:
    """A page, and everything that was noticed while it was read."""

    page: Page
    asked: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def listen(self) -> Reader:
        """What the page asks for, what fails, and what the browser complains of: refused by the policy, too."""
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("requestfailed", lambda r: self.failed.append(r.url) if r.failure != LEFT else None)
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("console", lambda said: self.said.append(said.text) if said.type in BAD else None)
        return self

    def check(self) -> None:
        """Something was read, all of it from the disk, and nothing went wrong."""
        assert self.asked
        assert [url for url in self.asked if not url.startswith("file:")] == []
        assert (self.failed, self.said) == ([], [])


@pytest.fixture
def reader(browser: Browser, width: int) -> Iterator[Reader]:
    """A window of each width; every other site answers at once."""
    context = browser.new_context(viewport={"width": width, "height": HEIGHT})
    context.route("https://**", lambda route: route.fulfill(body="<title>Elsewhere</title>", content_type="text/html"))
    yield Reader(context.new_page()).listen()
    context.close()


@pytest.fixture(params=WIDTHS)
def width(request: pytest.FixtureRequest) -> int:
    return WIDTHS[request.param]


@pytest.fixture(scope="module")
def copies(built: Project, curriculum: Curriculum, tmp_path_factory: pytest.TempPathFactory) -> dict[Language, Path]:
    """Each copy unpacked, and its page to open."""
    place = tmp_path_factory.mktemp("stick é")  # names of folders are not ours
    zips = write_copies(curriculum, read_built(built.participant), place)
    for language, path in zip(LANGUAGES, zips, strict=True):
        ZipFile(path).extractall(place / language.code)
    return {language: place / language.code / name for language, name in OPENED.items()}


@pytest.fixture(scope="module")
def singles(built: Project, curriculum: Curriculum) -> list[Path]:
    weeks = [
        f"{language.prefix}{week.id}/{week.id}.html" for language in LANGUAGES for week in curriculum.arc.published
    ]
    return [built.participant / week for week in weeks]


def place_of(page: Page) -> Path:
    return Path(unquote(urlsplit(page.url).path))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_copy_works_from_a_disk(
    reader: Reader, copies: dict[Language, Path], curriculum: Curriculum, language: Language
) -> None:
    """Home, a week, its counterpart at the same section, a handout to fill in, a file of it; the exit on each page."""
    page, week = reader.page, curriculum.arc.published[2]
    (other,) = set(LANGUAGES) - {language}
    page.goto(copies[language].as_uri())
    page.locator(f'article a[href$="{week.id}/index.html"]').first.click()
    page.wait_for_url(f"**/{week.id}/index.html")
    section = curriculum.pages[language, week.uri].sections[6].id
    page.evaluate("id => document.getElementById(id).scrollIntoView()", section)
    page.locator(".other-language").click()
    page.wait_for_url("**/index.html#*")
    assert page.locator("html").get_attribute("lang") == other.code
    assert (place_of(page).parent.name, urlsplit(page.url).fragment) == (week.id, section)
    page.go_back()
    page.wait_for_url(f"**/{week.id}/index.html")
    page.locator(f'article a[href*="{week.handouts[2].id}/index.html"]').first.click()
    page.locator("form.fill textarea").first.fill("Hello")
    link = page.locator('.downloads a[href$="-letter.pdf"]').first.get_attribute("href") or ""
    assert (place_of(page).parent / unquote(link)).read_bytes().startswith(b"%PDF")
    assert page.locator(".leave").is_visible()
    reader.check()


def test_every_page_of_a_copy_opens_without_a_complaint(browser: Browser, copies: dict[Language, Path]) -> None:
    """All pages of both languages: nothing is asked for elsewhere, nothing is missing, nothing is refused."""
    reader = Reader(browser.new_page()).listen()
    for path in sorted(copies[FR].parent.rglob("index.html")):
        reader.page.goto(path.as_uri())
        assert reader.page.locator(".leave").is_visible(), path
    reader.check()
    reader.page.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_works_from_a_disk(reader: Reader, copies: dict[Language, Path], language: Language) -> None:
    """Typing brings results, and the first one leads to a file that is there."""
    page = reader.page
    page.goto(copies[language].as_uri())
    page.locator('.tools a[href$="search/index.html"]').click()
    page.locator(".search input").fill("988")
    page.locator(".search ol a").first.click()
    page.wait_for_url("**/index.html*")
    assert place_of(page).is_file()
    assert "9-8-8" in page.locator("article").inner_text()
    reader.check()


def test_leaving_a_copy(reader: Reader, copies: dict[Language, Path], curriculum: Curriculum) -> None:
    """From a page on a disk, too, the exit takes the place of the page."""
    reader.page.goto(copies[FR].as_uri())
    with reader.page.expect_navigation():
        reader.page.locator(".leave").click()
    assert reader.page.url == curriculum.edition.facts["site.exit"][FR]


def test_a_week_in_one_page_opens_anywhere(reader: Reader, singles: list[Path]) -> None:
    """All of them ask for nothing, are refused nothing, are no wider than the screen, and have our letters."""
    for path in singles:
        reader.page.goto(path.as_uri())
        assert reader.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
        assert reader.page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px Alongside'))"), path
    reader.check()
    assert len(reader.asked) == len([url for url in reader.asked if not url.startswith("data:")]) == len(singles)


def test_leaving_a_week_in_one_page(reader: Reader, singles: list[Path], curriculum: Curriculum) -> None:
    """By touch and by Shift three times: the page is gone, and not behind Back."""
    page = reader.page
    for leave in (page.locator(".leave").click, lambda: [page.keyboard.press("Shift") for _ in range(3)]):
        page.goto("about:blank")
        page.goto(singles[2].as_uri())
        with page.expect_navigation():
            leave()
        assert page.url == curriculum.edition.facts["site.exit"][EN]
        entries = page.context.new_cdp_session(page).send("Page.getNavigationHistory")["entries"]
        assert singles[2].as_uri() not in [entry["url"] for entry in entries]


def test_a_week_in_one_page_needs_no_script(plain_phone: Page, singles: list[Path], curriculum: Curriculum) -> None:
    """The contents open and lead to a handout; the exit is a link."""
    plain_phone.goto(singles[2].as_uri())
    plain_phone.locator(".contents summary").click()
    handout = curriculum.arc.published[2].handouts[0].id
    plain_phone.locator(f'.contents a[href="#handout-{handout}"]').click()
    assert plain_phone.locator(f"#handout-{handout} h2").is_visible()
    assert plain_phone.locator(".leave").get_attribute("href") == curriculum.edition.facts["site.exit"][EN]
