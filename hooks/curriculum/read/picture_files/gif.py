"""A GIF file -> its blocks (GIF89a, CompuServe 1990)."""

from __future__ import annotations

from collections.abc import Iterator

from curriculum.read.picture_files.parts import CutShortError, Segment, behind, number, take

STARTS = (b"GIF87a", b"GIF89a")
IMAGE, EXTENSION, END = 0x2C, 0x21, 0x3B
CONTROL, COMMENT, WORDS, PROGRAM = 0xF9, 0xFE, 0x01, 0xFF
TOLD = {COMMENT: "told-comment", WORDS: "told-comment", PROGRAM: "told-details"}
REPEAT = (b"NETSCAPE2.0\x03\x01", 15)
"""How often a moving picture starts again: what every browser reads, and the length of the whole block."""


def walk(raw: bytes) -> Iterator[Segment]:
    """The blocks in order, and what comes after the last."""
    size = (number(raw, 6, "<H"), number(raw, 8, "<H"))
    place = 13 + _colours(number(raw, 10, "B"))
    yield Segment("head", take(raw, 0, place), needed=True, size=size)
    while (sort := number(raw, place, "B")) != END:
        if sort == IMAGE:
            size = (number(raw, place + 5, "<H"), number(raw, place + 7, "<H"))
            start = place + 11 + _colours(number(raw, place + 9, "B"))
            place = _end_of_blocks(raw, start)
            yield Segment("points", raw[start:place], needed=True, size=size)
        elif sort == EXTENSION:
            start, place = place + 2, _end_of_blocks(raw, place + 2)
            yield _extension(raw[start - 1], raw[start:place])
        else:
            raise CutShortError
    yield Segment("end", b"", needed=True)
    if place + 1 < len(raw):
        yield behind(raw[place + 1 :])


def _colours(flags: int) -> int:
    """How many bytes the table of colours takes."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _end_of_blocks(raw: bytes, place: int) -> int:
    """The place after a row of blocks, each of which says its length; the last is empty."""
    while length := number(raw, place, "B"):
        place += 1 + length
    return place + 1


def _extension(label: int, body: bytes) -> Segment:
    repeat = body[1:].startswith(REPEAT[0]) and len(body) == REPEAT[1] + 2
    needed = (label == CONTROL and len(body) == 6) or (label == PROGRAM and repeat)
    return Segment(f"{label:02X}", body, needed=needed, told=TOLD.get(label, "told-unknown"))
