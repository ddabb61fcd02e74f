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
from functools import lru_cache
from typing import Any

from markdown import Markdown, markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

NAME = "curriculum.elements.markdown"
EXTENSIONS = ("attr_list", "fenced_code", "sane_lists", "tables", "toc", NAME)
"""What turns Markdown into HTML, for screen (mkdocs.yml names the same) and for paper."""
LETTER = r"[^\W\d_]|[\u0300-\u036f]"
RARE = r"[\u0100-\u0151\u0154-\u0177\u0179-\u02ff\u0300-\u036f\u1e00-\u1eff]"
"""Letters that the first font cannot write: beyond English and French (œ, Œ and Ÿ are French)."""
NUMBER = r"\b\d+(?:-\d+)+\b"
"""Browsers break `9-1-1` after a hyphen; the number of a line to call is read, and copied, in one piece."""
TICK = re.compile(r"^\[ \][ \t]*")


@lru_cache(maxsize=1024)  # several papers and formats are made of the same text
def to_html(text: str) -> str:
    """Markdown -> the HTML of the article, by the extensions that make the page: one tree for screen and paper."""
    return markdown(text, extensions=list(EXTENSIONS))


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


class Marks(Treeprocessor):
    """Boxes to tick, row headers, and cells to write in."""

    def run(self, root: etree.Element) -> None:
        for item_list in (*root.iter("ul"), *root.iter("ol")):
            self.mark_ticks(item_list)
        for table in root.iter("table"):
            self.mark_cells(table)

    def mark_ticks(self, item_list: etree.Element) -> None:
        """A list whose items all start with `[ ]` is a list of boxes to tick."""
        leads = [
            item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
            for item in item_list
        ]
        if leads and all(TICK.match((lead.text or "").lstrip()) for lead in leads):
            item_list.set("class", "ticks")
            for lead in leads:
                lead.text = TICK.sub("", (lead.text or "").lstrip())

    def mark_cells(self, table: etree.Element) -> None:
        """Head cells name their column, first cells their row; empty cells are room to write.

        A table of words with more than two columns is stacked on a phone, where each cell says its column itself.
        """
        heads = ["".join(cell.itertext()).strip(" *") for cell in table.iter("th")]
        marks = {"".join(cell.itertext()).strip() for cell in table.iter("td")} & {"", "[ ]"}
        stacked = len(heads) > 2 and not marks
        if stacked:
            table.set("data-stacked", "")
        for cell in table.iter("th"):
            cell.set("scope", "col")
        for row in table.iterfind("tbody/tr"):
            for place, cell in enumerate(row):
                words = "".join(cell.itertext()).strip()
                if words == "[ ]":
                    cell.text = ""
                    cell.set("class", "tick")
                elif not words and not len(cell):
                    cell.set("class", "write")
                elif place == 0:
                    cell.tag = "th"
                    cell.set("scope", "row")
                elif stacked:
                    cell.set("data-column", heads[place])


class Elements(BlocksExtension):  # type: ignore[misc]
    """All of the above, for python-markdown."""

    def extendMarkdown(self, md: Markdown) -> None:
        super().extendMarkdown(md)
        md.inlinePatterns.register(Blank(r"_{4,}", md), "blank", 185)
        md.inlinePatterns.register(Marked(rf"(?:{LETTER})*{RARE}(?:{LETTER})*", md, "companion"), "companion", 5)
        md.inlinePatterns.register(Marked(NUMBER, md, "number"), "number", 4)
        md.treeprocessors.register(Marks(md), "marks", 25)  # before inline patterns (20): `[ ]` is still plain text

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:
        for block in (Box, Keep, Card, Signature, Note, ContentNote, Lines):
            block_mgr.register(block, self.getConfigs())


def makeExtension(**configs: Any) -> Elements:
    """What python-markdown calls for the name `curriculum.elements.markdown`."""
    return Elements(**configs)
