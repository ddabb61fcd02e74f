"""The lines of one item of a list, with its mark and its indent taken away."""

from __future__ import annotations

import re
from collections.abc import Sequence

from curriculum.adopt.markdown.frames import Numbered

ITEM = re.compile(r"^(?P<indent>[ \t]{0,3})(?:[-*+•◦▪‣·]|(?P<number>\d{1,9})[.)])(?:[ \t]+(?=\S)|[ \t]*$)")
ANY = re.compile(r"^[ \t]*(?:[-*+•◦▪‣·]|\d{1,9}[.)])[ \t]+\S")
TAB = 4


def take_item(lines: Sequence[Numbered], at: int) -> tuple[int, list[Numbered]]:
    """How many lines an item has, and these lines without its mark and indent.

    Whoever indents by two, three or four means the same: something inside the item.
    """
    number, first = lines[at][0], lines[at][1].expandtabs(TAB)
    mark = ITEM.match(first)
    if mark is None:
        return 1, [lines[at]]
    column, outer = mark.end(), len(mark["indent"])
    own: list[Numbered] = [(number, first[column:])]
    end, empty = at + 1, False
    while end < len(lines):
        line = lines[end][1].expandtabs(TAB)
        indent = len(line) - len(line.lstrip())
        if not line.strip():
            if empty and end + 1 < len(lines) and not lines[end + 1][1].startswith((" ", "\t")):
                break
            own.append((lines[end][0], ""))
            empty = True
        elif indent > outer + 1 or (indent >= column and not empty):
            own.append((lines[end][0], line[min(indent, column) :]))
            empty = False
        elif empty or ANY.match(line) or _starts(line):
            break
        else:
            own.append((lines[end][0], line.strip()))
        end += 1
    while len(own) > 1 and not own[-1][1]:
        own.pop()
    return end - at, own


def _starts(line: str) -> bool:
    """True for what ends an item though it is not indented: a heading, a frame, a quotation, a fence, a table."""
    return line.lstrip().startswith(("#", ">", ":::", "```", "~~~", "!!!", "???", "///", "|", "{{", "{%", "{:", "<"))
