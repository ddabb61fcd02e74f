"""Blocks -> lines of our Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, takewhile

from curriculum.adopt.signs import BLANK, BOXES, DOT, at_start, without_box
from curriculum.adopt.values import Block, BlockKind, ReadSource
from curriculum.elements.vocabulary import CALLS, MAX_LINES, RULES

STAYS = (BlockKind.WORDS, BlockKind.LIST)
"""What an item of ours may hold; all else is set after it, with what follows there."""
INDENT = " " * 4


@dataclass(frozen=True)
class Pen:
    """What is drawn depends on where: only a handout has boxes to tick and room to write."""

    source: ReadSource = field(default_factory=ReadSource)
    is_handout: bool = True

    def draw(self, blocks: Sequence[Block]) -> str:
        """All blocks, with an empty line between them."""
        return "\n\n".join(part for block in joined(blocks) for part in self._block(block) if part)

    def _block(self, block: Block) -> Iterator[str]:
        if block.kind is BlockKind.LIST:
            yield from self._list(block)
        elif block.kind is BlockKind.TABLE:
            yield self._table(block)
        elif block.kind is BlockKind.QUOTE:
            yield "\n".join(f"> {line}".rstrip() for line in self.draw(block.inside).split("\n"))
        elif block.kind is BlockKind.BOX:
            yield self._box(block)
        elif block.kind is BlockKind.WRITE:
            yield self._lines(block)
        elif block.kind is BlockKind.HEADING:  # a section of its own cannot stand inside something
            yield f"**{block.words.replace('**', '')}**"
        else:
            yield at_start(self._blanks(block))

    def _blanks(self, block: Block) -> str:
        """Words with their blanks; on a page that nobody fills in, a blank is three dots."""
        words = BOXES.sub("", block.words)
        if words != block.words:
            self.source.leave(block.line, "box")
        if self.is_handout or not BLANK.search(words):
            return BLANK.sub("____", words)
        self.source.leave(block.line, "blank")
        return BLANK.sub("…", words)

    def _lines(self, block: Block) -> str:
        if self.is_handout:
            return f"/// lines | {min(max(block.level, 1), MAX_LINES)}\n///"
        self.source.leave(block.line, "blank")
        return ""

    def _box(self, block: Block) -> str:
        inside = self.draw(block.inside)
        title = f" | {block.words}" if block.words else ""
        if block.name == CALLS:
            return f"/// {CALLS}{title}\n///"
        if not inside:
            return f"**{block.words}**" if block.words else ""
        slashes = "/" * (3 + _depth(block))
        is_ours = block.name and (self.is_handout or not RULES[block.name].handouts_only)
        return f"{slashes} {block.name if is_ours else 'box'}{title}\n{inside}\n{slashes}"

    def _list(self, block: Block) -> Iterator[str]:
        """The list; what no item can hold is set after its item, and the list goes on."""
        block = replace(block, ticks=self._has_boxes(block))
        drawn: list[str] = []
        apart = "\n\n" if any(one.kind is BlockKind.WORDS for item in block.inside for one in item.inside) else "\n"
        for number, item in enumerate(block.inside, block.first):
            stays = tuple(takewhile(lambda one: one.kind in STAYS, item.inside))
            drawn.append(self._item(replace(item, inside=stays), block, number))
            if others := item.inside[len(stays) :]:
                yield apart.join(drawn)
                drawn = []
                yield self.draw(others)
        yield apart.join(drawn)

    def _has_boxes(self, block: Block) -> bool:
        """A list has a box at every item or at none: at every one where half of them have one. The others are told."""
        count = sum(item.ticks for item in block.inside)
        if count and not self.is_handout:
            self.source.leave(block.line, "tick")
        if not count or not self.is_handout:
            return False
        has = 2 * count >= len(block.inside)
        for item in block.inside:
            if item.ticks != has:
                self.source.leave(item.line, "boxed" if has else "box", item.words)
        return has

    def _item(self, item: Block, block: Block, number: int) -> str:
        mark = f"{number}." if block.level else "-"
        box = "[ ] " if block.ticks else ""
        words = self._blanks(item)
        text = f"{mark} {box}{words if box else at_start(words)}".rstrip()
        for place, part in enumerate(joined(item.inside)):
            apart = "\n" if part.kind is BlockKind.LIST and not place else "\n\n"
            drawn = "\n\n".join(self._block(part))
            text += apart + "\n".join(f"{INDENT}{line}".rstrip() for line in drawn.split("\n"))
        return text

    def _table(self, block: Block) -> str:
        width = max(len(row) for row in block.rows)
        rows = [[*(self._cell(cell, block) for cell in row), *[""] * (width - len(row))] for row in block.rows]
        lines = [f"| {' | '.join(row)} |".replace("|  |", "| |").replace("|  |", "| |") for row in rows]
        return "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])

    def _cell(self, cell: str, block: Block) -> str:
        if without_box(cell) == "":
            return "[ ]" if self.is_handout else ""
        words = self._blanks(Block(BlockKind.WORDS, block.line, cell))
        return words.replace("\\|", "|").replace("|", "\\|")


def joined(blocks: Sequence[Block]) -> list[Block]:
    """Lists of the same form that follow each other are one in Markdown, and so they are made one."""
    found: list[Block] = []
    for (kind, _), group in groupby(map(as_item, blocks), key=_form):
        same = list(group)
        if kind is BlockKind.LIST:
            inside = tuple(item for one in same for item in one.inside)
            found.append(replace(same[0], inside=inside, ticks=any(one.ticks for one in same)))
        elif kind is BlockKind.WRITE:
            found.append(replace(same[0], level=sum(one.level for one in same)))
        else:
            found += same
    return found


def _form(block: Block) -> tuple[BlockKind, int]:
    return block.kind, block.level if block.kind is BlockKind.LIST else 0


def as_item(block: Block) -> Block:
    """A paragraph that begins with a box to tick, or with a sign that other programs set before items, is an item."""
    if block.kind is not BlockKind.WORDS:
        return block
    ticked = without_box(block.words)
    rest = ticked or DOT.sub("", block.words)
    if rest == block.words:
        return block
    item = Block(BlockKind.ITEM, block.line, rest, block.inside, ticks=bool(ticked))
    return Block(BlockKind.LIST, block.line, inside=(item,), ticks=bool(ticked))


def _depth(block: Block) -> int:
    """How many frames stand inside each other in this one; lines to write on have slashes of their own."""
    return max((_within(one) for one in block.inside), default=0)


def _within(block: Block) -> int:
    if block.kind in (BlockKind.BOX, BlockKind.WRITE):
        return 1 + _depth(block)
    return max((_within(one) for one in block.inside), default=0)
