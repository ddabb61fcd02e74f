"""A table of the page on paper: its markup, and what the template needs to share the width among its columns.

    <th>Row</th><th>Yes</th> / <td>A long answer</td><td class="tick">
    -> #grid-of(((words: ("answer", "long", …), longest: "A long answer", fill: ""), (…, fill: "tick")), …)

The template measures these words in its typeface: a column is never narrower than its longest words. When they do not
fit beside each other, there is no PDF.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable

from curriculum.formats.pdf.quoting import quote, spelt
from curriculum.formats.refusal import NotPrintableError
from curriculum.words.letters import ANY

MARKS = {"tick": "tick-cell", "write": "write-cell"}
LONGEST = 4
"""Words of a column that are measured: the widest is not always the one with most letters."""


def table_markup(table: etree.Element, words_of: Callable[[etree.Element], str]) -> str:
    """`<table>` -> `#grid-of((columns), (head cells), cells)`; `words_of` gives the markup inside a cell."""
    for child in table:
        if child.tag not in ("thead", "tbody"):
            raise NotPrintableError(f"<{child.tag}>")
    heads, rows = table.findall("thead/tr/*"), table.findall("tbody/tr")
    columns = "".join(f"{_column(list(cells))}, " for cells in zip(heads, *rows, strict=False))
    head = "".join(f"[{words_of(cell)}], " for cell in heads)
    cells = ", ".join(MARKS.get(cell.get("class") or "") or f"[{words_of(cell)}]" for row in rows for cell in row)
    return f"\n#grid-of(({columns}), ({head}), {cells})\n"


def _column(cells: list[etree.Element]) -> str:
    texts = [_texts(cell) for cell in cells]
    words = sorted({word for text in texts for word in text.split(" ") if word}, key=lambda word: (-len(word), word))
    rare = [word for word in words if ANY.search(word)]  # as many letters in a companion may be half as wide again
    measured = "".join(f"{spelt(word)}, " for word in dict.fromkeys([*words[:LONGEST], *rare[:LONGEST]]))
    return f"(words: ({measured}), longest: {spelt(max(texts, key=len))}, fill: {quote(_fill(cells[1:]))})"


def _fill(cells: list[etree.Element]) -> str:
    """What is done in a column: `tick` its boxes, `write` in all or `some` of its cells, or only read it."""
    kinds = {cell.get("class") or "" for cell in cells}
    return next(iter(kinds)) if len(kinds) == 1 else "some" if "write" in kinds else ""


def _texts(cell: etree.Element) -> str:
    return " ".join("".join(cell.itertext()).replace("\n", " ").split(" ")).strip()
