"""A file that came back -> its rows, whatever form it has and whoever made it.

A stranger's file may be made to fill a computer: sizes are bounded before anything is unpacked, XML may declare nothing
and go only so deep, and of a Word document its text alone is opened.
"""

from __future__ import annotations

import zipfile
from io import BytesIO

from curriculum.packs.marked import rows_in_markdown
from curriculum.packs.returned import rows_in_word
from curriculum.packs.values import Filled
from curriculum.packs.xliff import rows_in_xliff
from curriculum.read.foreign import BROKEN, tree_in
from curriculum.verify.zips import is_zip

MOST_PACKED, MOST_UNPACKED = 20_000_000, 16_000_000
"""Bytes of a file, and of one part of it; the whole course, both texts of each section, has three million."""
MOST_ROWS = 10_000
"""The whole course has some 1,600 sections in a language."""
DOCUMENT, NUMBERS = "word/document.xml", "word/numbering.xml"


def rows_in(raw: bytes) -> list[Filled] | str:
    """The rows of a file, or the name of the reason why it is none: a term."""
    rows = _rows_in(raw)
    return "pack-bomb" if len(rows) > MOST_ROWS else rows


def _rows_in(raw: bytes) -> list[Filled] | str:
    if is_zip(raw):
        return _in_zip(raw)
    start = raw[:4096].replace(b"\0", b"")
    if start.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith((b"<?xml", b"<xliff", b"<!DOCTYPE")):
        tree = tree_in(raw)
        return tree if isinstance(tree, str) else rows_in_xliff(tree) or "pack-no-row"
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "pack-unread"
    return rows_in_markdown(text) or "pack-no-row"


def _in_zip(raw: bytes) -> list[Filled] | str:
    try:
        with zipfile.ZipFile(BytesIO(raw)) as opened:
            names = opened.namelist()
            if DOCUMENT not in names:
                return "pack-no-word"
            parts = [_part(opened, name) for name in (DOCUMENT, NUMBERS) if name in names]
    except BROKEN:
        return "pack-damaged"
    trees = [tree_in(part) if part is not None else "pack-bomb" for part in parts]
    wrong = next((tree for tree in trees if isinstance(tree, str)), "")
    if wrong:
        return wrong
    return rows_in_word(*(tree for tree in trees if not isinstance(tree, str))) or "pack-no-row"


def _part(opened: zipfile.ZipFile, name: str) -> bytes | None:
    """The bytes of one part; None for more than there may be, whatever its head says."""
    with opened.open(name) as part:
        found = part.read(MOST_UNPACKED + 1)
    return found if len(found) <= MOST_UNPACKED else None
