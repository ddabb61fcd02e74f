"""What the printer refused -> what an author can do about it, or which file of the template is to be mended."""

from __future__ import annotations

import re
from pathlib import Path

import typst

from curriculum.read.locales import font_for, is_latin
from curriculum.words.model import Language, Problem

TOO_TALL = re.compile(r"too-tall: (\w+)")
TOO_WIDE = re.compile(r"too-wide: (\d+)")
UNSHOWN = re.compile(r"\\u\{([0-9a-f]+)\}")
"""How the printer writes a sign that is of no alphabet."""
PLACE = re.compile(r"┌─ \S*?([\w-]+\.typ):(\d+):")
"""Where the printer says that a mistake stands: in what was made of a page, or in a file of the template."""
ABSENT = re.compile(r"\(searched at .*?([\w-]+\.typ)\)")
NO_GLYPH = re.compile(r'the text `"(.*?)"` could not be displayed')
TOO_FULL = re.compile(r"card-too-full: (.*?) \((\d+) mm of (\d+) mm\)")


def explained(path: str, error: typst.TypstError, language: Language, template: Path) -> Problem:
    """The problem behind what Typst says of an article of the file `path`, set with the files in `template`."""
    if full := TOO_FULL.search(error.message):
        values = {"found": full[1], "height": full[2], "expected": full[3]}
        return Problem(path, 1, "card-too-full", values)
    if tall := TOO_TALL.search(error.message):
        return Problem(path, 1, "too-tall", {"found": tall[1]})
    if wide := TOO_WIDE.search(error.message):
        return Problem(path, 1, "table-too-wide", {"found": wide[1]})
    if sign := NO_GLYPH.search(error.message):
        if language.lender and not is_latin(sign[1]):
            return Problem(path, 1, "script-missing", {"found": sign[1], "expected": font_for(language.code)})
        return Problem(path, 1, "missing-sign", {"found": UNSHOWN.sub(lambda one: chr(int(one[1], 16)), sign[1])})
    return _slip_of(error, template) or Problem(path, 1, "print-refused", {"found": _said(error)})


def _slip_of(error: typst.TypstError, template: Path) -> Problem | None:
    """What is wrong with a file of the template, at its line there; none for what a page brought about."""
    if (gone := ABSENT.search(error.message)) and not (template / gone[1]).exists():
        return Problem(_shown(template / gone[1]), 1, "file-absent")
    place, said = PLACE.search(error.diagnostic), _said(error)
    if place and (template / place[1]).is_file() and not said.startswith("PDF/UA"):
        return Problem(_shown(template / place[1]), int(place[2]), "print-template", {"found": said})
    return None


def _shown(path: Path) -> str:
    """A file of the template, from the root of the project: `overrides/print/grid.typ`."""
    return "/".join(path.parts[-3:])


def _said(error: typst.TypstError) -> str:
    return " ".join((error.message or str(error)).split())[:200]
