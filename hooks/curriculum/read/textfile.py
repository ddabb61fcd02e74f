"""Reading one text file strictly: UTF-8, of a sane size. Everything the project reads comes through here."""

from __future__ import annotations

import re
import stat
import unicodedata
from collections.abc import Mapping
from pathlib import Path, PurePath
from types import MappingProxyType

from curriculum.read.limits import check_limits
from curriculum.words.model import Problem, Term, Words
from curriculum.words.system import reason_of

MOST_IN_PAGE, MOST_IN_LISTS = 200_000, 1_000_000
"""Bytes. A page of 200 KB is a book: something else was pasted into it. A list of a thousand weeks has some 800 KB."""
LISTS = ".yml"
SORTS = {stat.S_IFDIR: "sort-folder", stat.S_IFIFO: "sort-pipe", stat.S_IFSOCK: "sort-pipe"}
"""What a name can lead to instead of a file."""
UNSEEN = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
"""Signs nobody sees: they can hide words from whoever reads a change, or show them in another order than they have."""
MARK = re.compile(r"^(?:<{7}|>{7})(?: [^\n]*)?$", re.MULTILINE)
"""What a merge leaves first and last, where two people changed the same lines; “=======” may be a heading’s line."""

ReadTexts = Mapping[str, tuple[str, list[Problem]]]
"""What was read already, by its path: each text, or the reason it could not be read."""
NO_TEXTS: ReadTexts = MappingProxyType({})

HTML = re.compile(r"<(?:[a-zA-Z][\w-]*(?=[\s/>]|$)|/[a-zA-Z]|!--|[?!])[^>]*>?")


def read_bytes(root: Path, path: str, most: int) -> tuple[bytes, list[Problem]]:
    """What `root/path` holds, at most so many bytes, or the reason it cannot be read.

    What is no plain file is not opened: a pipe would let the build wait for ever, a device has no end.
    """
    file = root / path
    try:
        about = file.stat()
        if not stat.S_ISREG(about.st_mode):
            sort = SORTS.get(stat.S_IFMT(about.st_mode), "sort-device")
            return b"", [Problem(path, 1, "file-unreadable", {"found": Term(sort)})]
        too_large = check_size(path, about.st_size, most)
        return b"" if too_large else file.read_bytes(), too_large
    except FileNotFoundError:
        return b"", [Problem(path, 1, "file-absent")]
    except OSError as error:
        return b"", [Problem(path, 1, "file-unreadable", {"found": reason_of(error)})]


def most_in(path: str) -> int:
    """Bytes that a text may have, by the place of its file."""
    return MOST_IN_LISTS if path.endswith(LISTS) else MOST_IN_PAGE


def link_in(root: Path, path: str) -> str:
    """The first folder or file on the way to a place of a project that is a link; "" where none is, or it is no place
    in it: whoever names a file elsewhere on the command line means what is there.
    """
    parts = PurePath(path).parts
    if PurePath(path).is_absolute() or ".." in parts:
        return ""
    ways = ("/".join(parts[:count]) for count in range(1, len(parts) + 1))
    return next((way for way in ways if (root / way).is_symlink()), "")


def check_size(path: str, size: int, most: int) -> list[Problem]:
    """That a file has at most so many bytes."""
    values: dict[str, Words] = {"found": f"{-(-size // 1000)}", "expected": f"{most // 1000}"}
    return [Problem(path, 1, "file-too-large", values)] if size > most else []


def read_text(root: Path, path: str) -> tuple[str, list[Problem]]:
    """Read `root/path`: its text with line ends as `\\n` and no byte-order mark, or the reason it cannot be read."""
    if (root / path).is_symlink():
        return "", [Problem(path, 1, "symbolic-link")]
    text, problems = read_plain(root, path)
    if problems:
        return "", problems
    # A page is read all the same: what else is wrong in it is told beside its marks, by a check of pages.
    problems = [] if path.endswith(".md") else check_marks(path, text)
    problems = problems or check_signs(path, 1, text) + check_limits(path, 1, text)
    # An accent in a sign of its own, as copied from some PDFs, would be drawn in another typeface than its letter.
    return "" if problems else unicodedata.normalize("NFC", text), problems


def read_plain(root: Path, path: str) -> tuple[str, list[Problem]]:
    """The same of a file that other programs write and read: of any shape, and it may be a link."""
    raw, problems = read_bytes(root, path, most_in(path))
    if problems:
        return "", problems
    if b"\0" in raw:
        line = raw[: raw.index(b"\0")].count(b"\n") + 1
        return "", [Problem(path, line, "not-utf8", {"found": "0x00"})]
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"), []
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return "", [Problem(path, line, "not-utf8", {"found": f"0x{raw[error.start]:02X}"})]


def check_signs(path: str, line: int, text: str) -> list[Problem]:
    """The first sign of a text that nobody sees; `line` is where the text starts."""
    unseen = UNSEEN.search(text)
    if unseen is None:
        return []
    where = line + text.count("\n", 0, unseen.start())
    return [Problem(path, where, "unseen-sign", {"found": f"U+{ord(unseen[0]):04X}"})]


def check_marks(path: str, text: str) -> list[Problem]:
    """The first mark of a merge in a text. A file that holds one reads as nonsense: it alone is told."""
    found = MARK.search(text) if "<<<<<<<" in text or ">>>>>>>" in text else None
    if found is None:
        return []
    return [Problem(path, text.count("\n", 0, found.start()) + 1, "merge-left", {"found": found[0][:60]})]


def check_words(path: str, line: int, words: str) -> list[Problem]:
    """What the words of a value do not hold: HTML, and signs nobody sees, however they were written."""
    found = HTML.search(words)
    html = [Problem(path, line, "html-in-page", {"found": found[0][:60]})] if found else []
    return check_signs(path, line, words) + html
