"""What must hold of every handout, checked one rule at a time on the PDF itself.

In:  a print (its bytes, its sheet, the words due at its foot)
Out: a list of faults, empty when all is well: [Fault("th-scope", "1 of 5 TH")]

Here are the rules about the document and its tags; what is drawn is in `pdf_drawing`, what stands around it in
`margins`, what holds its parts together in `joints`.
veraPDF knows most of the first kind too; what it lets pass is in the table of `breakages`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

import pikepdf

from reading.pdf.drawing import DRAWING_RULES
from reading.pdf.joints import JOINT_RULES
from reading.pdf.margins import MARGIN_RULES
from reading.pdf.prints import OpenPrint, Print, open_print
from reading.pdf.tags import Tag

HEADING = re.compile(r"H[1-6]")


class Fault(NamedTuple):
    """A rule that does not hold, and what was found instead."""

    rule: str
    found: str


def find_faults(printed: Print) -> list[Fault]:
    """Every fault of one print."""
    with open_print(printed) as opened:
        return [Fault(rule, found) for rule, check in RULES.items() for found in check(opened)]


def check_tagged(opened: OpenPrint) -> Iterator[str]:
    """The file says it is tagged, and it is."""
    if not opened.file.Root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False):
        yield "not marked as tagged"
    if not opened.tags.children:
        yield "no tags"


def check_language(opened: OpenPrint) -> Iterator[str]:
    """The language of the document is that of its page: fr-CA for French."""
    language = str(opened.file.Root.get("/Lang", ""))
    if language.split("-", maxsplit=1)[0] != opened.printed.document.language.code:
        yield language


def check_title(opened: OpenPrint) -> Iterator[str]:
    """The title is that of the page, and readers show it in place of the file name."""
    title = str(opened.file.docinfo.get("/Title", ""))
    if not title.strip() or title != opened.printed.document.title:
        yield title
    if not opened.file.Root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle", False):
        yield "not displayed"


def check_ua_identifier(opened: OpenPrint) -> Iterator[str]:
    """The metadata claim PDF/UA-1."""
    metadata = opened.file.open_metadata()
    if metadata.get("pdfuaid:part") != "1":
        yield str(metadata.get("pdfuaid:part"))


def check_date(opened: OpenPrint) -> Iterator[str]:
    """No date, so that the same handout is the same file."""
    yield from {"/CreationDate", "/ModDate"} & set(opened.file.docinfo.keys())


def check_headings(opened: OpenPrint) -> Iterator[str]:
    """One H1, first of all headings; no level is skipped on the way down."""
    levels = [int(tag.role[1]) for tag in opened.tags.walk() if HEADING.fullmatch(tag.role)]
    if levels.count(1) != 1 or levels[0] != 1 or any(lower > upper + 1 for upper, lower in pairwise(levels)):
        yield " ".join(f"H{level}" for level in levels)


def check_tab_order(opened: OpenPrint) -> Iterator[str]:
    """On a page with links, the Tab key follows the tags."""
    for number, page in enumerate(opened.file.pages, 1):
        if "/Annots" in page.obj and page.obj.get("/Tabs") != "/S":
            yield f"page {number}"


def check_link_words(opened: OpenPrint) -> Iterator[str]:
    """Every link says where it leads."""
    for number, page in enumerate(opened.file.pages, 1):
        for annotation in page.obj.get("/Annots", []):
            if not str(annotation.get("/Contents", "")).strip():
                yield f"page {number}"


def check_th_scope(opened: OpenPrint) -> Iterator[str]:
    """Every head cell says whether it heads a column or a row."""
    return _without(opened, "TH", lambda tag: "Scope" in tag.attributes)


def check_figure_alt(opened: OpenPrint) -> Iterator[str]:
    """Every picture has words."""
    return _without(opened, "Figure", lambda tag: bool(tag.alt.strip()))


def check_list_items(opened: OpenPrint) -> Iterator[str]:
    """A list item holds its label and its body, and nothing beside them."""
    return _without(opened, "LI", lambda tag: {child.role for child in tag.tags} <= {"Lbl", "LBody"})


def check_list_numbering(opened: OpenPrint) -> Iterator[str]:
    """Every list says how it is numbered."""
    return _without(opened, "L", lambda tag: "ListNumbering" in tag.attributes)


def check_table_rows(opened: OpenPrint) -> Iterator[str]:
    """All rows of a table have as many cells."""
    return _without(opened, "Table", lambda tag: len(set(_widths(tag))) == 1)


def _widths(table: Tag) -> list[int]:
    rows = [tag for tag in table.walk() if tag.role == "TR"]
    return [sum(int(str(cell.attributes.get("ColSpan", 1))) for cell in row.tags) for row in rows]


def _without(opened: OpenPrint, role: str, holds: Callable[[Tag], bool]) -> Iterator[str]:
    found = [tag for tag in opened.tags.walk() if tag.role == role]
    wrong = sum(not holds(tag) for tag in found)
    if wrong:
        yield f"{wrong} of {len(found)} {role}"


RULES: Mapping[str, Callable[[OpenPrint], Iterator[str]]] = {
    "tagged": check_tagged,
    "language": check_language,
    "title": check_title,
    "ua-identifier": check_ua_identifier,
    "date": check_date,
    "headings": check_headings,
    "tab-order": check_tab_order,
    "link-words": check_link_words,
    "th-scope": check_th_scope,
    "figure-alt": check_figure_alt,
    "list-items": check_list_items,
    "list-numbering": check_list_numbering,
    "table-rows": check_table_rows,
    **DRAWING_RULES,
    **MARGIN_RULES,
    **JOINT_RULES,
}
