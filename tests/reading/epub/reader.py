"""A book as a reader meets it, read with nothing of the program: its files, spine, contents and words; epubcheck.

Words of a book and of the HTML it was made from are lists, each read by a parser of its own.
"""

from __future__ import annotations

import json
import os
import posixpath
import re
import shutil
import subprocess
import unicodedata
import xml.etree.ElementTree as etree
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

XHTML, OPF, NCX, EPUB, XML = (
    f"{{{name}}}"
    for name in (
        "http://www.w3.org/1999/xhtml",
        "http://www.idpf.org/2007/opf",
        "http://www.daisy.org/z3986/2005/ncx/",
        "http://www.idpf.org/2007/ops",
        "http://www.w3.org/XML/1998/namespace",
    )
)
PACKAGE = "EPUB/package.opf"
FRONT = ("titlepage", "toc")
INLINE = {"strong", "em", "span", "a"}
WORD = re.compile(r"[^ \t\r\n\f]+")


def check_epub(epub: bytes, folder: Path) -> list[str]:
    """What epubcheck says of a book, whatever its severity: `ERROR RSC-012 EPUB/pages/one.xhtml`."""
    program = shutil.which("epubcheck")
    assert program, "epubcheck is not installed"
    is_jar = Path(program).read_bytes()[:2] == b"PK"  # Debian installs the archive itself
    place = folder / "book.epub"
    place.write_bytes(epub)
    command = [*(["java", "-jar"] if is_jar else []), program, str(place), "--json", "-"]
    brief = {**os.environ, "JDK_JAVA_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"}  # it starts in half the time
    done = subprocess.run(command, capture_output=True, check=False, text=True, encoding="utf-8", env=brief)
    said = done.stdout
    found = json.loads(said[said.index("{") :])
    assert found["publication"]["nSpines"], said
    return [f"{message['severity']} {message['ID']} {message['locations'][0]['path']}" for message in found["messages"]]


def read_files(epub: bytes) -> dict[str, bytes]:
    """The files of a book in their order."""
    with ZipFile(BytesIO(epub)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def read_spine(epub: bytes) -> dict[str, etree.Element]:
    """Every document of a book by its file, in the order of reading."""
    files = read_files(epub)
    package = etree.fromstring(files[PACKAGE])
    hrefs = {item.get("id"): item.get("href", "") for item in package.iter(f"{OPF}item")}
    places = [posixpath.join("EPUB", hrefs[item.get("idref")]) for item in package.iter(f"{OPF}itemref")]
    return {place: etree.fromstring(files[place]) for place in places}


def read_chapters(epub: bytes) -> dict[str, etree.Element]:
    """The spine without title page and contents."""
    return {
        place: document
        for place, document in read_spine(epub).items()
        if not any(element.get(f"{EPUB}type") in FRONT for element in document.iter())
    }


def read_contents(epub: bytes) -> list[tuple[int, str, str]]:
    """The contents: how deep, what it says, where it leads."""
    nav = next(
        nav for page in read_spine(epub).values() for nav in page.iter(f"{XHTML}nav") if nav.get(f"{EPUB}type") == "toc"
    )
    return _entries(nav.find(f"{XHTML}ol"), 0)


def _entries(items: etree.Element | None, depth: int) -> list[tuple[int, str, str]]:
    found: list[tuple[int, str, str]] = []
    for item in items if items is not None else ():
        link = item.find(f"{XHTML}a")
        assert link is not None
        found.append((depth, "".join(link.itertext()), posixpath.join("EPUB", link.get("href", ""))))
        found += _entries(item.find(f"{XHTML}ol"), depth + 1)
    return found


def words_of_document(document: etree.Element) -> list[str]:
    """The words of one document, in the order of its elements."""
    return _fold(_say(document.find(f"{XHTML}body")))


def _say(element: etree.Element | None) -> str:
    assert element is not None
    said = (element.text or "") + "".join(_say(child) + (child.tail or "") for child in element)
    return said if element.tag.removeprefix(XHTML) in INLINE else f" {said} "


def words_of_html(html: str) -> list[str]:
    """The words of an article in the order of its HTML."""
    reader = _ArticleReader()
    reader.feed(html)
    reader.close()
    return _fold("".join(reader.parts))


def _fold(text: str) -> list[str]:
    """Words between white space, each sign in one Unicode form; a no-break space is a part of its word."""
    return WORD.findall(unicodedata.normalize("NFC", text))


class _ArticleReader(HTMLParser):
    """Collects the text of an article; every element but the inline ones parts words."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        self._part(tag)

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def _part(self, tag: str) -> None:
        if tag not in INLINE:
            self.parts.append(" ")
