"""The words of a PDF as a screen reader says them, and the words of the HTML it was printed from.

Both sides are lists of words. A no-break space is a part of its word, so that one that was lost is seen. A picture is
its title and what is said for it; what is said is a list on the page and sentences on paper, so signs between its words
do not count. The contents of a book are not among the words of its pages.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from html.parser import HTMLParser
from io import BytesIO

import pikepdf
from pdfminer.cmapdb import CMapParser, FileUnicodeMap

from reading.pdf.tags import Mark, Tag, read_tags

SILENT = ("Lbl", "TOC")
"""Numbers of lists, and the contents of a book."""
INLINE_TAGS = {"Strong", "Em", "Span", "Link"}
INLINE_ELEMENTS = {"strong", "em", "span", "a"}
PAGE = re.compile(r"\u00a0\(p\.\u00a0\d+\)|\u00a0p\.\u00a0\d+(?= )")
WORD = re.compile(r"[^ \t\r\n\f]+")
SAYING = "BMC BDC EMC Tf Tj TJ ' \""
"""The operators by which a page says something, and in which piece of its content."""


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


def without_pages(words: Sequence[str]) -> list[str]:
    """The words without the pages that an evening names behind its links: `step 4 (p. 14).` -> `step 4.`

    Whether they are the right ones is looked at where each link leads.
    """
    return PAGE.sub("", " ".join(words)).split(" ")


def fold(text: str) -> list[str]:
    """Words between white space, each sign in one Unicode form; paper has one width of no-break space."""
    return WORD.findall(unicodedata.normalize("NFC", text).replace("\u202f", "\u00a0"))


def read_texts(pdf: bytes) -> dict[Mark, str]:
    """The text of each piece of marked content that is not an artifact; what has no mark has the mark -1."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return {
            Mark(number, id): text for number, page in enumerate(file.pages) for id, text in _texts_on(page).items()
        }


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


def _texts_on(page: pikepdf.Page) -> dict[int, str]:
    """The text of each piece of marked content of a page, by its mark.

    `ActualText`, where a piece has it, is said instead of its glyphs: that is how a letter made of two glyphs is one.
    """
    fonts = {name: _letters_of(font) for name, font in page.resources.get("/Font", {}).items()}
    texts: dict[int, str] = {}
    letters: Mapping[int, str] = {}
    inside: list[tuple[str, Mapping[str, object]]] = []

    def hear(text: str) -> None:
        if not any(name == "/Artifact" for name, _ in inside):
            id = next((int(str(props["/MCID"])) for _, props in reversed(inside) if "/MCID" in props), -1)
            texts[id] = texts.get(id, "") + text

    for operands, operator in pikepdf.parse_content_stream(page, SAYING):
        sign = str(operator)
        replaced = any("/ActualText" in props for _, props in inside)
        if sign in ("BDC", "BMC"):
            props = dict(operands[1].items()) if isinstance(operands[-1], pikepdf.Dictionary) else {}
            if "/ActualText" in props and not replaced:
                hear(str(props["/ActualText"]))
            inside.append((str(operands[0]), props))
        elif sign == "EMC":
            inside.pop()
        elif sign == "Tf":
            letters = fonts[str(operands[0])]
        elif not replaced:
            parts = operands[0] if sign == "TJ" else [operands[-1]]
            hear("".join(_decoded(bytes(part), letters) for part in parts if isinstance(part, pikepdf.String)))
    return texts


def _decoded(codes: bytes, letters: Mapping[int, str]) -> str:
    """Two bytes a sign, as the only encoding has it that our fonts have."""
    pairs = zip(codes[::2], codes[1::2], strict=True)
    return "".join(letters.get(high << 8 | low, "\ufffd") for high, low in pairs)


def _letters_of(font: pikepdf.Object) -> Mapping[int, str]:
    """What each code of a font stands for, as the font itself says; nothing when it says nothing."""
    assert font.get("/Encoding") == "/Identity-H", font
    return _read_map(font.ToUnicode.read_bytes()) if "/ToUnicode" in font else {}


@cache  # a font is on every page of its part
def _read_map(content: bytes) -> Mapping[int, str]:
    found = FileUnicodeMap()
    CMapParser(found, BytesIO(content)).run()
    return dict(found.cid2unichr)


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
