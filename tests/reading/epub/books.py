"""Books to check: the real course in one language, and a small one that holds every element.

Run as a program it prints the sums of the bytes of these books, so that a test can make them in another process.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

from conftest import read_valid
from curriculum.elements.tree import to_tree
from curriculum.formats import files
from curriculum.formats.articles import Articles
from curriculum.formats.documents import workbook
from curriculum.formats.epub.write import Book, Chapter
from curriculum.formats.epub.write import to_epub as to_bytes
from curriculum.pictures.figure import picture_figure
from curriculum.pictures.model import parse_picture
from curriculum.read.layers import Settings
from curriculum.words.model import Language
from languages import EN, FR

ROOT = Path(__file__).resolve().parents[3]
CONTENTS = {EN: "Contents", FR: "Table des matières"}
PICTURE = parse_picture("wheel", [f"- **{word}** And a sentence." for word in ("One", "Two", "Six", "Ten", "Red")])
WEEK = f"""
# Specimen & more

First **strong words**, *words in stress*, a [link](https://example.org/?a=1&b=2), a number [988](tel:988), a
[handout](handouts/sheet.md), [one of its sections](handouts/sheet.md#3-steps), a [section here](#lists), a
[page elsewhere](../law.md#privacy) and a [section that is gone](#gone). Two lines,<br>
the name lək̓ʷəŋən, *bonjour*{{ lang=fr }}, 5\u00a0km <!-- unsaid --> and a < b.

## Lists {{ #lists }}

3. Three
4. Four

    With a paragraph.

- Mind the *gap*
    - Less known

/// note | A note
Words.
///

## Picture {{ #picture }}

{picture_figure(PICTURE, EN)}

> Someone said this.
"""
SHEET = """
# A sheet

## Steps { #3-steps }

Back to [the lists](../index.md#lists) of [the week](../index.md). Name: ____

/// keep
- [ ] I ask
- [ ] I wait

/// lines | 2
///
///

| I can | Not yet | In my words |
| --- | --- | --- |
| **Wait** | [ ] | |
| Ask | [ ] | some |

### Deeper { #deeper }

#### Deepest { #deepest }

/// card | A face
Say “one”.
///

/// box | In a box
Words.
///

/// signature
- Name
- Date
///
"""


def chapter_of(uri: str, title: str, markdown: str, children: tuple[Chapter, ...] = ()) -> Chapter:
    """A chapter from Markdown, with the name a build would give it."""
    name = uri.removesuffix(".md").replace("/index", "").replace("/handouts/", "-")
    return Chapter(name, title, to_tree(markdown), children, uri)


def book_of(chapters: tuple[Chapter, ...], language: Language = EN) -> Book:
    """A book with these chapters."""
    return Book(
        title="Alongside & co",
        language=language,
        identifier="urn:uuid:00000000-0000-4000-8000-000000000001",
        version="2026.11",
        credit="Words & others",
        licence="CC BY-SA 4.0",
        licence_address="https://creativecommons.org/licenses/by-sa/4.0/",
        description="To read <slowly>.",
        contents=CONTENTS[language],
        chapters=chapters,
    )


def specimen(language: Language = EN) -> Book:
    """A week with every element, and its handout."""
    sheet = chapter_of("week-01/handouts/sheet.md", "A sheet", SHEET)
    return book_of((chapter_of("week-01/index.md", "Specimen & more", WEEK, (sheet,)),), language)


@cache
def course(language: Language) -> Book:
    """The real workbook, as the site offers it."""
    curriculum = read_valid(Settings(ROOT))
    return files.book_of(workbook(Articles(curriculum), language), curriculum)


@cache
def to_epub(book: Book) -> bytes:
    """The book, made once for all tests of one process."""
    return to_bytes(book)


if __name__ == "__main__":
    for made in (specimen(), course(EN), course(FR)):
        print(sha256(to_epub(made)).hexdigest())
