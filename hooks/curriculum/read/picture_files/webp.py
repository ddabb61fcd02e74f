"""A WebP file -> its chunks (RFC 9649)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum.read.picture_files.parts import CutShortError, Segment, behind, number, take
from curriculum.read.picture_files.profile import is_plain

START = re.compile(rb"RIFF....WEBP", re.DOTALL)
TOLD = {"EXIF": "told-details", "XMP ": "told-details", "ICCP": "told-profile"}
NEEDED = ("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF")
POINTS = ("VP8 ", "VP8L", "ANMF")
LONGEST = {"VP8X": 10, "ANIM": 6}
IN_FRAMES = ("VP8 ", "VP8L", "ALPH")
FRAME = 16
"""Bytes that say where and how long one picture of a moving one is shown."""


def walk(raw: bytes) -> Iterator[Segment]:
    """The chunks in order, those inside the frames of a moving picture too, and what comes after the last."""
    end = 8 + number(raw, 4, "<I")
    take(raw, 0, end)
    yield from _chunks(raw, 12, end, NEEDED)
    if end < len(raw):
        yield behind(raw[end:])


def _chunks(raw: bytes, place: int, end: int, needed: tuple[str, ...]) -> Iterator[Segment]:
    while place < end:
        name, length = take(raw, place, 4).decode("latin-1"), number(raw, place + 4, "<I")
        body, after = take(raw, place + 8, length), place + 8 + length + length % 2
        if after > end or raw[place + 8 + length : after] not in (b"", b"\0"):
            raise CutShortError
        known = (name in needed and length <= LONGEST.get(name, length)) or (name == "ICCP" and is_plain(body))
        yield Segment(name, body, needed=known, told=TOLD.get(name, "told-unknown"), size=_size(name, body))
        if name == "ANMF":
            yield from _chunks(raw, place + 8 + FRAME, place + 8 + length, IN_FRAMES)
        place = after


def _size(name: str, body: bytes) -> tuple[int, int] | None:
    if name in ("VP8X", "ANMF"):
        start = 4 if name == "VP8X" else 6
        return _three(body, start) + 1, _three(body, start + 3) + 1
    if name == "VP8L":
        packed = number(body, 1, "<I")
        return (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1
    if name == "VP8 ":
        return number(body, 6, "<H") & 0x3FFF, number(body, 8, "<H") & 0x3FFF
    return None


def _three(body: bytes, place: int) -> int:
    return int.from_bytes(take(body, place, 3), "little")
