"""Articles -> a DOCX that a partner can change in Word or LibreOffice.

    word_flow        an article, block by block                             word_blocks     the form of each block
    word_tables      tables, and the frames that are tables of one cell     word_columns    how wide they are
    word_paragraphs  a paragraph, and what its place asks of it             word_runs       the words inside it
    word_numbering   each numbered list starts at its own number            word_styles     how everything looks
    word_parts       the other files of a document                          word_package    all of them in one
    word_xml         one element of XML

The file is written here and not by a library: all that a handout is made of would have to be added to it by hand, and
its template, with an author, a date, a picture and colours, taken away again.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from curriculum.formats.word.blocks import blocks_of
from curriculum.formats.word.numbering import numbers_of
from curriculum.formats.word.package import to_package
from curriculum.formats.word.paragraphs import Surroundings
from curriculum.formats.word.runs import address_of
from curriculum.formats.word.tables import part_tables
from curriculum.words.forms import is_mirrored
from curriculum.words.model import Language


def to_docx(
    title: str,
    language: Language,
    footer: str,
    articles: Sequence[etree.Element],
    spoken: Sequence[Language | None] = (),
) -> bytes:
    """The bytes of a DOCX on Letter, with each article on a new page, the same bytes for the same words.

    `articles` are trees as `elements.tree.to_tree` gives them; `footer` stands at the foot of every page, before the
    number of the page; `spoken` are their languages, where they are not that of the document. Raises
    `NotPrintableError` for an element outside the vocabulary.
    """
    links, lists = _links_of(articles), numbers_of(articles)
    whose = [*spoken, *[None] * (len(articles) - len(spoken))]
    begun = [_beginning(links, lists, number, of, language) for number, of in enumerate(whose)]
    blocks = "".join(blocks_of(article, around) for article, around in zip(articles, begun, strict=True))
    return to_package(part_tables(blocks), language, (title, footer), links, lists)


def _beginning(
    links: Mapping[str, str], lists: Mapping[etree.Element, int], number: int, of: Language | None, own: Language
) -> Surroundings:
    """Where an article begins; in another language than the document, it says which, and keeps its own sides."""
    around = Surroundings(links, lists, new_page=number > 0, mirrored=is_mirrored(own))
    if of is None:
        return around
    return replace(around, language=of.code, mirrored=is_mirrored(of), turned=is_mirrored(of) != is_mirrored(own))


def _links_of(articles: Iterable[etree.Element]) -> dict[str, str]:
    """A name for each address that the articles lead to, in their order."""
    addresses = dict.fromkeys(address_of(link) for article in articles for link in article.iter("a"))
    return {address: f"link{number}" for number, address in enumerate(filter(None, addresses), 1)}
