"""A course whose first language is French, in a browser: root, switch, section, exit, a lost page, a file, a copy."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pikepdf
import pytest
from conftest import Project
from curriculum.words.audience import COPIES
from curriculum.words.labels import label
from curriculum.words.model import Audience
from languages import EN, FR
from ordered import build_small
from playwright.sync_api import Browser, Page

from browser.conftest import HEIGHT, WIDTHS, served
from browser.test_browser_access import EVERYTHING, complaints

pytestmark = pytest.mark.slow

SECTION = "close"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return build_small(tmp_path_factory.mktemp("stick é"), "fr, en")


@pytest.fixture(scope="module")
def root(project: Project) -> Iterator[str]:
    with served(project.participant) as address:
        yield address


@pytest.fixture(params=WIDTHS)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A window of each width, in which nothing may go wrong; every other site answers at once."""
    context = browser.new_context(viewport={"width": WIDTHS[request.param], "height": HEIGHT})
    context.route("https://**", lambda route: route.fulfill(body="<title>Elsewhere</title>", content_type="text/html"))
    page, said = context.new_page(), list[str]()
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda one: said.append(one.text) if one.type == "error" and "404" not in one.text else None)
    yield page
    context.close()
    assert said == []


def spoken(page: Page) -> tuple[str | None, str]:
    """The language a page says it is in, and the word on its exit."""
    return page.locator("html").get_attribute("lang"), page.locator(".leave").inner_text()


def is_in(page: Page, language: str) -> bool:
    of = EN if language == "en" else FR
    return spoken(page) == (language, label("leave", of))


def test_the_root_is_french_and_the_switch_keeps_page_and_section(page: Page, root: str) -> None:
    page.goto(root)
    assert is_in(page, "fr")
    page.locator('article a[href="week-01/"]').first.click()
    page.wait_for_url(f"{root}week-01/")
    page.goto(f"{root}week-01/#{SECTION}")
    page.locator(".other-language").click()
    page.wait_for_url(f"{root}en/week-01/#{SECTION}")
    assert is_in(page, "en")
    assert page.locator('img[src$="door.png"]').evaluate("picture => picture.complete && picture.naturalWidth > 0")
    page.locator(".other-language").click()
    page.wait_for_url(f"{root}week-01/#{SECTION}")
    assert is_in(page, "fr")


@pytest.mark.parametrize("place", ["", "week-01/", "en/", "en/week-01/"])
def test_leaving_works_and_axe_finds_nothing(page: Page, root: str, place: str) -> None:
    page.goto(root + place)
    assert complaints(page, EVERYTHING) == []
    with page.expect_navigation():
        page.locator(".leave").click()
    assert page.title() == "Elsewhere"


def test_the_page_for_lost_visitors_speaks_french_first(page: Page, project: Project, tmp_path: Path) -> None:
    """It names everything from the root of its host: here the site lies below `/course/`, as its profile says."""
    shutil.copytree(project.participant, tmp_path / "course")
    (tmp_path / "_headers").touch()
    with served(tmp_path) as address:
        page.goto(f"{address}course/404.html")
        assert is_in(page, "fr")
        ways = page.locator("article a")
        assert [way.get_attribute("hreflang") for way in ways.all()] == [None, "en"]
        ways.last.click()
        page.wait_for_url(f"{address}course/en/")
        assert is_in(page, "en")


def test_a_file_is_in_the_language_of_its_page(page: Page, root: str) -> None:
    found = {}
    for place in ("", "en/"):
        page.goto(f"{root}{place}week-01/handouts/first-steps/")
        link = page.locator('.downloads a[href$="-letter.pdf"]')
        file = page.request.get(link.evaluate("link => link.href")).body()
        with pikepdf.open(BytesIO(file)) as paper:
            found[place] = str(paper.Root.Lang), str(paper.docinfo.get("/Title", ""))
    assert found == {"": ("fr-CA", "Premiers pas"), "en/": ("en-CA", "First steps")}


def test_what_is_searched_is_found_in_the_language_of_the_page(page: Page, root: str) -> None:
    for place, word, expected in (("", "bonjour", "week-01/"), ("en/", "goodbye", "en/week-01/")):
        page.goto(f"{root}{place}search/")
        page.locator(".search input").fill(word)
        page.locator(".search ol > li > a").first.wait_for()
        links = [link.evaluate("link => link.href") for link in page.locator(".search ol > li > a").all()]
        assert any(link.startswith(root + expected) for link in links), links


def test_the_copy_opens_from_a_disk(page: Page, project: Project, tmp_path: Path) -> None:
    done = project.run("-m", "curriculum", "publish", "--offline")
    assert done.returncode == 0, done.stdout + done.stderr
    copies = [project.root / line.partition(", ")[0] for line in done.stdout.splitlines() if ".zip, " in line]
    for path, language, other in zip(copies, ("fr", "en"), ("en", "fr"), strict=True):
        zipfile.ZipFile(path).extractall(tmp_path / language)
        (home,) = (tmp_path / language).glob("*.html")
        page.goto(home.as_uri())
        assert is_in(page, language)
        page.locator('article a[href$="week-01/index.html"]').first.click()
        page.wait_for_url("**/week-01/index.html")
        page.locator(".other-language").click()
        page.wait_for_url("**/week-01/index.html*")
        assert is_in(page, other)
        assert Path(unquote(urlsplit(page.url).path)).is_file()
        folder, word = ("search", "bonjour") if language == "fr" else ("en/search", "goodbye")
        (search,) = (tmp_path / language).glob(f"*_*/{folder}/index.html")
        page.goto(search.as_uri())
        page.locator(".search input").fill(word)
        found = page.locator(".search ol > li > a").first.evaluate("link => link.href")
        assert Path(unquote(urlsplit(found).path)).is_file()


def test_the_sealed_file_opens_in_the_language_of_its_reader(page: Page, project: Project, tmp_path: Path) -> None:
    """This browser asks for English, which is not at the root; the switch leads to the same week in French."""
    done = project.run("-m", "curriculum", "seal", "Ana:fr")
    assert done.returncode == 0, done.stdout + done.stderr
    phrase = next(line.removeprefix("Ana").strip() for line in done.stdout.splitlines() if line.startswith("Ana "))
    (sealed,) = (project.root / COPIES[Audience.FACILITATOR]).glob("*.html")
    page.goto(shutil.copy(sealed, tmp_path / "sealed.html").as_uri())
    assert page.locator("h1 span").first.get_attribute("lang") == "fr"
    page.fill("#phrase", phrase)
    page.click("button")
    page.wait_for_selector("html[lang=en] article")
    page.locator('article a[href="#/en/week-01/"]').first.click()
    page.locator(".other-language").click()
    page.wait_for_selector("html[lang=fr] article .note")
    assert page.locator("h1").inner_text() == "Se rencontrer"
