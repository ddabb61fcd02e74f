"""What a DOCX must hold beside its words, by rule; each rule compares the file with the HTML or with itself.

Nothing of the writer is used here, and no library for documents: what a rule reads is in the XML.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

from languages import EN, FR
from lxml import etree

from reading.word.lists import (
    has_blanks,
    has_boxes_to_tick,
    has_items,
    has_lines,
    keeps_together,
    starts_numbers,
)
from reading.word.made import CORE, FOOTER, NUMBERING, RELATIONS, STYLES, TWIPS, Made, value
from reading.word.order import misplaced
from reading.word.tables import (
    ends_cells_with_paragraphs,
    fits_tables,
    has_cards,
    has_frames,
    has_head_rows,
    has_room_to_write,
    keeps_rows_whole,
    names_rows,
    parts_tables,
)
from reading.word.words import W, read_part, style_of, words_of_docx, words_of_html

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PARTS = [
    "[Content_Types].xml", "_rels/.rels", CORE, "word/document.xml", RELATIONS, STYLES, NUMBERING,
    "word/settings.xml", FOOTER,
]  # fmt: skip
MAY_BE_EMPTY = {"WriteLine", "Gap"}
DRAWINGS = ("drawing", "pict", "object", "txbxContent")


def find_faults(made: Made) -> list[str]:
    """The rules that a document breaks."""
    return [name for name, holds in RULES.items() if not holds(made)]


def says_its_words(made: Made) -> bool:
    return words_of_docx(made.docx) == words_of_html(made.html)


def has_headings(made: Made) -> bool:
    wanted = [f"Heading{heading.tag[1]}" for heading in made.page.iter("h1", "h2", "h3", "h4")]
    return [style for style in made.styles("p") if style.startswith("Heading")] == wanted


def starts_articles_on_new_pages(made: Made) -> bool:
    breaks = [p.find(f"{W}pPr/{W}pageBreakBefore") is not None for p in made.all("p") if style_of(p, "p") == "Heading1"]
    return breaks == [number > 0 for number in range(made.count("//h1"))] and sum(breaks) == len(
        made.all("pageBreakBefore")
    )


def has_language(made: Made) -> bool:
    wanted = f"{made.language.code}-CA"
    styles = read_part(made.docx, STYLES)
    said = read_part(made.docx, CORE).findtext("{http://purl.org/dc/elements/1.1/}language")
    spoken = sorted({element.get("lang") for element in made.page.iter() if element.get("lang")})
    runs = sorted({value(lang).removesuffix("-CA") for lang in made.all("lang")})
    return value(styles.find(f".//{W}rPrDefault//{W}lang")) == wanted == said and spoken == runs


def has_title(made: Made) -> bool:
    return read_part(made.docx, CORE).findtext("{http://purl.org/dc/elements/1.1/}title") == made.title


def tells_nothing_else(made: Made) -> bool:
    """No author, no date, no picture of the first page, no part that was not asked for."""
    with ZipFile(BytesIO(made.docx)) as archive:
        dates = {entry.date_time for entry in archive.infolist()}
        return archive.namelist() == PARTS and len(read_part(made.docx, CORE)) == 2 and dates == {(1980, 1, 1, 0, 0, 0)}


def has_links(made: Made) -> bool:
    """Addresses elsewhere are links, in their order; those of the site are words."""
    targets = {relation.get("Id"): relation.get("Target") for relation in read_part(made.docx, RELATIONS)}
    found = [targets[link.get(f"{R}id")] for link in made.all("hyperlink")]
    addresses = [address for address in made.page.xpath("//a/@href") if re.match("https?:|tel:|mailto:", address)]
    return found == [address.replace("é", "%C3%A9") for address in addresses]


def counts_pages(made: Made) -> bool:
    footer = read_part(made.docx, FOOTER)
    fields = [value(field, "instr").strip() for field in footer.iter(f"{W}fldSimple")]
    words = {EN: "page\u00a01\u00a0of\u00a01", FR: "page\u00a01\u00a0de\u00a01"}[made.language]
    return fields == ["PAGE", "NUMPAGES"] and "".join(footer.itertext()).endswith(words)


def has_no_empty_paragraphs(made: Made) -> bool:
    """Space is a matter of styles; only lines to write on, gaps that Word wants, cells and items may have no words."""
    empty = [paragraph for paragraph in made.all("p") if not "".join(paragraph.itertext())]
    return all(style_of(paragraph, "p") in MAY_BE_EMPTY or stands_for_itself(paragraph) for paragraph in empty)


def stands_for_itself(paragraph: etree._Element) -> bool:
    """The one paragraph of a cell, or the number of an item."""
    cell = paragraph.getparent()
    alone = cell.tag == f"{W}tc" and len(cell.findall(f"{W}p")) == 1
    return alone or paragraph.find(f"{W}pPr/{W}numPr") is not None


def has_whole_runs(made: Made) -> bool:
    """No two runs of the same look side by side."""
    for parent in (*made.all("p"), *made.all("hyperlink")):
        for a, b in pairwise(parent):
            if (
                a.tag == b.tag == f"{W}r"
                and look(a) == look(b)
                and a.find(f"{W}tab") is None
                and b.find(f"{W}tab") is None
            ):
                return False
    return True


def look(run: etree._Element) -> bytes:
    properties = run.find(f"{W}rPr")
    return b"" if properties is None else etree.tostring(properties)


def knows_its_styles(made: Made) -> bool:
    known = {value(style, "styleId") for style in read_part(made.docx, STYLES).iter(f"{W}style")}
    used = {value(name) for kind in ("pStyle", "rStyle", "tblStyle") for name in made.all(kind)}
    return used <= known


def is_black(made: Made) -> bool:
    """No colour, no theme, one typeface but for boxes and letters of other languages."""
    styles = read_part(made.docx, STYLES)
    colours = {value(edge, "color") for edge in styles.iter() if value(edge, "color")}
    typefaces = {value(font, "ascii") for font in styles.iter(f"{W}rFonts")}
    strays = [*styles.iter(f"{W}color", f"{W}shd"), *made.body.iter(f"{W}color", f"{W}shd", f"{W}rFonts", f"{W}sz")]
    return colours == {"auto"} and typefaces == {"Arial", "Calibri", "MS Gothic"} and not strays


def has_paper(made: Made) -> bool:
    """Letter, with margins that A4 has room for too."""
    size, margins = (made.body.find(f".//{W}sectPr/{W}{name}") for name in ("pgSz", "pgMar"))
    sides = {round(int(value(margins, side)) / TWIPS) for side in ("top", "right", "bottom", "left")}
    return (value(size, "w"), value(size, "h")) == ("12240", "15840") and sides == {20}


RULES: dict[str, Callable[[Made], bool]] = {
    "words": says_its_words,
    "headings": has_headings,
    "new-pages": starts_articles_on_new_pages,
    "head-rows": has_head_rows,
    "whole-rows": keeps_rows_whole,
    "row-heads": names_rows,
    "columns": fits_tables,
    "cell-ends": ends_cells_with_paragraphs,
    "tables-apart": parts_tables,
    "language": has_language,
    "title": has_title,
    "private": tells_nothing_else,
    "numbers": starts_numbers,
    "items": has_items,
    "boxes": has_boxes_to_tick,
    "lines": has_lines,
    "blanks": has_blanks,
    "room-to-write": has_room_to_write,
    "cards": has_cards,
    "frames": has_frames,
    "together": keeps_together,
    "links": has_links,
    "page-numbers": counts_pages,
    "empty": has_no_empty_paragraphs,
    "runs": has_whole_runs,
    "styles": knows_its_styles,
    "black": is_black,
    "paper": has_paper,
    "order": lambda made: not misplaced(made.docx),
    "no-drawings": lambda made: not any(made.all(name) for name in DRAWINGS),
}
