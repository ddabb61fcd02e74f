"""A week and its handouts as one file, for a messaging app or a phone without internet.

In:  the week's page, then its handouts, as they are printed
Out: one HTML document with its style, its letters and its script inside; it asks for nothing, wherever it is opened

    single_frame   what stands around the articles, and what the file may do in a browser
"""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterable
from copy import deepcopy
from html import escape

from curriculum.compose.borrowed import borrowed_line, tongue_of
from curriculum.elements.headings import Heading, headings_of
from curriculum.elements.links import LinkKind, target_of
from curriculum.elements.tree import to_tree, written
from curriculum.formats.single.frame import CALL, FileFrame, document_of
from curriculum.words.labels import label
from curriculum.words.paper import Article, Document

DEEPER = {f"h{level}": f"h{level + 1}" for level in range(1, 5)}
FindAddress = Callable[[str], str]
"""What a link says -> where it leads from this file; "" when it leads nowhere."""


def single_page(document: Document, frame: FileFrame) -> bytes:
    """The bytes of the file; the first article is the week, the others are its handouts."""
    week, *handouts = document.articles
    opening = _inside(week, document, frame)
    contents = [*headings_of(opening)]
    parts = [_spoken(f'<p class="kind">{escape(week.label)}</p>\n{written(opening)}', week, document)]
    for handout in handouts:
        contents.append(Heading(name_of(handout), handout.title))
        inside = f'<p class="kind">{escape(handout.label)}</p>\n{written(_inside(handout, document, frame))}'
        parts.append(f'<section id="{name_of(handout)}">\n{_spoken(inside, handout, document)}\n</section>')
    call = Heading(CALL, label("single-call", document.language))
    parts.append(f'<section id="{CALL}">\n<h2>{call.title}</h2>\n{written(to_tree(frame.calls))}\n</section>')
    return document_of(document, frame, _contents([*contents, call]), "\n".join(parts)).encode()


def _spoken(inside: str, article: Article, document: Document) -> str:
    """An article; one in another language than the file says so, and in which."""
    if article.language is None:
        return inside
    line = borrowed_line(document.language, article.language)
    return f"{line}<div{tongue_of(article.language)}>\n{inside}\n</div>"


def _contents(headings: Iterable[Heading]) -> str:
    return "".join(f'<li><a href="#{id}">{escape(title, quote=False)}</a></li>' for id, title in headings)


def name_of(handout: Article) -> str:
    """The id of a handout in the file of its week: `handout-pause-card`."""
    return f"handout-{posixpath.basename(handout.uri).removesuffix('.md')}"


def _inside(article: Article, document: Document, frame: FileFrame) -> etree.Element:
    """An article in its file; a handout is one level lower, and its ids carry its name, so that each is there once."""
    prefix = "" if article is document.articles[0] else f"{name_of(article)}-"
    find = _finder(article, document, frame)
    tree = deepcopy(to_tree(article.text))
    for element in tree.iter():
        if prefix and element.tag in DEEPER:
            element.tag = DEEPER[element.tag]
        if id := element.get("id"):
            element.set("id", prefix + id)
        if element.tag == "a":
            _lead(element, find(element.get("href", "")))
    return tree


def _lead(link: etree.Element, address: str) -> None:
    """Give a link its address; one that leads nowhere keeps only its words."""
    if address:
        link.set("href", address)
    else:
        link.tag = "span"
        link.attrib.clear()


def _finder(article: Article, document: Document, frame: FileFrame) -> FindAddress:
    """Finds what a link of this article means: `../index.md#teach` is relative to the page it stands on."""
    week, *handouts = document.articles
    names = {week.uri: "page"} | {handout.uri: name_of(handout) for handout in handouts}

    def find(address: str) -> str:
        kind, place, id = target_of(address, article.uri)
        if kind is LinkKind.ELSEWHERE:
            return address
        if place in names:
            prefix = "" if place == week.uri else f"{names[place]}-"
            return f"#{prefix}{id}" if id else f"#{names[place]}"
        return frame.addresses[place] + (f"#{id}" if id else "") if place in frame.addresses else ""

    return find
