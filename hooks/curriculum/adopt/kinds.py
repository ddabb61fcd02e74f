"""The bytes of a file -> what sort of page it is, whatever its name says; or the reason it cannot be read.

Nothing is unpacked to the disk, and of a packed file no more is read than a page can hold.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from curriculum.read.foreign import BROKEN
from curriculum.read.textfile import read_bytes
from curriculum.words.model import Problem, Term, Words

MOST_FILE = 20_000_000
"""A document with pictures in it may be large; its words are not."""
MOST_PART = 4_000_000
MOST_WORDS = 400_000
"""Signs of words: some two hundred pages."""
MOST_HTML = 1_500_000
"""Google Docs writes three signs of marks for each of words."""
MOST_PARTS = 2_000
NAMES = ("document", "styles", "numbering", "footnotes", "endnotes", "comments")
PARTS = (*(f"word/{name}.xml" for name in NAMES), "word/_rels/document.xml.rels")
STARTS = {
    **{b"%PDF": "sort-pdf", b"\xd0\xcf\x11\xe0": "sort-old-word", b"{\\rtf": "sort-rtf"},
    **{b"\x89PNG": "sort-picture", b"\xff\xd8\xff": "sort-picture", b"GIF8": "sort-picture", b"RIFF": "sort-picture"},
}
"""How files begin that are no pages, and what they are."""
HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta)\b", re.I | re.S)
DATA = re.compile(r"data:[\w/+.-]{3,40};base64,[A-Za-z0-9+/=\s]{20,}")
"""A picture written into a text; its signs are no words."""
TAGS = re.compile(r"</(?:p|div|h[1-6]|ul|ol|table|section)>", re.I)


@dataclass(frozen=True)
class ReadableFile:
    """A file that can be read: `sort` is `word`, `html` or `markdown`."""

    sort: str
    text: str = ""
    parts: dict[str, str] = field(default_factory=dict)


def read_given(path: Path) -> tuple[ReadableFile | None, list[Problem]]:
    """The words of a file, at most so many."""
    raw, problems = read_bytes(path.parent, path.name, MOST_FILE)
    if any(one.rule == "file-absent" for one in problems):
        return None, [Problem(path.as_posix(), 1, "adopt-absent")]
    name = path.as_posix()
    if problems:
        return None, [Problem(name, one.line, one.rule, one.values) for one in problems]
    given, sort = given_in(raw)
    if given is None:
        return None, [_refused(name, sort)]
    most = MOST_WORDS if given.sort == "markdown" else MOST_HTML
    if len(given.text) > most:
        return None, [_too_long(name, len(given.text), most)]
    return given, []


def given_in(raw: bytes) -> tuple[ReadableFile | None, str]:
    """What these bytes are, or the name of what they are instead."""
    if not raw.strip():
        return None, "sort-empty"
    if raw[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return _packed(raw)
    sort = next((sort for start, sort in STARTS.items() if raw.startswith(start)), "")
    text = "" if sort else _decoded(raw)
    if sort or not text:
        return None, sort or "sort-binary"
    if HTML.match(text[:20_000]) or (text.lstrip().startswith("<") and len(TAGS.findall(text[:200_000])) > 2):
        return ReadableFile("html", text), ""
    return ReadableFile("markdown", text), ""


def _decoded(raw: bytes) -> str:
    """The text of bytes: UTF-8, UTF-16 with its mark, or what Windows wrote; nothing where it is no text."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = raw.decode("utf-16", "replace")
    elif b"\0" in raw:
        return ""
    else:
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("cp1252", "replace")
    text = DATA.sub("data:", text)
    odd = sum((sign < " " and sign not in "\t\n\r\f") or sign == "\ufffd" for sign in text)
    return "" if odd * 50 > len(text) else text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")


def _packed(raw: bytes) -> tuple[ReadableFile | None, str]:
    """A Word file, or the one page in what Google Docs packs."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            entries = packed.infolist()
            if len(entries) > MOST_PARTS or any(one.flag_bits & 1 for one in entries):
                return None, "sort-locked" if len(entries) <= MOST_PARTS else "sort-bomb"
            names = {one.filename for one in entries}
            if PARTS[0] in names:
                return ReadableFile("word", parts={name: _part(packed, name) for name in PARTS if name in names}), ""
            pages = [name for name in sorted(names) if re.search(r"\.(?:html?|xhtml|md)$", name, re.I)]
            if len(pages) != 1 or "content.xml" in names:
                return None, "sort-odt" if "content.xml" in names else "sort-zip"
            return given_in(_part(packed, pages[0]).encode())
    except OverflowError:
        return None, "sort-bomb"
    except BROKEN:
        return None, "sort-damaged"


def _part(packed: zipfile.ZipFile, name: str) -> str:
    """One part as text. However large it says it is, no more is unpacked than the limit."""
    with packed.open(name) as part:
        data = part.read(MOST_PART + 1)
    if len(data) > MOST_PART:
        raise OverflowError(name)
    return data.decode("utf-8-sig")


def _refused(path: str, sort: str) -> Problem:
    values: dict[str, Words] = {"found": Term(sort)}
    return Problem(path, 1, "adopt-sort", values)


def _too_long(path: str, found: int, most: int) -> Problem:
    return Problem(path, 1, "adopt-long", {"found": str(found // 1000), "expected": str(most // 1000)})
