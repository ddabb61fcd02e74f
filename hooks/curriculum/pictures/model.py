"""What an author writes in `/// picture | path` -> a picture, or what keeps it from being one.

In:  "The way" / "" / "- **Notice.** Something has changed." / "- **Ask.** Plainly."
Out: title "The way", items (Notice., Something has changed.) and (Ask., Plainly.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

ITEM = re.compile(r"^-[ \t]+\*\*[ \t]*([^*\s][^*]*?)[ \t]*\*\*[ \t]*(.*)$")
START = re.compile(r"[-*+][ \t]|\d+\.[ \t]|/{3}|#|[|>]")
"""What begins something new in Markdown; all but the dash of an item is astray in a picture."""
MARK = re.compile(r"\*\*|\*\w|\w\*|(?<!\w)_\w|_{4,}|`|\]\(|\[ \]")
"""Signs that only Markdown reads."""
COUNTS: Mapping[str, tuple[int, int]] = {
    "path": (3, 6),
    "steps": (3, 6),
    "rings": (2, 4),
    "wheel": (5, 9),
    "turns": (3, 3),
    "scale": (3, 3),
    "tiles": (4, 9),
}
"""Each kind of picture, and the least and most items it can show."""
LABELS_ONLY = ("wheel",)
"""Kinds that have no room for more than labels: their sentences are always shown under them."""
ORDERED = ("path", "steps", "scale")
"""Kinds whose items follow one another."""


class Item(NamedTuple):
    """One place in a picture: a few words in bold, and a short sentence."""

    label: str
    text: str


@dataclass(frozen=True)
class Picture:
    """A picture in words. `stray` is the first line that is neither title nor item, None when there is none."""

    kind: str
    title: str
    items: tuple[Item, ...]
    stray: str | None = None

    @property
    def marked(self) -> str | None:
        """The first words with signs that a drawing would show as they are."""
        every = (self.title, *(words for item in self.items for words in item))
        return next((words for words in every if MARK.search(words)), None)


def parse_picture(kind: str, lines: Iterable[str]) -> Picture:
    """The lines between the slashes of a picture -> its title and items; a wrapped line belongs to the one above."""
    blocks: list[str] = []
    fresh = True
    for line in lines:
        words = line.strip()
        if not words:
            fresh = True
        elif fresh or START.match(words):
            blocks.append(words)
            fresh = False
        else:
            blocks[-1] += f" {words}"
    title = blocks[0] if blocks and not START.match(blocks[0]) else ""
    rest = blocks[1:] if title else blocks
    found = [ITEM.match(block) for block in rest]
    stray = next((block for block, match in zip(rest, found, strict=True) if match is None), None)
    return Picture(kind, title, tuple(Item(match[1], match[2]) for match in found if match), stray)
