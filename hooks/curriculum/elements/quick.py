"""Markdown in half of the time: signs of an element are looked for only where one of them stands.

python-markdown tries each of seventeen patterns on each piece of text, looks for tables and HTML in each block, and
makes a list of contents for each section. Most texts have none of the signs, and nobody asks for the list. What comes
out is the same, which a test compares.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from functools import cache

from markdown import Markdown
from markdown.extensions.tables import TableProcessor
from markdown.preprocessors import HtmlBlockPreprocessor
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import AtomicString

from curriculum.words.letters import RARE

SIGNS = {
    "backtick": "`",
    "blank": "____",
    "escape": r"\\",
    "reference": r"\[",
    "link": r"\[",
    "image_link": r"!\[",
    "image_reference": r"!\[",
    "short_reference": r"\[",
    "short_image_ref": r"!\[",
    "autolink": "<",
    "automail": "<",
    "linebreak": "  \n",
    "html": "<",
    "entity": "&",
    "em_strong": "[*_]",
    "companion": RARE,
    "number": r"-(?<=\d-)\d",
}
"""What a text holds wherever the pattern of that name finds something; other patterns are always tried."""
ANY = re.compile(rf"[`_\\\[<&*{RARE[1:-1]}]|-(?<=\d-)\d| (?= \n)")
"""What starts one of them."""
ATTEMPT = "_InlineProcessor__applyPattern"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def quicken(converter: Markdown) -> Markdown:
    """A converter that gives the same for less."""
    parser = converter.parser
    converter.preprocessors.register(Blocks(converter), "html_block", 20)
    parser.blockprocessors.register(Tables(parser, {"use_align_attribute": False}), "table", 75)
    parser.blockprocessors = [*parser.blockprocessors]  # type: ignore[assignment]  # else in order for each block
    converter.is_block_level = cache(converter.is_block_level)  # type: ignore[method-assign]
    converter.treeprocessors.register(Inline(converter), "inline", 20)
    converter.treeprocessors.register(Ids(converter.treeprocessors["toc"], converter), "toc", 5)
    return converter


class Blocks(HtmlBlockPreprocessor):
    """Looks for HTML where a sign of it stands."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with HTML set aside."""
        return super().run(lines) if any("<" in line or "&" in line for line in lines) else lines


class Tables(TableProcessor):
    """Takes for a table what has a line between two cells."""

    def test(self, parent: etree.Element, block: str) -> bool:
        """True for a table."""
        return "|" in block and super().test(parent, block)


class Inline(InlineProcessor):
    """Tries a pattern where its sign stands.

    The method that is replaced has no public name: in a python-markdown where it is called otherwise, it goes unused.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        signs = {md.inlinePatterns[name]: sign for name, sign in SIGNS.items()}
        self.is_whole = len(signs) == len(md.inlinePatterns)
        self.tried = [(re.compile(signs.get(pattern, "")).search, pattern) for pattern in md.inlinePatterns]

    def _InlineProcessor__handleInline(self, data: str, index: int = 0) -> str:  # noqa: N802
        if isinstance(data, AtomicString) or (self.is_whole and not ANY.search(data)):
            return data
        attempt, start = getattr(self, ATTEMPT), 0
        while index < len(self.tried):
            holds, pattern = self.tried[index]
            matched = holds(data) is not None
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
