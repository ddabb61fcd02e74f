"""Words of a note behind the end of what was made smaller, in the room that is said to be its own: who unpacks it stops
before them, and who looks for gaps goes past them.
"""

from __future__ import annotations

import base64
import bz2
import gzip
import struct
import zlib
from collections.abc import Callable

from reading.site.disguises import raw_deflate, tar_of
from reading.site.hidden_in_pdf import CONTENT, MORE, drawn, file_of, stream

Disguise = Callable[[str], bytes]
HELLO = drawn(b"(Hello to all of you who are here) Tj")
BROKEN = zlib.compress(HELLO)[:9] + b"\xff" * 9
DEFLATED, BZIPPED = 8, 12


def archive_of(room: bytes, method: int = DEFLATED, is_listed: bool = True) -> bytes:
    """A ZIP with one file: `room` holds what it was made to, and more."""
    name = b"hello.txt"
    about = struct.pack("<5H3L2H", 20, 0, method, 0, 33, zlib.crc32(HELLO), len(room), len(HELLO), len(name), 0)
    local = b"PK\x03\x04" + about + name + room
    entry = b"PK\x01\x02" + struct.pack("<H", 20) + about + struct.pack("<3H2L", 0, 0, 0, 0, 0) + name
    end = b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, 1, 1, len(entry), len(local), 0)
    return local + entry + end if is_listed else local


def codes(content: bytes) -> bytes:
    """LZW that knows no word yet: nine bits a sign, between the one that begins and the one that ends."""
    bits = "".join(f"{code:09b}" for code in (256, *content[:200], 257))
    size = (len(bits) + 7) // 8
    return int(bits.ljust(8 * size, "0"), 2).to_bytes(size, "big")


def picture(text: str) -> bytes:
    """A PNG of one grey point, whose chunks cut everything into small pieces."""
    points = zlib.compress(b"\0\x80") + text.encode()
    pieces = [(b"IDAT", points[at : at + 10]) for at in range(0, len(points), 10)]
    chunks = [(b"IHDR", struct.pack(">2L5B", 1, 1, 8, 0, 0, 0, 0)), *pieces, (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">L", len(held)) + kind + held + struct.pack(">L", zlib.crc32(kind + held)) for kind, held in chunks
    )


def pdf(content: bytes, about: bytes) -> bytes:
    return file_of({CONTENT: stream(content, b"/Filter/" + about)})


BEHIND: dict[str, Disguise] = {
    "behind-a-file.zip": lambda text: archive_of(raw_deflate(HELLO) + text.encode()),
    "behind-a-file-deflated.zip": lambda text: archive_of(raw_deflate(HELLO) + raw_deflate(text.encode())),
    "behind-a-file-bzip2.zip": lambda text: archive_of(bz2.compress(HELLO) + text.encode(), BZIPPED),
    "behind-a-file-without-a-list.zip": lambda text: archive_of(raw_deflate(HELLO) + text.encode(), is_listed=False),
    "behind-deflate.bin": lambda text: raw_deflate(HELLO) + raw_deflate(text.encode()),
    "behind-points.png": picture,
    "behind-flate.pdf": lambda text: pdf(zlib.compress(HELLO) + b"\n" + text.encode(), b"FlateDecode"),
    "behind-flate-packed.pdf": lambda text: pdf(zlib.compress(HELLO) + zlib.compress(text.encode()), b"FlateDecode"),
    "behind-hexadecimal.pdf": lambda text: pdf(HELLO.hex().encode() + b">" + text.encode(), b"ASCIIHexDecode"),
    "among-hexadecimal.pdf": lambda text: pdf(text.encode(), b"ASCIIHexDecode"),
    "behind-base85.pdf": lambda text: pdf(base64.a85encode(HELLO) + b"~>" + text.encode(), b"ASCII85Decode"),
    "behind-runs.pdf": lambda text: pdf(bytes([len(HELLO) - 1]) + HELLO + b"\x80" + text.encode(), b"RunLengthDecode"),
    "behind-codes.pdf": lambda text: pdf(codes(HELLO) + text.encode(), b"LZWDecode"),
    "behind-a-broken-stream.pdf": lambda text: pdf(BROKEN + text.encode(), b"FlateDecode"),
    "behind-a-broken-stream.bin": lambda text: BROKEN + text.encode(),
    "no-tar.txt": lambda text: text[:200].ljust(257).encode()[:257] + b"ustar" + text.encode(),
    "between-files.tar": lambda text: tar_of("").replace(bytes(500), gzip.compress(text.encode()).ljust(500, b"\0"), 1),
    "no-zip.txt": lambda text: text.encode() + b"PK\x05\x06PK\x03\x04",
    "begins-as-zlib.txt": lambda text: b"x^2 = 4. " + text.encode(),
    "behind-a-picture.pdf": lambda text: file_of(
        {MORE: stream(zlib.compress(b"\x80") + text.encode(), b"/Type/XObject/Subtype/Image/Filter/FlateDecode")}
    ),
}
"""By the name of the file that is made."""
