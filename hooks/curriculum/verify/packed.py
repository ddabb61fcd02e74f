"""Bytes -> what is in them, one step further in: texts in any alphabet, archives, what was made smaller, PDFs.

What stands behind or between what a format needs is looked at too; what cannot be opened is said to be closed.
"""

from __future__ import annotations

import re
import tarfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import BytesIO

from curriculum.verify.layers import Layer, LayerState
from curriculum.verify.past import Past
from curriculum.verify.pdf.document import open_pdf
from curriculum.verify.squeezed import MOST, SQUEEZED, inside, unpacked, whole
from curriculum.verify.zips import is_zip, open_zip

CLOSED = (
    *(b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\x28\xb5\x2f\xfd", b"\x04\x22\x4d\x18"),
    *(b"-----BEGIN PGP MESSAGE", b"age-encryption.org/", b"Salted__"),
)
"""How files begin that nothing here opens: 7z, RAR, Zstandard, LZ4; PGP, age and OpenSSL, which are locked."""
EBCDIC = bytes([*range(0x81, 0x8A), *range(0x91, 0x9A), *range(0xA2, 0xAA), 0x40])
"""Its small letters, and its space."""
READABLE = re.compile(rb"[\t\r\n -~]{24,}")
"""Among bytes of another kind: less than this holds no run, in whatever writing."""
WIDE = re.compile(
    rb"(?:[\t\r\n -~\xa0-\xff]\0(?:[^\0]{2})?){12,}|(?:\0[\t\r\n -~\xa0-\xff](?:[^\0]{2})?){12,}|(?:\0{3}[ -~]){12,}"
)
"""Letters of two or four bytes among bytes of another kind; one between them may be of another alphabet."""
PDF, PNG, TAR = b"%PDF-", b"\x89PNG\r\n\x1a\n", b"ustar"
SEALED = b'<script type="text/plain" class="envelope">'
"""In a file that `seal` made."""
SHIFTED = re.compile(rb"^=ybegin [^\n]*\n(?:=ypart [^\n]*\n)?(.*?)^=yend", re.DOTALL | re.MULTILINE)
"""yEnc, as news groups have it."""


def open_bytes(content: bytes, past: Past | None = None, plain: bool = True) -> Iterator[Layer]:
    """Everything that the bytes hold, one step further in; of a PDF, as `open_pdf` has it."""
    if content.startswith(CLOSED) or SEALED in content:
        yield Layer("", b"", LayerState.CLOSED)
    read = next((read for begins, read in FORMATS if begins(content)), None)
    if read is open_pdf:
        yield from open_pdf(content, past, plain)
    else:
        yield from read(content) if read else _texts(content)


def _texts(content: bytes) -> Iterator[Layer]:
    """The bytes as letters, in each way that they may be meant; then what begins somewhere among them."""
    try:
        yield Layer("", content.decode())
        if b"\0" not in content:
            return
    except UnicodeDecodeError:
        yield Layer("", content.decode("latin-1"), LayerState.PLAIN)
        yield Layer("", b"\n".join(READABLE.findall(content)).decode())
    if b"\0" in content:
        wide = content if content.count(b"\0") * 4 > len(content) else b"\n".join(WIDE.findall(content))
        yield Layer("UTF-16", wide.replace(b"\0", b"").decode("latin-1"))
    if len(content.translate(None, EBCDIC)) * 3 < len(content):
        yield Layer("EBCDIC", content.decode("cp500"))
    for found in SHIFTED.finditer(content):
        raw = re.sub(rb"=(.)", lambda sign: bytes([(sign[1][0] - 64) & 255]), found[1], flags=re.DOTALL)
        yield Layer("yEnc", bytes((sign - 42) & 255 for sign in raw if sign not in b"\r\n"))
    yield from inside(content)
    if content.startswith(PNG):
        yield from (Layer("PNG", one) for one in unpacked(b"".join(_points(content)), zlib.decompressobj)[:2])
    for begins in (b"PK\x03\x04", PDF):
        at = content.find(begins)
        if at > 0:
            yield Layer("", content[at:])


def _points(png: bytes) -> Iterator[bytes]:
    """What a picture says of its points, which may be cut anywhere."""
    at = len(PNG)
    while at + 8 <= len(png):
        length, kind = int.from_bytes(png[at : at + 4]), png[at + 4 : at + 8]
        if kind == b"IDAT":
            yield png[at + 8 : at + 8 + length]
        at += length + 12


def _open_tar(content: bytes) -> Iterator[Layer]:
    with suppress(tarfile.TarError), tarfile.open(fileobj=BytesIO(content), errorlevel=0) as opened:
        for member in opened:
            is_bomb = member.size > MOST  # a sparse file: a thousand bytes may say that they are gigabytes
            packed = opened.extractfile(member) if member.isfile() and not is_bomb else None
            yield Layer(member.name, packed.read() if packed else member.linkname)
            if is_bomb:
                yield Layer(member.name, b"", LayerState.CLOSED)
            yield Layer("tar", "\n".join([member.name, member.linkname, *map(str, member.pax_headers.values())]))
    yield Layer("tar", content.replace(TAR, b""))  # what stands between, and what is none but looks like one


FORMATS: tuple[tuple[Callable[[bytes], object], Callable[[bytes], Iterator[Layer]]], ...] = (
    (is_zip, open_zip),
    (lambda content: PDF in content[:1024], open_pdf),
    *((begins.match, whole) for _, begins, _ in SQUEEZED),
    (lambda content: content[257:262] == TAR, _open_tar),
)
"""What is looked into by its own rules."""
