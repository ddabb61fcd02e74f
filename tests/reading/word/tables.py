"""Rules for the tables of a DOCX: those of words, and those that frame words."""

from __future__ import annotations

from itertools import pairwise

from lxml import etree

from reading.word.made import TWIPS, Made, value
from reading.word.words import W, style_of


def data_tables(made: Made) -> list[etree._Element]:
    return [table for table in made.all("tbl") if style_of(table, "tbl") == "DataTable"]


def has_head_rows(made: Made) -> bool:
    heads = [
        [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iterfind(f"{W}tr")]
        for table in data_tables(made)
    ]
    return len(heads) == made.count("//table") and all(head[0] and not any(head[1:]) for head in heads)


def keeps_rows_whole(made: Made) -> bool:
    return all(
        row.find(f"{W}trPr/{W}cantSplit") is not None for table in data_tables(made) for row in table.iterfind(f"{W}tr")
    )


def names_rows(made: Made) -> bool:
    first = [value(table.find(f"{W}tblPr/{W}tblLook"), "firstColumn") == "1" for table in data_tables(made)]
    wanted = [bool(table.xpath(".//tbody//th")) for table in made.page.iter("table")]
    return made.styles("p").count("RowHead") == made.count("//tbody//th") and first == wanted


def fits_tables(made: Made) -> bool:
    """Each row has a cell for each column, or says that it has not; a table is not wider than the page."""
    for table in made.all("tbl"):
        columns = [int(value(column, "w")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        if sum(columns) > 176 * TWIPS:
            return False
        for row in table.iterfind(f"{W}tr"):
            left = int(value(row.find(f"{W}trPr/{W}gridAfter")) or 0)
            widths = [int(value(cell.find(f"{W}tcPr/{W}tcW"), "w")) for cell in row.iterfind(f"{W}tc")]
            if widths != columns[: len(columns) - left]:
                return False
    return True


def ends_cells_with_paragraphs(made: Made) -> bool:
    return all(cell[-1].tag == f"{W}p" for cell in made.all("tc"))


def parts_tables(made: Made) -> bool:
    return not any(a.tag == b.tag == f"{W}tbl" for parent in made.body.iter() for a, b in pairwise(parent))


def has_room_to_write(made: Made) -> bool:
    rows = made.page.xpath("count(//tr[td[@class='write']])")
    high = [height for height in made.all("trHeight") if value(height, "hRule") == "atLeast"]
    written = [height for height in high if style_of(height.getparent().getparent().getparent(), "tbl") == "DataTable"]
    return len(written) == rows and all(int(value(height)) >= 13 * TWIPS - 1 for height in written)


def has_cards(made: Made) -> bool:
    """The size of a bank card, whatever stands on it."""
    strips = [table for table in made.all("tbl") if style_of(table, "tbl") == "Card"]
    sizes = [
        (value(strip.find(f"{W}tblGrid/{W}gridCol"), "w"), value(height), value(height, "hRule"))
        for strip in strips
        for height in strip.iter(f"{W}trHeight")
    ]
    return sizes == [(str(round(85.6 * TWIPS)), str(round(54 * TWIPS)), "exact")] * made.count("//div[@class='card']")


def has_frames(made: Made) -> bool:
    styles = made.styles("tbl")
    signatures = sum(1 for signature in made.page.xpath("//div[@class='signature']") if signature.xpath("ul"))
    return (
        styles.count("Frame") == made.count("//div[starts-with(@class, 'box')]")
        and styles.count("NoteFrame") == made.count("//div[@class='note']")
        and styles.count("Signatures") == signatures
        and sum(len(list(table.iter(f"{W}tc"))) for table in made.all("tbl") if style_of(table, "tbl") == "Signatures")
        == made.count("//div[@class='signature']/ul/li")
    )
