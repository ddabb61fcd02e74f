"""A handout's page -> the same sheet with fields, to fill in on a phone.

In:  <p>Place: <span class="blank"></span></p>
Out: <form class="fill" …><p class="fill-note">…</p>
     <p>Place: <span class="blank field wide"><textarea rows="1" aria-label="Place" …></textarea></span></p>
     <p class="fill-end">…</p></form>

Every mark of `elements` becomes one field, named by `forms_names`; words stay as they are. Paper is made from the page
as it was. People fill in these sheets on shared and watched phones, so nothing here can be sent or kept: no field has
a `name`, `method="dialog"` submits to nowhere, and browsers are asked to complete, check and remember nothing.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable
from copy import deepcopy

from curriculum.elements.tables import named_cells
from curriculum.formats.form.names import BLOCKS, Mark, NotFillableError, name_marks
from curriculum.words.labels import label
from curriculum.words.model import Language

SILENT = {"autocomplete": "off", "spellcheck": "false", "writingsuggestions": "false"}
"""A spell checker or a writing aid of the browser may send what is typed to its maker."""
LEAD = ("h1", "downloads")
"""What stands above the sheet: its title, and the line with its PDFs."""
CELL_ROWS = 2


def with_fields(article: etree.Element, language: Language) -> etree.Element:
    """An article with fields in place of its marks; the same article when there is nothing to fill in.

    Raises `NotFillableError` for a mark that no field can stand for, or that nothing names.
    """
    sheet = deepcopy(article)
    marks = name_marks(sheet, language)
    if not marks:
        return article
    for element, mark, name in marks:
        FIELDS[mark](element, name)
    for table in sheet.iter("table"):
        _stack(table)
    lead = next((place for place, child in enumerate(sheet) if not _leads(child)), len(sheet))
    sheet[lead:] = [_form(sheet[lead:], language)]
    return sheet


def written_sheet(sheet: etree.Element) -> str:
    """An article with fields as HTML, without its root."""
    written = etree.tostring(sheet, encoding="unicode", method="html")
    return written.partition(">")[2].rpartition("<")[0]


def _leads(element: etree.Element) -> bool:
    return element.tag in LEAD or element.get("class") in LEAD


def _form(sheet: list[etree.Element], language: Language) -> etree.Element:
    """What is filled in, under what happens to it and above what can be done with it.

    What only the script can promise or do is hidden until the script runs.
    """
    form = etree.Element("form", {"class": "fill", "method": "dialog", **SILENT})
    note = etree.SubElement(form, "p", {"class": "fill-note"})
    note.text = f"{label('fill-note', language)} "
    promise = etree.SubElement(note, "span", {"hidden": ""})
    promise.text, promise.tail = f"{label('fill-leave', language)} ", label("fill-erase", language)
    form.extend(sheet)
    end = etree.SubElement(form, "p", {"class": "fill-end"})
    etree.SubElement(end, "button", {"type": "button", "hidden": ""}).text = label("fill-print", language)
    etree.SubElement(end, "button", {"type": "reset"}).text = label("fill-clear", language)
    return form


def _text_field(name: str, rows: int) -> etree.Element:
    """Room for words that grows with them, also when it starts as one line.

    An `<input>` would cut words on paper, and Enter in the only one of a form sends the form, without a script too.
    """
    field = etree.Element("textarea", {"rows": str(rows), "aria-label": name, **SILENT})
    field.text = ""
    return field


def _blank(mark: etree.Element, name: str) -> None:
    """A blank at the end of its line may take the rest of it."""
    mark.attrib.clear()
    mark.set("class", "blank field" if (mark.tail or "").strip() else "blank field wide")
    mark.append(_text_field(name, 1))


def _lines(mark: etree.Element, name: str) -> None:
    """The lines of the paper stay below the field: it is never lower than they are."""
    lines = list(mark)
    mark[:] = []
    mark.attrib.clear()
    mark.set("class", "lines field")
    etree.SubElement(mark, "div", {"aria-hidden": "true"}).extend(lines)
    mark.append(_text_field(name, len(lines)))


def _write_cell(mark: etree.Element, name: str) -> None:
    etree.SubElement(mark, "div", {"class": "field"}).append(_text_field(name, CELL_ROWS))


def _tick_cell(mark: etree.Element, name: str) -> None:
    etree.SubElement(mark, "input", {"type": "checkbox", "aria-label": name})


def _tick(mark: etree.Element, name: str) -> None:
    """The box and the words of an item, up to a block or a blank, are one label to touch."""
    lead = mark[0] if len(mark) and mark[0].tag == "p" and not (mark.text or "").strip() else mark
    stop = next((place for place, child in enumerate(lead) if _ends_label(child)), len(lead))
    tick = etree.Element("label")
    box = etree.SubElement(tick, "input", {"type": "checkbox"})
    box.tail, lead.text = lead.text, ""
    tick.extend(lead[:stop])
    lead[:stop] = [tick]
    if not "".join(tick.itertext()).strip():
        box.set("aria-label", name)


def _ends_label(element: etree.Element) -> bool:
    return element.tag in BLOCKS or any(inside.get("class") == Mark.BLANK.value for inside in element.iter())


def _signature(mark: etree.Element, name: str) -> None:
    room = etree.Element("span", {"class": "field"})
    room.append(_text_field(name, 1))
    room.tail, mark.text = mark.text, ""
    mark.insert(0, room)


def _stack(table: etree.Element) -> None:
    """A table to fill in is stacked on a phone, where cells say their columns; the one answer of a row need not."""
    if not any(element.tag in ("textarea", "input") for element in table.iter()):
        return
    table.set("data-stacked", "fill")
    wide = len(table.findall("thead/tr/*")) > 2
    alone = {cell for row in table.iterfind("tbody/tr") if row[0].tag != "td" for cell in row}
    for cell, column in named_cells(table):
        if cell.tag == "td" and (wide or cell not in alone):
            cell.set("data-column", column)


FIELDS: dict[Mark, Callable[[etree.Element, str], None]] = {
    Mark.BLANK: _blank,
    Mark.LINES: _lines,
    Mark.WRITE: _write_cell,
    Mark.TICK_CELL: _tick_cell,
    Mark.TICK: _tick,
    Mark.SIGNATURE: _signature,
}

__all__ = ["NotFillableError", "with_fields", "written_sheet"]
