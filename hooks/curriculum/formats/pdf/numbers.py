"""The number of a page, written at its place at the foot once it is known: `Page 3 of 178`.

It looks as if Typst had set it: the first page of a part holds a line with each pair of signs that a number can need,
and from there come the code of each sign in its font, its width, and how much closer two of them stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, product
from typing import NamedTuple

from curriculum.formats.pdf.objects import Objects, UnexpectedPdfError, reference, unpack
from curriculum.words.labels import label
from curriculum.words.model import Language

DIGITS = "0123456789"
LAST_LETTER = "\u024f"
"""The last of those that stand beside each other as they are, in the first font: Latin."""
LINE = rb"BT 0 Tr/(f\d+) (\S+) Tf 1 0 0 -1 0 0 Tm(\[.*?\]TJ|\(.*?\)Tj)\nET"
FIRST_LINE = re.compile(LINE)
LAST_LINE = re.compile(rb"q 1 0 0 -1 (\S+) (\S+) cm/c\d+ cs 0 scn\n" + LINE + rb"\nQ\nEMC")
SHOWN = re.compile(rb"\(((?:[^\\()]|\\.)*)\)|(-?[\d.]+)")
ESCAPED = re.compile(rb"\\(\d{3}|.)")
CONTROL = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
WIDTHS = re.compile(rb"/W\[([^\[\]]*)\]")
FOOT = b"/Artifact<</Attached[/Bottom]/Subtype/Footer/Type/Pagination>>BDC\n"
BEGINS, ENDS = 1, 2
"""No-break spaces after which a number begins, or before which it ends."""


class Folio(NamedTuple):
    """Where the number of a page stands, in points from the bottom left."""

    font: str
    size: float
    x: float
    y: float
    ends: bool
    """True where `x` is the right end of the number."""


class Ink(NamedTuple):
    """How the signs of numbers are drawn, widths in thousandths of their size."""

    codes: Mapping[str, bytes]
    widths: Mapping[str, float]
    closer: Mapping[tuple[str, str], float]
    """How much closer than their widths two signs stand."""


def number_words(language: Language, number: int, last: int) -> str:
    """`Page 3 of 178`, `Page 3 de 178`; `3 / 178` where letters change with those beside them, or have another font."""
    words = label("page", language), label("page-of", language)
    if any(sign > LAST_LETTER for sign in "".join(words)):
        return f"{number} / {last}"
    return f"{words[0]} {number} {words[1]} {last}"


def signs_of(language: Language) -> str:
    """A line that holds each pair of signs that can follow one another in the number of a page."""
    pairs = "".join(first + second for first, second in product(DIGITS, DIGITS))
    return f"{number_words(language, 0, 0)} {' '.join(DIGITS)} {pairs}"


def read_ink(objects: Objects, page: int, signs: str) -> tuple[int, Ink]:
    """The font of the line that a page begins with, by its number, and how the signs of that line are drawn."""
    found = FIRST_LINE.search(unpack(objects[reference(objects[page], rb"/Contents")]))
    if found is None:
        raise UnexpectedPdfError("no line of signs on the first page")
    font = font_of(objects, page, found[1])
    widths = _widths(objects, font)
    shown = _shown(found[3])
    if len(shown) != len(signs):
        raise UnexpectedPdfError(f"{len(shown)} signs on the first page, not {len(signs)}")
    codes = {sign: code for sign, (code, _) in zip(signs, shown, strict=True)}
    closer = {pair: by for pair, (_, by) in zip(pairwise(signs), shown, strict=False)}
    return font, Ink(codes, {sign: widths[int.from_bytes(code, "big")] for sign, code in codes.items()}, closer)


def folio_of(objects: Objects, page: int, font: int) -> Folio:
    """Where the number of a page is to stand: at the last line of the page, in `font`."""
    content = unpack(objects[reference(objects[page], rb"/Contents")])
    found = LAST_LINE.fullmatch(content[max(0, content.rfind(b"\nq ")) :].strip())
    if found is None or font_of(objects, page, found[3]) != font:
        raise UnexpectedPdfError("no place for the number of a page")
    x, y, size = float(found[1]), float(found[2]), float(found[4])
    spaces, widths = [code for code, _ in _shown(found[5])], _widths(objects, font)
    if len(spaces) not in (BEGINS, ENDS):
        raise UnexpectedPdfError("no place for the number of a page")
    ends = len(spaces) == ENDS
    space = widths[int.from_bytes(spaces[0], "big")] * size / 1000
    return Folio(found[3].decode(), size, x if ends else x + space, y, ends)


def font_of(objects: Objects, page: int, name: bytes) -> int:
    """The number of the font that a page calls `f1`."""
    return reference(objects[reference(objects[page], rb"/Resources")], rb"/" + name)


def stamp_of(words: str, folio: Folio, ink: Ink) -> bytes:
    """What draws the number of a page, as a stream to follow those of the page."""
    closer = [ink.closer[pair] for pair in pairwise(words)]
    width = (sum(ink.widths[sign] for sign in words) - sum(closer)) * folio.size / 1000
    x = folio.x - width if folio.ends else folio.x
    shown = b"".join(
        b"<%s>%g" % (ink.codes[sign].hex().encode(), by) for sign, by in zip(words, [*closer, 0], strict=True)
    )
    shown = shown.removesuffix(b"0").replace(b">0<", b"")
    text = FOOT + b"BT/%s %g Tf 1 0 0 1 %.3f %.3f Tm[%s]TJ ET\nEMC" % (
        folio.font.encode(),
        folio.size,
        x,
        folio.y,
        shown,
    )
    return b"<</Length %d>>\nstream\n%s\nendstream" % (len(text), text)


def _widths(objects: Objects, font: int) -> Mapping[int, float]:
    """The width of each code of a font: `[0 0 527 1 1 886]` is 527 for 0 and 886 for 1."""
    found = WIDTHS.search(objects[reference(objects[font], rb"/DescendantFonts\[")])
    return _widths_in(found[1]) if found else {}


@lru_cache(maxsize=64)  # parts are set in the same few fonts
def _widths_in(table: bytes) -> Mapping[int, float]:
    numbers = [float(number) for number in table.split()]
    triples = zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True)
    return {code: width for first, last, width in triples for code in range(int(first), int(last) + 1)}


@lru_cache(maxsize=64)  # nearly all parts begin with the same line
def _shown(text: bytes) -> Sequence[tuple[bytes, float]]:
    """The codes that are drawn, each with how much closer the next one stands."""
    shown: list[tuple[bytes, float]] = []
    for string, by in SHOWN.findall(text):
        if by:
            shown[-1] = shown[-1][0], float(by)
        plain = ESCAPED.sub(lambda found: _plain(found[1]), string) if b"\\" in string else string
        shown += [(plain[at : at + 2], 0.0) for at in range(0, len(plain), 2)]
    return shown


def _plain(escaped: bytes) -> bytes:
    return bytes([int(escaped, 8)]) if escaped.isdigit() else CONTROL.get(escaped, escaped)
