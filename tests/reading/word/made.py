"""A DOCX and what it was made from, opened for checking."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from curriculum.words.model import Language
from lxml import etree
from lxml import html as lxml_html

from reading.word.words import W, read_part, style_of

NUMBERING, STYLES, CORE = "word/numbering.xml", "word/styles.xml", "docProps/core.xml"
RELATIONS, FOOTER = "word/_rels/document.xml.rels", "word/footer.xml"
TWIPS = 1440 / 25.4
"""In a millimetre."""


@dataclass(frozen=True)
class Made:
    """A DOCX, and what it was made from."""

    name: str
    docx: bytes
    html: str
    title: str
    language: Language

    @cached_property
    def body(self) -> etree._Element:
        return read_part(self.docx)

    @cached_property
    def page(self) -> lxml_html.HtmlElement:
        return lxml_html.fragment_fromstring(self.html, create_parent="main")

    def all(self, name: str) -> list[etree._Element]:
        return list(self.body.iter(f"{W}{name}"))

    def count(self, path: str) -> int:
        return len(self.page.xpath(path))

    def styles(self, kind: str) -> list[str]:
        return [style_of(element, kind) for element in self.all(kind)]


def value(element: etree._Element | None, name: str = "val") -> str:
    return "" if element is None else element.get(f"{W}{name}", "")
