"""How a page is laid out, measured: ink and white on its raster, and where its lines and words are.

Lengths are millimetres from the top left of the paper.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
import tinyhtml5
from pikepdf import open as open_pdf
from PIL import Image

from reading.pdf.drawn import read_drawn
from reading.pdf.tags import Mark, Tag, read_tags
from reading.pdf.words import SILENT, is_inline, read_texts, words_of_html

MILLIMETRE = 72 / 25.4
COARSE = 50
"""Dots an inch, for holes: a pixel is half a millimetre."""
QUICK = 72
"""Dots an inch, for ink that is far from too much."""
FINE = 200
"""Dots an inch, for ink: on a coarser raster, the grey edge of a letter counts as more than there is."""
WHOLE = ("keep", "box", "card", "signature")


@dataclass(frozen=True)
class Line:
    """A straight line of a page."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def length(self) -> float:
        """How long it is."""
        return max(self.x1 - self.x0, self.y1 - self.y0)

    @property
    def is_level(self) -> bool:
        """True when it runs from left to right."""
        return self.x1 - self.x0 > self.y1 - self.y0


def rasters_of(pdf: bytes, dots: int = COARSE) -> Iterator[Image.Image]:
    """Each page in grey, at so many dots an inch."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        yield page.render(scale=dots / 72, grayscale=True).to_pil().convert("L")
    document.close()


def ink_of(raster: Image.Image) -> float:
    """The part of a page that is covered, from 0 to 1; a grey dot counts by how dark it is."""
    counts = raster.histogram()
    return sum((255 - grey) * count for grey, count in enumerate(counts)) / 255 / sum(counts)


def hole_of(raster: Image.Image, top: float, bottom: float) -> float:
    """The part of the height between `top` and `bottom` that the largest gap without any ink takes, from 0 to 1."""
    first, last = (round(mm / 25.4 * COARSE) for mm in (top, bottom))
    rows = raster.crop((0, first, raster.width, last)).resize((1, last - first), Image.Resampling.BOX)
    gap = longest = 0
    for grey in rows.tobytes():
        gap = gap + 1 if grey > 254 else 0
        longest = max(longest, gap)
    return longest / (last - first)


@dataclass(frozen=True)
class Marks:
    """What is drawn on one page: its lines, and how far down the paper each of its signs is."""

    lines: list[Line]
    tops: list[float]


def marks_of(pdf: bytes) -> list[Marks]:
    """The lines, the sides of frames and the signs of each page."""
    found = []
    for page in read_drawn(pdf):
        sides = [(edge.x0, edge.top, edge.x1, edge.bottom) for edge in page.edges]
        lines = [Line(*(round(side / MILLIMETRE, 2) for side in each)) for each in sides]
        found.append(Marks(lines, [sign.top / MILLIMETRE for sign in page.signs]))
    return found


def pages_of_words(pdf: bytes) -> list[int]:
    """The page each word is on, for the words of `words_of_pdf` in their order."""
    texts = read_texts(pdf)
    with open_pdf(BytesIO(pdf)) as file:
        pieces = list(_pieces(read_tags(file), texts))
    pages, inside = [], False
    for text, page in pieces:
        for sign in text:
            if sign in " \t\r\n\f":
                inside = False
            elif not inside:
                pages.append(page)
                inside = True
    return pages


def _pieces(tag: Tag, texts: dict[Mark, str]) -> Iterator[tuple[str, int]]:
    """What is said, piece by piece, as `words` says it, each with its page."""
    if tag.role in SILENT:
        return
    inline = is_inline(tag)
    if not inline:
        yield " ", -1
    for child in tag.children:
        if isinstance(child, Tag):
            yield from _pieces(child, texts)
        else:
            yield texts.get(child, ""), child.page
    if not inline:
        yield " ", -1


def whole_blocks_of(html: str) -> dict[str, range]:
    """What no page break may cut, by a name, and the places of its words among those of the article."""
    root = tinyhtml5.parse(html, namespace_html_elements=False)
    names = []
    for element in root.iter():
        if element.get("class") in WHOLE:
            name = f"{element.get('class')}{len(names)}"
            names.append(name)
            element.text = f" [[{name} {element.text or ''}"
            element.tail = f" {name}]] {element.tail or ''}"
    places: dict[str, int] = {}
    blocks: dict[str, range] = {}
    count = 0
    for word in words_of_html(etree.tostring(root, "unicode", method="html")):
        if word.startswith("[["):
            places[word[2:]] = count
        elif word.endswith("]]"):
            blocks[word[:-2]] = range(places[word[:-2]], count)
        else:
            count += 1
    return blocks
