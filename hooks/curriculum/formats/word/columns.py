"""The widths of the columns of a table in a Word document, which leaves nothing to be laid out by the reader's program.

Columns of boxes are narrow, columns to write in wide. Columns of words get what their longest cell wants where there
is room, and otherwise a share of the width, never less than their longest word.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Sequence

from curriculum.formats.word.styles import CELL_INSET
from curriculum.formats.word.xml import twips
from curriculum.words.letters import reach

TICKED = twips(20)
WRITTEN = twips(40), twips(80)
"""At least, and where there is room."""
LETTER, BOLD_LETTER = twips(2.05), twips(2.5)
"""Of a letter of Arial at 12 points in a sentence, and in a bold word, on average."""

Column = Sequence[etree.Element]
"""The cells of a column, its head first."""


def widths_of(columns: Sequence[Column], width: int) -> list[int]:
    """The width of each column in twips; together they are `width`."""
    least = [_least(column) for column in columns]
    wanted = [max(_wanted(column), low) for column, low in zip(columns, least, strict=True)]
    if sum(wanted) <= width:
        written = [want * _is_written(column) for want, column in zip(wanted, columns, strict=True)]
        return _share(wanted, written if any(written) else wanted, width)
    return _share(least, [_usual(column) for column in columns], width)


def _share(widths: Sequence[int], weights: Sequence[int], width: int) -> list[int]:
    """The widths, and what is left of the whole shared out by weight; the last column takes what cannot be divided."""
    spare = max(width - sum(widths), 0)
    shared = [have + spare * weight // max(sum(weights), 1) for have, weight in zip(widths, weights, strict=True)]
    return [*shared[:-1], max(width - sum(shared[:-1]), widths[-1])]


def _least(column: Column) -> int:
    """Its longest word, or room for a box."""
    longest = max((reach(word) for cell in column for word in _words(cell).split()), default=0)
    room = WRITTEN[0] if _is_written(column) else TICKED if _is_marked(column) else 0
    return max(longest * BOLD_LETTER + 2 * CELL_INSET, room)


def _wanted(column: Column) -> int:
    """Its longest cell on one line."""
    longest = max(len(_words(cell)) for cell in column)
    return max(longest * LETTER + 2 * CELL_INSET, WRITTEN[1] if _is_written(column) else 0)


def _usual(column: Column) -> int:
    """Its cells on one line, on average; a column of boxes needs no more than it has."""
    if _is_marked(column):
        return WRITTEN[1] if _is_written(column) else 0
    return sum(len(_words(cell)) for cell in column) * LETTER // len(column)


def _words(cell: etree.Element) -> str:
    return " ".join("".join(cell.itertext()).split())


def _is_marked(column: Column) -> bool:
    return any(cell.get("class") for cell in column)


def _is_written(column: Column) -> bool:
    return any(cell.get("class") == "write" for cell in column)
