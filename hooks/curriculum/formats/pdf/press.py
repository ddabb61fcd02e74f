"""A document, template and fonts -> the bytes of a PDF/UA-1 file, the same bytes every time.

Typst (the `typst` wheel) refuses a file that would not be accessible; there is no fallback font and no network.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from threading import get_ident

import typst

from curriculum.elements.tree import to_tree
from curriculum.formats.pdf.codes import code_of
from curriculum.formats.pdf.markup import to_markup
from curriculum.formats.pdf.quoting import quote
from curriculum.formats.refusal import VOCABULARY, NotPrintableError
from curriculum.words.labels import label
from curriculum.words.model import Language, Problem
from curriculum.words.paper import Article, Document, Size, Variant

TEMPLATE = "document.typ"
TOO_TALL = re.compile(r"too-tall: (\w+)")
TOO_WIDE = re.compile(r"too-wide: (\d+)")
NO_GLYPH = re.compile(r'the text `"(.*?)"` could not be displayed')
TOO_FULL = re.compile(r"card-too-full: (.*?) \((\d+) mm of (\d+) mm\)")
PAGES = re.compile(rb"/Type/Pages/Count (\d+)")


def print_document(
    document: Document, variant: Variant, template: Path, state: str = ""
) -> tuple[bytes, tuple[Problem, ...]]:
    """One document on one paper -> its PDF, or the reasons it cannot be printed.

    `template` is the folder of `document.typ` and its `fonts/`; fonts are opened again when its `state` is another.
    """
    source, problems = source_of(document, variant.size)
    if problems:
        return b"", problems
    chosen = {"paper": variant.paper.value, "size": variant.size.value}
    press = open_press(template, state, get_ident())
    try:
        pdf = press.compile(source.encode(), format="pdf", pdf_standards=["ua-1"], timestamp=0, sys_inputs=chosen)
    except typst.TypstError as error:
        return b"", _find_out(document, variant, template, state) or (_explain(document, error),)
    assert isinstance(pdf, bytes)  # the format is PDF: one file, not one image a page
    return pdf, ()


def _find_out(document: Document, variant: Variant, template: Path, state: str) -> tuple[Problem, ...]:
    """The problems of a document with several articles, by printing each of them alone."""
    if len(document.articles) == 1:
        return ()
    alone = [replace(document, articles=(replace(article, depth=0),), contents=False) for article in document.articles]
    return tuple(problem for one in alone for problem in print_document(one, variant, template, state)[1])


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF of this press has, read from the root of its page tree."""
    return max(int(count) for count in PAGES.findall(pdf))


@lru_cache(maxsize=64)  # the same on both papers
def source_of(document: Document, size: Size = Size.STANDARD) -> tuple[str, tuple[Problem, ...]]:
    """The whole Typst text of a document, and the articles that have no form on paper."""
    title, language = quote(document.title), quote(document.language.code)
    parts = [f'#import "/{TEMPLATE}": *\n#show: printed.with(title: {title}, language: {language})\n']
    problems = []
    for number, article in enumerate(document.articles):
        try:
            markup = to_markup(to_tree(article.text), size)
        except NotPrintableError as error:
            problems.append(Problem(article.path, 1, error.rule, {"found": str(error), "expected": VOCABULARY}))
            continue
        if document.contents and number == 0:
            markup += f"#contents({quote(label('contents', document.language))})"
        listed = article not in document.articles[:number]
        parts.append(f"#article({_about(article, document, number, listed)})[{markup}]\n")
    return "".join(parts), tuple(problems)


def _about(article: Article, document: Document, number: int, listed: bool) -> str:
    """What the template knows of an article, as a Typst dictionary."""
    language = document.language
    values = {
        "id": str(number),
        "kind": quote(article.kind.value if article.kind else ""),
        "depth": str(article.depth),
        "recto": _yes(article.recto and number > 0),
        "whole": _yes(document.whole),
        "listed": _yes(listed),
        "label": quote(article.label),
        "site": quote(document.site),
        "foot": _array(article.foot),
        "web": quote(article.address.removeprefix("https://")),
        "code": _array(code_of(article.address)),
        "page-words": _array(page_words(language)),
        "scale-words": quote(label("scale", language)),
    }
    return f"({', '.join(f'{name}: {value}' for name, value in values.items())})"


def page_words(language: Language) -> tuple[str, str]:
    """What stands before the number of a page and before the number of pages."""
    return label("page", language), label("page-of", language)


def _array(words: tuple[str, ...]) -> str:
    return f"({''.join(f'{quote(word)}, ' for word in words)})"


def _yes(value: bool) -> str:
    return "true" if value else "false"


@lru_cache(maxsize=64)
def open_press(template: Path, state: str = "", thread: int = 0) -> typst.Compiler:
    """The compiler for a template folder. Kept, because opening the fonts costs more than a page; one a thread."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[template / "fonts"])
    return typst.Compiler(root=template, font_paths=fonts)


def _explain(document: Document, error: typst.TypstError) -> Problem:
    """The problem behind what Typst says; in a document of several articles it is told of the first."""
    path = document.articles[0].path
    if full := TOO_FULL.search(error.message):
        values = {"found": full[1], "height": full[2], "expected": full[3]}
        return Problem(path, 1, "card-too-full", values)
    if tall := TOO_TALL.search(error.message):
        return Problem(path, 1, "too-tall", {"found": tall[1]})
    if wide := TOO_WIDE.search(error.message):
        return Problem(path, 1, "table-too-wide", {"found": wide[1]})
    if sign := NO_GLYPH.search(error.message):
        return Problem(path, 1, "missing-sign", {"found": sign[1]})
    said = " ".join((error.message or str(error)).split())[:200]
    return Problem(path, 1, "print-refused", {"found": said})
