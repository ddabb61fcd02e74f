"""A PDF -> everything it says, as layers to be searched."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from curriculum.verify.layers import Layer, LayerState
from curriculum.verify.past import Past
from curriculum.verify.pdf.drawn import drawn as words_drawn
from curriculum.verify.pdf.drawn import draws, named_strings_in, strings_in
from curriculum.verify.pdf.filters import filters_in, unfiltered
from curriculum.verify.pdf.leads import (
    Fonts,
    ObjectsByNumber,
    PdfPage,
    fonts_in,
    fonts_of_state,
    own_fonts,
    pages_of,
    resolved,
)
from curriculum.verify.pdf.objects import Object, objects_in, without_strings
from curriculum.verify.pdf.words import words_of

LOCKED = re.compile(rb"/Encrypt\s+(?:\d+\s+\d+\s+R|<<)")
FORM = re.compile(rb"/Subtype\s*/Form\b|/PatternType|/Type\s*/Pattern")
PICTURE = re.compile(rb"/Subtype\s*/Image\b|/FontFile|/Length1\b|/Subtype\s*/(?:CIDFontType0C|Type1C|OpenType)\b")
NO_WORDS = re.compile(rb"/Type\s*/(?:ObjStm|XRef)\b")
FORM_DRAWN = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")
SETS_FONT = re.compile(rb"\sTf\b")
FEW = 200
"""Letters of a stream that may be a piece of a sentence."""
MANY = 4
"""Forms on a page that may be a sentence together."""
LONGEST = 2_000_000
"""Bytes that a page may become when its forms are put in."""


def open_pdf(pdf: bytes, past: Past | None = None, plain: bool = True) -> Iterator[Layer]:
    """The words on its pages; its strings, streams and attachments; what stands before, between and after them.

    With `past`, only what is not known to be right; without `plain`, nothing that is read as it stands
    (`LayerState.PLAIN`).
    """
    if LOCKED.search(pdf):
        yield Layer("PDF", b"", LayerState.CLOSED)
    every = list(objects_in(pdf))
    text = b"\n".join(one.text for one in every)
    yield Layer("PDF", "\n".join(strings_in(text)))
    if plain:
        yield from (Layer("PDF", " ".join(strings), LayerState.PLAIN) for strings in named_strings_in(text))
        yield Layer("PDF", text.decode("latin-1"), LayerState.PLAIN)
    yield Layer("PDF", b"\n".join(one.remarks for one in every).decode("latin-1"))
    last = {one.number: one for one in every}
    for objects in (last, {one.number: one for one in reversed(every)}) if len(last) < len(every) else (last,):
        yield from _streams(every, objects, past, plain)
    at = 0
    for start, end in sorted(one.span for one in every if one.span[1]):
        yield Layer("PDF", pdf[at:start].removeprefix(b"endstream").strip().removeprefix(b"endobj").strip())
        at = end
    yield Layer("PDF", pdf[at:].replace(b"%PDF-", b""))


class File(NamedTuple):
    """What its pages and streams are read by."""

    objects: ObjectsByNumber
    fonts: Fonts
    """All of them, by the names that pages give them."""
    states: Fonts
    plain: bool
    """Also what is read as it stands is wanted."""


def _streams(every: Sequence[Object], objects: ObjectsByNumber, past: Past | None, plain: bool) -> Iterator[Layer]:
    """What the streams hold: each by itself, those of a page in their order, and short ones in that of the file."""
    pages = pages_of(every, objects)
    fonts = {name: font for one in every for name, font in fonts_in(one.text, objects).items()}
    file = File(objects, fonts, fonts_of_state(every, objects), plain)
    alone: dict[int, Fonts] = defaultdict(dict)
    for page in pages:
        for number in page.streams:
            alone[number] = {**alone[number], **page.fonts}
    short: list[str] = []
    for one in every:
        if one.stream is not None:
            form = {**file.fonts, **own_fonts(one, objects)} if FORM.search(one.text) else None
            own = alone.get(one.number, form)
            if past and past.has(_name_of(one, own, file)):
                continue
            for layer in _stream(one, own, file):
                short += [layer.content] if isinstance(layer.content, str) and len(layer.content) < FEW else []
                yield layer
    yield Layer("PDF", "".join(short), LayerState.PLAIN)
    for page in pages:
        if past is None or not past.has(_name_of_page(page, file)):
            yield from _whole(page, file)


def _name_of(one: Object, fonts: Fonts | None, file: File) -> bytes:
    """The name of a stream, of a page or by itself; a picture, and letters to draw with, are read by no fonts."""
    content = one.stream or b"", resolved(one.text, file.objects)
    if fonts is not None:
        return name_of((b"drawn", *content), fonts, file.states)
    is_picture = PICTURE.search(without_strings(one.text)) is not None
    return name_of((b"alone", *content), {} if is_picture else file.fonts, file.states)


def name_of(parts: Iterable[bytes], *fonts: Fonts) -> bytes:
    """The name of what a stream or a page holds, and of the fonts by which it is read."""
    made = hashlib.blake2b(digest_size=16)
    for part in parts:
        made.update(b"%d " % len(part) + part)
    for named in fonts:
        for name, font in named.items():
            made.update(b"/%b %b " % (name, font.name))
        made.update(b".")
    return made.digest()


def _name_of_page(page: PdfPage, file: File) -> bytes:
    """The name of a page in one piece: of its streams, and of its forms by theirs."""
    objects = file.objects
    forms = [one for number in page.forms.values() if (one := objects.get(number))]
    every = [*(one for number in page.streams if (one := objects.get(number))), *forms]
    parts = [part for one in every for part in (one.stream or b"", resolved(one.text, objects))]
    fonts = page.fonts, file.fonts, file.states, *(own_fonts(form, objects) for form in forms)
    return name_of([b"page", *page.forms, *parts], *fonts)


def _stream(one: Object, fonts: Fonts | None, file: File) -> Iterator[Layer]:
    """What one stream holds; as a page where it is one, or may be."""
    content, opened, behind = unfiltered(one.stream or b"", filters_in(resolved(one.text, file.objects)))
    if behind:
        yield Layer("PDF", behind)
    about = without_strings(one.text)
    if fonts is None and NO_WORDS.search(about):  # objects are taken out of it elsewhere; numbers look as if they drew
        if file.plain:
            yield Layer("PDF", content.decode("latin-1"), LayerState.PLAIN)
        return
    if not opened:
        yield Layer("PDF", b"", LayerState.CLOSED)
    if fonts is None:
        yield Layer("PDF", content)
        if PICTURE.search(about):
            return
    if draws(content):
        yield from words_of(content, file.fonts if fonts is None else fonts, file.states, file.plain)


def _whole(page: PdfPage, file: File) -> Iterator[Layer]:
    """A page whose content is in several streams, or in forms that it draws: in one piece."""
    objects = file.objects
    pieces = [_content(objects, number) for number in page.streams]
    pieces = [piece for piece in pieces if b"T" in piece or b"Do" in piece]
    whole = b"\n".join(pieces)
    named = FORM_DRAWN.findall(whole)
    forms = {name: _content(objects, page.forms[name]) for name in dict.fromkeys(named) if name in page.forms}
    forms = {name: content for name, content in forms.items() if draws(content)}
    drawn = [name for name in named if name in forms]
    if len(drawn) < MANY and (len(pieces) < 2 or all(SETS_FONT.search(piece) for piece in pieces)):
        if file.plain and len(pieces) > 1:
            said = [words_drawn(piece, tuple(page.fonts.items())).words for piece in pieces]
            yield Layer("PDF", "".join(words[:FEW] + words[FEW:][-FEW:] for words in said), LayerState.PLAIN)
        return
    fonts = dict(page.fonts)
    for name in forms:
        fonts = {**own_fonts(objects[page.forms[name]], objects), **fonts}
    if len(whole) + sum(len(forms[name]) for name in drawn) < LONGEST:
        whole = FORM_DRAWN.sub(lambda found: forms.get(found[1], found[0]), whole)
    if draws(whole):
        yield from words_of(whole, {**file.fonts, **fonts}, file.states, file.plain)


def _content(objects: ObjectsByNumber, number: int) -> bytes:
    one = objects.get(number)
    return unfiltered(one.stream, filters_in(resolved(one.text, objects))).content if one and one.stream else b""
