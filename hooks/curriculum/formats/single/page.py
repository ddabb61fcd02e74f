"""A week and its handouts as one file, for a messaging app or a phone without internet.

In:  the week's page, then its handouts, as they are printed
Out: one HTML document with its style, its letters and its script inside; it asks for nothing, wherever it is opened

    single_frame   what stands around the articles, and what the file may do in a browser
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from html import escape
from typing import NamedTuple

from curriculum.elements.markdown import to_html
from curriculum.elements.tags import Tag, tags_of, with_attribute, with_changes
from curriculum.formats.single.frame import CALL, Frame, document_of
from curriculum.words.labels import label
from curriculum.words.paper import Article, Document

ELSEWHERE = re.compile(r"https?:|tel:|mailto:")
SECTION = re.compile(r'<h2 id="([^"]*)">(.*?)</h2>', re.DOTALL)
MARKUP = re.compile(r"<[^>]*>")
DEEPER = re.compile(r"(?<=h)[1-4]")
HEADING = re.compile(r"/?h[1-4]")
FindAddress = Callable[[str], str]
"""What a link says -> where it leads from this file; "" when it leads nowhere."""


class Section(NamedTuple):
    """A place of the file that its contents name."""

    id: str
    title: str


def single_page(document: Document, frame: Frame) -> bytes:
    """The bytes of the file; the first article is the week, the others are its handouts."""
    week, *handouts = document.articles
    opening = _inside(week, document, frame)
    sections = [Section(id, MARKUP.sub("", title)) for id, title in SECTION.findall(opening)]
    parts = [f'<p class="kind">{escape(week.label)}</p>\n{opening}']
    for handout in handouts:
        sections.append(Section(name_of(handout), escape(handout.title)))
        inside = f'<p class="kind">{escape(handout.label)}</p>\n{_inside(handout, document, frame)}'
        parts.append(f'<section id="{name_of(handout)}">\n{inside}\n</section>')
    call = Section(CALL, label("single-call", document.language))
    parts.append(f'<section id="{CALL}">\n<h2>{call.title}</h2>\n{to_html(frame.calls)}\n</section>')
    return document_of(document, frame, _contents([*sections, call]), "\n".join(parts)).encode()


def _contents(sections: Iterable[Section]) -> str:
    return "".join(f'<li><a href="#{section.id}">{section.title}</a></li>' for section in sections)


def name_of(handout: Article) -> str:
    """The id of a handout in the file of its week: `handout-pause-card`."""
    return f"handout-{posixpath.basename(handout.uri).removesuffix('.md')}"


def _inside(article: Article, document: Document, frame: Frame) -> str:
    """An article in its file; a handout is one level lower, and its ids carry its name, so that each is there once."""
    prefix = "" if article is document.articles[0] else f"{name_of(article)}-"
    html, changes, plain = to_html(article.text), [], False
    find = _finder(article, document, frame)
    for tag in tags_of(html):
        if tag.name == "a":
            plain = not find(tag.attributes.get("href", ""))
        text = {"a": "<span>", "/a": "</span>"}.get(tag.name, "") if plain else ""
        plain = plain and tag.name != "/a"
        changes.append((tag, text or _changed(tag, prefix, find)))
    return with_changes(html, changes)


def _changed(tag: Tag, prefix: str, find: FindAddress) -> str:
    text = tag.text
    if prefix and HEADING.fullmatch(tag.name):
        text = DEEPER.sub(lambda level: str(int(level[0]) + 1), text, count=1)
    if id := tag.attributes.get("id"):
        text = with_attribute(text, "id", prefix + id)
    return with_attribute(text, "href", find(tag.attributes.get("href", ""))) if tag.name == "a" else text


def _finder(article: Article, document: Document, frame: Frame) -> FindAddress:
    """Finds what a link of this article means: `../index.md#teach` is relative to the page it stands on."""
    week, *handouts = document.articles
    names = {week.uri: "page"} | {handout.uri: name_of(handout) for handout in handouts}

    def find(address: str) -> str:
        path, mark, id = address.partition("#")
        uri = posixpath.normpath(posixpath.join(posixpath.dirname(article.uri), path)) if path else article.uri
        if ELSEWHERE.match(address):
            return address
        if uri in names:
            prefix = "" if uri == week.uri else f"{names[uri]}-"
            return f"#{prefix}{id}" if id else f"#{names[uri]}"
        return frame.addresses[uri] + mark + id if uri in frame.addresses else ""

    return find
