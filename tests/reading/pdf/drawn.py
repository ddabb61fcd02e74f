"""What is drawn on the pages of a PDF, as PDFium, the reader in Chromium, sees it: signs, lines, and where they are.

Lengths are points from the top left of the paper. pdfplumber says the same in eight times as long; the two are held to
one another on the specimens.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

import pypdfium2
import pypdfium2.raw as pdfium

ARTIFACT = "Artifact"
"""The mark of what is not read aloud."""
HYPHEN = "\x02"
"""PDFium's word for a hyphen at the end of a line."""
LONGEST_MARK = 64
"""Signs of the name of a mark that are looked at."""


@dataclass(slots=True, unsafe_hash=True)  # many: frozen ones take twice as long to make
class Box:
    """Where something is."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(slots=True, unsafe_hash=True)
class Sign(Box):
    """One sign that is not white space; from its lower to its upper edge it is as high as its font is large."""

    text: str
    size: float
    mark: int
    """The marked content it belongs to; -1 when it is in none."""
    is_artifact: bool


@dataclass(frozen=True)
class DrawnPage:
    """One page: its size, its signs in the order they are drawn, its shapes, and the straight edges of these."""

    number: int
    width: float
    height: float
    signs: list[Sign]
    shapes: list[Box]
    edges: list[Box]


def read_drawn(pdf: bytes, most: int | None = None) -> list[DrawnPage]:
    """Every page of a file, or so many of the first ones."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_read_page(page, number) for number, page in enumerate(islice(document, most), 1)]
    finally:
        document.close()


def _read_page(page: pypdfium2.PdfPage, number: int) -> DrawnPage:
    width, height = page.get_size()
    paths = [
        path for shape in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH]) for path in _paths_of(shape, height) if path
    ]
    edges = [_box_around(ends) for path in paths for ends in pairwise(path)]
    return DrawnPage(number, width, height, list(_signs_on(page, height)), [_box_around(path) for path in paths], edges)


Point = tuple[float, float]


def _box_around(points: list[Point] | tuple[Point, Point]) -> Box:
    across, down = ([point[axis] for point in points] for axis in (0, 1))
    return Box(min(across), min(down), max(across), max(down))


def _paths_of(shape: pypdfium2.PdfObject, height: float) -> Iterator[list[Point]]:
    """Each line of a shape that is drawn without lifting the pen, as the points it goes through."""
    matrix, x, y = shape.get_matrix(), ctypes.c_float(), ctypes.c_float()
    path: list[Point] = []
    for number in range(pdfium.FPDFPath_CountSegments(shape.raw)):
        segment = pdfium.FPDFPath_GetPathSegment(shape.raw, number)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            yield path
            path = []
        across, up = matrix.on_point(x.value, y.value)
        path.append((across, height - up))
        if pdfium.FPDFPathSegment_GetClose(segment):
            path.append(path[0])
    yield path


@dataclass(frozen=True)
class _Said:
    """What the signs of one piece of text have in common."""

    size: float
    bottom: float
    mark: int
    is_artifact: bool


def _signs_on(page: pypdfium2.PdfPage, height: float) -> Iterator[Sign]:
    text, box = page.get_textpage(), pdfium.FS_RECTF()
    said: dict[int | None, _Said] = {}
    for at in range(text.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(text.raw, at)).replace(HYPHEN, "-")
        if sign.isspace():
            continue
        piece = pdfium.FPDFText_GetTextObject(text.raw, at)
        key = ctypes.addressof(piece.contents) if piece else None
        if key not in said:
            said[key] = _read_said(text, at, piece, height)
        all_of_it = said[key]
        pdfium.FPDFText_GetLooseCharBox(text.raw, at, box)
        top = all_of_it.bottom - all_of_it.size
        where = (box.left, top, box.right, all_of_it.bottom)
        yield Sign(*where, sign, all_of_it.size, all_of_it.mark, all_of_it.is_artifact)
    text.close()


def _read_said(text: pypdfium2.PdfTextPage, at: int, piece: object, height: float) -> _Said:
    matrix, x, y, descent = pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double(), ctypes.c_float()
    pdfium.FPDFText_GetMatrix(text.raw, at, matrix)
    pdfium.FPDFText_GetCharOrigin(text.raw, at, x, y)
    size = pdfium.FPDFText_GetFontSize(text.raw, at) * (matrix.b**2 + matrix.d**2) ** 0.5
    pdfium.FPDFFont_GetDescent(pdfium.FPDFTextObj_GetFont(piece), size, descent)
    marks = (_name_of(pdfium.FPDFPageObj_GetMark(piece, mark)) for mark in range(pdfium.FPDFPageObj_CountMarks(piece)))
    bottom = height - y.value - descent.value
    return _Said(size, bottom, pdfium.FPDFPageObj_GetMarkedContentID(piece), ARTIFACT in marks)


def _name_of(mark: object) -> str:
    name, length = (ctypes.c_ushort * LONGEST_MARK)(), ctypes.c_ulong()
    pdfium.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), length)
    return bytes(name)[: length.value - 2].decode("utf-16-le")
