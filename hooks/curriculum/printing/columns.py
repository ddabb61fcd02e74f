"""The columns of a printed table: whether they fit on the paper, and how the width is shared out."""

from __future__ import annotations

import xml.etree.ElementTree as etree

PAGE_WIDTH = 176
"""Millimetres between the margins of A4, the narrower paper."""
LETTER_WIDTH = 2.5
"""Millimetres of a bold letter at 12 points, on average."""

Column = list[etree.Element]
"""The cells of a column, its head first."""


def fit_on_paper(columns: list[Column]) -> bool:
    """False when the longest words of the columns, side by side, are wider than a page."""
    return sum(map(_least_width, columns)) <= PAGE_WIDTH


def _least_width(cells: Column) -> float:
    """The narrowest a column can be, in millimetres: its longest word, or room for a box."""
    longest = max((len(word) for cell in cells for word in "".join(cell.itertext()).split()), default=0)
    return max(longest * LETTER_WIDTH + 4, 20 if any(cell.get("class") for cell in cells) else 0)


def widths_of(columns: list[set[str | None]]) -> list[str]:
    """Columns of boxes are narrow, columns to write in wide; in a table of words, the last one takes the rest."""
    if not any({"tick", "write"} & kinds for kinds in columns):
        return ["auto"] * (len(columns) - 1) + ["1fr"]
    return ["tick-width" if kinds == {"tick"} else "1.5fr" if "write" in kinds else "1fr" for kinds in columns]
