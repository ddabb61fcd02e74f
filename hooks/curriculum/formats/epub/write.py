"""Chapters -> an EPUB 3 book, for whoever reads with large letters, on an old phone, or by ear.

    epub_book      the book as its caller describes it      epub_article   the tree of a chapter -> XHTML
    epub_pages     title page, contents, chapters           epub_package   what a reading system reads first
    epub_style     room and lines

Nothing in it runs, nothing is fetched, and its title is all that a shelf of books shows.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from curriculum.elements.links import LinkKind, target_of
from curriculum.formats.archive import to_zip
from curriculum.formats.epub.article import AddressOf, as_xml_id, ids_of, to_xhtml
from curriculum.formats.epub.book import Book, Chapter, check_names, in_reading_order
from curriculum.formats.epub.package import CONTAINER, OLD_CONTENTS, PACKAGE, old_contents, package
from curriculum.formats.epub.pages import CHAPTERS, CONTENTS, STYLE, TITLE, chapter_page, contents_page, title_page
from curriculum.formats.epub.style import style_sheet
from curriculum.formats.refusal import NotPrintableError

__all__ = ["Book", "Chapter", "to_epub"]


KeepBytes = Callable[[str, Callable[[], bytes]], bytes]
"""A name for all that shapes some bytes, and what makes them -> these bytes, made before or now."""


def make_anew(_: str, make: Callable[[], bytes]) -> bytes:
    """Where nothing is kept."""
    return make()


def to_epub(book: Book, keep: KeepBytes = make_anew) -> bytes:
    """The bytes of the book, the same for the same book; of a chapter that is kept, the Markdown is not read.

    Raises `NotPrintableError` for an element that a book has no form for, with the place of its chapter as a note, and
    `ValueError` when two chapters have the same name.
    """
    chapters = list(in_reading_order(book.chapters))
    check_names(chapters)
    pages = _pages(book, chapters, keep)
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


def _pages(book: Book, chapters: Sequence[Chapter], keep: KeepBytes) -> dict[str, str]:
    """The document of each chapter by its file, in order."""
    marks = [_marks(chapter, keep) for chapter in chapters]
    places = _places(chapters, marks)
    return {
        CHAPTERS + chapter.file: chapter_page(book, chapter, _article(chapter, mark.links, places, keep))
        for chapter, mark in zip(chapters, marks, strict=True)
    }


class CrossReferences(NamedTuple):
    """What other chapters ask of one, and it of them."""

    ids: Sequence[str]
    links: Sequence[str]


def _marks(chapter: Chapter, keep: KeepBytes) -> CrossReferences:
    """The ids of a chapter and the addresses of its links."""

    def make() -> bytes:
        tree = chapter.tree
        return json.dumps([ids_of(tree), [link.get("href") or "" for link in tree.iter("a")]]).encode()

    return CrossReferences(*json.loads(keep(f"marks of {chapter.shape}", make)))


def _article(chapter: Chapter, links: Iterable[str], places: Mapping[str, str], keep: KeepBytes) -> str:
    """The XHTML of a chapter: of its words, its title, and where its links lead in this book."""
    find = _finder(chapter, places)
    found = {address: find(address) for address in links}

    def make() -> bytes:
        with _named(chapter):
            return to_xhtml(chapter.tree, chapter.title, found.__getitem__).encode()

    return keep(f"chapter of {[chapter.title, found, chapter.shape]}", make).decode()


@contextmanager
def _named(chapter: Chapter) -> Iterator[None]:
    """Whoever mends what cannot be in a book wants to know on which page it stands."""
    try:
        yield
    except NotPrintableError as error:
        error.add_note(chapter.place)
        raise


def _places(chapters: Sequence[Chapter], marks: Sequence[CrossReferences]) -> dict[str, str]:
    """`week-01/index.md#teach` -> `week-01.xhtml#teach`, for every page and every id of the book."""
    found = {chapter.place: chapter.file for chapter in chapters}
    for chapter, (ids, _) in zip(chapters, marks, strict=True):
        found |= {f"{chapter.place}#{id}": f"{chapter.file}#{as_xml_id(id)}" for id in ids}
    return found


def _finder(chapter: Chapter, places: Mapping[str, str]) -> AddressOf:
    """Finds what a link of this chapter means: `../index.md#teach` is relative to the page it stands on."""

    def address_of(address: str) -> str | None:
        kind, place, id = target_of(address, chapter.place)
        return address if kind is LinkKind.ELSEWHERE else places.get(f"{place}#{id}" if id else place)

    return address_of
