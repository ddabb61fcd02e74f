"""A file that came back -> its rows, whatever form it has and whoever made it.

A stranger's file may be made to fill a computer: sizes are bounded before anything is unpacked, XML may declare nothing
and go only so deep, and of a Word document its text alone is opened.
"""

from __future__ import annotations

import zipfile
from io import BytesIO

from curriculum.packs.looks import DocumentStyles
from curriculum.packs.marked import rows_in_markdown
from curriculum.packs.returned import rows_in_word
from curriculum.packs.units import rows_in_xliff
from curriculum.packs.values import Filled
from curriculum.read.foreign import BROKEN, tree_in
from curriculum.verify.zips import is_zip

MOST_PACKED, MOST_UNPACKED = 20_000_000, 16_000_000
"""Bytes of a file, and of one part of it; the whole course, both texts of each section, has three million."""
MOST_ROWS = 10_000
"""The whole course has some 1,600 sections in a language."""
DOCUMENT, STYLES, NUMBERS = "word/document.xml", "word/styles.xml", "word/numbering.xml"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of programs of another time begin, and those that Word locks with a password."""
LOCKED = "EncryptedPackage".encode("utf-16-le")
OTHERS = {b"{\\rtf": "pack-rtf", b"%PDF-": "pack-pdf"}
"""How files begin that hold words, and are none of the three forms."""
ODT = b"application/vnd.oasis.opendocument.text"
IS_LOCKED = 1
"""The flag of a file in a ZIP that opens with a password alone."""


def rows_in(raw: bytes) -> list[Filled] | str:
    """The rows of a file, or the name of the reason why it is none: a term."""
    rows = _rows_in(raw)
    return "pack-bomb" if len(rows) > MOST_ROWS else rows


def _rows_in(raw: bytes) -> list[Filled] | str:
    if is_zip(raw):
        return _in_zip(raw)
    if raw.startswith(OLD):
        return "pack-locked" if LOCKED in raw else "pack-doc"
    if other := next((name for sign, name in OTHERS.items() if raw.startswith(sign)), ""):
        return other
    start = raw[:4096].replace(b"\0", b"")
    if start.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith((b"<?xml", b"<xliff", b"<!DOCTYPE")):
        tree = tree_in(raw)
        return tree if isinstance(tree, str) else rows_in_xliff(tree, raw) or "pack-no-row"
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "pack-unread"
    return rows_in_markdown(text) or "pack-no-row"


def _in_zip(raw: bytes) -> list[Filled] | str:
    try:
        with zipfile.ZipFile(BytesIO(raw)) as opened:
            names = opened.namelist()
            if any(one.flag_bits & IS_LOCKED for one in opened.infolist()):
                return "pack-locked"
            if DOCUMENT not in names:
                kind = _part(opened, "mimetype") if "mimetype" in names else b""
                return "pack-odt" if ODT in (kind or b"") else "pack-no-word"
            parts = {name: _part(opened, name) for name in (DOCUMENT, STYLES, NUMBERS) if name in names}
    except BROKEN:
        return "pack-damaged"
    trees = {name: tree_in(part) if part is not None else "pack-bomb" for name, part in parts.items()}
    if wrong := next((tree for tree in trees.values() if isinstance(tree, str)), ""):
        return wrong
    read = {name: tree for name, tree in trees.items() if not isinstance(tree, str)}
    return rows_in_word(read[DOCUMENT], DocumentStyles.of(read.get(STYLES), read.get(NUMBERS))) or "pack-no-row"


def _part(opened: zipfile.ZipFile, name: str) -> bytes | None:
    """The bytes of one part; None for more than there may be, whatever its head says."""
    with opened.open(name) as part:
        found = part.read(MOST_UNPACKED + 1)
    return found if len(found) <= MOST_UNPACKED else None
