"""Blocks of a page -> its sections, with ids of ours; what is for facilitators stands apart in each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from curriculum.adopt.values import Block, BlockKind
from curriculum.read.ids import ID, LONGEST, RESERVED, suggest_id

DEEPEST = 4
"""Paper knows headings down to `####`."""
LINK = re.compile(r"(?<!!)\[((?:\\.|[^\[\]\\])*)\]\(([^()\s]*)\)")


@dataclass(frozen=True)
class FoundSection:
    """A section of the page: its heading, what stands in it, and what in it is for facilitators."""

    heading: Block
    blocks: list[Block] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)


def parts_of(blocks: Sequence[Block]) -> list[FoundSection]:
    """The page by its sections, with ids that are unique and levels of which none is skipped."""
    parts = [FoundSection(Block(BlockKind.HEADING, 1))]
    above: list[int] = []
    taken = set(RESERVED)
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            while above and above[-1] >= block.level:
                above.pop()
            above.append(block.level)
            own = LINK.sub(lambda link: link[1], block.words)
            wished = block.id if ID.fullmatch(block.id) and len(block.id) <= LONGEST else suggest_id(own)
            id, count = wished, 1
            while id in taken:
                count += 1
                id = f"{wished}-{count}"
            taken.add(id)
            parts.append(FoundSection(replace(block, level=min(1 + len(above), DEEPEST), id=id)))
        else:
            kept, notes = _without_notes(block)
            parts[-1].blocks.extend(kept)
            parts[-1].notes.extend(notes)
    return parts


def _without_notes(block: Block) -> tuple[list[Block], list[Block]]:
    """The block without the notes in it, and those notes."""
    if block.kind is BlockKind.NOTE:
        return [], _opened(block)
    pairs = [_without_notes(one) for one in block.inside]
    inside = tuple(one for kept, _ in pairs for one in kept)
    return [replace(block, inside=inside)], [one for _, notes in pairs for one in notes]


def _opened(block: Block) -> list[Block]:
    """A note as it stands among notes: a frame where it has a title, with any notes inside it opened too."""
    inside = tuple(part for one in block.inside for part in _opened(one))
    if block.kind is not BlockKind.NOTE:
        return [replace(block, inside=inside)]
    return [replace(block, kind=BlockKind.BOX, inside=inside)] if block.words else list(inside)


def former_ids(blocks: Sequence[Block], parts: Sequence[FoundSection]) -> dict[str, str]:
    """The ids that headings had elsewhere, by those that they have here."""
    heads = [block for block in blocks if block.kind is BlockKind.HEADING]
    pairs = zip(heads, parts[1:], strict=True)
    return {id: part.heading.id for head, part in pairs for id in (head.id, suggest_id(head.words)) if id}
