"""An AVIF file -> its boxes (AVIF 1.1, AOMedia; ISO/IEC 23008-12 and 14496-12).

Only still pictures. The bytes of the points (`mdat`) are all named by the table of places (`iloc`): others hide there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from curriculum.read.picture_files.parts import CutShortError, Segment, number, take

START = re.compile(rb"....ftyp(?:avif|mif1|miaf)", re.DOTALL)
INSIDE = {
    "": ("ftyp", "meta", "mdat"),
    "meta": ("hdlr", "pitm", "iloc", "iinf", "iprp", "iref", "idat"),
    "iinf": ("infe",),
    "iprp": ("ipco", "ipma"),
    "ipco": ("ispe", "pixi", "av1C", "auxC", "irot", "imir", "clap", "pasp", "clli", "mdcv", "colr", "a1op", "lsel"),
    "iref": ("dimg", "auxl", "prem"),
}
"""Which boxes a picture needs, and in which one each may stand."""
HEADS = {"meta": 4, "iinf": 6, "iprp": 0, "ipco": 0, "iref": 4}
"""Bytes in front of the boxes that a box holds."""
LONGEST = {"infe": 40, "hdlr": 60, "ftyp": 80, "colr": 11, "auxC": 60, "av1C": 40, "idat": 16}
"""Most bytes of boxes that also hold words."""
TOLD = {"moov": "told-film", "colr": "told-profile", "infe": "told-details"}
ITEM = re.compile(rb"(?:av01|grid)[^\0]{0,16}\0+")


def walk(raw: bytes) -> Iterator[Segment]:
    """The boxes in order, each before those inside it."""
    yield from _boxes(raw, 0, len(raw), "")


def _boxes(raw: bytes, place: int, end: int, around: str) -> Iterator[Segment]:
    while place < end:
        length, name = number(raw, place, ">I"), take(raw, place + 4, 4).decode("latin-1")
        head = 8
        if length == 1:
            length, head = number(raw, place + 8, ">Q"), 16
        length = length or end - place
        if length < head or place + length > end:
            raise CutShortError
        body = take(raw, place + head, length - head)
        needed = name in INSIDE[around] and len(body) <= LONGEST.get(name, len(body)) and _says_nothing(name, body)
        told = TOLD.get(name, "told-unknown") if around else TOLD.get(name, "told-behind")
        yield Segment(name, body, needed=needed, told=told, size=_size(name, body))
        if needed and name in HEADS:
            longer = 2 if name == "iinf" and body[:1] != b"\0" else 0
            yield from _boxes(raw, place + head + HEADS[name] + longer, place + length, name)
        place += length


def _says_nothing(name: str, body: bytes) -> bool:
    """False for a profile of colours, and for an item that is no picture: notes of a camera, words of a program."""
    if name == "colr":
        return body.startswith(b"nclx")
    if name == "infe":
        return ITEM.fullmatch(body, 10 if body[:1] == b"\3" else 8) is not None
    return True


def _size(name: str, body: bytes) -> tuple[int, int] | None:
    return (number(body, 4, ">I"), number(body, 8, ">I")) if name == "ispe" else None


def hidden(raw: bytes, parts: Sequence[Segment]) -> bytes:
    """Bytes beside the points that no place in the table names. Raises `CutShortError` when a place is not there."""
    points = {part.name: part.body for part in parts if part.name in ("mdat", "iloc")}
    if len(points) < 2:
        raise CutShortError
    start = raw.rindex(points["mdat"])
    end = place = start + len(points["mdat"])
    rest = b""
    named = sorted((a, a + n) for a, n in _places(points["iloc"]))
    place = start
    for first, last in named:
        if first < start or last > end:
            raise CutShortError
        rest += raw[place:first]
        place = max(place, last)
    return rest + raw[place:end]


def _places(table: bytes) -> Iterator[tuple[int, int]]:
    """Where the bytes of each item start in the file, and how many there are (14496-12, 8.11.3)."""
    version, sizes = number(table, 0, "B"), number(table, 4, ">H")
    of_offset, of_length, of_base, of_index = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
    wide = 4 if version == 2 else 2
    place = 6 + wide
    if not of_length:  # each place takes room in the table, so that the table ends
        raise CutShortError
    for _ in range(_whole(table, 6, wide)):
        place += wide
        in_box = version > 0 and number(table, place, ">H") & 15
        place += 4 if version else 2
        base = _whole(table, place, of_base)
        place += of_base + 2
        for _ in range(number(table, place - 2, ">H")):
            place += of_index if version else 0
            offset, length = _whole(table, place, of_offset), _whole(table, place + of_offset, of_length)
            place += of_offset + of_length
            if not in_box:
                yield base + offset, length


def _whole(table: bytes, place: int, length: int) -> int:
    return int.from_bytes(take(table, place, length), "big")
