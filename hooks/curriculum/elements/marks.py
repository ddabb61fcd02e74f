"""What a list of boxes and a table say beyond their words, put on them while Markdown becomes HTML.

- [ ] I ask       ->  <ul class="ticks"><li>I ask</li></ul>
| Row |  |        ->  <th scope="row">Row</th><td class="write"></td>
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from curriculum.elements.tables import named_cells

TICK = re.compile(r"^\[ \][ \t]*")


class MarkProcessor(Treeprocessor):
    """Boxes to tick, row headers, and cells to write in."""

    def run(self, root: etree.Element) -> None:
        for item_list in (*root.iter("ul"), *root.iter("ol")):
            self.mark_ticks(item_list)
        for table in root.iter("table"):
            self.mark_cells(table)

    def mark_ticks(self, item_list: etree.Element) -> None:
        """A list whose items all start with `[ ]` is a list of boxes to tick."""
        leads = [
            item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
            for item in item_list
        ]
        if leads and all(TICK.match((lead.text or "").lstrip()) for lead in leads):
            item_list.set("class", "ticks")
            for lead in leads:
                lead.text = TICK.sub("", (lead.text or "").lstrip())

    def mark_cells(self, table: etree.Element) -> None:
        """Head cells name their column, first cells their row; empty cells are room to write.

        A table of words with more than two columns is stacked on a phone.
        """
        heads = list(table.iter("th"))
        marks = {"".join(cell.itertext()).strip() for cell in table.iter("td")} & {"", "[ ]"}
        if len(heads) > 2 and not marks:
            table.set("data-stacked", "")
        for cell in heads:
            cell.set("scope", "col")
        for row in table.iterfind("tbody/tr"):
            for place, cell in enumerate(row):
                words = "".join(cell.itertext()).strip()
                if words == "[ ]":
                    cell.text = ""
                    cell.set("class", "tick")
                elif not words and not len(cell):
                    cell.set("class", "write")
                elif place == 0:
                    cell.tag = "th"
                    cell.set("scope", "row")


class Columns(Treeprocessor):
    """Once the words are there: each cell of a table that is stacked on a phone says its column itself."""

    def run(self, root: etree.Element) -> None:
        for table in root.iter("table"):
            for cell, name in named_cells(table) if table.get("data-stacked") is not None else ():
                if cell.tag == "td" and not cell.get("class"):
                    cell.set("data-column", name.replace(AMP_SUBSTITUTE, "&"))
