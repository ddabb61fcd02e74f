"""The elements of `vocabulary` as a Markdown extension: what authors write -> HTML for screen and paper.

    /// lines | 2     ->  <div class="lines" aria-hidden="true"><span></span><span></span></div>
    ///
    - [ ] I ask       ->  <ul class="ticks"><li>I ask</li></ul>
    Name: ____        ->  Name: <span class="blank"></span>
    lək̓ʷəŋən          ->  <span class="companion">lək̓ʷəŋən</span>
    9-8-8             ->  <span class="number">9-8-8</span>
    | Row |  |        ->  <th scope="row">Row</th><td class="write"></td>

Blocks are parsed by pymdownx.blocks; nothing here looks at raw text. Marks that are drawn carry no words, so a screen
reader and the comparison of PDF and page read only what the author wrote.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from threading import local
from typing import Any

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from curriculum.elements.marks import Columns, MarkProcessor
from curriculum.elements.quick import quicken
from curriculum.words.letters import WORD

NAME = "curriculum.elements.markdown"
EXTENSIONS = ("attr_list", "fenced_code", "sane_lists", "tables", "toc", NAME)
"""What turns Markdown into HTML, for screen (mkdocs.yml names the same) and for paper."""
NUMBER = r"\b\d+(?:-\d+)+\b"
"""Browsers break `9-1-1` after a hyphen; the number of a line to call is read, and copied, in one piece."""


OPENED = local()
"""Opening the extensions costs as much as a page: one converter a thread, for all pages."""


def converter() -> Markdown:
    """The converter of this thread, for a new text."""
    opened: Markdown = getattr(OPENED, "converter", None) or quicken(Markdown(extensions=list(EXTENSIONS)))
    OPENED.converter = opened
    return opened.reset()


def to_html(text: str) -> str:
    """Markdown -> the HTML of the article, by the extensions that make the page; `tree` reads it once for all."""
    return converter().convert(text)


class Frame(Block):  # type: ignore[misc]  # pymdownx has no types
    """An element that wraps what stands in it, under its title where it has one."""

    ARGUMENT = None
    LOOK = ""
    """The frame that it looks like, on screen and on paper, where it has no look of its own."""
    ROLE = ""

    def on_create(self, parent: etree.Element) -> etree.Element:
        look = self.LOOK or self.NAME
        classes = " ".join(dict.fromkeys((look, self.NAME)))
        frame = etree.SubElement(parent, "div", {"class": classes} | ({"role": self.ROLE} if self.ROLE else {}))
        if self.argument:
            etree.SubElement(frame, "p", {"class": f"{look}-title"}).text = self.argument
        return frame


class Box(Frame):
    """Words set apart in a frame."""

    NAME = "box"


class Keep(Frame):
    """A task no page break cuts."""

    NAME = "keep"


class Card(Frame):
    """One face of a pocket card."""

    NAME = "card"


class Signature(Frame):
    """Lines to sign, with the items of the list inside as labels."""

    NAME = "signature"


class Note(Frame):
    """A note for facilitators; written by `compose`, never by hand."""

    NAME = "note"
    ROLE = "note"


class ContentNote(Frame):
    """What a hard section names, before it; `content_notes` adds the way past it and a line to call."""

    NAME = "content-note"
    LOOK = "box"
    ROLE = "note"


class Lines(Block):  # type: ignore[misc]
    """Lines to write on."""

    NAME = "lines"
    ARGUMENT = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        lines = etree.SubElement(parent, "div", {"class": "lines", "aria-hidden": "true"})
        for _ in range(int(self.argument) if self.argument.isdigit() else 0):
            etree.SubElement(lines, "span")
        return lines


class Blank(InlineProcessor):
    """`____` -> a blank to fill in."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element, int, int]:  # type: ignore[override]
        return etree.Element("span", {"class": "blank", "aria-hidden": "true"}), m.start(0), m.end(0)


class Marked(InlineProcessor):
    """Words that are set in a way of their own: those of the companion font, and numbers kept whole."""

    def __init__(self, pattern: str, md: Markdown, look: str) -> None:
        super().__init__(pattern, md)
        self.look = look

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element, int, int]:  # type: ignore[override]
        words = etree.Element("span", {"class": self.look})
        words.text = AtomicString(m[0])
        return words, m.start(0), m.end(0)


class Elements(BlocksExtension):  # type: ignore[misc]
    """All of the above, for python-markdown."""

    def extendMarkdown(self, md: Markdown) -> None:
        super().extendMarkdown(md)
        md.inlinePatterns.register(Blank(r"_{4,}", md), "blank", 185)
        md.inlinePatterns.register(Marked(WORD, md, "companion"), "companion", 5)
        md.inlinePatterns.register(Marked(NUMBER, md, "number"), "number", 4)
        md.treeprocessors.register(
            MarkProcessor(md), "marks", 25
        )  # before inline patterns (20): `[ ]` is still plain text
        md.treeprocessors.register(Columns(md), "columns", -10)  # after all others

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:
        for block in (Box, Keep, Card, Signature, Note, ContentNote, Lines):
            block_mgr.register(block, self.getConfigs())


def makeExtension(**configs: Any) -> Elements:
    """What python-markdown calls for the name `curriculum.elements.markdown`."""
    return Elements(**configs)
