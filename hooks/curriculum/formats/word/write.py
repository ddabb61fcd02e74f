"""Articles -> a DOCX that a partner can change in Word or LibreOffice.

    word_flow        an article, block by block                             word_blocks     the form of each block
    word_tables      tables, and the frames that are tables of one cell     word_columns    how wide they are
    word_paragraphs  a paragraph, and what its place asks of it             word_runs       the words inside it
    word_numbering   each numbered list starts at its own number            word_styles     how everything looks
    word_parts       the other files of a document                          word_xml        one element of XML

The file is written here and not by a library: all that a handout is made of would have to be added to it by hand, and
its template, with an author, a date, a picture and colours, taken away again.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterable, Sequence

import tinyhtml5

from curriculum.formats.archive import to_zip
from curriculum.formats.refusal import NotPrintableError
from curriculum.formats.word.blocks import blocks_of
from curriculum.formats.word.numbering import numbering_part, numbers_of
from curriculum.formats.word.paragraphs import Place
from curriculum.formats.word.parts import (
    core_part,
    document_part,
    document_relations,
    footer_part,
    package_relations,
    settings_part,
    types_part,
)
from curriculum.formats.word.runs import address_of
from curriculum.formats.word.styles import styles_part
from curriculum.formats.word.tables import part_tables
from curriculum.words.model import Language


def to_docx(title: str, language: Language, footer: str, articles: Sequence[str]) -> bytes:
    """The bytes of a DOCX on Letter, with each article on a new page, the same bytes for the same words.

    `articles` are HTML as `elements.markdown.to_html` makes it; `footer` stands at the foot of every page, before the
    number of the page. Raises `NotPrintableError` for an element outside the vocabulary.
    """
    bodies = [_body_of(html) for html in articles]
    links, lists = _links_of(bodies), numbers_of(bodies)
    places = (Place(links, lists, new_page=number > 0) for number in range(len(bodies)))
    blocks = "".join(blocks_of(body, place) for body, place in zip(bodies, places, strict=True))
    return to_zip(
        {
            "[Content_Types].xml": types_part(),
            "_rels/.rels": package_relations(),
            "docProps/core.xml": core_part(title, language),
            "word/document.xml": document_part(part_tables(blocks)),
            "word/_rels/document.xml.rels": document_relations(links),
            "word/styles.xml": styles_part(language),
            "word/numbering.xml": numbering_part(lists),
            "word/settings.xml": settings_part(),
            "word/footer.xml": footer_part(footer, language),
        }
    )


def _body_of(html: str) -> etree.Element:
    root = tinyhtml5.parse(html, namespace_html_elements=False)
    for stray in root.iterfind("head/*"):
        raise NotPrintableError(f"<{stray.tag}>")
    body: etree.Element = root.find("body")
    return body


def _links_of(bodies: Iterable[etree.Element]) -> dict[str, str]:
    """A name for each address that the articles lead to, in their order."""
    addresses = dict.fromkeys(address_of(link) for body in bodies for link in body.iter("a"))
    return {address: f"link{number}" for number, address in enumerate(filter(None, addresses), 1)}
