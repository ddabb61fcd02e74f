"""A JPEG file -> its segments (ITU-T T.81, annex B; JFIF 1.02; Adobe TN 5116; ICC.1:2022, B.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum.read.picture_files.parts import CutShortError, Segment, behind, number, take
from curriculum.read.picture_files.profile import is_plain

START = b"\xff\xd8"
END, SCAN, COMMENT = 0xD9, 0xDA, 0xFE
FRAMES = (0xC0, 0xC1, 0xC2)
"""Baseline, extended and progressive: those that browsers show."""
TABLES = (0xC4, 0xDB, 0xDD)
"""DHT, DQT and DRI."""
JFIF = re.compile(rb"JFIF\0.{7}\0\0", re.DOTALL)
"""Version, unit and densities, and a small copy of 0 × 0 points."""
ADOBE = re.compile(rb"Adobe.{7}", re.DOTALL)
PROFILE = b"ICC_PROFILE\0\x01\x01"
"""In front of a colour profile that is all in one segment."""
NEXT = re.compile(rb"\xff[^\0\xd0-\xd7\xff]")
"""What ends the points of a scan: a marker that is no filling and no restart."""
TOLD = {b"JFIF": "told-copy", b"JFXX": "told-copy", b"MPF\0": "told-copy", b"ICC_": "told-profile"}


def walk(raw: bytes) -> Iterator[Segment]:
    """The segments in order, and what comes after the last."""
    place, marker = len(START), 0
    while marker != END:
        marker, place = _marker(raw, place)
        if marker == END:
            yield Segment("end", b"", needed=True)
            break
        length = number(raw, place, ">H")
        yield _part(marker, take(raw, place + 2, length - 2))
        place += length
        if marker == SCAN:
            place = _end_of_scan(raw, place)
    if place < len(raw):
        yield behind(raw[place:])


def _marker(raw: bytes, place: int) -> tuple[int, int]:
    found = take(raw, place, 2)
    if found[0] != 0xFF or found[1] in (0, 0xFF):
        raise CutShortError
    return found[1], place + 2


def _end_of_scan(raw: bytes, place: int) -> int:
    end = NEXT.search(raw, place)
    if end is None:
        raise CutShortError
    return end.start()


def _part(marker: int, body: bytes) -> Segment:
    if marker in FRAMES:
        return Segment("points", body, needed=True, size=(number(body, 3, ">H"), number(body, 1, ">H")))
    if marker in TABLES or marker == SCAN:
        return Segment("scan" if marker == SCAN else "table", body, needed=True)
    if (marker == 0xE0 and JFIF.fullmatch(body)) or (marker == 0xEE and ADOBE.fullmatch(body)):
        return Segment("head", body, needed=True)
    if marker == 0xE2 and body.startswith(PROFILE):
        return Segment("profile", body, needed=is_plain(body[len(PROFILE) :]), told="told-profile")
    if marker == COMMENT:
        return Segment("comment", body, told="told-comment")
    noted = "told-details" if 0xE0 <= marker <= 0xEF else "told-unknown"
    return Segment(f"{marker:02X}", body, told=TOLD.get(body[:4], noted))
