"""Markdown -> the tree of an article, which every output visits; and a tree -> HTML.

In:  "Say *one* thing."
Out: <article><p>Say <em>one</em> thing.</p></article>, as elements

What python-markdown writes is XHTML, so that the C parser of Python reads it. HTML of an author need not be well
formed: it is read too, since a check names it only when it is there. Nobody changes a tree that was handed out.
"""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping
from copy import copy
from functools import lru_cache
from html.parser import HTMLParser
from typing import NamedTuple

from curriculum.elements.direct import article_of
from curriculum.elements.markdown import to_html
from curriculum.elements.positions import take_signs, with_signs
from curriculum.words.composed import Composed, ComposedPart, Place

ROOT = "article"
VOID = frozenset(("br", "hr", "img", "input"))
"""Elements without an end."""
SHAPES = frozenset(("circle", "path", "polygon", "rect"))
"""What a picture is drawn of; nothing stands inside."""
BARE = frozenset(("open", "hidden"))
"""Attributes that say all by being there."""
SITE = ("press", "search")
"""Classes of HTML that the site writes, beside its pictures."""
CASES = {"viewbox": "viewBox"}
"""Names that HTML writes in small letters and SVG does not."""
MOST_OPEN = 100
"""How deep HTML stands inside itself; what is deeper is closed at once, so that whoever visits the tree comes back."""
BARELY = re.compile(r"(<[a-z][^<>]* (?:open|hidden))>")
NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[a-zA-Z][a-zA-Z0-9]*;")
"""Names of signs that HTML knows and XML does not: `&nbsp;`."""


class LinedTree(NamedTuple):
    """Markdown as a tree, and the line of each of its elements."""

    tree: etree.Element
    lines: Mapping[etree.Element, int]


def to_tree(text: str) -> etree.Element:
    """Markdown -> the article; its root says nothing. Its parts, where it has some, are shared with other articles."""
    return _joined(text) if isinstance(text, Composed) else piece_of(text).tree


@lru_cache(maxsize=65536)  # pages, papers and formats are made of the same sections, of a hundred weeks too
def piece_of(text: str) -> LinedTree:
    """Markdown that stands by itself -> its tree, with the line of each element."""
    lines = text.split("\n")
    signed = "\n".join(with_signs(lines))
    direct = article_of(signed, ROOT)
    tree = tree_of(to_html(signed)) if direct is None else direct
    return LinedTree(tree, take_signs(tree, lines))


def elements_of(text: Composed) -> Iterator[tuple[etree.Element, Place]]:
    """Every element of a text that was put together, and the line of the file it comes from."""
    for part in text.parts:
        yield from elements_in(part)


def elements_in(part: ComposedPart) -> Iterator[tuple[etree.Element, Place]]:
    """The same for one part."""
    piece = piece_of(part.text)
    for element in piece.tree.iter():
        if element is not piece.tree:
            yield element, part.places[min(piece.lines.get(element, 1), len(part.places)) - 1]


@lru_cache(maxsize=16)  # one article is asked for by several outputs, one after the other
def _joined(text: Composed) -> etree.Element:
    """The parts of a text as one article: blocks are on lines of their own, as python-markdown writes them."""
    article = etree.Element(ROOT)
    for part in text.parts:
        if part.text.strip():
            tree = piece_of(part.text).tree
            if len(article) and len(tree):
                article[-1] = _before_another(article[-1])
            article.extend(tree)
    return article


def _before_another(block: etree.Element) -> etree.Element:
    """A block with the end of a line after it, and an empty line after HTML; the shared one stays as it is."""
    ended = copy(block)
    ended.tail = "\n\n" if block.tag == "figure" or block.get("class") in SITE else "\n"
    return ended


def tree_of(written: str) -> etree.Element:
    """HTML as ours is, or nearly so -> the article."""
    known = NAMED.sub(lambda name: html.unescape(name[0]), written) if "&" in written else written
    known = BARELY.sub(r'\1="">', known)
    try:
        return etree.fromstring(f"<{ROOT}>{known}</{ROOT}>")
    except etree.ParseError:
        reader = _Reader()
        reader.feed(written)
        return reader.tree()


def written(tree: etree.Element) -> str:
    """The inside of an element as HTML, written as python-markdown writes it."""
    parts: list[str] = [_words(tree.text)]
    for child in tree:
        _write(child, parts)
    return "".join(parts)


def parted(tree: etree.Element, tag: str) -> list[etree.Element]:
    """An article in parts, of which all but the first start with this element; they share what they hold."""
    parts = [etree.Element(ROOT)]
    for child in tree:
        if child.tag == tag:
            parts.append(etree.Element(ROOT))
        parts[-1].append(child)
    return parts


def _write(element: etree.Element, parts: list[str]) -> None:
    parts.append(f"<{element.tag}")
    for name, value in element.items():
        parts.append(f" {name}" if name in BARE and not value else f' {name}="{_value(value)}"')
    if element.tag in VOID:
        parts.append(" />")
    elif element.tag in SHAPES:
        parts.append("/>")
    else:
        parts += [">", _words(element.text)]
        for child in element:
            _write(child, parts)
        parts.append(f"</{element.tag}>")
    parts.append(_words(element.tail))


def _words(words: str | None) -> str:
    return html.escape(words, quote=False) if words else ""


def _value(value: str) -> str:
    return html.escape(value, quote=False).replace('"', "&quot;")


class _Reader(HTMLParser):
    """Reads what is not well formed: an element that stays open ends with the one around it."""

    def __init__(self) -> None:
        super().__init__()
        self.builder = etree.TreeBuilder()
        self.builder.start(ROOT, {})
        self.open = [ROOT]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element without an end is closed at once."""
        self.builder.start(tag, {CASES.get(name, name): value or "" for name, value in attrs})
        self.open.append(tag)
        if tag in VOID or len(self.open) > MOST_OPEN:
            self.handle_endtag(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<rect/>` is a whole element."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID and len(self.open) <= MOST_OPEN:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """The end of an element that is not open says nothing."""
        while tag in self.open[1:]:
            ended = self.open.pop()
            self.builder.end(ended)
            if ended == tag:
                return

    def handle_data(self, data: str) -> None:
        """Words stay as they are."""
        self.builder.data(data)

    def tree(self) -> etree.Element:
        """What was read."""
        self.close()
        for tag in reversed(self.open):
            self.builder.end(tag)
        return self.builder.close()
