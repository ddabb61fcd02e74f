"""A phone that looks at a printed page finds its way to the page of the site."""

from __future__ import annotations

import re

import pytest
import zxingcpp
from conftest import Project
from curriculum.words.model import Kind
from curriculum.words.paper import VARIANTS
from languages import LANGUAGES
from reading.pdf.drawn import read_drawn
from reading.pdf.layout import rasters_of
from reading.pdf.margins import NUMBER, margin_words
from reading.pdf.prints import ADDRESS, Print, each, print_with_address, read_handouts

pytestmark = pytest.mark.slow
OFFICE = 150
"""Dots an inch of a worn office printer."""


def codes_of(printed: Print) -> list[str]:
    """What a phone reads on each page, printed in black and white dots."""
    found = []
    for raster in rasters_of(printed.pdf, OFFICE):
        dots = raster.point(lambda grey: 255 if grey > 127 else 0)
        codes = zxingcpp.read_barcodes(dots, formats=zxingcpp.BarcodeFormat.QRCode)  # a table may pass for another kind
        found.append(" ".join(code.text for code in codes))
    return found


def words_of(printed: Print) -> list[str]:
    """What stands in the margins of each page, without white space."""
    return [margin_words(page) for page in read_drawn(printed.pdf)]


def is_certificate(printed: Print) -> bool:
    """True for the handout with two certificates, of which the first names no course."""
    return printed.document.articles[0].kind is Kind.CERTIFICATE


def discreet_pages(printed: Print) -> range:
    """The pages of the first certificate, from 0: from its title until the title of the second."""
    titles = [plain(title) for title in re.findall(r"<h2[^>]*>(.*?)</h2>", printed.html)]
    pages = [plain("".join(sign.text for sign in page.signs)) for page in read_drawn(printed.pdf)]
    return range(*(next(number for number, words in enumerate(pages) if title in words) for title in titles))


def plain(words: str) -> str:
    """Words without white space, as `margin_words` gives them."""
    return re.sub(r"\s", "", words.replace("\u202f", ""))


def test_every_page_has_the_code_of_its_address(built: Project) -> None:
    """On every page of every handout, in both sizes and on both papers, the code leads to the page it comes from.

    But for the discreet certificate, below.
    """
    others = [printed for printed in print_with_address(built.root) if not is_certificate(printed)]
    for place, codes in each(codes_of, others).items():
        page = re.sub(r"-(letter|a4)(-large)?\.pdf$", "/", place)
        assert codes == [ADDRESS + page] * len(codes), place
        assert (built.participant / page / "index.html").is_file()


def test_every_page_has_its_address_in_words(built: Project) -> None:
    """Who cannot scan a code can type the address."""
    others = [printed for printed in print_with_address(built.root)[::7] if not is_certificate(printed)]
    for place, pages in each(words_of, others).items():
        address = (ADDRESS + re.sub(r"-(letter|a4)(-large)?\.pdf$", "/", place)).removeprefix("https://")
        assert all(address in words for words in pages), place


def test_the_discreet_certificate_leads_nowhere(built: Project) -> None:
    """Whoever holds the first certificate reads neither course nor address on its pages, and finds no code."""
    certificates = [printed for printed in print_with_address(built.root) if is_certificate(printed)]
    assert len(certificates) == len(VARIANTS) * len(LANGUAGES)
    for printed in certificates:
        discreet, codes, margins = discreet_pages(printed), codes_of(printed), words_of(printed)
        due = [*map(plain, printed.document.articles[0].foot), plain(ADDRESS).removeprefix("https://")]
        named = [
            any(words in margin for words in due) or bool(code) for margin, code in zip(margins, codes, strict=True)
        ]
        assert named == [number not in discreet for number in range(len(margins))], printed.place
        assert discreet
        assert all(NUMBER[printed.document.language].search(margins[number]) for number in discreet)


def test_without_an_address_there_is_no_code(built: Project) -> None:
    """An edition whose site has no address yet prints none."""
    found = each(codes_of, read_handouts(built.root)[::10])
    assert {place: codes for place, codes in found.items() if any(codes)} == {}
