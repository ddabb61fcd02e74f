"""What stands inside an element of an article, block by block: HTML -> HTML that is ready to be laid out.

In:  <li>One<ul>…</ul></li>      two faces of a pocket card      a picture
Out: <p>One</p>, <ul>…</ul>      one strip of both               its title, and the words that say the same
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator
from itertools import groupby

from curriculum.elements.table import with_answer
from curriculum.formats.refusal import NotPrintableError
from curriculum.formats.word.runs import FORMS

INLINE = with_answer("word", *FORMS)
CARDS = "cards in a strip"
"""No element of HTML can have this name."""


def parts_of(parent: etree.Element) -> list[etree.Element]:
    """The blocks inside an element; words that stand loose are paragraphs, faces of a card that touch are a strip."""
    return list(_gathered(_loosened(parent)))


def classes_of(element: etree.Element) -> list[str]:
    """What the elements of the vocabulary are told apart by."""
    return (element.get("class") or "").split()


def items_of(element: etree.Element) -> Iterator[etree.Element]:
    """The items of a list. Raises `NotPrintableError` for anything else in it."""
    refuse_loose_words(element)
    for item in element:
        if item.tag != "li":
            raise NotPrintableError(f"<{element.tag}> <{item.tag}>")
        yield item


def said_in(figure: etree.Element) -> etree.Element:
    """A picture as its title and the words that say the same; nobody edits a drawing in Word."""
    for element in (figure, *figure.iterfind("details")):
        refuse_loose_words(element)
    for child in figure:
        if child.tag not in ("figcaption", "details", "svg"):
            raise NotPrintableError(f"<figure> <{child.tag}>")
    said = etree.Element("div")
    said.extend(figure.iterfind("figcaption"))
    said.extend(child for child in figure.iterfind("details/*") if child.tag != "summary")
    return said


def refuse_loose_words(element: etree.Element) -> None:
    """Raises `NotPrintableError` for words beside the elements that alone may stand there."""
    for words in (element.text, *(child.tail for child in element)):
        if words and words.strip():
            raise NotPrintableError(words.strip())


def _loosened(parent: etree.Element) -> Iterator[etree.Element]:
    loose = etree.Element("p")
    loose.text = parent.text
    for child in parent:
        if child.tag in INLINE:
            loose.append(child)
            continue
        yield from _filled(loose)
        yield child
        loose = etree.Element("p")
        loose.text = child.tail
    yield from _filled(loose)


def _filled(loose: etree.Element) -> Iterator[etree.Element]:
    if len(loose) or (loose.text or "").strip():
        yield loose


def _gathered(blocks: Iterator[etree.Element]) -> Iterator[etree.Element]:
    for is_card, group in groupby(blocks, lambda block: "card" in classes_of(block)):
        if is_card:
            strip = etree.Element(CARDS)
            strip.extend(group)
            yield strip
        else:
            yield from group
