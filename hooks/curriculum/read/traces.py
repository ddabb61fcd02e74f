"""What a picture says of whoever took it: where, with which device, by whom. Cameras write it; no page shows it.

In:  the bytes of a photo from a phone
Out: where it was taken, with which device

Cameras note such things as a small TIFF file in the picture (Exif 3.0, CIPA DC-008, 4.6): a head that names the order
of bytes, then a directory of numbered fields. It is looked for wherever it may stand, so that the kind of picture does
not matter. Programs write the same in words, too (XMP, ISO 16684-1). What is packed again in a PNG is not seen.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from curriculum.words.values import Term

PLACE, DEVICE, PERSON = Term("place"), Term("device"), Term("person")
FIELDS = {0x8825: PLACE, 0x010F: DEVICE, 0x0110: DEVICE, 0x013B: PERSON}
"""GPS, Make, Model and Artist in the directory."""
WORDS = {
    PLACE: re.compile(rb"GPSL(?:at|ong)itude|photoshop:City|Iptc4xmpCore:Location"),
    DEVICE: re.compile(rb"tiff:M(?:ake|odel)\b"),
    PERSON: re.compile(rb"dc:creator|tiff:Artist"),
}
HEAD = re.compile(rb"(?=(II\*\0|MM\0\*))")
XMP = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)
MOST_FIELDS = 200


def traces_in(raw: bytes) -> list[Term]:
    """What the bytes of a picture tell, once each, in the order place, device, person."""
    written = b"".join(XMP.findall(raw))
    told = {FIELDS[number] for number in _fields(raw) if number in FIELDS}
    return [trace for trace, words in WORDS.items() if trace in told or words.search(written)]


def _fields(raw: bytes) -> Iterator[int]:
    """The numbers of the fields in the first directory after each head of a TIFF."""
    for head in HEAD.finditer(raw):
        order = "<" if head[1].startswith(b"I") else ">"
        place = head.start() + _number(raw, head.start() + 4, f"{order}I")
        count = _number(raw, place, f"{order}H")
        if count <= MOST_FIELDS:
            yield from (_number(raw, place + 2 + 12 * entry, f"{order}H") for entry in range(count))


def _number(raw: bytes, place: int, form: str) -> int:
    """The number at a place; 0 beyond the end of the bytes."""
    found = raw[place : place + struct.calcsize(form)]
    return int(struct.unpack(form, found)[0]) if len(found) == struct.calcsize(form) else 0
