"""A stream of a PDF -> what it holds (ISO 32000-1, 7.4)."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Sequence

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


def unfiltered(stream: bytes, filters: Filters) -> tuple[bytes, bool]:
    """What a stream holds, and whether all of its filters were undone."""
    for name in filters:
        if name in PICTURES:
            return stream, True
        if name not in READERS:
            return stream, False
        stream = READERS[name](stream)
        if name in (b"FlateDecode", b"LZWDecode") and filters.about.get(b"Predictor", 1) > 1:
            stream = _foretold(stream, filters.about)
    return stream, True


def _flate(stream: bytes) -> bytes:
    found, _, _ = unpacked(stream, zlib.decompressobj)
    return found or unpacked(stream[2:], NAKED)[0]


def _hex(stream: bytes) -> bytes:
    digits = re.sub(rb"[^0-9a-fA-F]", b"", stream.partition(b">")[0])
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _85(stream: bytes) -> bytes:
    try:
        return base64.a85decode(stream.strip().removeprefix(b"<~").partition(b"~")[0])
    except ValueError:
        return stream


def _runs(stream: bytes) -> bytes:
    found, at = bytearray(), 0
    while at < len(stream) and stream[at] != 128:
        length = stream[at]
        if length < 128:
            found += stream[at + 1 : at + 2 + length]
            at += 2 + length
        else:
            found += stream[at + 1 : at + 2] * (257 - length)
            at += 2
    return bytes(found)


def _lzw(stream: bytes) -> bytes:
    """LZW, whose codes grow one early, as PDF has it."""
    found, table = bytearray(), [bytes([sign]) for sign in range(256)] + [b"", b""]
    width, bits, held, before = 9, 0, 0, b""
    for sign in stream:
        held, bits = held << 8 | sign, bits + 8
        if bits < width:
            continue
        bits -= width
        code, held = held >> bits, held & ((1 << bits) - 1)
        if code == 257:
            break
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
    return bytes(found)


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
