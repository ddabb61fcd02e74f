"""A stream of a PDF -> what it holds (ISO 32000-1, 7.4)."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Sequence
from typing import NamedTuple

from curriculum.verify.layers import LayerState
from curriculum.verify.squeezed import NAKED, unpacked

FILTER = re.compile(rb"/(?:Filter|F)\s*(\[[^\]]*\]|/\w+)")
NAME = re.compile(rb"/(\w+)")
VALUE = {
    name: re.compile(rb"/%s\s+(\d+)" % name) for name in (b"Predictor", b"Columns", b"Colors", b"BitsPerComponent")
}
SHORT = {
    b"Fl": b"FlateDecode",
    b"AHx": b"ASCIIHexDecode",
    b"A85": b"ASCII85Decode",
    b"LZW": b"LZWDecode",
    b"RL": b"RunLengthDecode",
}
PICTURES = (b"DCTDecode", b"JPXDecode", b"CCITTFaxDecode", b"JBIG2Decode", b"DCT", b"CCF")
"""Filters of pictures: what they hold is looked at as it is."""


class Filters(tuple[bytes, ...]):
    """The names of filters in their order; how Flate and LZW foretell bytes, as `about`."""

    about: dict[bytes, int]


def filters_in(text: bytes) -> Filters:
    """The filters that the text of an object names."""
    found = FILTER.search(text)
    filters = Filters(SHORT.get(name, name) for name in NAME.findall(found[1])) if found else Filters()
    filters.about = {name: int(value[1]) for name, pattern in VALUE.items() if (value := pattern.search(text))}
    return filters


class Unfiltered(NamedTuple):
    """A stream without its filters."""

    content: bytes
    opened: bool
    """All of them could be undone."""
    behind: bytes
    """What a filter does not read: it stands behind its end, or cannot be read."""


def unfiltered(stream: bytes, filters: Filters) -> Unfiltered:
    """What a stream holds."""
    behind = b""
    for name in filters:
        if name in PICTURES:
            break
        if name not in READERS:
            return Unfiltered(stream, False, behind)
        stream, rest = READERS[name](stream)
        behind += rest.strip()
        if name in (b"FlateDecode", b"LZWDecode") and filters.about.get(b"Predictor", 1) > 1:
            stream = _foretold(stream, filters.about)
    return Unfiltered(stream, True, behind)


def _flate(stream: bytes) -> tuple[bytes, bytes]:
    found, rest, state = unpacked(stream, zlib.decompressobj)
    if not found:
        found, rest, state = unpacked(stream[2:], NAKED)
    return found, rest if state is LayerState.OPEN else stream


def _hex(stream: bytes) -> tuple[bytes, bytes]:
    read, _, rest = stream.partition(b">")
    digits = re.sub(rb"[^0-9a-fA-F]", b"", read)
    is_clean = len(digits) == len(b"".join(read.split()))
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()), rest if is_clean else stream


def _85(stream: bytes) -> tuple[bytes, bytes]:
    read, _, rest = stream.strip().removeprefix(b"<~").partition(b"~")
    try:
        return base64.a85decode(read), rest.removeprefix(b">")
    except ValueError:
        return stream, b""


def _runs(stream: bytes) -> tuple[bytes, bytes]:
    found, at = bytearray(), 0
    while at < len(stream) and stream[at] != 128:
        length = stream[at]
        if length < 128:
            found += stream[at + 1 : at + 2 + length]
            at += 2 + length
        else:
            found += stream[at + 1 : at + 2] * (257 - length)
            at += 2
    return bytes(found), stream[at + 1 :]


def _lzw(stream: bytes) -> tuple[bytes, bytes]:
    """LZW, whose codes grow one early, as PDF has it."""
    found, table = bytearray(), [bytes([sign]) for sign in range(256)] + [b"", b""]
    width, bits, held, before = 9, 0, 0, b""
    for at, sign in enumerate(stream, 1):
        held, bits = held << 8 | sign, bits + 8
        if bits < width:
            continue
        bits -= width
        code, held = held >> bits, held & ((1 << bits) - 1)
        if code == 257:
            return bytes(found), stream[at:]
        if code == 256:
            del table[258:]
            width, before = 9, b""
            continue
        entry = table[code] if code < len(table) else before + before[:1]
        found += entry
        if before:
            table.append(before + entry[:1])
        before = entry
        width = min(12, max(9, (len(table) + 1).bit_length()))
    return bytes(found), b""


def _foretold(stream: bytes, about: dict[bytes, int]) -> bytes:
    """Rows of which each byte was written as what it differs from another by (PNG, TIFF)."""
    signs = about.get(b"Colors", 1) * about.get(b"BitsPerComponent", 8)
    size, wide = max(1, signs // 8), (about.get(b"Columns", 1) * signs + 7) // 8
    if about[b"Predictor"] == 2:
        rows = [_tiff(bytearray(stream[at : at + wide]), size) for at in range(0, len(stream), wide)]
        return b"".join(rows)
    found, above = bytearray(), bytes(wide)
    for at in range(0, len(stream), wide + 1):
        row = bytearray(stream[at + 1 : at + 1 + wide].ljust(wide, b"\0"))
        _png(stream[at], row, above, size)
        found += row
        above = bytes(row)
    return bytes(found)


def _tiff(row: bytearray, size: int) -> bytearray:
    for at in range(size, len(row)):
        row[at] = (row[at] + row[at - size]) & 255
    return row


def _png(kind: int, row: bytearray, above: Sequence[int], size: int) -> None:
    for at in range(len(row)):
        left, corner = (row[at - size], above[at - size]) if at >= size else (0, 0)
        if kind == 1:
            guess = left
        elif kind == 2:
            guess = above[at]
        elif kind == 3:
            guess = (left + above[at]) // 2
        elif kind == 4:
            near = left + above[at] - corner
            guess = min((left, above[at], corner), key=lambda sign: abs(near - sign))
        else:
            return
        row[at] = (row[at] + guess) & 255


READERS = {
    b"FlateDecode": _flate,
    b"ASCIIHexDecode": _hex,
    b"ASCII85Decode": _85,
    b"RunLengthDecode": _runs,
    b"LZWDecode": _lzw,
}
