"""What a reading system reads before the pages: where the package is, what it holds, and for whom it is fit.

Sources: EPUB 3.3 and EPUB Accessibility 1.1 (W3C), and the vocabulary of schema.org for accessibility.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from curriculum.formats.epub.book import Book, Chapter
from curriculum.formats.epub.pages import CHAPTERS, CONTENTS, STYLE, TITLE
from curriculum.words.forms import RIGHT_TO_LEFT, direction_of, is_mirrored
from curriculum.words.labels import label

PACKAGE, OLD_CONTENTS = "package.opf", "contents.ncx"
XHTML = "application/xhtml+xml"
CONTAINER = f"""<?xml version="1.0" encoding="utf-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles>
<rootfile full-path="EPUB/{PACKAGE}" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""
ACCESS = (
    ("accessMode", "textual"),
    ("accessMode", "visual"),
    ("accessModeSufficient", "textual"),
    ("accessibilityFeature", "alternativeText"),
    ("accessibilityFeature", "displayTransformability"),
    ("accessibilityFeature", "longDescription"),
    ("accessibilityFeature", "readingOrder"),
    ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "tableOfContents"),
    ("accessibilityFeature", "unlocked"),
    ("accessibilityHazard", "none"),
)
"""No `dcterms:conformsTo`: nobody has certified the book, and the standard asks for who did."""


def package(book: Book, pages: Mapping[str, str]) -> str:
    """The package document; `pages` are the chapters by file, in reading order, to know which hold a picture."""
    spoken = f'xml:lang="{book.region}" dir="{direction_of(book.language)}"'
    return f"""<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" {spoken}>
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
{_lines(_metadata(book))}
</metadata>
<manifest>
{_lines(_item(file, type, properties) for file, type, properties in _files(pages))}
</manifest>
<spine toc="{_id(OLD_CONTENTS)}"{_turned(book)}>
{_lines(f'<itemref idref="{_id(file)}"/>' for file in (TITLE, CONTENTS, *pages))}
</spine>
</package>
"""


def _turned(book: Book) -> str:
    """Which way its pages are turned, where it is not from the left."""
    return f' page-progression-direction="{RIGHT_TO_LEFT}"' if is_mirrored(book.language) else ""


def old_contents(book: Book) -> str:
    """The contents once more, for reading systems made before EPUB 3: their menu knows no other."""
    return f"""<?xml version="1.0" encoding="utf-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="{book.region}">
<head>
<meta name="dtb:uid" content="{escape(book.identifier)}"/>
</head>
<docTitle><text>{escape(book.title)}</text></docTitle>
<navMap>
{_points(book.chapters)}
</navMap>
</ncx>
"""


def _metadata(book: Book) -> Iterator[str]:
    """What a library shows. No author: covers are made up of title and author, and the credit names an organisation."""
    yield f'<dc:identifier id="id">{escape(book.identifier)}</dc:identifier>'
    yield f"<dc:title>{escape(book.title)}</dc:title>"
    yield f"<dc:language>{book.region}</dc:language>"
    yield f"<dc:description>{escape(book.description)}</dc:description>"
    yield f"<dc:publisher>{escape(book.credit)}</dc:publisher>"
    yield f"<dc:rights>{escape(book.licence)}, {escape(book.licence_address)}</dc:rights>"
    yield from (f"<dc:source>{escape(line)}</dc:source>" for line in book.made_from[:1])
    yield f'<meta property="dcterms:modified">{book.modified}</meta>'
    for name, value in ACCESS:
        yield f'<meta property="schema:{name}">{value}</meta>'
    yield f'<meta property="schema:accessibilitySummary">{label("access", book.language)}</meta>'


def _files(pages: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Each file of the book with its type and what it is or holds."""
    yield CONTENTS, XHTML, "nav"
    yield TITLE, XHTML, ""
    yield STYLE, "text/css", ""
    yield OLD_CONTENTS, "application/x-dtbncx+xml", ""
    for file, page in pages.items():
        yield file, XHTML, "svg" if "<svg " in page else ""


def _item(file: str, type: str, properties: str) -> str:
    about = f' properties="{properties}"' if properties else ""
    return f'<item id="{_id(file)}" href="{escape(file)}" media-type="{type}"{about}/>'


def _id(file: str) -> str:
    """`pages/week-01.xhtml` -> `pages-week-01.xhtml`."""
    return file.replace("/", "-")


def _points(chapters: Iterable[Chapter]) -> str:
    return _lines(
        f'<navPoint id="{_id(CHAPTERS + chapter.file)}"><navLabel><text>{escape(chapter.title)}</text></navLabel>'
        f'<content src="{escape(CHAPTERS + chapter.file)}"/>{_points(chapter.children)}</navPoint>'
        for chapter in chapters
    )


def _lines(elements: Iterable[str]) -> str:
    return "\n".join(elements)
