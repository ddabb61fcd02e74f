"""Markup, template and fonts -> the bytes of a PDF/UA-1 file, the same bytes every time.

Typst (the `typst` wheel) refuses a file that would not be accessible; there is no fallback font and no network.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import typst

from curriculum.labels import label
from curriculum.model import Kind, Problem, Sheet
from curriculum.printing.markup import VOCABULARY, NotPrintableError, quote, to_markup

TEMPLATE = "handout.typ"
TOO_TALL = re.compile(r"too-tall: (\w+)")
NO_GLYPH = re.compile(r'the text `"(.*?)"` could not be displayed')
TOO_FULL = re.compile(r"card-too-full: (.*?) \((\d+) mm of (\d+) mm\)")


def print_sheet(sheet: Sheet, template: Path, state: str = "") -> tuple[bytes, tuple[Problem, ...]]:
    """One handout on one paper -> its PDF, or the reason it cannot be printed.

    `template` is the folder of `handout.typ` and its `fonts/`; fonts are opened again when its `state` is another.
    """
    try:
        markup = to_markup(sheet.html)
    except NotPrintableError as error:
        return b"", (Problem(sheet.path, 1, error.rule, {"found": str(error), "expected": VOCABULARY}),)
    try:
        pdf = open_press(template, state).compile(
            source_of(sheet, markup).encode(), format="pdf", pdf_standards=["ua-1"], timestamp=0
        )
    except typst.TypstError as error:
        return b"", (_explain(sheet, error),)
    assert isinstance(pdf, bytes)  # the format is PDF: one file, not one image a page
    return pdf, ()


def source_of(sheet: Sheet, markup: str) -> str:
    """The whole Typst document of a sheet."""
    settings = {
        "title": quote(sheet.title),
        "language": quote(sheet.language.value),
        "paper": quote({"letter": "us-letter", "a4": "a4"}[sheet.paper.value]),
        "footer-words": quote(sheet.footer),
        "page-words": f"({quote(label('page', sheet.language))}, {quote(label('page-of', sheet.language))})",
        "pocket": "true" if sheet.kind is Kind.POCKET_CARD else "false",
        "certificate": "true" if sheet.kind is Kind.CERTIFICATE else "false",
    }
    arguments = ", ".join(f"{name}: {value}" for name, value in settings.items())
    return f'#import "/{TEMPLATE}": *\n#show: handout.with({arguments})\n{markup}'


@lru_cache(maxsize=2)
def open_press(template: Path, state: str = "") -> typst.Compiler:
    """The compiler for a template folder. Kept, because opening the fonts costs more than a page."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[template / "fonts"])
    return typst.Compiler(root=template, font_paths=fonts)


def _explain(sheet: Sheet, error: typst.TypstError) -> Problem:
    if full := TOO_FULL.search(error.message):
        values = {"found": full[1], "height": full[2], "expected": full[3]}
        return Problem(sheet.path, 1, "card-too-full", values)
    if tall := TOO_TALL.search(error.message):
        return Problem(sheet.path, 1, "too-tall", {"found": tall[1]})
    if sign := NO_GLYPH.search(error.message):
        return Problem(sheet.path, 1, "missing-sign", {"found": sign[1]})
    said = " ".join((error.message or str(error)).split())[:200]
    return Problem(sheet.path, 1, "print-refused", {"found": said})
