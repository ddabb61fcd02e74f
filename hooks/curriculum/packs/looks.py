"""How words and paragraphs of a Word document look to whoever typed them: by a button, or by the style they are in."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from curriculum.adopt.word_runs import OFF, W, value_of
from curriculum.formats.word.xml import NAMESPACES
from curriculum.read.limits import MOST_LEVELS

MOST_BASED = 20
"""Styles that follow another one, one after the other; a file may say anything."""
WHOLE = ("strike", "dstrike", "vanish", "specVanish", "webHidden", "caps")
"""What the style of a paragraph says of its words too; that its words are bold makes a heading of it, no emphasis."""
LEVEL = re.compile(r"[0-9]")
"""Word has nine; a file may say anything."""
STEP = 4
"""Spaces by which an item of a list in a list stands in."""


@dataclass(frozen=True)
class DocumentStyles:
    """What a document says about its styles and lists."""

    styles: Mapping[str, etree.Element] = field(default_factory=dict)
    """Each style by its id."""
    lists: Mapping[str, str] = field(default_factory=dict)
    """Of each list its form: `bullet`, `decimal`."""

    @classmethod
    def of(cls, styles: etree.Element | None, numbering: etree.Element | None) -> DocumentStyles:
        """From the two parts of the file in which this stands."""
        named = styles.iter(f"{W}style") if styles is not None else ()
        lists = _lists_in(numbering) if numbering is not None else {}
        return cls({style.get(f"{W}styleId", ""): style for style in named}, lists)

    def is_on(self, run: etree.Element, paragraph: etree.Element, name: str) -> bool:
        """True for words that look so: `b` is bold, `vanish` hidden."""
        styles = [*self._styles(value_of(run, "w:rPr/w:rStyle"))]
        styles += self._styles(value_of(paragraph, "w:pPr/w:pStyle")) if name in WHOLE else ()
        found = (one.find(f"w:rPr/w:{name}", NAMESPACES) for one in (run, *styles))
        said = next((one for one in found if one is not None), None)
        return said is not None and said.get(f"{W}val", "1") not in OFF

    def item(self, paragraph: etree.Element) -> str:
        """What stands before the words of an item of a list, as it is typed; "" for any other paragraph."""
        styles = self._styles(value_of(paragraph, "w:pPr/w:pStyle"))
        found = (one.find("w:pPr/w:numPr", NAMESPACES) for one in (paragraph, *styles))
        listed = next((one for one in found if one is not None), None)
        if listed is None or (number := value_of(listed, "w:numId")) == "0":  # taken out of the list of its style
            return ""
        level = value_of(listed, "w:ilvl")
        indent = " " * (STEP * (min(int(level), MOST_LEVELS) if LEVEL.fullmatch(level) else 0))
        return f"{indent}{'-' if self.lists.get(number, 'bullet') == 'bullet' else '1.'} "

    def _styles(self, id: str) -> Iterator[etree.Element]:
        """A style, and those that it follows."""
        for _ in range(MOST_BASED):
            style = self.styles.get(id)
            if style is None:
                return
            yield style
            id = value_of(style, "w:basedOn")


def _lists_in(numbering: etree.Element) -> Mapping[str, str]:
    """The form of the outermost level of each list."""
    kinds = {
        kind.get(f"{W}abstractNumId", ""): value_of(level, "w:numFmt")
        for kind in numbering.iter(f"{W}abstractNum")
        for level in [next(kind.iter(f"{W}lvl"), kind)]
    }
    return {
        one.get(f"{W}numId", ""): kinds.get(value_of(one, "w:abstractNumId"), "bullet")
        for one in numbering.iter(f"{W}num")
    }
