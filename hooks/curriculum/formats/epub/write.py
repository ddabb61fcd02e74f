"""Chapters -> an EPUB 3 book, for whoever reads with large letters, on an old phone, or by ear.

    epub_book      the book as its caller describes it      epub_article   the tree of a chapter -> XHTML
    epub_pages     title page, contents, chapters           epub_package   what a reading system reads first
    epub_style     room and lines

Nothing in it runs, nothing is fetched, and its title is all that a shelf of books shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from curriculum.elements.links import Kind, target_of
from curriculum.formats.archive import to_zip
from curriculum.formats.epub.article import AddressOf, as_xml_id, ids_of, to_xhtml
from curriculum.formats.epub.book import Book, Chapter, check_names, in_reading_order
from curriculum.formats.epub.package import CONTAINER, OLD_CONTENTS, PACKAGE, old_contents, package
from curriculum.formats.epub.pages import CHAPTERS, CONTENTS, STYLE, TITLE, chapter_page, contents_page, title_page
from curriculum.formats.epub.style import style_sheet
from curriculum.formats.refusal import NotPrintableError

__all__ = ["Book", "Chapter", "to_epub"]


def to_epub(book: Book) -> bytes:
    """The bytes of the book, the same for the same book.

    Raises `NotPrintableError` for an element that a book has no form for, with the place of its chapter as a note, and
    `ValueError` when two chapters have the same name.
    """
    chapters = list(in_reading_order(book.chapters))
    check_names(chapters)
    pages = _pages(book, chapters)
    files = {
        PACKAGE: package(book, pages),
        CONTENTS: contents_page(book),
        OLD_CONTENTS: old_contents(book),
        TITLE: title_page(book),
        STYLE: style_sheet(book.language),
        **pages,
    }
    return to_zip(
        {"mimetype": b"application/epub+zip", "META-INF/container.xml": CONTAINER.encode()}
        | {f"EPUB/{name}": text.encode() for name, text in files.items()},
        stored=("mimetype",),
    )


def _pages(book: Book, chapters: Sequence[Chapter]) -> dict[str, str]:
    """The document of each chapter by its file, in order."""
    places = _places(chapters)
    pages: dict[str, str] = {}
    for chapter in chapters:
        with _named(chapter):
            article = to_xhtml(chapter.tree, chapter.title, _finder(chapter, places))
        pages[CHAPTERS + chapter.file] = chapter_page(book, chapter, article)
    return pages


@contextmanager
def _named(chapter: Chapter) -> Iterator[None]:
    """Whoever mends what cannot be in a book wants to know on which page it stands."""
    try:
        yield
    except NotPrintableError as error:
        error.add_note(chapter.place)
        raise


def _places(chapters: Sequence[Chapter]) -> dict[str, str]:
    """`week-01/index.md#teach` -> `week-01.xhtml#teach`, for every page and every id of the book."""
    found = {chapter.place: chapter.file for chapter in chapters}
    for chapter in chapters:
        found |= {f"{chapter.place}#{id}": f"{chapter.file}#{as_xml_id(id)}" for id in ids_of(chapter.tree)}
    return found


def _finder(chapter: Chapter, places: Mapping[str, str]) -> AddressOf:
    """Finds what a link of this chapter means: `../index.md#teach` is relative to the page it stands on."""

    def address_of(address: str) -> str | None:
        kind, place, id = target_of(address, chapter.place)
        return address if kind is Kind.ELSEWHERE else places.get(f"{place}#{id}" if id else place)

    return address_of
