"""What the cells of a table are about: the words at the head of their column.

In:  <th>Skill</th><th>Often</th> … <th>I wait</th><td></td>
Out: (<th>I wait</th>, "Skill"), (<td></td>, "Often")
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator

from curriculum.elements.words import words_of


def named_cells(table: etree.Element) -> Iterator[tuple[etree.Element, str]]:
    """Each cell of the body of a table and the name of its column; a cell beyond the heads has none."""
    heads = [words_of(head) for head in table.iterfind("thead/tr/*")]
    for row in table.iterfind("tbody/tr"):
        for place, cell in enumerate(row):
            yield cell, heads[place] if place < len(heads) else ""
