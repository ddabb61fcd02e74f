"""Handouts that hold every element paper knows, so that tests do not depend on what the curriculum says today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from curriculum.formats.pdf.printing import print_document
from curriculum.pictures.figure import picture_figure
from curriculum.pictures.model import parse_picture
from curriculum.words.model import Kind
from curriculum.words.paper import Article, Document, Paper, Size, Variant
from languages import EN

from reading.pdf.prints import Print

FOOT = ("Specimen · Week 1 · English", "Version 1 · CC BY-SA 4.0 · by nobody")
LETTER = Variant(Paper.LETTER)
PICTURES = "\n\n".join(
    picture_figure(parse_picture(kind, lines), EN)
    for kind, lines in {
        "path": ["The way", "", "- **Notice.** Something changed.", "- **Ask.** Plainly.", "- **Stay.** If safe."],
        "wheel": ["Six", "", *(f"- **{word}.** With a sentence." for word in ("Hub", "One", "Two", "Three", "Four"))],
    }.items()
)
"""One picture whose drawing holds every word, and one whose sentences stand under it."""
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
>
> And this.

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
PAGE = f"""
# Specimen

A page of the site, with what only pages have.

## Pictures {{ #pictures }}

{PICTURES}

//////// note | For facilitators

Bring pens.

> Say “hello”.

////////
"""
LONG = "\n".join(f"| {number} | Enough rows for a second page |" for number in range(40))
PAGES = {Kind.WORKSHEET: WORKSHEET.replace("LONG", LONG), Kind.POCKET_CARD: POCKET_CARD, None: PAGE}


def document_of(text: str, kind: Kind | None = Kind.WORKSHEET) -> Document:
    """The document of a handout written in Markdown, as authors write."""
    article = Article("docs/specimen.md", "specimen.md", "Specimen", text, kind, "Week 1 · specimen", FOOT)
    return Document("specimen", "Specimen", EN, "Site", (article,))


def print_specimen(template: Path, kind: Kind | None = Kind.WORKSHEET, variant: Variant = LETTER) -> Print:
    """A specimen on paper; `template` is the folder of the print template."""
    document = document_of(PAGES[kind], kind)
    pdf, problems = print_document(document, variant, template)
    assert not problems, problems
    return as_print(pdf, document, variant)


def as_print(pdf: bytes, document: Document, variant: Variant = LETTER) -> Print:
    """A PDF of a document of this module, ready for checking."""
    kind = document.articles[0].kind
    return Print(f"specimen-{kind.value if kind else 'page'}-{variant.ending}.pdf", pdf, document, variant)


def book_of(texts: Sequence[str]) -> Document:
    """A small book: a title page, contents, and chapters, the last of them a handout inside the one before."""
    opening, *chapters = (document_of(text, None).articles[0] for text in texts)
    depths = [*([1] * (len(chapters) - 1)), 2]
    articles = (opening, *(replace(a, depth=depth) for a, depth in zip(chapters, depths, strict=True)))
    return Document("book", "Specimen", EN, "Site", articles, contents=True, whole=True)


VARIANTS_TRIED = [Variant(paper, size) for size in Size for paper in Paper]
