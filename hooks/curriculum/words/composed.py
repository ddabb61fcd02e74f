"""Markdown that was put together: its parts, and the file and line that each line of it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, islice
from typing import NamedTuple


class Place(NamedTuple):
    """A line of a file."""

    path: str
    line: int


class ComposedPart(NamedTuple):
    """Some lines that become HTML by themselves: a section up to the next one, a note, a list the site wrote."""

    text: str
    places: tuple[Place, ...]
    """Where each of its lines comes from."""


class Composed(str):
    """The whole text; the same text in other parts is the same."""

    __slots__ = ("ends",)
    ends: tuple[tuple[int, tuple[Place, ...]], ...]
    """Where each part ends, and the places of its lines: the words are held once."""

    @classmethod
    def of(cls, parts: Iterable[ComposedPart]) -> Composed:
        """The text of some parts, one under the other."""
        parts = tuple(parts)
        made = cls("\n".join(part.text for part in parts))
        ends = accumulate((len(part.text) + 1 for part in parts), initial=-1)
        made.ends = tuple(zip(islice(ends, 1, None), (part.places for part in parts), strict=True))
        return made

    @property
    def parts(self) -> tuple[ComposedPart, ...]:
        """Its parts, in their order."""
        starts = (0, *(end + 1 for end, _ in self.ends))
        return tuple(
            ComposedPart(self[start:end], places) for start, (end, places) in zip(starts, self.ends, strict=False)
        )
