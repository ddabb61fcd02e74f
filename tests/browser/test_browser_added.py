"""Languages that an edition adds, by content alone: Spanish and Arabic with a week of theirs, two with nothing yet.

The words and pages are samples, written for tests (tests/languages/README.md).
"""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from conftest import ROOT, Project, copy_project
from playwright.sync_api import Browser, Page
from reading.epub.reader import check_epub
from reading.pdf.verapdf import run_verapdf

from browser.conftest import HEIGHT, served
from browser.test_browser_access import EVERYTHING, complaints

pytestmark = [pytest.mark.slow, pytest.mark.first_course]

SAMPLES = ROOT / "tests" / "languages"
OWN, EMPTY = ("es", "ar"), ("pa", "zh-Hans")
WIDTHS = (360, 1200)
PAGES = ("", "week-01/", "week-01/handouts/starting-point/", "week-02/", "who-to-call/", "search/")
SHEETS = ("group-agreement", "starting-point", "pause-card")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SEARCHED = [
    ("es", "derechos", "es/law/"),
    ("es", "pausa", "es/week-01/handouts/pause-card/"),
    ("ar", "الطوارئ", "ar/who-to-call/"),
    ("ar", "طواري", "ar/who-to-call/"),
    ("ar", "انتحار", "ar/what-to-do-now/"),
    ("pa", "naloxone", "pa/"),
]


