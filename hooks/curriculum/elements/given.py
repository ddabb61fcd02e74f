"""Markdown -> what its reader gets of it, so that two texts can be told apart by what they say, not by their signs.

In:  "__Come__  in\\\\.\\n\\n* Tea" and "**Come** in.\\n\\n- Tea"
Out: the same

Not the reader's: ids, remarks for other authors, which sign is used, how long a line is, the spaces in a fact, whether
there is room between items. The reader's: every word, what is bold or slanted, each paragraph, item and cell, where
links lead.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from functools import lru_cache

from curriculum.elements.tree import to_tree
from curriculum.read.source import without_excuses
from curriculum.read.textfile import UNSEEN
from curriculum.translate.pieces import plain

STYLES = ("strong", "em")
"""How letters look, whichever of the two was opened first and however often."""
WITHIN = ("a", "code", "img", "span")
"""What stands in a line; around all other elements, no space is seen."""
FACT = re.compile(r"\{\{\s*(.*?)\s*\}\}")
NAME = re.compile(r"</?(\w+)")
"""Of an element, at its start or its end."""
SPACE = (" ", frozenset[str]())

Given = tuple[str, frozenset[str]]
"""A letter and how it looks, or the start or end of an element."""


def give_the_same(one: str, other: str) -> bool:
    """True for texts of which readers get the same."""
    return one == other or given(one) == given(other)


@lru_cache(maxsize=256)
def given(text: str) -> tuple[Given, ...]:
    """All that a reader gets of a text, in order."""
    settled: list[Given] = []
    found: list[Given] = []
    _gather(to_tree(without_excuses(text)), frozenset(), found)
    for one in found:
        if one == SPACE and (not settled or settled[-1] == SPACE or _parts(settled[-1])):
            continue
        if settled and settled[-1] == SPACE and _parts(one):
            settled.pop()
        settled.append(one)
    return tuple(settled[:-1] if settled and settled[-1] == SPACE else settled)


def _parts(one: Given) -> bool:
    """True for an element around which no space is seen."""
    if len(one[0]) == 1:  # a letter, as nearly all are
        return False
    found = NAME.match(one[0])
    return found is not None and found[1] not in WITHIN


def _gather(element: etree.Element, styles: frozenset[str], found: list[Given]) -> None:
    """Add all that is in an element to what was found."""
    found += _letters(element.text, styles)
    for place, child in enumerate(element):
        is_bare = child.tag in STYLES or (element.tag == "li" and child.tag == "p" and not place)
        if not is_bare:
            marks = (f' {name}="{value}"' for name, value in sorted(child.items()) if name != "id")
            found.append((f"<{child.tag}{''.join(marks)}>", frozenset()))
        _gather(child, styles | {child.tag} if child.tag in STYLES else styles, found)
        if not is_bare:
            found.append((f"</{child.tag}>", frozenset()))
        found += _letters(child.tail, styles)


def _letters(words: str | None, styles: frozenset[str]) -> list[Given]:
    seen = FACT.sub(r"{{\1}}", UNSEEN.sub("", plain(words))) if words else ""
    return [SPACE if letter.isspace() else (letter, styles) for letter in seen]
