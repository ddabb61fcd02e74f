"""The order of elements in the XML of a DOCX. LibreOffice reads any order; Word calls a file with another one damaged.

From the schema of WordprocessingML, ECMA-376 part 1, annex A (wml.xsd): the elements that our documents may hold, in
the order of their complex types.
"""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

from reading.word.words import W, read_part

ORDERS = {
    "document": "body",
    "p": "pPr *",
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr tabs spacing ind contextualSpacing jc "
    "outlineLvl",
    "numPr": "ilvl numId",
    "pBdr": "top left bottom right between",
    "r": "rPr *",
    "rPr": "rStyle rFonts b bCs i iCs noProof color sz szCs u lang",
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tr": "trPr tc",
    "trPr": "*",
    "tc": "tcPr *",
    "tcPr": "tcW gridSpan tcBorders tcMar vAlign",
    "tcMar": "top left bottom right",
    "sdt": "sdtPr sdtContent",
    "sectPr": "footerReference pgSz pgMar",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "style": "name basedOn next uiPriority qFormat pPr rPr tblPr",
    "numbering": "abstractNum num",
    "abstractNum": "multiLevelType lvl",
    "lvl": "start numFmt lvlText lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "settings": "zoom defaultTabStop characterSpacingControl compat",
}


def misplaced(docx: bytes) -> list[str]:
    """`parent/child` for each element that stands where the schema has no place for it."""
    with ZipFile(BytesIO(docx)) as archive:
        parts = [name for name in archive.namelist() if name.startswith("word/") and name.endswith(".xml")]
    return [
        f"{parent.tag.removeprefix(W)}/{name}"
        for part in parts
        for parent in read_part(docx, part).iter()
        if (order := ORDERS.get(str(parent.tag).removeprefix(W)))
        for name in _strays([child.tag.removeprefix(W) for child in parent], order.split())
    ]


def _strays(names: list[str], order: list[str]) -> list[str]:
    """Names that are not in the order, or come before one that must be first; `*` stands for any other."""
    places = [order.index(name) if name in order else order.index("*") if "*" in order else -1 for name in names]
    before = [name for (place, after), name in zip(pairwise(places), names[1:], strict=True) if after < place]
    return [name for name, place in zip(names, places, strict=True) if place < 0] + before
