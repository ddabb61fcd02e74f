"""The words of a DOCX as its file holds them, and the words of the HTML it was made from.

Nothing of the writer is used here: the ZIP is opened and its XML is read. Both sides are lists of words; a no-break
space, narrow or not, is a part of its word, so that one that was lost is seen.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORD = re.compile(r"[^ \t\r\n\f]+")
INLINE = {"strong", "em", "span", "a"}
UNSAID = {"svg", "summary"}
"""A picture is said by its title and its list."""
DRAWN = {"Blank", "Box"}
"""Styles of runs that are filled in, not read."""


def read_part(docx: bytes, name: str = "word/document.xml") -> etree._Element:
    """One file of a DOCX, parsed."""
    with ZipFile(BytesIO(docx)) as archive:
        return etree.fromstring(archive.read(name))


def words_of_docx(docx: bytes) -> list[str]:
    """The words of the text in the order of the file, without what is drawn to be filled in."""
    return words_of(read_part(docx))


def words_of(element: etree._Element) -> list[str]:
    """The words inside one element of the text."""
    return WORD.findall(_say(element))


def words_of_html(html: str) -> list[str]:
    """The words of an article in the order of its HTML, without drawings and what opens them in words."""
    reader = _ArticleReader()
    reader.feed(html)
    reader.close()
    return WORD.findall("".join(reader.parts))


def _say(element: etree._Element) -> str:
    name = element.tag.removeprefix(W)
    if name == "t":
        return element.text or ""
    if name in ("br", "tab"):
        return " "
    if name == "r" and style_of(element, "r") in DRAWN:
        return ""
    said = "".join(map(_say, element))
    return f" {said} " if name in ("p", "tc") else said


def style_of(element: etree._Element, kind: str) -> str:
    """The style of a paragraph (`p`), a run (`r`) or a table (`tbl`); "" when it names none."""
    name = {"p": "pStyle", "r": "rStyle", "tbl": "tblStyle"}[kind]
    found = element.find(f"{W}{kind}Pr/{W}{name}")
    return "" if found is None else found.get(f"{W}val")


class _ArticleReader(HTMLParser):
    """Collects the text of an article; every element but the inline ones parts words."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.unsaid: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._part(tag)
        if tag in UNSAID:
            self.unsaid.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        self._part(tag)
        if self.unsaid[-1:] == [tag]:
            self.unsaid.pop()

    def handle_data(self, data: str) -> None:
        if not self.unsaid:
            self.parts.append(data)

    def _part(self, tag: str) -> None:
        if tag not in INLINE:
            self.parts.append(" ")
