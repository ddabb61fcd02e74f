"""A phone that looks at a printed page finds its way to the page of the site."""

from __future__ import annotations

import re

import pytest
import zxingcpp
from conftest import Project
from reading.pdf.drawn import read_drawn
from reading.pdf.layout import rasters_of
from reading.pdf.margins import margin_words
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


def test_every_page_has_the_code_of_its_address(built: Project) -> None:
    """On every page of every handout, in both sizes and on both papers, the code leads to the page it comes from."""
    for place, codes in each(codes_of, print_with_address(built.root)).items():
        page = re.sub(r"-(letter|a4)(-large)?\.pdf$", "/", place)
        assert codes == [ADDRESS + page] * len(codes), place
        assert (built.participant / page / "index.html").is_file()


def test_every_page_has_its_address_in_words(built: Project) -> None:
    """Who cannot scan a code can type the address."""
    for place, pages in each(words_of, print_with_address(built.root)[::7]).items():
        address = (ADDRESS + re.sub(r"-(letter|a4)(-large)?\.pdf$", "/", place)).removeprefix("https://")
        assert all(address in words for words in pages), place


def test_without_an_address_there_is_no_code(built: Project) -> None:
    """An edition whose site has no address yet prints none."""
    found = each(codes_of, read_handouts(built.root)[::10])
    assert {place: codes for place, codes in found.items() if any(codes)} == {}
