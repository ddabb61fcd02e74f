"""The content of a page -> its words in each way in which a viewer may show them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from curriculum.verify.layers import Layer, LayerState
from curriculum.verify.pdf.drawn import drawn, said_in
from curriculum.verify.pdf.fonts import Font
from curriculum.verify.pdf.leads import Fonts
from curriculum.verify.pdf.objects import remarks_in, without_remarks
from curriculum.verify.pdf.placed import as_seen, is_odd

NamedFonts = tuple[tuple[bytes, Font], ...]


def words_of(content: bytes, fonts: Fonts, states: Fonts, plain: bool = True) -> tuple[Layer, ...]:
    """Its words by its fonts, by what else these say of themselves, by the fonts that `gs` may set, and as seen."""
    return _words_of(content, tuple(fonts.items()), tuple(states.items()), plain)


@lru_cache(maxsize=64)  # a page is read as a stream of its file, and in one piece
def _words_of(content: bytes, named: NamedFonts, by_state: NamedFonts, plain: bool) -> tuple[Layer, ...]:
    return tuple(_every_way(content, dict(named), dict(by_state), plain))


def _every_way(content: bytes, fonts: Fonts, states: Fonts, plain: bool) -> Iterator[Layer]:
    fonts = {**fonts, **({b"": next(iter(states.values()))} if states else {})}
    said = drawn(content, tuple(fonts.items()))
    yield Layer("PDF", said.words)
    yield Layer("PDF", said.lines, LayerState.LINES)
    if said.pieces != said.lines[1:]:
        yield Layer("PDF", said.pieces, LayerState.LINES)
    if not said.known:
        yield Layer("PDF", b"", LayerState.CLOSED)
    yield Layer("PDF", "\n".join(said_in(content)))
    if plain and any(font.other for font in fonts.values()):
        others = {name: font.other or font for name, font in fonts.items()}
        yield Layer("PDF", drawn(content, tuple(others.items())).words, LayerState.PLAIN)
    for font in states.values() if b"gs" in content else ():
        yield Layer("PDF", drawn(content, ((b"", font), *((name, font) for name in fonts))).words)
    if plain and is_odd(content, said.words):
        for seen in as_seen(content, fonts):
            yield Layer("PDF", seen, LayerState.PLAIN)
    if remarks := remarks_in(content):
        yield Layer("PDF", remarks.decode("latin-1"))
        yield from words_of(without_remarks(content), fonts, states, plain)
