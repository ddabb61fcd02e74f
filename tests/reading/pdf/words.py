"""The words of a PDF as a screen reader says them, and the words of the HTML it was printed from.

Both sides are lists of words. A no-break space is a part of its word, so that one that was lost is seen. A picture is
its title and what is said for it; what is said is a list on the page and sentences on paper, so signs between its words
do not count. The contents of a book are not among the words of its pages.
"""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import pdfplumber
import pikepdf
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.utils import decode_text

from reading.pdf.tags import Mark, Tag, read_tags

SILENT = ("Lbl", "TOC")
"""Numbers of lists, and the contents of a book."""
INLINE_TAGS = {"Strong", "Em", "Span", "Link"}
INLINE_ELEMENTS = {"strong", "em", "span", "a"}
WORD = re.compile(r"[^ \t\r\n\f]+")


def words_of_pdf(pdf: bytes) -> list[str]:
    """The words of a PDF in the order of its tags, without footers, drawn marks and the numbers of lists."""
    texts = read_texts(pdf)
    with pikepdf.open(BytesIO(pdf)) as file:
        return fold(_say(read_tags(file), texts))


def words_of_html(html: str) -> list[str]:
    """The words of an article in the order of its HTML."""
    reader = _ArticleReader()
    reader.feed(html)
    reader.close()
    return fold("".join(reader.parts))


def fold(text: str) -> list[str]:
    """Words between white space, each sign in one Unicode form; paper has one width of no-break space."""
    return WORD.findall(unicodedata.normalize("NFC", text).replace("\u202f", "\u00a0"))


def read_texts(pdf: bytes) -> dict[Mark, str]:
    """The text of each piece of marked content that is not an artifact; what has no mark has the mark -1."""
    texts: dict[Mark, str] = {}
    with pdfplumber.open(BytesIO(pdf)) as drawn:
        for number, page in enumerate(drawn.pages):
            listener = _Listener()
            PDFPageInterpreter(listener.rsrcmgr, listener).process_page(page.page_obj)
            texts |= {Mark(number, id): text for id, text in listener.texts.items()}
    return texts


def _say(tag: Tag, texts: dict[Mark, str]) -> str:
    if tag.role in SILENT:
        return ""
    if tag.role == "Figure":
        return f" {_bare(tag.alt)} "
    said = "".join(_say(child, texts) if isinstance(child, Tag) else texts.get(child, "") for child in tag.children)
    return said if is_inline(tag) else f" {said} "


def is_inline(tag: Tag) -> bool:
    """True for a tag inside a line; any other parts words."""
    return tag.role in INLINE_TAGS and tag.attributes.get("Placement") != "/Block"


def _bare(words: str) -> str:
    """`Ask, then wait. Stay.` -> `Ask then wait Stay`"""
    return " ".join(word.strip(".,") for word in words.split())


def _letter(font: PDFFont, code: int) -> str:
    try:
        return font.to_unichr(code)
    except PDFUnicodeNotDefined:
        return "\ufffd"


class _Listener(PDFTextDevice):
    """Hears the drawing of a page and keeps the text of each piece of marked content.

    `ActualText`, where a piece has it, is said instead of its glyphs: that is how a letter made of two glyphs is one.
    """

    def __init__(self) -> None:
        super().__init__(PDFResourceManager())
        self.texts: dict[int, str] = {}
        self.open: list[tuple[str, dict[str, Any]]] = []

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        found = props if isinstance(props, dict) else {}
        if "ActualText" in found and not self._is_replaced():
            self._hear(decode_text(found["ActualText"]))
        self.open.append((tag.name, found))

    def end_tag(self) -> None:
        self.open.pop()

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        if not self._is_replaced():
            codes = (code for part in seq if isinstance(part, bytes) for code in textstate.font.decode(part))
            self._hear("".join(_letter(textstate.font, code) for code in codes))

    def _is_replaced(self) -> bool:
        return any("ActualText" in props for _, props in self.open)

    def _hear(self, text: str) -> None:
        if any(name == "Artifact" for name, _ in self.open):
            return
        id = next((props["MCID"] for _, props in reversed(self.open) if "MCID" in props), -1)
        self.texts[id] = self.texts.get(id, "") + text


class _ArticleReader(HTMLParser):
    """Collects the text of an article; every element but the inline ones parts words.

    Of a picture: its title as words; then what is said for it, the title and, where they are folded away, its words;
    the drawing itself has none. Words that are not folded away follow as words of the article.
    """

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.silent: list[str] = []
        self.title: list[str] = []
        self.folded: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._part(tag)
        if tag in ("svg", "summary", "figcaption"):
            self.silent.append(tag)
        if tag == "details":
            title = " ".join("".join(self.title).split())
            self.title = []
            self.parts.append(f" {title} ")
            unfolded = "open" in dict(attrs)
            self.folded = None if unfolded else [title]
            if unfolded:
                self.parts.append(f" {_bare(title)} ")

    def handle_endtag(self, tag: str) -> None:
        self._part(tag)
        if self.silent and self.silent[-1] == tag:
            self.silent.pop()
        if tag == "details" and self.folded is not None:
            self.parts.append(f" {_bare(' '.join(self.folded))} ")
            self.folded = None

    def handle_data(self, data: str) -> None:
        if self.silent:
            self.title += [data] if self.silent[-1] == "figcaption" else []
        else:
            (self.parts if self.folded is None else self.folded).append(data)

    def _part(self, tag: str) -> None:
        if tag not in INLINE_ELEMENTS:
            (self.parts if self.folded is None else self.folded).append(" ")
