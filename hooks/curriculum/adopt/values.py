"""A page of another tool, taken apart: blocks whose words are already in our Markdown, and what cannot be carried."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import groupby


class BlockKind(Enum):
    """What a block is."""

    HEADING = "heading"
    WORDS = "words"
    LIST = "list"
    ITEM = "item"
    TABLE = "table"
    QUOTE = "quote"
    BOX = "box"
    """Words set apart, under a title where they have one."""
    NOTE = "note"
    """What only whoever leads a group should see: a trainer's note, a solution."""
    WRITE = "write"
    """Lines to write on."""


@dataclass(frozen=True)
class Block:
    """One piece of a page."""

    kind: BlockKind
    line: int
    words: str = ""
    """In our Markdown, on one line; of a box, its title as plain words."""
    inside: tuple[Block, ...] = ()
    level: int = 0
    """Of a heading, 1 to 6; of lines to write on, how many; of a list, 1 where it is numbered."""
    ticks: bool = False
    """Of an item: it has a box to tick; of a list: one of its items has."""
    rows: tuple[tuple[str, ...], ...] = ()
    """Of a table: its cells, in our Markdown; the first row is the head."""
    id: str = ""
    """Of a heading: the one that it had."""
    first: int = 1
    """Of a numbered list: where its numbers begin."""
    name: str = ""
    """Of a box that is an element of ours already: which one."""


@dataclass(frozen=True)
class Left:
    """Something that was not carried as it was: the line of the source, what it is, and all of its words."""

    line: int
    what: str
    """Its name in `adopt.yml` of each language."""
    words: str = ""


@dataclass
class ReadSource:
    """What a reader found: keys of the page, its blocks, and what it could not carry."""

    keys: dict[str, str] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    by_paragraph: bool = False
    """True where a file has no lines, and paragraphs are counted in their place."""

    def leave(self, line: int, what: str, words: str = "") -> None:
        """Put something on the list; what has no words and was told at that line is told once."""
        left = Left(line, what, " ".join(words.split()))
        if left.words or left not in self.left:
            self.left.append(left)

    def raised(self, digits: str, line: int) -> str:
        """A raised number as it is written here, and on the list: beside another one it would be read as one with it.

        In:  the 3 of "72<sup>3</sup> hours", which would be 723
        Out: "^3"
        """
        self.leave(line, "raised", digits)
        return f"^{digits.strip()}"


@dataclass(frozen=True)
class FlatItem:
    """An item of a list that is written flat, with how deep it stands."""

    depth: int
    block: Block
    numbered: bool = False


def nested(entries: Sequence[FlatItem]) -> list[Block]:
    """Flat items -> lists inside each other, as in Word and in Google Docs.

    In:  items at the depths 0, 1, 1, 0
    Out: one list of two items, the first with a list of two inside
    """
    items: list[tuple[bool, Block]] = []
    place = 0
    while place < len(entries):
        end = place + 1
        while end < len(entries) and entries[end].depth > entries[place].depth:
            end += 1
        first = entries[place]
        inside = (*first.block.inside, *nested(entries[place + 1 : end]))
        items.append((first.numbered, replace(first.block, inside=inside)))
        place = end
    lists: list[Block] = []
    for (numbered, ticks), group in groupby(items, key=lambda item: (item[0], item[1].ticks)):
        own = tuple(item for _, item in group)
        lists.append(Block(BlockKind.LIST, own[0].line, inside=own, level=int(numbered), ticks=ticks))
    return lists


def list_of_items(items: Sequence[Block], line: int, *, numbered: bool, first: int = 1) -> Block:
    """One list of these; `ticks` where any of them has a box to tick."""
    ticks = any(item.ticks for item in items)
    return Block(BlockKind.LIST, line, inside=tuple(items), level=int(numbered), ticks=ticks, first=first)


def flat_words(blocks: Sequence[Block]) -> list[str]:
    """The words of blocks where none can stand, as in a cell."""
    found: list[str] = []
    for block in blocks:
        box = "☐ " if block.ticks and block.kind is BlockKind.ITEM else ""
        found += [f"{box}{block.words}".strip()] if block.words or box else []
        found += flat_words(block.inside)
        found += [cell for row in block.rows for cell in row if cell]
    return found
