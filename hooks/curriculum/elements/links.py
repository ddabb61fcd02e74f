"""What a link means, settled once: a page and a section of the course, a file of it, or a place elsewhere.

In:  `../index.md#teach` on `week-01/handouts/pause-card.md`      `tel:988`
Out: the page `week-01/index.md`, its section `teach`              elsewhere
"""

from __future__ import annotations

import posixpath
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple
from urllib.parse import unquote

ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.I)
ADDRESSES = {"a": "href", "img": "src"}
"""Elements that lead somewhere, and the attribute that says where."""


class LinkKind(Enum):
    """Where a link leads."""

    PAGE = "page"
    FILE = "file"
    ELSEWHERE = "elsewhere"
    """Another site, a letter, a call."""


class Target(NamedTuple):
    """What a link means."""

    kind: LinkKind
    place: str
    """A page or a file from the root of its language; elsewhere, the address as it was written."""
    section: str = ""
    """The id in its page; "" for all of it."""


def target_of(address: str, here: str) -> Target:
    """The meaning of an address on the page `here`: `week-01/index.md`."""
    if ELSEWHERE.match(address):
        return Target(LinkKind.ELSEWHERE, address)
    path, _, section = address.partition("#")
    place = posixpath.normpath(posixpath.join(posixpath.dirname(here), unquote(path))) if path else here
    place += "/" * (path.endswith("/") and not place.endswith("/"))
    return Target(LinkKind.PAGE if place.endswith(".md") else LinkKind.FILE, place, section)


def links_in(tree: etree.Element) -> Iterator[tuple[etree.Element, str]]:
    """Every link and picture of an article, with its address as it was written."""
    for element in tree.iter():
        if name := ADDRESSES.get(element.tag):
            yield element, element.get(name, "")
