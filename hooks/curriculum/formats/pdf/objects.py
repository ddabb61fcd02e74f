"""Objects of PDF files: found in what Typst wrote, numbered anew, written as a file.

Own code, because Typst writes so regularly that a hundred lines do: one object a line, each reference as `12 0 R`, a
plain table of places at the end. `pikepdf` would do it too and brings lxml and Pillow with it, 47 MB on Linux, to
computers that are old; neither it nor `pypdf` joins the structure that screen readers need. What is not as expected is
an error that says so, never a file that is a little wrong.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterable, Sequence

Objects = list[bytes]
"""The text between `12 0 obj` and `endobj`, by number; object 0 is empty."""
AT_ONCE = 500
"""Objects compressed together: who opens one reads them all."""
PLACES = re.compile(rb"xref\n0 (\d+)\n((?:\d{10} \d{5} [fn]\r\n)+)trailer\n<<.*?/Root (\d+) 0 R")
REFERENCE = re.compile(rb"(\d+) 0 R")
NESTED = rb"(?:[^\\()]|\\.|\((?:[^\\()]|\\.|\((?:[^\\()]|\\.)*\))*\))*"
STRING = rb"(?:\(" + NESTED + rb"\)|<[0-9A-F]*>)"
"""Words in a PDF, in brackets or in hexadecimal."""


class UnexpectedPdfError(Exception):
    """A PDF of Typst that is not built as this program knows it: another version, most likely."""


def read_objects(pdf: bytes) -> tuple[Objects, bytes]:
    """The objects of a file, and the one that leads to all others."""
    found = PLACES.search(pdf, max(0, pdf.rfind(b"\nxref\n")))
    if found is None:
        raise UnexpectedPdfError("no table of objects")
    count, table = int(found[1]), found[2]
    places = [int(table[at : at + 10]) for at in range(0, 20 * count, 20)]
    ends = dict(zip(sorted(places[1:]), [*sorted(places[1:])[1:], found.start()], strict=True))
    objects = [b""]
    for number, place in enumerate(places[1:], 1):
        head = b"%d 0 obj\n" % number
        text = pdf[place : ends[place]].rstrip(b"\n")
        if not (text.startswith(head) and text.endswith(b"\nendobj")):
            raise UnexpectedPdfError(f"object {number} is not where the table says")
        objects.append(text[len(head) : -len(b"\nendobj")])
    return objects, objects[int(found[3])]


def reference(text: bytes, name: bytes) -> int:
    """The number of the object that an entry leads to: 26 for `/Parent 26 0 R`."""
    found = re.search(name + rb" ?(\d+) 0 R", text)
    if found is None:
        raise UnexpectedPdfError(f"no {name.decode()} in {text[:80].decode('latin-1')}")
    return int(found[1])


def unpack(stream: bytes) -> bytes:
    """What a compressed stream holds."""
    start = stream.index(b"\nstream\n") + len(b"\nstream\n")
    return zlib.decompress(stream[start:].removesuffix(b"\nendstream"))


def pack(content: bytes, about: bytes = b"") -> bytes:
    """A compressed stream, with more about it where there is more to say."""
    packed = zlib.compress(content)
    return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (about, len(packed), packed)


def written(words: str) -> bytes:
    r"""Words as a string of a PDF: `(Week 1 \(a\))`, and `<FEFF00C0>` where a sign is not ASCII."""
    if words.isascii() and words.isprintable():
        return b"(%s)" % re.sub(rb"([\\()])", rb"\\\1", words.encode())
    return b"<%s>" % ("\ufeff" + words).encode("utf-16-be").hex().upper().encode()


def to_file(plain: dict[int, bytes], objects: dict[int, bytes], root: int, info: int) -> bytes:
    """The bytes of a file: streams and what is to stay readable as they are, all other objects compressed.

    In:  plain {1: b"<</Type/Pages…>>", 9: b"<</Length 4>>\nstream…"}, objects {2: b"[1 0 R/XYZ 0 0 0]", …}
    """
    size = max(*plain, *objects) + 1
    plain = dict(plain)
    entries = [b"\0\0\0\0\0\0\0"] * (size + len(objects) // AT_ONCE + 2)
    for batch in _batches(list(objects), AT_ONCE):
        plain[size] = _together(batch, objects)
        for index, number in enumerate(batch):
            entries[number] = b"\2" + size.to_bytes(4, "big") + index.to_bytes(2, "big")
        size += 1
    parts, length = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"], 15
    for number, text in plain.items():
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, text))
        entries[number] = b"\1" + length.to_bytes(4, "big") + b"\0\0"
        length += len(parts[-1])
    entries[size] = b"\1" + length.to_bytes(4, "big") + b"\0\0"
    id = hashlib.sha256(b"".join(parts)).hexdigest()[:32].encode()
    about = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]" % (size + 1, root, info, id, id)
    table = pack(b"".join(entries[: size + 1]), about)
    return b"".join([*parts, b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (size, table, length)])


def _batches(numbers: Sequence[int], most: int) -> Iterable[Sequence[int]]:
    return (numbers[start : start + most] for start in range(0, len(numbers), most))


def _together(numbers: Sequence[int], objects: dict[int, bytes]) -> bytes:
    """Several objects in one compressed stream, behind the table of where each begins."""
    texts = [objects[number] for number in numbers]
    places, place = [], 0
    for number, text in zip(numbers, texts, strict=True):
        places.append(b"%d %d" % (number, place))
        place += len(text) + 1
    head = b" ".join(places) + b"\n"
    return pack(head + b"\n".join(texts), b"/Type/ObjStm/N %d/First %d" % (len(numbers), len(head)))
