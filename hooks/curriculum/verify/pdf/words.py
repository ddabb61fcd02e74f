"""The content of a page -> its words in each way in which a viewer may show them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from curriculum.verify.layers import Layer, State
from curriculum.verify.pdf.drawn import drawn, said_in
from curriculum.verify.pdf.fonts import Font
from curriculum.verify.pdf.leads import Fonts
from curriculum.verify.pdf.objects import remarks_in, without_remarks
from curriculum.verify.pdf.placed import as_seen, is_odd

Named = tuple[tuple[bytes, Font], ...]


def words_of(content: bytes, fonts: Fonts, states: Fonts) -> tuple[Layer, ...]:
    """Its words by its fonts, by what else these say of themselves, by the fonts that `gs` may set, and as seen."""
    return _words_of(content, tuple(fonts.items()), tuple(states.items()))


@lru_cache(maxsize=512)  # the same page is in a handout, a pack and a book
def _words_of(content: bytes, named: Named, by_state: Named) -> tuple[Layer, ...]:
    return tuple(_every_way(content, dict(named), dict(by_state)))


def _every_way(content: bytes, fonts: Fonts, states: Fonts) -> Iterator[Layer]:
    fonts = {**fonts, **({b"": next(iter(states.values()))} if states else {})}
    plain = drawn(content, tuple(fonts.items()))
    yield Layer("PDF", plain.words)
    yield Layer("PDF", plain.lines, State.LINES)
    if plain.pieces != plain.lines[1:]:
        yield Layer("PDF", plain.pieces, State.LINES)
    if not plain.known:
        yield Layer("PDF", b"", State.CLOSED)
    yield Layer("PDF", "\n".join(said_in(content)))
    if any(font.other for font in fonts.values()):
        others = {name: font.other or font for name, font in fonts.items()}
        yield Layer("PDF", drawn(content, tuple(others.items())).words, State.PLAIN)
    for font in states.values() if b"gs" in content else ():
        yield Layer("PDF", drawn(content, ((b"", font), *((name, font) for name in fonts))).words)
    if is_odd(content, plain.words):
        for seen in as_seen(content, fonts):
            yield Layer("PDF", seen, State.PLAIN)
    if remarks := remarks_in(content):
        yield Layer("PDF", remarks.decode("latin-1"))
        yield from words_of(without_remarks(content), fonts, states)
