"""Paper says the words of the page, all of them and in their order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pikepdf
import pytest
from breakages import change_pdf
from conftest import ROOT, Project
from curriculum.model import Kind, Paper
from curriculum.printing.sheets import TEMPLATE
from pdf_words import words_of_html, words_of_pdf
from prints import Print, read_prints
from specimen import PAGES, print_specimen

pytestmark = pytest.mark.slow
SPECIMENS = list(product(PAGES, Paper))


def differs(printed: Print) -> bool:
    """True when a PDF and its HTML do not say the same."""
    return words_of_pdf(printed.pdf) != words_of_html(printed.sheet.html)


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


def test_handouts_say_their_words(built: Project) -> None:
    """Each handout, read in the order of its tags, says the words of its HTML and no others."""
    prints = read_prints(built.root)
    assert all(words_of_html(printed.sheet.html) for printed in prints)
    assert [printed.place for printed in prints if differs(printed)] == []


@pytest.mark.parametrize(("kind", "paper"), SPECIMENS)
def test_specimens_say_their_words(kind: Kind, paper: Paper) -> None:
    """No element loses, adds or moves a word, over a page break neither."""
    printed = print_specimen(ROOT / TEMPLATE, kind, paper)
    assert words_of_pdf(printed.pdf) == words_of_html(printed.sheet.html)


def test_word_gone_from_page_is_noticed(built: Project) -> None:
    """Without the first word of one paragraph, the HTML no longer says what the PDF says."""
    for printed in read_prints(built.root):
        html = re.sub(r"<p>[^\s<]+ ", "<p>", printed.sheet.html, count=1)
        assert words_of_html(html) != words_of_html(printed.sheet.html)
        assert differs(replace(printed, sheet=replace(printed.sheet, html=html)))


def test_lost_no_break_space_is_noticed(specimen: Print) -> None:
    """A no-break space is a part of its word: a line that may break where it must not is a difference."""
    html = specimen.sheet.html.replace("\u00a0", " ", 1)
    assert html != specimen.sheet.html
    assert differs(replace(specimen, sheet=replace(specimen.sheet, html=html)))


@pytest.mark.parametrize("change", [drop_last, reverse])
def test_change_in_tags_is_noticed(change: Callable[[pikepdf.Pdf], None], specimen: Print) -> None:
    """A paragraph missing from the tags, or tags in another order, is a difference."""
    assert differs(replace(specimen, pdf=change_pdf(specimen.pdf, change)))
