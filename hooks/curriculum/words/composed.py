"""Markdown that was put together: its parts, and the file and line that each line of it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Place(NamedTuple):
    """A line of a file."""

    path: str
    line: int


class Part(NamedTuple):
    """Some lines that become HTML by themselves: a section up to the next one, a note, a list the site wrote."""

    text: str
    places: tuple[Place, ...]
    """Where each of its lines comes from."""


class Composed(str):
    """The whole text; the same text in other parts is the same."""

    __slots__ = ("parts",)
    parts: tuple[Part, ...]

    @classmethod
    def of(cls, parts: Iterable[Part]) -> Composed:
        """The text of some parts, one under the other."""
        parts = tuple(parts)
        made = cls("\n".join(part.text for part in parts))
        made.parts = parts
        return made
