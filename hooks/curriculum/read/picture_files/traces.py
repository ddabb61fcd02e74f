"""What a part of a picture's file tells, as far as it can be made out; that it tells is known without.

In:  the notes that a phone's camera wrote into a photo
Out: {"told-place", "told-device", "told-time"}

Cameras note such things as a small TIFF file in the picture (Exif 3.0, CIPA DC-008, 4.6): a head that names the order
of bytes, then directories of numbered fields. Programs write the same in words (XMP, ISO 16684-1; IPTC-IIM 4.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum.read.picture_files.parts import CutShortError, number

FIELDS = {
    "told-place": (0x8825,),  # the directory of the GPS
    "told-device": (0x010F, 0x0110, 0x013C, 0xA431, 0xA433, 0xA434, 0xA435),  # make, model, computer, serial numbers
    "told-person": (0x013B, 0x8298, 0xA430, 0x9C9D),  # artist, copyright, owner, author
    "told-time": (0x0132, 0x9003, 0x9004),
    "told-copy": (0x0201,),  # where the small picture starts
    "told-comment": (0x010E, 0x9286, 0x9C9B, 0x9C9C, 0x9C9E, 0x9C9F),  # description, comment, title, keywords
}
WORDS = {
    "told-place": rb"GPS|:City\b|:Location|:State\b|:Country|\x1c\x02[\x5a\x5c\x5f\x65]",
    "told-device": rb":M(?:ake|odel)\b|:SerialNumber|:Lens|:CameraOwner|:BodySerial",
    "told-person": rb":creator\b|:Artist\b|:AuthorsPosition|:CreatorContact|:rights\b|\x1c\x02[\x50\x74\x6e\x7a]",
    "told-time": rb":DateTime|:DateCreated|:(?:Create|Modify|Metadata)Date|\x1c\x02[\x37\x3c]",
}
"""Properties of XMP under any prefix, and the numbers of IPTC: city, place, province, country; by-line, copyright."""
HEAD = re.compile(rb"II\*\0|MM\0\*")
DEEPER = (0x8769, 0x8825)
"""Fields that lead to a further directory: of the camera, of the GPS."""
MOST_FIELDS, MOST_DIRECTORIES = 200, 8


def told_by(body: bytes) -> set[str]:
    """What the bytes of one part tell: the names of labels. Letters of two bytes each are read too."""
    heads = [match.start() for match in HEAD.finditer(body)][:MOST_DIRECTORIES]
    fields = {field for head in heads for field in _fields(body[head:])}
    words = body.replace(b"\0", b"")
    told = {name for name, numbers in FIELDS.items() if fields & set(numbers)}
    return told | {name for name, pattern in WORDS.items() if re.search(pattern, words)}


def _fields(notes: bytes) -> set[int]:
    """The numbers of the fields in all directories of a small TIFF file; those that can be read when it is cut."""
    order = "<" if notes.startswith(b"I") else ">"
    found: set[int] = set()
    waiting, seen = [4], set[int]()
    while waiting and len(seen) < MOST_DIRECTORIES:
        place = waiting.pop()
        if place in seen:
            continue
        seen.add(place)
        for field, value in _directory(notes, place, order):
            found.add(field)
            if field in (0, *DEEPER):
                waiting.append(value)
    return found


def _directory(notes: bytes, pointer: int, order: str) -> Iterator[tuple[int, int]]:
    """Fields with the places of their values; the place of the next directory as field 0."""
    try:
        place = number(notes, pointer, f"{order}I") if pointer == 4 else pointer
        count = number(notes, place, f"{order}H")
        for entry in range(min(count, MOST_FIELDS)):
            field = place + 2 + 12 * entry
            yield number(notes, field, f"{order}H"), number(notes, field + 8, f"{order}I")
        yield 0, number(notes, place + 2 + 12 * count, f"{order}I")
    except CutShortError:
        return
