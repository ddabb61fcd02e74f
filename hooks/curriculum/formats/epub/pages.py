"""The XHTML documents of a book: title page, contents, chapters."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from curriculum.compose.borrowed import borrowed_line
from curriculum.formats.epub.book import Book, Chapter
from curriculum.words.forms import RIGHT_TO_LEFT, direction_of, is_mirrored
from curriculum.words.labels import label

TITLE, CONTENTS, STYLE = "title.xhtml", "contents.xhtml", "style.css"
"""Files beside the folder of the chapters, so that no chapter's name can be theirs."""
CHAPTERS = "pages/"


def chapter_page(book: Book, chapter: Chapter, article: str) -> str:
    """One chapter."""
    return _document(book, chapter.title, _spoken(article, book, chapter), up="../")


def _spoken(article: str, book: Book, chapter: Chapter) -> str:
    """An article; one in another language than the book says so, and in which."""
    of = chapter.language
    if of is None:
        return article
    line = borrowed_line(book.language, of)
    return f'{line}<div lang="{of.code}" xml:lang="{of.code}" dir="{direction_of(of)}">\n{article}\n</div>'


def title_page(book: Book) -> str:
    """Title, description, credit, version, licence."""
    lines = [
        f'<p class="about">{escape(book.description)}</p>',
        f"<p>{escape(book.credit)}</p>",
        f"<p>Version {escape(book.version)}</p>",
        f'<p><a href="{escape(book.licence_address)}">{escape(book.licence)}</a></p>',
        *(f"<p>{escape(line)}</p>" for line in book.made_from),
    ]
    inside = "\n".join([f"<h1>{escape(book.title)}</h1>", *lines])
    return _document(book, book.title, f'<section epub:type="titlepage" class="title-page">\n{inside}\n</section>')


def contents_page(book: Book) -> str:
    """The contents, each chapter over those under it, and the landmarks that reading systems jump to."""
    chapters = f'<h1 id="contents">{escape(book.contents)}</h1>\n{_list(book.chapters)}'
    places = [
        ("titlepage", TITLE, label("title-page", book.language)),
        ("toc", CONTENTS, book.contents),
        ("bodymatter", CHAPTERS + book.chapters[0].file, label("start", book.language)),
    ]
    items = "\n".join(
        f'<li><a epub:type="{type}" href="{escape(file)}">{escape(name)}</a></li>' for type, file, name in places
    )
    return _document(
        book,
        book.contents,
        f'<nav epub:type="toc" role="doc-toc" aria-labelledby="contents">\n{chapters}\n</nav>\n'
        f'<nav epub:type="landmarks" hidden="hidden">\n<ol>\n{items}\n</ol>\n</nav>',
    )


def _list(chapters: Iterable[Chapter]) -> str:
    items = "\n".join(
        f'<li><a href="{escape(CHAPTERS + chapter.file)}">{escape(chapter.title)}</a>'
        f"{_list(chapter.children) if chapter.children else ''}</li>"
        for chapter in chapters
    )
    return f"<ol>\n{items}\n</ol>"


def _document(book: Book, title: str, body: str, up: str = "") -> str:
    way = f' dir="{RIGHT_TO_LEFT}"' if is_mirrored(book.language) else ""
    return f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" \
lang="{book.region}" xml:lang="{book.region}"{way}>
<head>
<meta charset="utf-8"/>
<title>{escape(title)}</title>
<link rel="stylesheet" type="text/css" href="{up}{STYLE}"/>
</head>
<body>
{body}
</body>
</html>
"""
