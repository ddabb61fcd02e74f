"""The headings of an article that links may lead to."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import NamedTuple

from curriculum.elements.words import words_of


class Heading(NamedTuple):
    """What a list of contents names."""

    id: str
    title: str
    """Plain words."""


def headings_of(tree: etree.Element) -> tuple[Heading, ...]:
    """The headings right below the title, in their order."""
    return tuple(Heading(heading.get("id", ""), words_of(heading)) for heading in tree.iter("h2"))
