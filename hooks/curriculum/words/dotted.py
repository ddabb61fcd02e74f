"""Short things in a row, with a dot between them that no line begins with: it stays with what stands before it.

In:  `[PDF](a.pdf)`, `[Word](a.docx)`     Out: `[PDF](a.pdf) · [Word](a.docx)`
"""

from __future__ import annotations

from collections.abc import Iterable

MIDDOT = "\u00a0· "
NARROW = 24
"""Letters that a line has on the narrowest phone, in a box within a list."""


def dotted(things: Iterable[str]) -> str:
    """All of them but empty ones."""
    return MIDDOT.join(filter(None, things))


def unbroken(words: str) -> str:
    """The same on one line; what the narrowest phone has no room for, only broken after a comma.

    In:  `PDF A4, 21 KB` and `PDF large print, Letter, 225 KB`
    Out: no space of the first may end a line, of the second those after `print,` and `Letter,`
    """
    joined = words.replace(" ", "\u00a0")
    return joined if len(words) <= NARROW else joined.replace(",\u00a0", ", ")
