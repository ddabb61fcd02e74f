"""Links to files say what they are: format, paper, size, in the language of the page."""

from __future__ import annotations

import pytest
from curriculum.compose.downloads import format_of, variant_of
from curriculum.compose.packs import how_to, sheets_of
from curriculum.words.forms import size_of
from curriculum.words.model import Copies, Handout, Kind
from curriculum.words.paper import VARIANTS, Paper, Size, Variant
from languages import EN, FR


def handout(kind: Kind) -> Handout:
    return Handout("sheet", "week-01", kind, Copies.EACH, 1)


@pytest.mark.parametrize(
    ("count", "english", "french"),
    [
        (0, "1\u00a0KB", "1\u00a0Ko"),
        (1499, "1\u00a0KB", "1\u00a0Ko"),
        (999_499, "999\u00a0KB", "999\u00a0Ko"),
        (999_500, "1.0\u00a0MB", "1,0\u00a0Mo"),
        (1_650_000, "1.6\u00a0MB", "1,6\u00a0Mo"),
    ],
)
def test_a_size_is_said_as_each_language_says_it(count: int, english: str, french: str) -> None:
    assert (size_of(count, EN), size_of(count, FR)) == (english, french)


@pytest.mark.parametrize(
    ("place", "english", "french"),
    [
        ("a-letter.pdf", "PDF Letter", "PDF Lettre"),
        ("a-a4.pdf", "PDF A4", "PDF A4"),
        ("week-01/a-letter-large.pdf", "PDF large print, Letter", "PDF gros caractères, Lettre"),
        ("a.docx", "Word", "Word"),
        ("week-01/week-01.html", "HTML", "HTML"),
        ("workbook.epub", "EPUB", "EPUB"),
        ("week-01/week-01.zip", "ZIP", "ZIP"),
    ],
)
def test_a_format_is_said_in_words(place: str, english: str, french: str) -> None:
    assert (format_of(place, EN), format_of(place, FR)) == (english, french)


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.ending)
def test_a_name_tells_the_variant_it_was_made_of(variant: Variant) -> None:
    assert variant_of(variant.pdf_of("week-01/handouts/letter.md")) == variant


def test_a_name_ends_with_paper_and_size() -> None:
    assert Variant(Paper.A4, Size.LARGE).pdf_of("week-01/a.md") == "week-01/a-a4-large.pdf"


@pytest.mark.parametrize(
    ("kind", "pages", "sheets", "words"),
    [
        (Kind.POCKET_CARD, 1, 1, "One side; cut, then fold"),
        (Kind.POCKET_CARD, 2, 2, "One side; staple"),  # in large print it is a sheet to keep, not to cut
        (Kind.WORKSHEET, 1, 1, "One side"),
        (Kind.WORKSHEET, 2, 2, "One side; staple"),
        (Kind.AGREEMENT, 2, 1, "Both sides"),
        (Kind.AGREEMENT, 1, 1, "One side"),
        (Kind.REFERENCE, 3, 2, "Both sides; staple"),
        (Kind.CERTIFICATE, 3, 1, "One side; the version each person chose"),
        (Kind.CERTIFICATE, 5, 2, "One side; the version each person chose"),
    ],
)
def test_a_handout_is_printed_as_its_kind_asks(kind: Kind, pages: int, sheets: int, words: str) -> None:
    assert sheets_of(handout(kind), pages) == sheets
    assert how_to(handout(kind), pages, EN) == words
