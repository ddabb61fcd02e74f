"""Ways to break one good book, each with who must notice: the words, or epubcheck by its rule and the file.

A check that cannot fail is worth nothing; this is what keeps the checks honest.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from curriculum.formats.archive import to_zip

from reading.epub.reader import PACKAGE, read_files

WEEK, SHEET = "EPUB/pages/week-01.xhtml", "EPUB/pages/week-01-sheet.xhtml"
TITLE = "EPUB/title.xhtml"


class Breakage(NamedTuple):
    """One way to break a file of a book: the first match of `old` becomes `new`."""

    name: str
    file: str
    old: str
    new: str
    noticed: str = ""
    """The rule of epubcheck that notices, and where if it says so."""


def break_book(epub: bytes, *breakages: Breakage) -> bytes:
    """The same book with these changes only."""
    files = read_files(epub)
    for breakage in breakages:
        text = files[breakage.file].decode()
        changed, count = re.subn(breakage.old, breakage.new, text, count=1, flags=re.DOTALL)
        assert count == 1, breakage.name
        files[breakage.file] = changed.encode()
    return to_zip(files, ("mimetype",))


NO_CHAPTER = Breakage(
    "a chapter out of the spine",
    PACKAGE,
    r'<itemref idref="pages-week-01-sheet.xhtml"/>',
    "",
    "RSC-011",
)
WORDS = (
    NO_CHAPTER,
    Breakage("chapters in another order", PACKAGE, r'(<itemref[^>]*week-01.xhtml"/>)\s(<itemref[^>]*>)', r"\2\1"),
    Breakage("a paragraph gone", WEEK, r"<p>Words.</p>", ""),
    Breakage("two items run together", SHEET, r"I ask</li>\s<li>", "I ask"),
    Breakage("a word said twice", SHEET, r"I wait", "I wait wait"),
    Breakage("a no-break space lost", WEEK, "5\u00a0km", "5 km"),
)
FORM = (
    NO_CHAPTER,
    Breakage("a broken id", WEEK, r'id="lists"', 'id="list"', f"RSC-012 {SHEET}"),
    Breakage("a picture not announced", PACKAGE, r' properties="svg"', "", f"OPF-014 {WEEK}"),
    Breakage(
        "an image from elsewhere", TITLE, r"<h1>", '<h1><img alt="" src="https://a.org/a.png"/>', f"RSC-006 {TITLE}"
    ),
    Breakage("an element no book knows", SHEET, r"<p>Words.</p>", "<box>Words.</box>", f"RSC-005 {SHEET}"),
    Breakage("no date of change", PACKAGE, r'<meta property="dcterms:modified">.*?</meta>', "", f"RSC-005 {PACKAGE}"),
)
