"""Markdown in half of the time: signs of an element are looked for only where one of them stands.

python-markdown tries each of seventeen patterns on each piece of text, and makes a list of contents for each section.
Most texts have none of the signs, and nobody asks for the list. What comes out is the same, which a test compares.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import AtomicString

SIGNS = {
    "backtick": "`",
    "blank": "____",
    "escape": "\\",
    "reference": "[",
    "link": "[",
    "image_link": "![",
    "image_reference": "![",
    "short_reference": "[",
    "short_image_ref": "![",
    "autolink": "<",
    "automail": "<",
    "linebreak": "  \n",
    "html": "<",
    "entity": "&",
    "number": "-",
}
"""What a text holds wherever the pattern of that name finds something; other patterns are always tried."""
ATTEMPT = "_InlineProcessor__applyPattern"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def quicken(converter: Markdown) -> Markdown:
    """A converter that gives the same for less."""
    converter.treeprocessors.register(Inline(converter), "inline", 20)
    converter.treeprocessors.register(Ids(converter.treeprocessors["toc"], converter), "toc", 5)
    return converter


class Inline(InlineProcessor):
    """Tries a pattern where its sign stands.

    The method that is replaced has no public name: in a python-markdown where it is called otherwise, it goes unused.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        signs = {md.inlinePatterns[name]: sign for name, sign in SIGNS.items()}
        self.tried = [(signs.get(pattern, ""), pattern) for pattern in md.inlinePatterns]

    def _InlineProcessor__handleInline(self, data: str, index: int = 0) -> str:  # noqa: N802
        if isinstance(data, AtomicString):
            return data
        attempt, start = getattr(self, ATTEMPT), 0
        while index < len(self.tried):
            sign, pattern = self.tried[index]
            matched = sign in data
            if matched:
                data, matched, start = attempt(pattern, data, index, start)
            if not matched:
                index, start = index + 1, 0
        return data


class Ids(Treeprocessor):
    """Gives ids to headings that have none, by the list of contents; where all have one, there is nothing to do."""

    def __init__(self, contents: Treeprocessor, md: Markdown) -> None:
        super().__init__(md)
        self.contents = contents

    def run(self, root: etree.Element) -> None:
        """Change the tree where it is asked for."""
        if any(map(_asks, root.iter())):
            self.contents.run(root)


def _asks(element: etree.Element) -> bool:
    """True for a heading without an id, or with another name in the list, and for the place of the list."""
    if element.tag in HEADINGS:
        return "id" not in element.attrib or "data-toc-label" in element.attrib
    return "[TOC]" in (element.text or "")
