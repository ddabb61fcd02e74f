"""One article, template and fonts -> the bytes of a PDF/UA-1 file on Letter, the same bytes every time.

Typst (the `typst` wheel) refuses a file that would not be accessible; there is no fallback font and no network.
"""

from __future__ import annotations

import ctypes
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from threading import get_ident
from typing import NamedTuple

import typst

from curriculum.elements.tree import to_tree
from curriculum.formats.pdf.codes import code_of
from curriculum.formats.pdf.explained import explained
from curriculum.formats.pdf.leads import evening_of
from curriculum.formats.pdf.letters import families_in, open_press
from curriculum.formats.pdf.markup import to_markup
from curriculum.formats.pdf.numbers import signs_of
from curriculum.formats.pdf.quoting import quote, spelt
from curriculum.formats.refusal import VOCABULARY, NotPrintableError
from curriculum.words.composed import Composed
from curriculum.words.forms import RIGHT_TO_LEFT, is_mirrored, place_of
from curriculum.words.labels import label
from curriculum.words.model import Language, Problem
from curriculum.words.paper import Article, Look, Size

os.environ.setdefault("RAYON_NUM_THREADS", "1")
"""Threads within an article would mostly turn round and wait for work."""
REMEMBERED = 10
"""Files whose layout Typst keeps in memory, in case they are asked for again."""
TEMPLATE = "document.typ"
TITLE = re.compile(r"^#title-of\(1\)\[(.*)\]$", re.MULTILINE)
SIGNS = (
    "\u00a0 abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 .,;:!?-–—'’“”«»()[]/…·•&%+"
    " àâæçéèêëîïôœùûüÿ ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜ"
)
"""The signs of long texts: chapters that use no other have the same fonts, and a book holds them once."""


class StandIn(NamedTuple):
    """A place after the first article: a chapter in the list of contents, or where a link of the evening leads."""

    title: str
    """In Typst; "" where no list names it."""
    depth: int
    recto: bool
    pages: int
    """From here to the next place."""
    name: str = ""
    """What links call it."""


class PressSheet(NamedTuple):
    """What is laid out at once: an article, alone, and what is shown around it."""

    article: Article
    language: Language
    site: str
    size: Size
    chapters: tuple[StandIn, ...] = ()
    """What comes after it, in a book or an evening that it opens."""


def lay_out(sheet: PressSheet, template: Path, state: str = "") -> tuple[bytes, tuple[Problem, ...]]:
    """One article -> its PDF, behind a first page that only holds signs, or the reasons it cannot be printed.

    `template` is the folder of `document.typ` and its `fonts/`; fonts are opened again when its `state` is another.
    """
    article = sheet.article
    try:
        source = source_of(sheet, families_in(template, state) if sheet.language.lender else ())
    except NotPrintableError as error:
        return b"", (Problem(article.path, 1, error.rule, {"found": str(error), "expected": VOCABULARY}),)
    press = open_press(template, state, get_ident())
    chosen = {"size": sheet.size.value} | ({"dir": RIGHT_TO_LEFT} if is_mirrored(sheet.language) else {})
    try:
        pdf = press.compile(source.encode(), format="pdf", pdf_standards=["ua-1"], timestamp=0, sys_inputs=chosen)
    except typst.TypstError as error:
        return b"", (explained(article.path, error, sheet.language, template),)
    assert isinstance(pdf, bytes)  # the format is PDF: one file, not one image a page
    return pdf, ()


def source_of(sheet: PressSheet, families: tuple[str, ...] = ()) -> str:
    """The whole Typst text of an article. Raises `NotPrintableError` for what has no form on paper.

    Letters that the first family does not have are looked for in the others, in their order.
    """
    article, language = sheet.article, sheet.language
    if article.look is Look.EVENING:
        tree = evening_of(article.text, article.uri, frozenset(one.name for one in sheet.chapters), article.spans)
    else:
        tree = to_tree(article.text)
    markup = to_markup(tree, sheet.size)
    if any(chapter.title for chapter in sheet.chapters):
        markup += f"#contents({spelt(label('contents', language))})"
    shared = SIGNS if article.kind is None else ""
    return (
        f'#import "/{TEMPLATE}": *\n'
        f"#show: printed.with(title: {quote(article.title)}, language: {quote(language.code.partition('-')[0])}, "
        f"region: {quote(place_of(language))}{_others(families)})\n"
        f"#glyphs-of({quote(signs_of(language))}, {quote(shared)})\n"
        f"#article({_about(sheet)})[{markup}]\n{_stand_ins(sheet)}"
    )


def _others(families: tuple[str, ...]) -> str:
    return f", fonts: {_array(families)}" if families else ""


def _stand_ins(sheet: PressSheet) -> str:
    """A page for each chapter, which the list of contents leads to: its title, and how many pages were before it."""
    before = [0, *(chapter.pages for chapter in sheet.chapters)]
    return "".join(
        f"#stand-in({chapter.depth + 1}, {count}, {_yes(chapter.recto)}, {quote(chapter.name)})[{chapter.title}]\n"
        for count, chapter in zip(before, sheet.chapters, strict=False)
    )


def title_of(sheet: PressSheet) -> str:
    """The title of an article that can be printed, in Typst; none when it has none."""
    text = sheet.article.text
    opening = text.parts[0].text if isinstance(text, Composed) else text  # the title stands in the first part
    if (first := opening.partition("\n")[0]).startswith("# ") and "[" not in first:
        opening = first  # as nearly always; the address of a link may stand elsewhere
    titles = TITLE.findall(to_markup(to_tree(opening), sheet.size))
    return titles[0] if titles else ""


def _about(sheet: PressSheet) -> str:
    """What the template knows of an article, as a Typst dictionary."""
    article = sheet.article
    values = {
        "kind": quote(article.kind.value if article.kind else article.look.value),
        "label": spelt(article.label),
        "site": _array(tuple(sheet.site.split(" ")), spelt),
        "foot": _array(article.foot, spelt),
        "web": quote(article.address.removeprefix("https://")),
        "code": _array(code_of(article.address)),
        "scale-words": spelt(label("scale", sheet.language)),
    }
    return f"({', '.join(f'{name}: {value}' for name, value in values.items())})"


def _array(words: tuple[str, ...], value: Callable[[str], str] = quote) -> str:
    return f"({''.join(f'{value(word)}, ' for word in words)})"


def _yes(value: bool) -> str:
    return "true" if value else "false"


def forget_layout(template: Path, state: str = "") -> None:
    """Have Typst let go of what it laid out."""
    press = open_press(template, state, get_ident())
    for _ in range(REMEMBERED + 1):
        press.compile(b"", format="svg")


def give_back() -> None:
    """Have the library of C give back memory that nobody holds."""
    if sys.platform == "linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)):
        trim(0)
