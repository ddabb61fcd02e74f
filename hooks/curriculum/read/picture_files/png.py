"""A PNG file -> its chunks (PNG, third edition, W3C 2025), those of moving pictures too."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence

from curriculum.read.picture_files.parts import CutShortError, Segment, behind, number, take

START = b"\x89PNG\r\n\x1a\n"
LONGEST = {
    **{"IHDR": 13, "PLTE": 768, "IEND": 0, "tRNS": 256, "gAMA": 4, "cHRM": 32, "sRGB": 1, "cICP": 4, "mDCV": 24},
    **{"cLLI": 8, "sBIT": 4, "bKGD": 6, "pHYs": 9, "acTL": 8, "fcTL": 26},
}
"""Chunks that a picture needs to be shown and the most bytes each can use; the points themselves have no such end."""
POINTS = {"IDAT": 0, "fdAT": 4}
"""Chunks of points, and the bytes before the points begin."""
TOLD = {
    **{"tEXt": "told-comment", "zTXt": "told-comment", "iTXt": "told-comment", "eXIf": "told-details"},
    **{"tIME": "told-time", "iCCP": "told-profile", "sPLT": "told-profile"},
}
DEEPEST = 8
"""Most bytes that a point can take: four channels of 16 bits."""


def walk(raw: bytes) -> Iterator[Segment]:
    """The chunks in order, and what comes after the last. Points that do not unpack to their end are cut short."""
    place, name = len(START), ""
    while name != "IEND":
        length = number(raw, place, ">I")
        name = take(raw, place + 4, 4).decode("latin-1")
        body = take(raw, place + 8, length)
        if zlib.crc32(raw[place + 4 : place + 8 + length]) != number(raw, place + 8 + length, ">I"):
            raise CutShortError
        yield _part(name, body)
        place += 12 + length
    if place < len(raw):
        yield behind(raw[place:])


def _part(name: str, body: bytes) -> Segment:
    if name == "IHDR":
        return Segment(name, body, needed=len(body) == 13, size=(number(body, 0, ">I"), number(body, 4, ">I")))
    if name in POINTS:
        return Segment(name, body, needed=True)
    needed = len(body) <= LONGEST.get(name, -1)
    return Segment(name, body, needed=needed, told=TOLD.get(name, "told-unknown"))


def hidden(parts: Sequence[Segment]) -> bytes:
    """Bytes among the points, after the points. Raises `CutShortError` when the points do not unpack."""
    width, height = next((part.size for part in parts if part.size), (0, 0))
    most = (width + 1) * (height + 1) * DEEPEST
    return b"".join(_unpack(stream, most) for stream in _streams(parts))


def _streams(parts: Sequence[Segment]) -> list[bytes]:
    """The packed points of the picture, and of each further one when it moves."""
    streams: list[list[bytes]] = []
    before = ""
    for part in parts:
        if part.name in POINTS:
            if part.name != before:
                streams.append([])
            streams[-1].append(part.body[POINTS[part.name] :])
        before = part.name
    return [b"".join(stream) for stream in streams]


def _unpack(packed: bytes, most: int) -> bytes:
    unpacking, length = zlib.decompressobj(), 0
    try:
        while not unpacking.eof:
            points = unpacking.decompress(packed, 1 << 20)
            packed, length = unpacking.unconsumed_tail, length + len(points)
            if length > most or not (points or unpacking.eof):
                raise CutShortError
    except zlib.error as error:
        raise CutShortError from error
    return unpacking.unused_data
