"""Pieces of a page -> whether each is read by itself, or one reaches over into the next.

What is opened in one and not closed, ``` or `<!--`, or a line under a line, would swallow the section after it.
"""

from __future__ import annotations

from curriculum.elements.given import given
from curriculum.packs.placing import Pieces, front_of, joined_pieces
from curriculum.read.source import split_front_matter
from curriculum.translate.pieces import TOP, raw_pieces

AFTER = ("x", "## X { #x }\n\nX.\n\n```\nX\n```\n\n~~~\nX\n~~~\n\n<!-- x -->\n\n/// box | X\nX.\n///")
"""A section with all that could close what was left open before it."""


def stand_apart(pieces: Pieces) -> bool:
    """True for a page that gives its readers what its pieces give, one after the other."""
    text = joined_pieces(pieces)
    if [*raw_pieces(text)] != [*pieces]:
        return False
    first, *others = (raw for _, raw in pieces)
    parts = (split_front_matter("", first)[1], *others)
    return given(split_front_matter("", text)[1]) == sum(map(given, parts), ())


def reaches_over(id: str, text: str) -> bool:
    """True for a section that would change what the one after it gives."""
    own = [(TOP, f"{front_of(text)}\n")] if id == TOP else [(TOP, ""), (id, f"{text}\n")]
    return not stand_apart([*own, AFTER])
