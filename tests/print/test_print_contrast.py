"""Nothing on paper asks for more than a black-and-white printer has: no pale letters, no tint, no line that fades.

Colours are turned into the grey that such a printer makes of them; a toner that runs low loses what is pale.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from conftest import Project
from reading.pdf.breakages import change_pdf
from reading.pdf.prints import Print, each, read_sample

pytestmark = pytest.mark.slow
LETTERS, SHAPES = 4.5, 3.0
"""The least contrast with white paper: WCAG 2.2, 1.4.3 and 1.4.11."""


def contrast_of(red: int, green: int, blue: int) -> float:
    """Between a colour as it is printed in grey and white paper: 1 for white, 21 for black."""
    grey = (0.299 * red + 0.587 * green + 0.114 * blue) / 255
    light = grey / 12.92 if grey <= 0.04045 else ((grey + 0.055) / 1.055) ** 2.4
    return 1.05 / (light + 0.05)


def colour_of(shape: pypdfium2.PdfObject, *, stroke: bool) -> float:
    """The contrast of the inside or the line of a shape."""
    values = [ctypes.c_uint() for _ in range(4)]
    ask = pdfium.FPDFPageObj_GetStrokeColor if stroke else pdfium.FPDFPageObj_GetFillColor
    ask(shape.raw, *values)
    red, green, blue, _ = (value.value for value in values)
    return contrast_of(red, green, blue)


def drawn_in(shape: pypdfium2.PdfObject) -> Iterator[float]:
    """The contrasts of a shape, without what is white on white."""
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(shape.raw, filled, stroked)
    used = [(False, bool(filled.value)), (True, bool(stroked.value))]
    yield from (one for stroke, is_used in used if is_used and (one := colour_of(shape, stroke=stroke)) > 1.0)


def too_pale(printed: Print) -> set[str]:
    """The same of a print."""
    return pale(printed.pdf)


def pale(pdf: bytes) -> set[str]:
    """What is too pale on the pages of a file."""
    document, found = pypdfium2.PdfDocument(pdf), set()
    try:
        for number, page in enumerate(document, 1):
            for shape in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH]):
                is_text = shape.type == pdfium.FPDF_PAGEOBJ_TEXT
                contrasts = [colour_of(shape, stroke=False)] if is_text else [*drawn_in(shape)]
                least = LETTERS if is_text else SHAPES
                found |= {f"page {number}: {one:.1f}" for one in contrasts if one < least}
    finally:
        document.close()
    return found


def test_nothing_is_paler_than_an_office_printer_can_print(built: Project) -> None:
    found = each(too_pale, read_sample(built.root))
    assert len(found) > 100
    assert {place: places for place, places in found.items() if places} == {}


def test_a_pale_letter_and_a_tint_would_be_noticed(built: Project) -> None:
    one = read_sample(built.root)[0].pdf
    assert pale(change_pdf(one, lambda file: add(file, b"q 0.6 g BT /f0 12 Tf 50 50 Td <0001> Tj ET Q")))
    assert pale(change_pdf(one, lambda file: add(file, b"q 0.92 g 50 50 100 100 re f Q")))
    assert not pale(change_pdf(one, lambda file: add(file, b"q 0.35 g 50 50 100 100 re f Q")))


def add(file: pikepdf.Pdf, drawing: bytes) -> None:
    """Something more on the first page."""
    file.pages[0].contents_add(file.make_stream(drawing))
