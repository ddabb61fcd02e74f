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
from collections.abc import Iterator
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
    for one in _inside(to_tree(without_excuses(text)), frozenset()):
        if one == SPACE and (not settled or settled[-1] == SPACE or _parts(settled[-1])):
            continue
        if _parts(one) and settled and settled[-1] == SPACE:
            settled.pop()
        settled.append(one)
    return tuple(settled[:-1] if settled and settled[-1] == SPACE else settled)


def _parts(one: Given) -> bool:
    """True for an element around which no space is seen."""
    found = re.match(r"</?(\w+)", one[0])
    return found is not None and found[1] not in WITHIN


def _inside(element: etree.Element, styles: frozenset[str]) -> Iterator[Given]:
    yield from _letters(element.text, styles)
    for place, child in enumerate(element):
        is_bare = child.tag in STYLES or (element.tag == "li" and child.tag == "p" and not place)
        if not is_bare:
            marks = (f' {name}="{value}"' for name, value in sorted(child.items()) if name != "id")
            yield f"<{child.tag}{''.join(marks)}>", frozenset()
        yield from _inside(child, styles | {child.tag} if child.tag in STYLES else styles)
        if not is_bare:
            yield f"</{child.tag}>", frozenset()
        yield from _letters(child.tail, styles)


def _letters(words: str | None, styles: frozenset[str]) -> Iterator[Given]:
    seen = FACT.sub(r"{{\1}}", UNSEEN.sub("", plain(words))) if words else ""
    for letter in seen:
        yield SPACE if letter.isspace() else (letter, styles)
