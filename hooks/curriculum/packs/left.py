"""A cell of a Word table -> what stands in it that its row cannot take in, whether it is seen or not.

What is read is a list, and so is what says nothing: whatever else a program puts there is told, never passed over.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator

from curriculum.adopt.word_runs import BOXES, W, value_of
from curriculum.packs.looks import DocumentStyles
from curriculum.packs.values import RowFault

READ = {"p", "r", "t", "tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "sym", "hyperlink"}
AROUND = {"sdt", "sdtContent", "smartTag", "customXml", "dir", "bdo"}
SILENT = {"proofErr", "bookmarkStart", "bookmarkEnd", "permStart", "permEnd", "lastRenderedPageBreak"}
ABOUT = re.compile(r"\w+Pr")
"""What stands about something, not in it."""
FIELD = {"fldSimple", "fldChar", "instrText"}
STRUCK, HIDDEN = ("strike", "dstrike"), ("vanish", "specVanish", "webHidden")
TRACKED = re.compile(
    r"ins|del|move(?:From|To)\w*|cell(?:Ins|Del|Merge)|\w+Change|customXml(?:Ins|Del|Move)\w+|conflict\w+"
)
REMARK = re.compile(r"comment(?:Reference|Range\w+)|annotationRef")
ADDRESS = re.compile(r"\S*[\w-]\.\w{2}\S*|\S+@\S+|\w+:\S+")
"""What programs make a link of by themselves: it leads to what it says. `index.md` looks like an address to some."""


def left_in_row(row: etree.Element) -> Iterator[RowFault]:
    """What may stand on neither side: nobody has decided yet, or it was said to somebody who will not see it."""
    if any(TRACKED.fullmatch(_name(element)) for element in row.iter()):
        yield RowFault.CHANGES
    if has_remark(row):
        yield RowFault.COMMENTS
    if row.find(f"{W}trPr/{W}hidden") is not None:
        yield RowFault.HIDDEN


def has_remark(part: etree.Element) -> bool:
    """True where somebody wrote a remark beside a part of the document."""
    return any(REMARK.fullmatch(_name(element)) for element in part.iter())


def left_in(cell: etree.Element, looks: DocumentStyles) -> Iterator[RowFault]:
    """What stands in the cell of the translation and cannot be read as it is seen."""
    for child in cell:
        yield from _left(child, cell, looks)


def _left(element: etree.Element, paragraph: etree.Element, looks: DocumentStyles) -> Iterator[RowFault]:
    name = _name(element)
    if TRACKED.fullmatch(name) or REMARK.fullmatch(name) or ABOUT.fullmatch(name):
        if element.find(f"{W}showingPlcHdr") is not None:
            yield RowFault.FIELD
        return
    if name in FIELD:
        yield RowFault.FIELD
    elif name not in READ | AROUND | SILENT:
        yield RowFault.FOREIGN
        return
    if name == "sym" and not letter_of(element):
        yield RowFault.SIGN
    if name == "hyperlink" and not ADDRESS.fullmatch(_words(element)):
        yield RowFault.LINK
    paragraph = element if name == "p" else paragraph
    if name == "r" and _words(element):
        yield from (RowFault.STRUCK for one in STRUCK if looks.is_on(element, paragraph, one))
        yield from (RowFault.HIDDEN for one in HIDDEN if looks.is_on(element, paragraph, one))
        if _is_lit(element):
            yield RowFault.LIT
    for child in element:
        yield from _left(child, paragraph, looks)


def _is_lit(run: etree.Element) -> bool:
    """True for words that a marker was drawn over; white and no colour are none."""
    drawn = value_of(run, "w:rPr/w:highlight"), run.find(f"{W}rPr/{W}shd")
    fill = "" if drawn[1] is None else drawn[1].get(f"{W}fill", "")
    return drawn[0] not in ("", "none", "white") or fill.upper() not in ("", "AUTO", "FFFFFF")


def letter_of(symbol: etree.Element) -> str:
    """A sign of a typeface of symbols as a letter that any typeface has; "" where there is none that is known."""
    return BOXES.get(symbol.get(f"{W}char", "").upper(), "")


def _words(element: etree.Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{W}t")).strip()


def _name(element: etree.Element) -> str:
    """The name of an element of Word; of another format with what it is of, so that none is taken for Word's."""
    return element.tag.removeprefix(W)
