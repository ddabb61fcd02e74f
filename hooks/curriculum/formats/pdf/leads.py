"""What leads from the first article of a document to the others: a list of contents, and the links of an evening.

In:  <a href="../protocol.md#step-4">step 4</a>, on `week-05/index.md`  <h2 id="teach">
Out: the same with `lead="protocol.md#step-4"`                          the same with `named="week-05/index.md#teach"`

where the document holds that place. On paper the words of such a link are followed by the page: step 4 (p. 14).
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Collection, Iterable, Iterator
from copy import deepcopy
from functools import lru_cache
from typing import NamedTuple

from curriculum.elements.links import LinkKind, links_in, target_of
from curriculum.elements.tree import to_tree
from curriculum.words.paper import Article, Document, Look, Span

HEADINGS = ("h1", "h2", "h3", "h4")


class Spot(NamedTuple):
    """A place after the first article of a document."""

    article: int
    """Which article, the first being 0."""
    heading: int
    """Which of its headings; 0 is its title."""
    name: str
    """What links call it: `week-05/handouts/our-words.md`, `protocol.md#step-4`."""


def spots_of(document: Document) -> tuple[Spot, ...]:
    """The start of each article after the first, and in an evening each of their sections that it links to."""
    opening, *others = document.articles
    wanted = {name for _, name in _leads_of(opening)} if opening.look is Look.EVENING else set()
    spots = []
    for number, article in enumerate(others, 1):
        spots.append(Spot(number, 0, article.uri if article.kind else ""))
        if wanted:
            names = [f"{article.uri}#{heading.get('id')}" for heading in _headings(to_tree(article.text))]
            spots += [Spot(number, place, name) for place, name in enumerate(names) if name in wanted]
    return tuple(spots)


@lru_cache(maxsize=8)  # the same in either size, one after the other
def evening_of(text: str, uri: str, names: frozenset[str], spans: tuple[Span, ...]) -> etree.Element:
    """The tree of an evening, with what leads on from it, and its times."""
    return with_clocks(with_leads(to_tree(text), uri, names), spans)


def with_leads(tree: etree.Element, uri: str, names: Collection[str]) -> etree.Element:
    """The tree of an evening whose page is `uri`, its headings named and its links leading to them and to `names`."""
    made = deepcopy(tree)
    own = {f"{uri}#{heading.get('id')}": heading for heading in _headings(made) if heading.get("id")}
    for name, heading in own.items():
        heading.set("named", name)
    rows = {link for cell in made.iter() if cell.tag in ("td", "th") for link in cell.iter("a")}
    for link, address in links_in(made):
        if (name := _name_of(address, uri)) in own or (name and name in names):
            link.set("lead", name)
            if link in rows:
                link.set("row", "")
    return made


def with_clocks(tree: etree.Element, spans: Iterable[Span]) -> etree.Element:
    """The tree of an evening whose parts say their `clock`: `6:30/6:40`; what follows them has an empty one."""
    clocks, is_over = {span.part: span for span in spans}, False
    for heading in tree.iter("h2"):
        if span := clocks.pop(heading.get("id", ""), None):
            heading.set("clock", f"{span.start}/{span.end}")
            is_over = not clocks
        elif is_over:
            heading.set("clock", "")
    return tree


def _leads_of(article: Article) -> Iterator[tuple[str, str]]:
    for _, address in links_in(to_tree(article.text)):
        if name := _name_of(address, article.uri):
            yield address, name


def _name_of(address: str, uri: str) -> str:
    """What a link calls its place; "" for what is no page."""
    target = target_of(address, uri)
    if target.kind is not LinkKind.PAGE:
        return ""
    return f"{target.place}#{target.section}" if target.section else target.place


def _headings(tree: etree.Element) -> list[etree.Element]:
    return [element for element in tree.iter() if element.tag in HEADINGS]
