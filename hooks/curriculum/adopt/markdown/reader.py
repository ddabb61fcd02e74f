"""One page being read: what reads its blocks, whatever their form, and how deep it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from curriculum.adopt.markdown.frames import BARE, Numbered
from curriculum.adopt.markdown.words import LineContext
from curriculum.adopt.marks import LEADS, title_of
from curriculum.adopt.values import Block, BlockKind

ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*([^{}]*)\}[ \t]*$")
MOST_DEEP = 12

ReadingStep = Callable[["Reader", Sequence[Numbered], int, list[Block]], int]
"""Reads what begins on one line, and says how many lines that were; 0 where it is of another form."""


def text_of(lines: Sequence[Numbered]) -> str:
    """The lines as one text."""
    return "\n".join(line for _, line in lines)


@dataclass
class Reader:
    """One page; the first of its steps that takes a line reads it, and the last takes any."""

    words: LineContext
    titles: Mapping[str, str]
    steps: Sequence[ReadingStep]
    depth: int = 0

    def read(self, lines: Sequence[Numbered]) -> list[Block]:
        """Every block of these lines."""
        blocks: list[Block] = []
        at = 0
        if self.depth > MOST_DEEP:
            return [Block(BlockKind.WORDS, lines[0][0], self.words.read(text_of(lines), lines[0][0]))] if lines else []
        while at < len(lines):
            at += next(taken for step in self.steps if (taken := step(self, lines, at, blocks)))
        return blocks

    def inside(self, lines: Sequence[Numbered]) -> tuple[Block, ...]:
        """The blocks of a container."""
        self.depth += 1
        found = self.read(lines)
        self.depth -= 1
        return tuple(found)

    def heading(self, line: int, level: int, words: str) -> Block:
        """A heading; of what stands in brackets at its end, the id is kept."""
        attributes = ATTRIBUTES.search(words)
        id = re.search(r"#([\w-]+)", attributes[1]) if attributes else None
        said = self.words.read(ATTRIBUTES.sub("", words), line)
        return Block(BlockKind.HEADING, line, said.replace("**", ""), level=level, id=id[1] if id else "")

    def framed(self, line: int, name: str, title: str, inside: tuple[Block, ...]) -> list[Block]:
        """What a frame becomes: a note for whoever leads, a box, or only what stands in it."""
        if name in BARE and not title:
            return list(inside)
        read = self.words.read(title, line) if title else ""
        if not read and inside and inside[0].kind is BlockKind.HEADING:
            read, inside = inside[0].words, inside[1:]
        said = title_of(name, read, self.titles)
        return [Block(BlockKind.NOTE if name in LEADS else BlockKind.BOX, line, said, inside)]
