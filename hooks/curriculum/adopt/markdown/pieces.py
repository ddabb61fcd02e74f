"""Small pieces of Markdown: the cells of a table, the first line of a quotation that is a frame."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from curriculum.adopt.markdown.frames import ALERT, Numbered

DELIMITER = re.compile(r"^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
BAR = re.compile(r"(?<!\\)\|")
GRID = re.compile(r"^ {0,3}\+(?:[-=:]{2,}\+)+[ \t]*$")
CODE = re.compile(r"`[^`\n]+`|\[\[[^\[\]\n]+\]\]")


def is_delimiter(line: str) -> bool:
    """True for the line between the head of a table and its rows."""
    return "-" in line and ("|" in line or ":" in line) and bool(DELIMITER.match(line))


def read_table(lines: Sequence[Numbered]) -> list[tuple[int, list[str]]]:
    """The cells of each row; a bar in code is no bar between cells."""
    return [(number, cells_of(line)) for number, line in lines]


def cells_of(line: str) -> list[str]:
    """The cells of one row.

    In:  `| a | b \\| c |`
    Out: ["a", "b | c"]
    """
    held = CODE.sub(lambda found: found[0].replace("|", "\0"), line.strip())
    held = held.removeprefix("|")
    held = held[:-1] if held.endswith("|") and not held.endswith("\\|") else held
    return [cell.strip().replace("\\|", "|").replace("\0", "|") for cell in BAR.split(held)]


def grid_rows(lines: Sequence[Numbered]) -> list[tuple[int, list[str]]]:
    """The cells of a table of Pandoc that is drawn with strokes: lines between two strokes are one row."""
    rows: list[tuple[int, list[str]]] = []
    for number, line in lines:
        if GRID.match(line):
            rows.append((number + 1, []))
        elif rows:
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            above = rows[-1][1] or [""] * len(cells)
            pairs = zip_longest(above, cells, fillvalue="")
            rows[-1] = (rows[-1][0], [f"{one} {other}".strip() for one, other in pairs])
    return [(number, cells) for number, cells in rows if cells]


def alert_in(lines: Sequence[Numbered]) -> tuple[str, str] | None:
    """The name and title of a quotation that is a frame: `[!NOTE] Title`."""
    found = ALERT.match(lines[0][1]) if lines else None
    return (found[1].lower(), found[2].strip()) if found else None
