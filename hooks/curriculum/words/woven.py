"""A page made of two files, one of them an edition's: where each line stands, and what the edition asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True)
class Asked:
    """What the keys at the top of an edition's page say of the sections of the shared page in its place."""

    line: int
    """Where the first of these keys stands."""
    sections: bool = False
    """The page replaces only the sections it names."""
    remove: tuple[tuple[str, int], ...] = ()
    """The ids of sections to take out, each with its line."""
    after: tuple[tuple[str, str, int], ...] = ()
    """The id of each new section, that of the section before it, and the line that says so."""


@dataclass(frozen=True)
class Weft:
    """Where the lines of a woven page come from."""

    shared: str = ""
    """The path of the shared page."""
    start: int = 0
    """Lines at the top of the edition's file that are not of its body."""
    lines: tuple[int, ...] = ()
    """Of each line of the body its number: in the edition's file, or, below zero, in the shared one."""
    lost: Mapping[str, int] = field(default_factory=dict, hash=False)
    """The ids of the shared page that went with its sections, each with the line of the edition's file that did it."""


class Former(NamedTuple):
    """An address that a page had, in each language, and where it says so."""

    address: str
    """From the root of the language, as in a browser: `week-01/handouts/pause/`."""
    path: str
    line: int

    @property
    def is_shared(self) -> bool:
        """True where the shared course says so, whatever page of an edition took the place of its own."""
        return self.path.startswith("docs/")


class Woven(str):
    """The path of a woven page: that of the edition's file, which also knows the place of each line.

    Lines of a page are counted as if its whole body stood in that file, as those of any page are; a `Problem` asks
    where a line really is, so that nobody else has to.
    """

    __slots__ = ("weft",)
    weft: Weft

    def __new__(cls, own: str, weft: Weft = Weft()) -> Woven:
        """`own` is the path of the edition's file."""
        path = super().__new__(cls, own)
        path.weft = weft
        return path

    def __eq__(self, other: object) -> bool:
        """Equal to the same words; of two woven pages the lines count too."""
        return str.__eq__(self, other) is True and (not isinstance(other, Woven) or other.weft == self.weft)

    def __ne__(self, other: object) -> bool:
        """What is not equal."""
        return not self == other

    __hash__ = str.__hash__


def place_in(path: str, line: int) -> tuple[str, int]:
    """The file and the line in which a line of a page is written.

    In:  a woven page of `partner/docs/law.md`, and its line 9, which is line 6 of `docs/law.md`
    Out: "docs/law.md", 6
    """
    if not isinstance(path, Woven):
        return path, line
    weft = path.weft
    if line <= weft.start or not weft.lines:
        return str(path), line
    found = weft.lines[min(line - weft.start, len(weft.lines)) - 1]
    return (str(path), found) if found > 0 else (weft.shared, -found)


def paths_of(path: str) -> tuple[str, ...]:
    """The files that a page is made of."""
    return (str(path), path.weft.shared) if isinstance(path, Woven) else (path,)


def parts_by_file(path: str, body: str) -> tuple[str, str]:
    """The lines of a page that stand in its own file, and those that stand in a shared one below it."""
    if not isinstance(path, Woven):
        return body, ""
    sides: tuple[list[str], list[str]] = ([], [])
    for line, place in zip(body.split("\n"), path.weft.lines, strict=True):
        sides[place < 0].append(line)
    own, shared = ("\n".join(side) for side in sides)
    return own, shared


def one_file(path: str, line: int, lines: Sequence[int]) -> list[int]:
    """Lines of a page that a sentence of this line speaks of too; one of another file becomes that line."""
    file, real = place_in(path, line)
    places = [place_in(path, one) for one in lines]
    return [there if other == file else real for other, there in places]
