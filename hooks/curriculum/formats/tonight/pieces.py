"""Pieces of HTML that sheets are put together of."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterable
from html import escape

from curriculum.elements.tree import written

HEADINGS = frozenset(f"h{level}" for level in range(1, 7))


def jumps_to(links: Iterable[tuple[str, str]]) -> str:
    """Links in a row, each large enough for a thumb."""
    return f'<p class="jumps">{" ".join(f"""<a href="{to}">{plain(words)}</a>""" for to, words in links)}</p>\n'


def section_of(tree: etree.Element, id: str) -> list[etree.Element]:
    """A heading of any level and all below it, up to the next one as high; nothing where there is none of this id."""
    found: list[etree.Element] = []
    for child in tree:
        is_heading = child.tag in HEADINGS
        if found and is_heading and child.tag <= found[0].tag:
            break
        if found or (is_heading and child.get("id") == id):
            found.append(child)
    return found


def written_whole(element: etree.Element) -> str:
    """An element as HTML, with its own tag."""
    around = etree.Element("div")
    around.append(element)
    return written(around).rstrip() + "\n"


def plain(words: str) -> str:
    """Plain words as they stand in HTML, where quotes stay as they are."""
    return escape(words, quote=False)
