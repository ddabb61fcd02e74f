"""A PDF -> everything it says, as layers to be searched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from curriculum.verify.layers import Layer, State
from curriculum.verify.pdf.drawn import drawn, draws, said_in, strings_in
from curriculum.verify.pdf.filters import filters_in, unfiltered
from curriculum.verify.pdf.fonts import Font, font_of
from curriculum.verify.pdf.objects import Object, objects_in

LOCKED = re.compile(rb"/Encrypt\s+(?:\d+\s+\d+\s+R|<<)")
FONTS = re.compile(rb"/Font\s*(?:<<([^<>]*)>>|(\d+)\s+\d+\s+R)")
ENTRY = re.compile(rb"/([^\s/<>\[\](){}%]+)\s*(\d+)\s+\d+\s+R")
TO_LETTERS = re.compile(rb"/ToUnicode\s*(\d+)\s+\d+\s+R")
ENCODING = re.compile(rb"/Encoding\s*(\d+)\s+\d+\s+R")
CONTENTS = re.compile(rb"/Contents\s*(?:(\d+)\s+\d+\s+R|\[([^\]]*)\])")
RESOURCES = re.compile(rb"/Resources\s*(\d+)\s+\d+\s+R")
PARENT = re.compile(rb"/Parent\s*(\d+)\s+\d+\s+R")
NUMBER = re.compile(rb"(\d+)\s+\d+\s+R")
FORM = re.compile(rb"/Subtype\s*/Form\b|/PatternType|/Type\s*/Pattern")
PICTURE = re.compile(rb"/Subtype\s*/Image\b|/FontFile|/Length1\b|/Subtype\s*/(?:CIDFontType0C|Type1C|OpenType)\b")
NO_WORDS = re.compile(rb"/Type\s*/(?:ObjStm|XRef)\b")
DEEPEST = 16
"""Pages that one page may be below."""
Fonts = dict[bytes, Font]
Objects = Mapping[int, Object]


def open_pdf(pdf: bytes) -> Iterator[Layer]:
    """The words on its pages; its strings, streams and attachments; what stands before, between and after them."""
    if LOCKED.search(pdf):
        yield Layer("PDF", b"", State.CLOSED)
    every = list(objects_in(pdf))
    objects = {one.number: one for one in every}
    pages = _fonts_of_pages(every, objects)
    text = b"\n".join(one.text for one in every)
    yield Layer("PDF", "\n".join(strings_in(text)))
    yield Layer("PDF", text.decode("latin-1"), State.PLAIN)
    known = {name: font for one in every for name, font in _fonts_in(one.text, objects).items()}
    for one in every:
        if one.stream is not None and not NO_WORDS.search(one.text):
            form = {**known, **_fonts_of(one, objects)} if FORM.search(one.text) else None
            yield from _stream(one, pages.get(one.number, form), known)
    at = 0
    for start, end in sorted(one.span for one in every if one.span[1]):
        yield Layer("PDF", pdf[at:start].removeprefix(b"endstream").strip().removeprefix(b"endobj").strip())
        at = end
    yield Layer("PDF", pdf[at:].replace(b"%PDF-", b""))


def _stream(one: Object, fonts: Fonts | None, every: Fonts) -> Iterator[Layer]:
    """What one stream holds; as a page where it is one, or may be."""
    content, opened = unfiltered(one.stream or b"", filters_in(one.text))
    if not opened:
        yield Layer("PDF", b"", State.CLOSED)
    is_picture = PICTURE.search(one.text) is not None
    if fonts is None:
        yield Layer("PDF", content)
    if is_picture or not draws(content):
        return
    words, known = drawn(content, tuple((every if fonts is None else fonts).items()))
    yield Layer("PDF", words)
    if not known:
        yield Layer("PDF", b"", State.CLOSED)
    yield Layer("PDF", "\n".join(said_in(content)))


def _fonts_of_pages(every: Sequence[Object], objects: Objects) -> dict[int, Fonts]:
    """The fonts that the content of each page has, by the number of its stream."""
    found: dict[int, Fonts] = {}
    for one in every:
        contents = CONTENTS.search(one.text)
        if contents is None or one.stream is not None:
            continue
        fonts = _fonts_of(one, objects)
        numbers = [int(contents[1])] if contents[1] else [int(number) for number in NUMBER.findall(contents[2])]
        for number in numbers:
            array = objects.get(number)
            inner = NUMBER.findall(array.text) if array and array.stream is None else []
            for stream in (int(number) for number in inner or [number]):
                found[stream] = {**found.get(stream, {}), **fonts}
    return found


def _fonts_of(one: Object, objects: Objects) -> Fonts:
    """The fonts of a page or a form, its own or those of the pages that it is one of."""
    for _ in range(DEEPEST):
        leads = RESOURCES.search(one.text)
        fonts = _fonts_in(_text_of(objects, leads) if leads else one.text, objects)
        above = PARENT.search(one.text)
        if fonts or above is None or int(above[1]) not in objects:
            return fonts
        one = objects[int(above[1])]
    return {}


def _fonts_in(text: bytes, objects: Objects) -> Fonts:
    """The fonts that a text names."""
    found = FONTS.search(text) if b"/Font" in text else None
    if found is None:
        return {}
    entries = found[1] if found[1] is not None else _text_of(objects, NUMBER.search(found[0]))
    named = ((name, objects.get(int(number))) for name, number in ENTRY.findall(entries))
    return {name: _font(one, objects) for name, one in named if one}


def _font(one: Object, objects: Objects) -> Font:
    leads, encoding = TO_LETTERS.search(one.text), ENCODING.search(one.text)
    stream = objects.get(int(leads[1])) if leads else None
    map = unfiltered(stream.stream, filters_in(stream.text))[0] if stream and stream.stream is not None else None
    said = _text_of(objects, encoding) if encoding else one.text
    return font_of(b"/Type0" in one.text, map, said if map is None else b"")


def _text_of(objects: Objects, leads: re.Match[bytes] | None) -> bytes:
    one = objects.get(int(leads[1])) if leads else None
    return one.text if one else b""
