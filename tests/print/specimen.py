"""Handouts that hold every element paper knows, so that tests do not depend on what the curriculum says today."""

from __future__ import annotations

from pathlib import Path

import markdown
from curriculum.elements import EXTENSIONS
from curriculum.model import Kind, Language, Paper, Sheet
from curriculum.printing.press import print_sheet
from prints import Print

FOOTER = ("Specimen", "Week 1", "English", "version 1", "CC BY-SA 4.0")
WORKSHEET = """
# Specimen

First a sentence with **strong words**, *words in stress*, a [link](https://example.org/) and a [page](index.md).
Then one of two lines,<br>
with a blank: ____ (here), 5 km, “quotes”, a dash – and *W̱SÁNEĆ*{ .companion }.

## Lists { #lists }

1. One
2. Two, which is long enough to need a second line, because a second line hangs under the first one and not under
   the number.

- Mind the *gap*
    - Well-known
    - Less known
        1. Hardly known

/// keep
- [ ] I ask
- [ ] I wait

/// lines | 2
///
///

## Tables { #tables }

| I can | Not yet | Yes | In my words |
| --- | --- | --- | --- |
| **Wait** a while | [ ] | [ ] | |
| Ask | [ ] | [ ] | |

### A long table { #long }

| Row | Words |
| --- | --- |
LONG

#### The end { #end }

> Someone said this.

/// box | In a box
With a list:

1. alone
///

/// signature
- Name
- Date
///
"""
POCKET_CARD = """
# Specimen

Cut and fold.

/// card | One
Say “one”.
///

/// card | Two
Say “two”.
///
"""
LONG = "\n".join(f"| {number} | Enough rows for a second page |" for number in range(40))
PAGES = {Kind.WORKSHEET: WORKSHEET.replace("LONG", LONG), Kind.POCKET_CARD: POCKET_CARD}


def sheet_of(text: str, kind: Kind = Kind.WORKSHEET, paper: Paper = Paper.LETTER) -> Sheet:
    """The sheet of a handout written in Markdown, as authors write."""
    html = markdown.markdown(text, extensions=list(EXTENSIONS))
    return Sheet("docs/specimen.md", html, FOOTER[0], Language.EN, kind, " · ".join(FOOTER), paper)


def print_specimen(template: Path, kind: Kind = Kind.WORKSHEET, paper: Paper = Paper.LETTER) -> Print:
    """A specimen on paper; `template` is the folder of the print template."""
    sheet = sheet_of(PAGES[kind], kind, paper)
    pdf, problems = print_sheet(sheet, template)
    assert not problems, problems
    return as_print(pdf, sheet)


def as_print(pdf: bytes, sheet: Sheet) -> Print:
    """A PDF of a sheet of this module, ready for checking."""
    return Print(f"specimen-{sheet.kind.value}-{sheet.paper.value}.pdf", pdf, sheet, FOOTER)
