"""Short things in a row, with a dot between them that no line begins with: it stays with what stands before it.

In:  `[PDF](a.pdf)`, `[Word](a.docx)`     Out: `[PDF](a.pdf) · [Word](a.docx)`
"""

from __future__ import annotations

from collections.abc import Iterable

MIDDOT = "\u00a0· "


def dotted(things: Iterable[str]) -> str:
    """All of them but empty ones."""
    return MIDDOT.join(filter(None, things))


def unbroken(words: str) -> str:
    """The same on one line, where it has the room."""
    return words.replace(" ", "\u00a0")
