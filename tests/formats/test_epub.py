"""The book for e-readers is valid, says the words of the course, and fits large letters and small screens."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as etree
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from curriculum.elements.tree import written
from curriculum.formats.epub.book import in_reading_order
from curriculum.formats.epub.write import Book
from curriculum.words.model import Language
from languages import EN, FR, LANGUAGES
from playwright.sync_api import Browser
from reading.epub.books import ROOT, course, specimen, to_epub
from reading.epub.breakages import FORM, WORDS, Breakage, break_book
from reading.epub.reader import (
    NCX,
    OPF,
    PACKAGE,
    XHTML,
    XML,
    check_epub,
    read_chapters,
    read_contents,
    read_files,
    read_spine,
    words_of_document,
    words_of_html,
)
from reading.epub.screen import find_wide

LEFT_OUT = re.compile(r"(\.\./)*(index|downloads|search)\.md")
pytestmark = pytest.mark.slow
BOOKS = {"specimen": specimen, "English": lambda: course(EN), "French": lambda: course(FR)}


@pytest.fixture(params=BOOKS)
def book(request: pytest.FixtureRequest) -> Book:
    """Each book to check."""
    return BOOKS[request.param]()


def differs(epub: bytes, book: Book) -> bool:
    """True when the chapters of a book, in the order of reading, do not say the words of its HTML."""
    said = [words_of_document(document) for document in read_chapters(epub).values()]
    return said != [words_of_html(written(chapter.tree)) for chapter in in_reading_order(book.chapters)]


def test_validator_finds_nothing(book: Book, tmp_path: Path) -> None:
    """No error, no warning, no remark."""
    assert check_epub(to_epub(book), tmp_path) == []


def test_book_says_the_words_of_its_chapters(book: Book) -> None:
    """Each chapter says the words of its HTML, all of them and in their order."""
    assert all(words_of_html(written(chapter.tree)) for chapter in in_reading_order(book.chapters))
    assert not differs(to_epub(book), book)


@pytest.mark.parametrize("breakage", WORDS, ids=[breakage.name for breakage in WORDS])
def test_breakage_of_words_is_noticed(breakage: Breakage) -> None:
    assert differs(break_book(to_epub(specimen()), breakage), specimen())


def test_breakage_of_form_is_noticed(tmp_path: Path) -> None:
    """Each by the rule that is there for it; all in one book, since starting epubcheck takes long."""
    found = check_epub(break_book(to_epub(specimen()), *FORM), tmp_path)
    unseen = [broken.name for broken in FORM if not any(broken.noticed in message for message in found)]
    assert unseen == []


def test_contents_name_every_chapter(book: Book) -> None:
    """The contents, and those for old reading systems, list what the spine holds, in its order."""
    epub = to_epub(book)
    expected = [
        entry
        for chapter in book.chapters
        for entry in [(0, chapter), *((1, child) for child in in_reading_order(chapter.children))]
    ]
    named = [(depth, chapter.title, f"EPUB/pages/{chapter.file}") for depth, chapter in expected]
    assert read_contents(epub) == named
    assert list(read_chapters(epub)) == [file for _, _, file in named]
    old = etree.fromstring(read_files(epub)["EPUB/contents.ncx"])
    points = [
        (point.findtext(f"{NCX}navLabel/{NCX}text"), f"EPUB/{content.get('src')}")
        for point in old.iter(f"{NCX}navPoint")
        for content in point.findall(f"{NCX}content")
    ]
    assert points == [(title, file) for _, title, file in named]


def test_every_file_says_its_language(book: Book) -> None:
    region = f"{book.language.code}-CA"
    for document in read_spine(to_epub(book)).values():
        assert (document.get("lang"), document.get(f"{XML}lang")) == (region, region)
    assert etree.fromstring(read_files(to_epub(book))[PACKAGE]).get(f"{XML}lang") == region


def test_package_says_for_whom_it_is_fit(book: Book) -> None:
    """What a library shows of a book before it is opened, in the language of the book."""
    package = etree.fromstring(read_files(to_epub(book))[PACKAGE])
    values = [(meta.get("property"), meta.text or "") for meta in package.iter(f"{OPF}meta")]
    assert ("schema:accessModeSufficient", "textual") in values
    assert ("schema:accessibilityHazard", "none") in values
    assert {"alternativeText", "structuralNavigation"} <= {text for name, text in values if name.endswith("Feature")}
    summary = dict(values)["schema:accessibilitySummary"]
    assert summary.startswith("Made" if book.language == EN else "Se lit")
    assert "conformsTo" not in str(values), "nobody has certified it"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_link_is_lost(language: Language) -> None:
    """Every link of every page is still a link, but those to what a book leaves out: home, downloads, search."""
    book = course(language)
    linked = [len(list(page.iter(f"{XHTML}a"))) for page in read_chapters(to_epub(book)).values()]
    links = [[link.get("href", "") for link in chapter.tree.iter("a")] for chapter in in_reading_order(book.chapters)]
    kept = [[link for link in found if not LEFT_OUT.match(link)] for found in links]
    assert linked == [len(found) for found in kept]
    assert sum(linked)


def test_bytes_are_the_same_everywhere(tmp_path: Path) -> None:
    """In another process, time zone, language, folder and order of hashes."""
    sums = set()
    for zone, language, seed, place in (
        ("UTC", "C", "1", ROOT),
        ("Pacific/Auckland", "fr_CA.UTF-8", "2", tmp_path),
    ):
        environment = {**os.environ, "TZ": zone, "LC_ALL": language, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
        environment["PYTHONPATH"] = os.pathsep.join((str(ROOT / "hooks"), str(ROOT / "tests")))
        command = [sys.executable, "-m", "reading.epub.books"]
        done = subprocess.run(command, cwd=place, env=environment, capture_output=True, check=True, text=True)
        sums.add(done.stdout)
    assert len(sums) == 1
    assert len(sums.pop().split()) == len(BOOKS)


def wide_pages(epub: bytes, folder: Path, browser: Browser) -> list[str]:
    """The documents wider than a phone when letters are twice as large."""
    with ZipFile(BytesIO(epub)) as archive:
        archive.extractall(folder)
    return find_wide(browser, folder)


def test_large_letters_fit_a_phone(book: Book, tmp_path: Path, browser: Browser) -> None:
    assert wide_pages(to_epub(book), tmp_path, browser) == []


def test_page_that_is_too_wide_is_noticed(tmp_path: Path, browser: Browser) -> None:
    rigid = Breakage("a table as wide as its words", "EPUB/style.css", r".*", "td, th { min-width: 12em; }")
    assert "week-01-sheet.xhtml" in wide_pages(break_book(to_epub(specimen()), rigid), tmp_path, browser)
