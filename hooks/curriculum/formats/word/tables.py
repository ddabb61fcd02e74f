"""Tables of a Word document: those of words, and those that only draw a frame around words."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator, Sequence
from dataclasses import replace

from curriculum.formats.refusal import NotPrintableError
from curriculum.formats.word.columns import widths_of
from curriculum.formats.word.paragraphs import Surroundings, paragraph, spread, words
from curriculum.formats.word.runs import tick_box
from curriculum.formats.word.styles import CARD_INSET, FRAME_INSET
from curriculum.formats.word.xml import twips, w

CARD = twips(85.6), twips(54)
"""ISO/IEC 7810 ID-1, the size of a bank card."""
WRITE_HEIGHT = twips(13)
SIGN_HEIGHT, SIGN_APART = twips(20), twips(10)
FRAME_ABOVE, FRAME_BELOW = twips(3), twips(1.5)
TABLE_END = "</w:tbl>"
GAP = w("p", w("pPr", w("pStyle", val="Gap")))
NAMED, UNNAMED = "06A0", "0620"
"""What Word calls a table with a head row and no bands, with heads of rows and without them."""
STYLES = {"th": "RowHead", "td": "TableText"}


def part_tables(blocks: str) -> str:
    """Word makes one of two tables that touch, and wants a paragraph at the end of a cell.

    In:  </w:tbl><w:tbl>        </w:tbl></w:tc>
    Out: a gap between them     a gap between them
    """
    for following in ("<w:tbl>", "</w:tc>"):
        blocks = blocks.replace(TABLE_END + following, TABLE_END + GAP + following)
    return blocks


def data_table(element: etree.Element, around: Surroundings) -> str:
    """A table of words: its head comes again on each page, and no row is cut."""
    heads, rows = _rows_of(element)
    widths = widths_of([list(column) for column in zip(*rows, strict=True)], around.width - around.margin)
    drawn = [
        _row(row, widths, spot, head=row in heads) for row, spot in zip(rows, spread(around, len(rows)), strict=True)
    ]
    named = any(cell.tag == "th" for cell in element.iterfind("tbody/tr/*"))
    look = w("tblLook", val=NAMED if named else UNNAMED, firstRow=1, firstColumn=int(named), noHBand=1, noVBand=1)
    return _table("DataTable", widths, drawn, around, look)


def _rows_of(table: etree.Element) -> tuple[list[etree.Element], list[etree.Element]]:
    """The rows of the head, and all rows. Raises `NotPrintableError` for what is not one cell for each column."""
    for child in table:
        if child.tag not in ("thead", "tbody"):
            raise NotPrintableError(f"<{child.tag}>")
    heads = table.findall("thead/tr")
    rows = [*heads, *table.iterfind("tbody/tr")]
    spans = any({"colspan", "rowspan"} & set(cell.attrib) for row in rows for cell in row)
    if spans or len({len(row) for row in rows}) != 1 or not len(rows[0]):
        raise NotPrintableError("<table>")
    return heads, rows


def frame(style: str, blocks: Sequence[str], titled: bool, around: Surroundings) -> str:
    """Blocks in a frame as wide as its place, each in a row of its own, so that a long frame runs over the page.

    The title is a head: it comes again on the next page.
    """
    width = around.width - around.margin
    rows = [
        w("tr", w("trPr", w("cantSplit"), w("tblHeader")) if titled and number == 0 else "", _cell(block, width, room))
        for number, (block, room) in enumerate(zip(blocks, _rooms(len(blocks)), strict=True))
    ]
    return _table(style, [width], rows, around) if rows else ""


def _rooms(count: int) -> Iterator[str]:
    """Room above the first row of a frame, and below the last one."""
    for number in range(count):
        above = w("top", w=FRAME_ABOVE, type="dxa") if number == 0 else ""
        below = w("bottom", w=FRAME_BELOW, type="dxa") if number == count - 1 else ""
        yield w("tcMar", above, below) if above or below else ""


def in_frame(around: Surroundings, style: str) -> Surroundings:
    """The surroundings inside a frame. A box stays whole; a note may be longer than a page."""
    width = around.width - around.margin - 2 * FRAME_INSET
    together = around.together or style == "Frame"
    return replace(inside_of(around, width), together=together)


def inside_of(around: Surroundings, width: int) -> Surroundings:
    """The surroundings in a cell of its own, where lists begin anew."""
    return replace(around, width=width, margin=0, level=0, style="Normal", apart=False)


def card_strip(faces: Sequence[str], around: Surroundings) -> str:
    """Faces of a pocket card, one under another, to be cut out as a strip and folded between them."""
    size = w("trPr", w("cantSplit"), w("trHeight", val=CARD[1], hRule="exact"))
    return _table("Card", [CARD[0]], [w("tr", size, _cell(face, CARD[0])) for face in faces], around)


def on_card(around: Surroundings) -> Surroundings:
    """The surroundings on the face of a card; faces stay on one page, because they are cut out together."""
    width = CARD[0] - 2 * CARD_INSET
    return replace(inside_of(around, width), style="CardText", together=True)


def signature_table(labels: Sequence[str], around: Surroundings) -> str:
    """Lines to sign, two beside each other, with their labels below."""
    half = (around.width - around.margin - SIGN_APART) // 2
    widths = [half + SIGN_APART, half]
    rows = [_signatures(labels[number : number + 2], widths) for number in range(0, len(labels), 2)]
    return _table("Signatures", widths, rows, around)


def _signatures(labels: Sequence[str], widths: Sequence[int]) -> str:
    rest = "" if len(labels) == 2 else w("gridAfter", val=1) + w("wAfter", w=widths[1], type="dxa")
    properties = w("trPr", rest, w("cantSplit"), w("trHeight", val=SIGN_HEIGHT, hRule="atLeast"))
    apart = w("tcMar", w("right", w=SIGN_APART, type="dxa"))
    rooms = zip(labels, widths, (apart, ""), strict=False)
    return w("tr", properties, *(_cell(label, width, room + w("vAlign", val="bottom")) for label, width, room in rooms))


def _row(row: etree.Element, widths: Sequence[int], around: Surroundings, head: bool) -> str:
    write = any(cell.get("class") == "write" for cell in row)
    properties = (
        w("cantSplit"),
        w("trHeight", val=WRITE_HEIGHT, hRule="atLeast") if write else "",
        w("tblHeader") if head else "",
    )
    around = replace(around, margin=0, apart=False, onward=around.onward or head)
    cells = (
        _cell(_words(cell, around, head), width, w("vAlign", val="center"))
        for cell, width in zip(row, widths, strict=True)
    )
    return w("tr", w("trPr", *properties), *cells)


def _words(cell: etree.Element, around: Surroundings, head: bool) -> str:
    around = replace(around, language=cell.get("lang") or around.language)
    if cell.get("class") == "tick" and not "".join(cell.itertext()).strip():
        return paragraph(tick_box(), around, "TickCell")
    return words(cell, around, "TableHead" if head else STYLES[cell.tag])


def _cell(inside: str, width: int, *properties: str) -> str:
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), *properties), inside or w("p"))


def _table(style: str, widths: Sequence[int], rows: Sequence[str], around: Surroundings, look: str = "") -> str:
    properties = w(
        "tblPr",
        w("tblStyle", val=style),
        w("bidiVisual") if around.mirrored else "",
        w("tblW", w=sum(widths), type="dxa"),
        w("tblInd", w=around.margin, type="dxa"),
        w("tblLayout", type="fixed"),
        look,
    )
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows)
