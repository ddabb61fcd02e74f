"""The documents for Word say what the pages say, with real headings, lists, tables and room to write."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import pytest
from conftest import ROOT
from curriculum.compose.page import compose_handout, compose_page
from curriculum.elements.markdown import to_html
from curriculum.elements.tree import tree_of
from curriculum.formats.refusal import NotPrintableError
from curriculum.formats.word.write import to_docx
from curriculum.read.layers import Settings, read_curriculum
from curriculum.words.model import Curriculum, Page
from languages import EN, FR, LANGUAGES
from pace import timed
from reading.word.breakages import BREAKAGES, Breakage, break_docx
from reading.word.made import STYLES, Made
from reading.word.specimen import FOOTER, HTML, SECOND, make_specimen
from reading.word.structure import find_faults
from reading.word.texts import AWKWARD, UNKNOWN
from reading.word.words import W, read_part, words_of, words_of_docx

SECONDS = 0.04
HERE = dict(os.environ)
ELSEWHERE = HERE | {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
OFFICE_STYLES = {
    *("Normal", "Normal Table", "Default Paragraph Font", "heading 1", "heading 2", "heading 3", "heading 4"),
    *("List Paragraph", "Quote", "Hyperlink", "footer", "Signatures"),
}


@cache
def curriculum_for(notes: str = "") -> Curriculum:
    curriculum, problems = read_curriculum(Settings(ROOT, notes))
    assert curriculum is not None, problems
    return curriculum


def handouts() -> Iterator[tuple[Page, str]]:
    """Every handout in both languages, with its HTML."""
    curriculum = curriculum_for()
    for language in LANGUAGES:
        for handout in curriculum.arc.handouts:
            page = curriculum.pages[language, handout.uri]
            yield page, to_html(compose_handout(page, curriculum))


def weeks(notes: str) -> Iterator[tuple[Page, str]]:
    """Every page of a week in both languages, with its HTML; with the notes when their folder is named."""
    curriculum = curriculum_for(notes)
    for language in LANGUAGES:
        for week in curriculum.arc.published:
            page = curriculum.pages[language, week.uri]
            yield page, to_html(compose_page(page, curriculum, {}))


def made_of(page: Page, html: str) -> Made:
    return Made(page.path, to_docx(page.title, page.language, FOOTER, [tree_of(html)]), html, page.title, page.language)


def faults_of(pages: Iterator[tuple[Page, str]]) -> dict[str, list[str]]:
    found = {page.path: find_faults(made_of(page, html)) for page, html in pages}
    assert found
    return {path: faults for path, faults in found.items() if faults}


@pytest.fixture(scope="module")
def specimen() -> Made:
    return Made("specimen", make_specimen(), HTML + SECOND, "Specimen", EN)


@pytest.mark.slow
def test_handouts_are_whole() -> None:
    """Every handout keeps its words, headings, lists, tables, boxes and lines."""
    assert faults_of(handouts()) == {}


@pytest.mark.slow
@pytest.mark.parametrize("notes", ["", "facilitator"])
def test_weeks_are_whole(notes: str) -> None:
    """So does every page of a week, with pictures and boxes, and with the notes of facilitators."""
    assert faults_of(weeks(notes)) == {}


def test_specimen_is_whole(specimen: Made) -> None:
    """Every element there is, and two articles in one document."""
    assert find_faults(specimen) == []


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in AWKWARD.items()])
def test_awkward_text_is_whole(text: str) -> None:
    """However awkward the text, nothing is lost and the document holds together."""
    html = to_html(f"# Title\n\n{text}")
    made = to_docx("Title", FR, FOOTER, [tree_of(html)])
    assert find_faults(Made("awkward", made, html, "Title", FR)) == []


def test_each_article_starts_a_page() -> None:
    """Also one that starts with a smaller heading, a list, or a frame, as the copies of a certificate may."""
    starts = ["<h1>One</h1>", "<h2>Two</h2>", "<ul><li>Three</li></ul>", '<div class="box"><p>Four</p></div>']
    made = to_docx("Title", EN, FOOTER, [tree_of(f"{start}<p>More.</p>") for start in starts])
    breaks = [p for p in read_part(made).iter(f"{W}p") if p.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert [words_of(paragraph) for paragraph in breaks] == [["Two"], ["Three"], ["Four"]]


def test_partners_read_the_names_of_styles_in_their_language() -> None:
    """Names of our own styles; Word translates its own."""
    names = {
        language: {
            style.get(f"{W}val") for style in read_part(to_docx("T", language, FOOTER, []), STYLES).iter(f"{W}name")
        }
        for language in LANGUAGES
    }
    assert names[EN] & names[FR] == OFFICE_STYLES


@pytest.mark.parametrize("breakage", BREAKAGES, ids=lambda breakage: breakage.name)
def test_breakage_is_noticed(breakage: Breakage, specimen: Made) -> None:
    """Each rule can fail: a document with one thing broken breaks it."""
    made = Made(breakage.name, break_docx(specimen.docx, breakage), specimen.html, specimen.title, specimen.language)
    assert breakage.rule in find_faults(made)


@pytest.mark.parametrize("html", [pytest.param(html, id=name) for name, html in UNKNOWN.items()])
def test_unknown_element_is_refused(html: str) -> None:
    """What has no form in Word is a problem for the author, never a gap in the document."""
    with pytest.raises(NotPrintableError):
        to_docx("Title", EN, FOOTER, [tree_of(f"<h1>Title</h1>{html}")])


def test_another_reader_opens_it(specimen: Made) -> None:
    """A library that knows documents finds the title, the language, the headings, the tables and the paper."""
    document = docx.Document(BytesIO(specimen.docx))
    core = document.core_properties
    assert (core.title, core.language, core.author, core.last_modified_by) == ("Specimen", "en-CA", "", "")
    headings = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert headings[:2] == [("Heading 1", "Specimen"), ("Heading 2", "Lists")]
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["I can", "Not yet", "Yes", "In my words"]
    assert document.sections[0].footer.paragraphs[0].text.startswith(FOOTER)


def test_no_break_spaces_stay() -> None:
    """A no-break space, narrow or not, is in the document as it was written, and no letter changes its form."""
    words = "5\u202fkm, «\u00a0été\u00a0», l\u0259k\u0313\u02b7\u0259\u014b\u0259n"
    made = to_docx("Title", FR, FOOTER, [tree_of(f"<h1>{words}</h1>")])
    assert words_of_docx(made) == words.split(" ")


def test_same_bytes_everywhere(tmp_path: Path) -> None:
    """Another process, time zone, locale, hash seed and folder change nothing."""
    code = "import sys; from reading.word.specimen import make_specimen; sys.stdout.buffer.write(make_specimen())"
    path = os.pathsep.join(map(str, (ROOT / "hooks", ROOT / "tests")))
    runs = [
        subprocess.run([sys.executable, "-c", code], env=environment, cwd=cwd, capture_output=True, check=False)
        for environment, cwd in (({**HERE, "PYTHONPATH": path}, ROOT), ({**ELSEWHERE, "PYTHONPATH": path}, tmp_path))
    ]
    assert [run.stderr for run in runs] == [b"", b""]
    assert [run.stdout for run in runs] == [make_specimen()] * 2


@pytest.mark.slow
def test_documents_are_made_fast() -> None:
    """A handout becomes a document in 40 thousandths of a second or less."""
    pages = list(handouts())
    assert timed(lambda: [made_of(page, html) for page, html in pages])[1] / len(pages) <= SECONDS
