"""Where a step says to call emergency services, the number to press stands behind these words.

In:  `<strong>Call emergency services.</strong> Right away`, the number 9-1-1
Out: `<strong>Call emergency services <a href="tel:911">9-1-1</a>.</strong> Right away`
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from curriculum.formats.tonight.pieces import HEADINGS
from curriculum.words.labels import read_words
from curriculum.words.model import Edition, Language

APART = frozenset({"a", "code", *HEADINGS})
"""Words that are a link already, or a title."""
GROUP, OTHERS = "urgent", frozenset({"talk", "crisis"})


def emergency_number(edition: Edition) -> str:
    """Whom to call for a life in danger: the urgent line that is not one to talk; "" where an edition has none."""
    lines = (line for line in edition.resources if GROUP in line.groups and not OTHERS & {*line.groups})
    return next((line.number for line in lines), "")


def with_number(tree: etree.Element, number: str, language: Language) -> None:
    """Put the number behind the words, wherever they stand in a tree that nobody else holds."""
    if not number:
        return
    words = re.compile(str(read_words("forms", language)["emergency-call"]), re.IGNORECASE)
    quiet = {inner for element in tree.iter() if element.tag in APART for inner in element.iter()}
    for element in [one for one in tree.iter() if one not in quiet]:
        children = [*element]
        element.text, links = _parted(element.text or "", words, number)
        for place, link in enumerate(links):
            element.insert(place, link)
        for child in children:
            child.tail, links = _parted(child.tail or "", words, number)
            after = [*element].index(child) + 1
            for place, link in enumerate(links):
                element.insert(after + place, link)


def _parted(text: str, words: re.Pattern[str], number: str) -> tuple[str, list[etree.Element]]:
    """A text up to the first of these words, and a link behind each of them, with what follows it."""
    if not words.search(text):
        return text, []
    ends = [0, *(found.end() for found in words.finditer(text))]
    pieces = [text[start:end] for start, end in zip(ends, [*ends[1:], len(text)], strict=True)]
    first, *others = [*(f"{piece}\N{NO-BREAK SPACE}" for piece in pieces[:-1]), pieces[-1]]
    links = []
    for rest in others:
        link = etree.Element("a", {"href": f"tel:{re.sub(r'[^0-9+]', '', number)}"})
        link.text, link.tail = number, rest
        links.append(link)
    return first, links
