"""The tree of a page -> what stands in its `<article>` on the web, and what the list of its contents names.

In:  <a href="../week-02/index.md#teach"> on `week-01/index.md`
Out: <a href="../week-02/#teach">
"""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as etree
from copy import deepcopy
from typing import NamedTuple

from curriculum.compose.holders import address_in
from curriculum.elements.headings import Heading, headings_of
from curriculum.elements.links import ADDRESSES, LinkKind, links_in, target_of
from curriculum.elements.tree import written
from curriculum.formats.form.fields import with_fields, written_sheet
from curriculum.words.letters import whole
from curriculum.words.model import Curriculum, Page


class Screen(NamedTuple):
    """A page as a browser gets it, without its frame."""

    html: str
    """The inside of its `<article>`."""
    contents: tuple[Heading, ...]
    """The sections below the title, their words as HTML; a line of the contents may end at any space."""
    fill: bool
    """True for a handout with something to fill in: the frame brings the script for it."""
    search: bool = False
    """True for the page of the search, which has a script too."""
    lent: str = ""
    """The attributes of an article in another language than its page."""


def screen_of(tree: etree.Element, page: Page, curriculum: Curriculum) -> Screen:
    """A page on the web. The place of the search is still empty; `site.search.with_search` fills it."""
    article = with_addresses(tree, page, curriculum)
    sheet = with_fields(article, page.borrowed or page.language) if page.is_handout else article
    html = written(article) if sheet is article else written_sheet(sheet)
    contents = tuple(Heading(id, whole(" ".join(title.split()))) for id, title in headings_of(tree))
    return Screen(html, contents, sheet is not article)


def with_addresses(tree: etree.Element, page: Page, curriculum: Curriculum) -> etree.Element:
    """The article whose links lead from this page through the site; the same article when it has none."""
    changes = [address_of(address, page, curriculum) for _, address in links_in(tree)]
    if not changes:
        return tree
    changed = deepcopy(tree)
    for (element, _), address in zip(links_in(changed), changes, strict=True):
        element.set(ADDRESSES[element.tag], address)
    return changed


def address_of(address: str, page: Page, curriculum: Curriculum) -> str:
    """Where an address of a page leads on the web, relative to that page, which is a folder there."""
    kind, place, section = target_of(address, page.uri)
    if kind is LinkKind.ELSEWHERE or address.startswith("#") or place.startswith("../"):
        return address  # also what leaves the pages of a language, for one of another
    mark = f"#{section}" if section else ""
    here = page.place or "."
    if kind is LinkKind.FILE and page.borrowed and place not in curriculum.files:
        return address_in(page.borrowed, place, page.language, page.uri) + mark
    if kind is LinkKind.FILE:
        shared = place in curriculum.files and page.language.prefix + place not in curriculum.files
        folder = "/" * place.endswith("/")  # a page, whose address ends so
        return posixpath.relpath(place, page.language.prefix + here if shared else here) + folder + mark
    other = curriculum.pages.get((page.language, place))
    return f"{posixpath.relpath(other.place or '.', here)}/{mark}" if other else address
