"""One part of a picture's file: a segment, a chunk, a block or a box, as each kind calls it."""

from __future__ import annotations

import struct
from dataclasses import dataclass


@dataclass(frozen=True)
class Segment:
    """A named stretch of the file. What is not `needed` to show the picture tells something: `told` says of what sort.

    `size` is width and height in points, where the part names them.
    """

    name: str
    body: bytes
    needed: bool = False
    told: str = "told-unknown"
    size: tuple[int, int] | None = None


class CutShortError(Exception):
    """The file ends, or goes on otherwise, where its kind does not allow it."""


def take(raw: bytes, place: int, length: int) -> bytes:
    """`length` bytes from a place. Raises `CutShortError` when they are not there."""
    if length < 0 or place + length > len(raw):
        raise CutShortError
    return raw[place : place + length]


def number(raw: bytes, place: int, form: str) -> int:
    """The whole number at a place, in a form of `struct`. Raises `CutShortError` when it is not there."""
    return int(struct.unpack(form, take(raw, place, struct.calcsize(form)))[0])


def behind(raw: bytes) -> Segment:
    """What comes after the end of the picture: a film and a second picture are named, other bytes are not."""
    if raw[4:8] == b"ftyp":
        return Segment("behind", raw, told="told-film")
    return Segment("behind", raw, told="told-copy" if raw.startswith(b"\xff\xd8\xff") else "told-behind")