@pytest.fixture(scope="module")
def site(built: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course for participants in five languages, as a partner would add four: a command, and files of words."""
    project = copy_project(tmp_path_factory.mktemp("added"))
    project.borrow(built)
    edition = project.root / "editions" / "victoria"
    for code in (*OWN, *EMPTY):
        done = project.run("-m", "curriculum", "new-language", code)
        assert done.returncode == 0, done.stderr
    profile = edition / "profile.yml"
    listed = profile.read_text(encoding="utf-8")
    assert "languages: [en, fr, es, ar, pa, zh-Hans]" in listed
    profile.write_text(listed.replace("[en, fr, ", "[en, "), encoding="utf-8")
    for code in OWN:
        shutil.copytree(SAMPLES / code / "words", edition / "words" / code, dirs_exist_ok=True)
        shutil.copytree(SAMPLES / code / "docs", edition / "docs" / code)
    _stamp(project)
    done = project.run("-m", "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    return project.participant


def _stamp(project: Project) -> None:
    """Emergency pages have to be read beside the shared ones, and somebody says that they were."""
    for code in OWN:
        for name in ("what-to-do-now.md", "who-to-call.md", "week-01/handouts/pause-card.md"):
            done = project.run("-m", "curriculum", "translate", "done", f"editions/victoria/docs/{code}/{name}")
            assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


def text(site: Path, place: str) -> str:
    return (site / place / "index.html").read_text(encoding="utf-8")


def test_every_language_has_every_page(site: Path) -> None:
    def pages(code: str) -> set[str]:
        folder = site / code
        found = {path.relative_to(folder).as_posix() for path in folder.rglob("index.html")}
        return {place for place in found if place.split("/")[0] not in (*OWN, *EMPTY)} if not code else found

    assert {code: pages(code) ^ pages("") for code in (*OWN, *EMPTY)} == {code: set() for code in (*OWN, *EMPTY)}


@pytest.mark.parametrize(("code", "way"), [("es", ""), ("ar", ' dir="rtl"'), ("pa", ""), ("zh-Hans", "")])
def test_a_borrowed_page_says_so_in_the_language_of_its_words(site: Path, code: str, way: str) -> None:
    page = text(site, f"{code}/week-02/")
    assert f'<html lang="{code}"{way}>' in page
    assert '<article lang="en" dir="ltr"><div class="since"' in page
    assert 'href="../../week-02/" hreflang="en"' in page
    assert "../../week-02/handouts/presence-letter.pdf" in page  # nothing is printed twice
    assert not list((site / code / "week-02").rglob("*.pdf"))


def test_a_page_of_its_own_says_no_other_language(site: Path) -> None:
    page = text(site, "es/week-01/")
    article = page[page.index("<article>") :]
    assert 'lang="en"' not in article[: article.index("</article>")]
    assert "Salir ya" in page
    assert "handouts/pause-card-letter.pdf" in page


def test_each_page_leads_to_the_same_one_in_every_other_language(site: Path) -> None:
    switch = re.findall(
        r'class="other-language" href="([^"]+)" hreflang="([^"]+)" lang="([^"]+)"', text(site, "ar/week-01/")
    )
    assert [(code, spoken) for _, code, spoken in switch] == [(one, one) for one in ("en", "es", "pa", "zh-Hans")]
    assert [(site / "ar/week-01" / place / "index.html").exists() for place, _, _ in switch] == [True] * 4


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": HEIGHT})
    found = {}
    for code in OWN:
        for place in PAGES:
            page.goto(f"{address}{code}/{place}")
            found[code, place] = complaints(page, EVERYTHING)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (code, place)
    page.close()
    assert {place: said for place, said in found.items() if said} == {}


def test_the_way_out_and_the_menu_are_at_the_sides_that_readers_start_from(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": HEIGHT})
    for code, left in (("es", False), ("ar", True)):
        page.goto(f"{address}{code}/week-01/")
        leave, menu = page.locator(".leave").bounding_box(), page.locator(".menu details > ul").bounding_box()
        assert leave
        assert menu
        assert (leave["x"] < menu["x"]) is left
    page.close()


@pytest.mark.parametrize("asked", SEARCHED)
def test_words_are_found(browser: Browser, address: str, site: Path, asked: tuple[str, str, str]) -> None:
    """On the web and from a disk."""
    code, words, place = asked
    for base in (address, f"{site.as_uri()}/"):
        page = browser.new_page()
        page.goto(f"{base}{code}/search/" + ("index.html" if base.startswith("file") else ""))
        hits = _found(page, words)
        page.close()
        assert any(f"/{place}" in hit for hit in hits), hits


def test_chinese_is_found_inside_a_run_of_letters(browser: Browser, address: str) -> None:
    """No page is in Chinese yet: a title says what a page would."""
    page = browser.new_page()
    page.goto(f"{address}zh-Hans/search/")
    page.evaluate("text => { document.querySelector('.places a').textContent = text }", "当有人处于危险中时该怎么办")
    found = _found(page, "危险")  # the page by its title, and its sections with it; nothing of another page
    assert {hit.partition("#")[0] for hit in found} == {f"{address}zh-Hans/"}
    assert found[0] == f"{address}zh-Hans/"
    assert _found(page, "险危") == []
    page.close()


def _found(page: Page, words: str) -> list[str]:
    page.fill("#search-words", words)
    page.wait_for_function(
        """words => {
            const box = document.querySelector(".search"), said = box.querySelector("[role=status]").textContent
            return !words || (said.length > 3 && said !== box.dataset.wait)
        }""",
        arg=words,
    )
    page.wait_for_timeout(400)
    return [str(link.get_attribute("href")) for link in page.locator(".search ol a").all()]


def test_papers_conform(site: Path) -> None:
    """Handouts, and the pack, of the week; and the book, in which most pages are borrowed."""
    places = [f"week-01/handouts/{sheet}-{size}.pdf" for sheet in SHEETS for size in ("letter", "a4-large")]
    places += ["week-01/week-01-handouts-letter.pdf", "workbook-a4.pdf"]
    verdicts = run_verapdf([site / code / place for code in OWN for place in places])
    assert [verdict.failed for verdict in verdicts if not verdict.conforms] == []


def test_a_book_is_of_its_own_language(site: Path) -> None:
    """Though most of its pages are borrowed, and its first chapter is."""
    for code in OWN:
        book = (site / code / "workbook-letter.pdf").read_bytes()
        assert re.findall(rb"<dc:language><rdf:Bag><rdf:li>(\w+)-", book) == [code.encode()]


@pytest.mark.parametrize("code", OWN)
def test_the_e_book_is_sound(site: Path, code: str, tmp_path: Path) -> None:
    book = (site / code / "workbook.epub").read_bytes()
    assert check_epub(book, tmp_path) == []
    with zipfile.ZipFile(site / code / "workbook.epub") as opened:
        package = opened.read("EPUB/package.opf").decode()
        borrowed = next(name for name in opened.namelist() if name.endswith("week-02.xhtml"))
        assert b'<div lang="en" xml:lang="en" dir="ltr">' in opened.read(borrowed)
    assert ('page-progression-direction="rtl"' in package) is (code == "ar")


@pytest.mark.parametrize("code", OWN)
def test_word_files_have_the_side_of_their_language(site: Path, code: str) -> None:
    with zipfile.ZipFile(site / code / "week-01/handouts/starting-point.docx") as opened:
        document, styles = (fromstring(opened.read(f"word/{name}.xml")) for name in ("document", "styles"))
    normal = next(style for style in styles.iter(f"{W}style") if style.get(f"{W}styleId") == "Normal")
    tables = [table.find(f"{W}tblPr/{W}bidiVisual") is not None for table in document.iter(f"{W}tbl")]
    assert (normal.find(f"{W}pPr/{W}bidi") is not None) is (code == "ar")
    assert (document.find(f"{W}body/{W}sectPr/{W}bidi") is not None) is (code == "ar")
    assert set(tables) == {code == "ar"}
