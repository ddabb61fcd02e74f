"""Rules about what is drawn on pages: fonts, colour, places, and that every word is reached."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pikepdf
from curriculum.words.paper import Paper

from reading.pdf.drawn import Box, DrawnPage, Sign
from reading.pdf.prints import OpenPrint
from reading.pdf.tags import Mark
from reading.pdf.words import read_texts

FAMILIES = {"AtkinsonHyperlegibleNext", "NotoSans", "NotoSansCanadianAboriginal"}
EMBEDDED = {"/FontFile", "/FontFile2", "/FontFile3"}
COLOURED = {"rg", "RG", "k", "K", "sh", "Do", "INLINE IMAGE"}
"""Operators that draw in colour, and those whose colours are not looked into: handouts need neither."""
MILLIMETRE = 72 / 25.4
SIZES = {Paper.LETTER: (612.0, 792.0, 0.0), Paper.A4: (595.28, 841.89, 0.5)}
"""Width, height and tolerance, in points."""
COMMON = (210 * MILLIMETRE, 279 * MILLIMETRE)
"""What Letter and A4 have in common, measured from the top left."""


def check_fonts_embedded(opened: OpenPrint) -> Iterator[str]:
    """Every font comes with the file, and every glyph of it has its letter."""
    for font in _fonts(opened.file):
        owner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        if not EMBEDDED & set(owner.get("/FontDescriptor", {}).keys()):
            yield f"{font.BaseFont} is not embedded"
        if "/ToUnicode" not in font:
            yield f"{font.BaseFont} has no letters"


def check_font_families(opened: OpenPrint) -> Iterator[str]:
    """Only the shipped families: another one is a fallback nobody chose."""
    for font in _fonts(opened.file):
        name = str(font.BaseFont).removeprefix("/").split("+")[-1]
        if name.split("-")[0] not in FAMILIES:
            yield name


def check_grey(opened: OpenPrint) -> Iterator[str]:
    """Black, white and grey only: handouts are printed without colour."""
    for number, page in enumerate(opened.file.pages, 1):
        spaces = page.resources.get("/ColorSpace", pikepdf.Dictionary())
        for instruction in pikepdf.parse_content_stream(page):
            operator, first = str(instruction.operator), next(iter(instruction.operands), None)
            chosen = operator in ("cs", "CS")
            if operator in COLOURED or (chosen and not _is_grey(spaces.get(str(first), first))):
                yield f"page {number}: {operator}"


def check_paper(opened: OpenPrint) -> Iterator[str]:
    """The size of every page is that of its paper."""
    width, height, tolerance = SIZES[opened.printed.variant.paper]
    for number, page in enumerate(opened.file.pages, 1):
        left, bottom, right, top = (float(side) for side in page.cropbox)
        if abs(right - left - width) > tolerance or abs(top - bottom - height) > tolerance:
            yield f"page {number}: {right - left} x {top - bottom}"


def check_place(opened: OpenPrint) -> Iterator[str]:
    """Everything drawn is on Letter and on A4, so that the wrong tray loses nothing; but for lines to cut along."""
    for page in opened.pages:
        for item in (item for item in (*page.signs, *page.shapes) if not _is_cut_line(item, page)):
            if item.x0 < 0 or item.top < 0 or item.x1 > COMMON[0] or item.bottom > COMMON[1]:
                what = item.text if isinstance(item, Sign) else "a line"
                yield f"page {page.number}: {what} at {item.x1:.0f}, {item.bottom:.0f}"


def _is_cut_line(item: Box, page: DrawnPage) -> bool:
    """From one edge of the paper to the other."""
    across = item.x0 <= 0.1 and item.x1 >= page.width - 0.1
    return across or (item.top <= 0.1 and item.bottom >= page.height - 0.1)


def check_reached(opened: OpenPrint) -> Iterator[str]:
    """Every word that is drawn is reached by a tag, or stands in a margin."""
    reached = {child for tag in opened.tags.walk() for child in tag.children if isinstance(child, Mark)}
    for mark, text in read_texts(opened.printed.pdf).items():
        if text.strip() and mark not in reached:
            yield f"page {mark.page + 1}: {text}"


def _fonts(file: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [font for page in file.pages for font in page.resources.get("/Font", {}).values()]


def _is_grey(space: pikepdf.Object) -> bool:
    """`/DeviceGray`, or an array that names a grey space: `[/ICCBased <one component>]`."""
    if not isinstance(space, pikepdf.Array):
        return space == "/DeviceGray"
    return bool(space[0] == "/CalGray" or (space[0] == "/ICCBased" and space[1].N == 1))


DRAWING_RULES: Mapping[str, Callable[[OpenPrint], Iterator[str]]] = {
    "fonts-embedded": check_fonts_embedded,
    "font-families": check_font_families,
    "grey": check_grey,
    "paper": check_paper,
    "place": check_place,
    "reached": check_reached,
}
