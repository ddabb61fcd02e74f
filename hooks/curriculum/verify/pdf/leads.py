"""Where the objects of a PDF lead to: from a page to its streams, from a name to its font or its form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from curriculum.verify.pdf.filters import filters_in, unfiltered
from curriculum.verify.pdf.fonts import Font, font_of
from curriculum.verify.pdf.objects import Object

FONTS = re.compile(rb"/Font\s*(?:<<([^<>]*)>>|(\d+)\s+\d+\s+R)")
FORMS = re.compile(rb"/XObject\s*(?:<<([^<>]*)>>|(\d+)\s+\d+\s+R)")
OF_STATE = re.compile(rb"/Font\s*\[\s*(\d+)\s+\d+\s+R")
ENTRY = re.compile(rb"/([^\s/<>\[\](){}%]+)\s*(\d+)\s+\d+\s+R")
TO_LETTERS = re.compile(rb"/ToUnicode\s*(\d+)\s+\d+\s+R")
ENCODING = re.compile(rb"/Encoding\s*(\d+)\s+\d+\s+R")
CONTENTS = re.compile(rb"/Contents\s*(?:(\d+)\s+\d+\s+R|\[([^\]]*)\])")
RESOURCES = re.compile(rb"/Resources\s*(\d+)\s+\d+\s+R")
PARENT = re.compile(rb"/Parent\s*(\d+)\s+\d+\s+R")
NUMBER = re.compile(rb"(\d+)\s+\d+\s+R")
ELSEWHERE = re.compile(rb"(/(?:Filter|F|DecodeParms|DP|Differences)\s*\[?\s*)(\d+)\s+\d+\s+R")
DEEPEST = 16
"""Pages that one page may be below."""
Fonts = dict[bytes, Font]
ObjectsByNumber = Mapping[int, Object]


class PdfPage(NamedTuple):
    """The numbers of its streams in their order, its fonts, and the numbers of its forms by their names."""

    streams: tuple[int, ...]
    fonts: Fonts
    forms: Mapping[bytes, int]


def pages_of(every: Sequence[Object], objects: ObjectsByNumber) -> list[PdfPage]:
    """Every page of a file."""
    pages = []
    for one in every:
        contents = CONTENTS.search(one.text)
        if contents is None or one.stream is not None:
            continue
        numbers = [int(contents[1])] if contents[1] else [int(number) for number in NUMBER.findall(contents[2])]
        streams: list[int] = []
        for number in numbers:
            array = objects.get(number)
            inner = NUMBER.findall(array.text) if array and array.stream is None else []
            streams += [int(stream) for stream in inner] or [number]
        pages.append(PdfPage(tuple(streams), own_fonts(one, objects), _forms_of(one, objects)))
    return pages


def own_fonts(one: Object, objects: ObjectsByNumber) -> Fonts:
    """The fonts of a page or a form, its own or those of the pages that it is one of."""
    for _ in range(DEEPEST):
        leads = RESOURCES.search(one.text)
        fonts = fonts_in(_text_of(objects, leads) if leads else one.text, objects)
        above = PARENT.search(one.text)
        if fonts or above is None or int(above[1]) not in objects:
            return fonts
        one = objects[int(above[1])]
    return {}


def _forms_of(one: Object, objects: ObjectsByNumber) -> dict[bytes, int]:
    leads = RESOURCES.search(one.text)
    found = FORMS.search(_text_of(objects, leads) if leads else one.text)
    if found is None:
        return {}
    entries = found[1] if found[1] is not None else _text_of(objects, NUMBER.search(found[0]))
    named = {name: objects.get(int(number)) for name, number in ENTRY.findall(entries)}
    return {name: form.number for name, form in named.items() if form and b"/Form" in form.text}


def fonts_in(text: bytes, objects: ObjectsByNumber) -> Fonts:
    """The fonts that a text names."""
    found = FONTS.search(text) if b"/Font" in text else None
    if found is None:
        return {}
    entries = found[1] if found[1] is not None else _text_of(objects, NUMBER.search(found[0]))
    named = ((name, objects.get(int(number))) for name, number in ENTRY.findall(entries))
    return {name: _font(one, objects) for name, one in named if one}


def fonts_of_state(every: Sequence[Object], objects: ObjectsByNumber) -> Fonts:
    """The fonts that a page may take without naming one, by their numbers."""
    found = {number for one in every if b"/Font" in one.text for number in OF_STATE.findall(one.text)}
    return {number: _font(objects[int(number)], objects) for number in sorted(found) if int(number) in objects}


def resolved(text: bytes, objects: ObjectsByNumber) -> bytes:
    """The text of an object with what it says of its filters, or of its letters, wherever that stands."""

    def said(found: re.Match[bytes]) -> bytes:
        one = objects.get(int(found[2]))
        return found[1] + (one.text if one and one.stream is None else b"")

    return ELSEWHERE.sub(said, text) if b" R" in text else text


def _font(one: Object, objects: ObjectsByNumber) -> Font:
    leads, encoding = TO_LETTERS.search(one.text), ENCODING.search(one.text)
    stream = objects.get(int(leads[1])) if leads else None
    map = unfiltered(stream.stream, filters_in(stream.text)).content if stream and stream.stream is not None else None
    composite = b"/Type0" in one.text
    said = _text_of(objects, encoding) if encoding else one.text
    return font_of(composite, map, b"" if composite else resolved(said, objects))


def _text_of(objects: ObjectsByNumber, leads: re.Match[bytes] | None) -> bytes:
    one = objects.get(int(leads[1])) if leads else None
    return one.text if one else b""
