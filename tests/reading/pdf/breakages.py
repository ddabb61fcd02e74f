"""Ways to break one good PDF, each with who must notice: a rule of `structure`, veraPDF, or both.

A check that cannot fail is worth nothing; this is what keeps the checks honest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import NamedTuple

import pikepdf

from reading.pdf.tags import as_list


class Breakage(NamedTuple):
    """One way to break a file."""

    name: str
    change: Callable[[pikepdf.Pdf], object]
    rule: str
    """The rule of `structure` that notices."""
    verapdf: bool = False
    """Whether veraPDF notices too."""


def change_pdf(pdf: bytes, change: Callable[[pikepdf.Pdf], object]) -> bytes:
    """The same file with one change; the bytes that go in stay as they are."""
    changed = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        change(file)
        file.save(changed)
    return changed.getvalue()


def elements_of(file: pikepdf.Pdf, role: str) -> list[pikepdf.Dictionary]:
    """The elements of one role, in reading order."""
    return [element for element in _walk(file.Root.StructTreeRoot) if element.get("/S") == f"/{role}"]


def _walk(element: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    for child in as_list(element.get("/K")):
        if isinstance(child, pikepdf.Dictionary):
            yield child
            yield from _walk(child)


def _forget(key: str) -> Callable[[pikepdf.Pdf], object]:
    return lambda file: file.Root.__delitem__(key)


def _role(old: str, new: str) -> Callable[[pikepdf.Pdf], object]:
    def change(file: pikepdf.Pdf) -> None:
        for element in elements_of(file, old):
            element.S = pikepdf.Name(f"/{new}")

    return change


def _without_headings(file: pikepdf.Pdf) -> None:
    for level in range(1, 5):
        _role(f"H{level}", "P")(file)


def _without_attributes(role: str) -> Callable[[pikepdf.Pdf], object]:
    def change(file: pikepdf.Pdf) -> None:
        for element in elements_of(file, role):
            del element["/A"]

    return change


def _drawing(old: bytes, new: bytes) -> Callable[[pikepdf.Pdf], object]:
    """Change what draws the first page: the first match of a pattern only."""

    def change(file: pikepdf.Pdf) -> None:
        stream = _drawn(file.pages[0])
        drawn, count = re.subn(old, new, stream.read_bytes(), count=1)
        assert count == 1, old
        stream.write(drawn)

    return change


def _drawn(page: pikepdf.Page) -> pikepdf.Stream:
    """What draws a page: its words, then its number, as one stream."""
    page.contents_coalesce()
    return page.obj.Contents


def _fonts(change_one: Callable[[pikepdf.Object], object]) -> Callable[[pikepdf.Pdf], object]:
    return lambda file: [change_one(font) for font in file.pages[0].Resources.Font.values()]


def _unembed(font: pikepdf.Object) -> None:
    descriptor = font.DescendantFonts[0].FontDescriptor
    for key in {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys()):
        del descriptor[key]


def _drop_letters(font: pikepdf.Object) -> None:
    del font["/ToUnicode"]


def _rename(font: pikepdf.Object) -> None:
    font.BaseFont = pikepdf.Name("/ABCDEF+Arial")


def _pages(change_one: Callable[[pikepdf.Page], object]) -> Callable[[pikepdf.Pdf], object]:
    return lambda file: [change_one(page) for page in file.pages]


def _drop_tab_order(page: pikepdf.Page) -> None:
    del page.obj["/Tabs"]


def _narrow(page: pikepdf.Page) -> None:
    page.mediabox = pikepdf.Array([0, 0, 600, 792])


def _silence_links(page: pikepdf.Page) -> None:
    for annotation in page.obj.get("/Annots", []):
        del annotation["/Contents"]


def _drop_paragraph(file: pikepdf.Pdf) -> None:
    document = file.Root.StructTreeRoot.K[0]
    document.K = pikepdf.Array([child for child in document.K if child != elements_of(file, "P")[0]])


def _drop_foot(page: pikepdf.Page) -> None:
    stream = _drawn(page)
    stream.write(re.sub(rb"(?s)/Artifact.{1,80}/Footer.*?EMC", b"", stream.read_bytes()))


def _set_language(file: pikepdf.Pdf) -> None:
    file.Root.Lang = pikepdf.String("de")


def _set_date(file: pikepdf.Pdf) -> None:
    file.docinfo["/ModDate"] = "D:20260101"


def _drop_title(file: pikepdf.Pdf) -> None:
    del file.docinfo["/Title"]


def _rotate_parents(file: pikepdf.Pdf) -> None:
    nums = file.Root.StructTreeRoot.ParentTree.Nums
    for kept in (kept for kept in list(nums)[1::2] if isinstance(kept, pikepdf.Array)):
        kept.append(kept[0])
        del kept[0]


def _rename_cells(file: pikepdf.Pdf) -> None:
    for cell in elements_of(file, "TH"):
        cell.ID = pikepdf.String("same")


def _forget_cells(file: pikepdf.Pdf) -> None:
    file.Root.StructTreeRoot.IDTree.Names = pikepdf.Array([])


def _lower_bookmarks(file: pikepdf.Pdf) -> None:
    for item in file.Root.Outlines.First.First, file.Root.Outlines.First:
        item.Dest[3] = item.Dest[3] - 200


def _move_links(page: pikepdf.Page) -> None:
    """As on a paper whose edges are elsewhere, when links are left behind."""
    for annotation in page.obj.get("/Annots", []):
        annotation.Rect = pikepdf.Array([float(side) - 50 * (at % 2) for at, side in enumerate(annotation.Rect)])


def _drop_cell(file: pikepdf.Pdf) -> None:
    del elements_of(file, "TR")[1].K[-1]


BREAKAGES = (
    Breakage("no tags", _forget("/StructTreeRoot"), "tagged", verapdf=True),
    Breakage("not marked as tagged", _forget("/MarkInfo"), "tagged", verapdf=True),
    Breakage("no language", _forget("/Lang"), "language", verapdf=True),
    Breakage("wrong language", _set_language, "language"),
    Breakage("no title", _drop_title, "title"),
    Breakage("title not shown", _forget("/ViewerPreferences"), "title", verapdf=True),
    Breakage("no metadata", _forget("/Metadata"), "ua-identifier", verapdf=True),
    Breakage("a date", _set_date, "date"),
    Breakage("a heading level skipped", _role("H2", "H4"), "headings", verapdf=True),
    Breakage("a second title", _role("H4", "H1"), "headings"),
    Breakage("no headings", _without_headings, "headings"),
    Breakage("no tab order", _pages(_drop_tab_order), "tab-order", verapdf=True),
    Breakage("links without words", _pages(_silence_links), "link-words", verapdf=True),
    Breakage("head cells without scope", _without_attributes("TH"), "th-scope"),
    Breakage("a picture without words", _role("P", "Figure"), "figure-alt", verapdf=True),
    Breakage("items without bodies", _role("LBody", "P"), "list-items", verapdf=True),
    Breakage("lists without numbering", _without_attributes("L"), "list-numbering"),
    Breakage("a row too short", _drop_cell, "table-rows", verapdf=True),
    Breakage("fonts not embedded", _fonts(_unembed), "fonts-embedded", verapdf=True),
    Breakage("fonts without letters", _fonts(_drop_letters), "fonts-embedded", verapdf=True),
    Breakage("a third family", _fonts(_rename), "font-families"),
    Breakage("a colour", _drawing(rb"^", b"1 0 0 rg\n"), "grey"),
    Breakage("another paper", _pages(_narrow), "paper"),
    Breakage("small words", _drawing(rb"(/f\d+) 12 Tf", rb"\1 8 Tf"), "text-size"),
    Breakage("a small footer", _drawing(rb"(/f\d+) 9.5 Tf", rb"\1 6 Tf"), "text-size"),
    Breakage("words off the paper", _drawing(rb"^", b"1 0 0 1 400 0 cm\n"), "place"),
    Breakage("no foot", _drawing(rb"(?s)/Artifact.{1,80}/Footer.*?EMC", b""), "foot"),
    Breakage("a page without a number", _pages(_drop_foot), "foot"),
    Breakage(
        "words over the foot",
        _drawing(rb"(-1 \S+) \S+( cm/c0 cs 0 scn\nBT 0 Tr/f1 12 Tf)", rb"\1 33\2"),
        "margin-is-free",
    ),
    Breakage("a paragraph out of the tags", _drop_paragraph, "reached"),
    Breakage("content under another element", _rotate_parents, "parents"),
    Breakage("head cells of one name", _rename_cells, "cells"),
    Breakage("head cells that are not listed", _forget_cells, "cells"),
    Breakage("bookmarks that lead too low", _lower_bookmarks, "bookmarks"),
    Breakage("links beside their words", _pages(_move_links), "link-areas"),
    Breakage("words without a tag", _drawing(rb"(?s)/Span<</MCID 0>>BDC(.*?)EMC", rb"\1"), "reached", verapdf=True),
)
