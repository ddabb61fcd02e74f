"""What was made smaller -> what it was: gzip, zlib, deflate, bzip2, xz; whole, or right inside something else."""

from __future__ import annotations

import bz2
import lzma
import re
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Protocol

from curriculum.verify.layers import Layer, LayerState

MOST = 64_000_000
"""Bytes that one thing may become: more is there to fill a disk."""
SHORTEST = 20
"""Bytes that say something."""


class Decompressor(Protocol):
    """One of the library's, for one thing."""

    @property
    def unused_data(self) -> bytes:
        """What stands behind its end."""

    @property
    def eof(self) -> bool:
        """True when the end was there."""

    def decompress(self, data: bytes | memoryview, max_length: int = ..., /) -> bytes:
        """What it was."""


SQUEEZED: tuple[tuple[str, re.Pattern[bytes], Callable[[], Decompressor]], ...] = (
    ("gzip", re.compile(rb"\x1f\x8b\x08"), partial(zlib.decompressobj, 16 + zlib.MAX_WBITS)),
    ("bzip2", re.compile(rb"BZh[1-9]1AY&SY"), bz2.BZ2Decompressor),
    ("xz", re.compile(rb"\xfd7zXZ\0"), lzma.LZMADecompressor),
    ("lzma", re.compile(rb"\x5d\0\0[\x01-\x80]\0", re.DOTALL), lzma.LZMADecompressor),
    ("zlib", re.compile(rb"x[\x01\x5e\x9c\xda]"), zlib.decompressobj),
)
"""How each begins, and what reads it."""
NARROW = re.compile(
    b"|".join(
        re.escape(bytes([window, check]))
        for window in range(0x08, 0x78, 0x10)
        for check in range(256)
        if (window * 256 + check) % 31 == 0 and not check & 0x20
    )
)
"""zlib with a smaller window; texts may begin so too."""
NAMED = 0x08
"""The flag of gzip for the name of a file."""
NAKED = partial(zlib.decompressobj, -zlib.MAX_WBITS)
"""Deflate without a beginning: anything may be that."""


def unpacked(content: bytes | memoryview, make: Callable[[], Decompressor]) -> tuple[bytes, bytes, LayerState]:
    """What it was, as far as it can be read, what stands behind it, and whether it was read to its end."""
    reader = make()
    try:
        found = reader.decompress(content, MOST)
    except (zlib.error, OSError, EOFError, lzma.LZMAError):
        return _as_far_as_possible(content, make), b"", LayerState.CLOSED
    if len(found) >= MOST:
        return b"", b"", LayerState.CLOSED
    return found, reader.unused_data if reader.eof else b"", LayerState.OPEN if reader.eof else LayerState.CLOSED


def _as_far_as_possible(content: bytes | memoryview, make: Callable[[], Decompressor]) -> bytes:
    """What stands before the place where it breaks."""
    reader, found = make(), b""
    try:
        for at in range(0, len(content), 256):
            found += reader.decompress(content[at : at + 256], MOST)
    except (zlib.error, OSError, EOFError, lzma.LZMAError):
        pass
    return found


def whole(content: bytes) -> Iterator[Layer]:
    """What a file was that is one of these from its first byte; nothing for another file."""
    for step, begins, make in SQUEEZED:
        if begins.match(content):
            found, rest, state = unpacked(content, make)
            if step == "gzip" and content[3:4] and content[3] & NAMED:
                yield Layer(step, content[10:].partition(b"\0")[0])
            if found or step != "zlib":
                yield Layer(step, found)
            if state is LayerState.CLOSED:  # it may be something else that only begins so
                yield Layer("", content[1:])
                if step != "zlib":
                    yield Layer(step, b"", state)
            if rest:
                yield Layer("", rest)


def inside(content: bytes) -> Iterator[Layer]:
    """What is one of these from somewhere on, whatever stands before it."""
    for step, begins, make in SQUEEZED:
        for place in begins.finditer(content):
            found, _, _ = unpacked(memoryview(content)[place.start() :], make)
            if len(found) >= SHORTEST:
                yield Layer(step, found)
    if NARROW.match(content):
        yield Layer("zlib", unpacked(content, zlib.decompressobj)[0])
    found, rest, _ = unpacked(content, NAKED)
    if len(found) >= SHORTEST:
        yield Layer("deflate", found)
        yield Layer("", rest)
