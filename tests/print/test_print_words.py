"""Paper says the words of the page, all of them and in their order."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from itertools import product

import pdfplumber
import pikepdf
import pytest
from conftest import ROOT, Project
from curriculum.formats.pdf.everything import TEMPLATE
from curriculum.formats.pdf.printing import print_document
from curriculum.words.model import Kind
from curriculum.words.paper import Look, Variant
from reading.pdf.breakages import change_pdf
from reading.pdf.prints import Print, each, read_handouts, read_sample
from reading.pdf.specimen import LETTER, PAGES, VARIANTS_TRIED, as_print, book_of, print_specimen
from reading.pdf.words import without_pages, words_of_html, words_of_pdf

pytestmark = pytest.mark.slow
SPECIMENS = list(product(PAGES, VARIANTS_TRIED))


def differs(printed: Print) -> bool:
    """True when a PDF and its source do not say the same."""
    said, written = words_of_pdf(printed.pdf), words_of_html(printed.html)
    if printed.document.articles[0].look is Look.EVENING:
        return without_pages(said) != without_pages(written)
    return said != written


def text_of(pdf: bytes) -> str:
    """The text of the first page, line by line as it is seen."""
    with pdfplumber.open(BytesIO(pdf)) as drawn:
        return drawn.pages[0].extract_text()


def drop_last(file: pikepdf.Pdf) -> None:
    """Take the last element of the document out of the tags."""
    del file.Root.StructTreeRoot.K[0].K[-1]


def reverse(file: pikepdf.Pdf) -> None:
    """Read the document from its end."""
    document = file.Root.StructTreeRoot.K[0]
    document.K = pikepdf.Array(reversed(list(document.K)))


@pytest.fixture(scope="module")
def specimen() -> Print:
    """A good handout with every element."""
    return print_specimen(ROOT / TEMPLATE)


def test_documents_say_their_words(built: Project) -> None:
    """Each handout, pack and book, read in the order of its tags, says the words of its source and no others."""
    found = each(differs, read_sample(built.root))
    assert [place for place, different in found.items() if different] == []
    assert len(found) > 100


@pytest.mark.parametrize(("kind", "variant"), SPECIMENS)
def test_specimens_say_their_words(kind: Kind | None, variant: Variant) -> None:
    """No element loses, adds or moves a word, over a page break neither."""
    assert not differs(print_specimen(ROOT / TEMPLATE, kind, variant))


def test_book_lists_its_chapters() -> None:
    """The contents of a book name its chapters and the handouts in them, in order, with the pages they start on."""
    book = book_of(["# Book", "# One\n\n## Inside { #inside }\n\nx", "# Two", "# Sheet"])
    pdf, problems = print_document(book, LETTER, ROOT / TEMPLATE)
    assert problems == ()
    assert not differs(as_print(pdf, book))
    with pikepdf.open(BytesIO(pdf)) as file, file.open_outline() as outline:
        assert [item.title for item in outline.root[0].children] == ["One", "Two"]
    listed = [line for line in text_of(pdf).splitlines() if " . . " in line or "....." in line]
    assert [re.sub(r"[ .]+", " ", line) for line in listed] == ["One 2", "Two 3", "Sheet 4"]


@pytest.mark.parametrize("size", ["letter", "letter-large"])
def test_word_gone_from_page_is_noticed(built: Project, size: str) -> None:
    """Without the first word of one paragraph, the source no longer says what the PDF says."""
    for printed in read_handouts(built.root):
        if printed.place.endswith(f"-{size}.pdf"):
            html = re.sub(r"<p>[^\s<]+ ", "<p>", printed.html, count=1)
            assert words_of_html(html) != words_of_html(printed.html)
            assert words_of_pdf(printed.pdf) != words_of_html(html)


def test_lost_no_break_space_is_noticed(specimen: Print) -> None:
    """A no-break space is a part of its word: a line that may break where it must not is a difference."""
    html = specimen.html.replace("\u00a0", " ", 1)
    assert html != specimen.html
    assert words_of_pdf(specimen.pdf) != words_of_html(html)


@pytest.mark.parametrize("change", [drop_last, reverse])
def test_change_in_tags_is_noticed(change: Callable[[pikepdf.Pdf], None], specimen: Print) -> None:
    """A paragraph missing from the tags, or tags in another order, is a difference."""
    assert words_of_pdf(change_pdf(specimen.pdf, change)) != words_of_html(specimen.html)
