"""A built site as its readers get it: pages as trees, links as files, words as words. Standard library only."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element, TreeBuilder

from curriculum.words.model import Language
from languages import EN, FR

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
UNSEEN = frozenset({"script", "style", "template"})
PAGES = frozenset({"index.html", "404.html"})
"""What the pages of a site are called; other HTML files are there to be downloaded."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.builder = TreeBuilder()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self.builder.end(tag)
        else:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while tag in self.open:
            inner = self.open.pop()
            self.builder.end(inner)
            if inner == tag:
                break

    def handle_data(self, data: str) -> None:
        if self.open:
            self.builder.data(data)


def read_page(path: Path) -> Element:
    """The tree of one HTML file."""
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader.builder.close()


def read_pages_of(site: Path) -> dict[str, Element]:
    """Every HTML page of a site by its place: `fr/week-01/index.html`."""
    paths = (path for path in sorted(site.rglob("*.html")) if path.name in PAGES)
    return {path.relative_to(site).as_posix(): read_page(path) for path in paths}


def read_bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its place, byte for byte."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def place_of(language: Language, uri: str) -> str:
    """`week-01/handouts/pause-card.md` in French -> `fr/week-01/handouts/pause-card/index.html`."""
    stem = uri.removesuffix(".md")
    page = stem if stem == "index" or stem.endswith("/index") else f"{stem}/index"
    return f"{language.prefix}{page}.html"


def language_of(place: str) -> Language:
    """The language of a page, from its place."""
    return FR if place.startswith(FR.prefix) else EN


def target_of(place: str, address: str) -> tuple[str, str] | None:
    """A link on a page -> the place and the id it leads to; None when it leaves the site."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    if not parts.path:
        return place, unquote(parts.fragment)
    path = unquote(parts.path)
    joined = path.lstrip("/") if path.startswith("/") else posixpath.join(posixpath.dirname(place), path)
    target = posixpath.normpath(joined) if joined else "."
    if path.endswith(("/", ".")) or target == ".":
        target = "index.html" if target == "." else f"{target}/index.html"
    return target, unquote(parts.fragment)


def links_of(page: Element) -> Iterator[str]:
    """Every address a page names, in links, scripts, styles and images."""
    for element in page.iter():
        for name in ("href", "src"):
            if name in element.attrib:
                yield element.attrib[name]


def ids_of(page: Element) -> list[str]:
    """Every id of a page, in order."""
    return [element.attrib["id"] for element in page.iter() if "id" in element.attrib]


def addresses_in(element: Element) -> list[str]:
    """Where the links in an element lead, as they are written."""
    return [link.get("href", "") for link in element.iter("a")]


def by_class(page: Element, name: str) -> list[Element]:
    """The elements of a class, in order."""
    return [element for element in page.iter() if name in element.get("class", "").split()]


def article_of(page: Element) -> Element:
    """What an author wrote, and what is composed around it."""
    return next(page.iter("article"))


def headings_of(page: Element) -> list[Element]:
    """The headings of the article, in order."""
    return [element for element in article_of(page).iter() if re.fullmatch("h[1-6]", element.tag)]


def words_of(element: Element) -> str:
    """The words a reader sees in an element, single-spaced."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: Element) -> Iterator[str]:
    if element.tag in UNSEEN:
        return
    yield element.text or ""
    for child in element:
        yield from _texts(child)
        yield child.tail or ""
