"""The picture that an element describes, with the facts of the place in its words."""

from __future__ import annotations

from collections.abc import Mapping

from curriculum.compose.facts import fill_plain
from curriculum.elements.vocabulary import Element
from curriculum.pictures.model import Picture, parse_picture
from curriculum.read.source import EXCUSE


def picture_of(body: str, element: Element, facts: Mapping[str, str]) -> Picture:
    """The picture between the lines of its element, with the facts it names."""
    lines = body.split("\n")[element.line : max(element.line, element.end - 1)]
    words = "\n".join(line for line in lines if not EXCUSE.match(line))
    return parse_picture(element.argument, fill_plain(words, facts).split("\n"))
