"""The styles of a Word document: what a partner finds in the list of styles, and changes there once for all.

Black on white, one typeface that every office has, weight and space instead of colour. Sizes are those of the PDFs.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from curriculum.formats.word.xml import part, twips, w
from curriculum.words.forms import is_mirrored, printed_of
from curriculum.words.labels import read_words
from curriculum.words.letters import COMPANIONS
from curriculum.words.model import Language

TYPEFACE = "Arial"
BOXES = "MS Gothic"
"""What Word itself takes for a box to tick."""
STEP = twips(7)
"""How far a list stands in from what is around it: room for a number of two figures."""
CARD_STEP = twips(4)
QUOTED = twips(5)
FRAME_INSET = twips(4)
CARD_INSET = twips(4)
CELL_INSET = twips(2)
OWN = {
    **{f"Heading{level}": f"heading {level}" for level in range(1, 5)},
    **{"ListParagraph": "List Paragraph", "Quote": "Quote", "Footer": "footer", "Hyperlink": "Hyperlink"},
}
"""The styles of Word itself, known by their English names in every language: it translates them."""
LINE_APART = twips(9)
"""Wide ruled paper is 8.7 mm."""


class Style(NamedTuple):
    """One style; what a reader sees in the list is in `OWN`, or in the `styles.yml` of a language."""

    id: str
    paragraph: str = ""
    run: str = ""
    base: str = "Normal"
    next: str = ""


def _size(points: float) -> str:
    return w("sz", val=round(points * 2)) + w("szCs", val=round(points * 2))


def _space(before: float = 0, after: float = 0, lines: float = 1.3) -> str:
    """White space in points, and the height of a line in lines."""
    return w("spacing", before=round(before * 20), after=round(after * 20), line=round(lines * 240), lineRule="auto")


def typeface_of(name: str) -> str:
    """The typeface of letters of every script."""
    return w("rFonts", ascii=name, eastAsia=name, hAnsi=name, cs=name)


def _edge(side: str, points: float, space: int = 0, kind: str = "single") -> str:
    return w(side, val=kind, sz=round(points * 8), space=space, color="auto")


def _edges(points: float, kind: str = "single", sides: str = "top left bottom right insideH insideV") -> str:
    return w("tblBorders", *(_edge(side, points, kind=kind) for side in sides.split()))


def _insets(across: int, above: int, below: int) -> str:
    sides = {"top": above, "left": across, "bottom": below, "right": across}
    return w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in sides.items()))


AROUND = "top left bottom right"
BOLD = w("b") + w("bCs")
KEEP = w("keepNext") + w("keepLines")
RULE = w("pBdr", _edge("bottom", 0.75), _edge("between", 0.75))
PARAGRAPHS = (
    Style("Heading1", KEEP + _space(0, 10, 1.1) + w("outlineLvl", val=0), BOLD + _size(21)),
    Style("Heading2", KEEP + _space(14, 4, 1.15) + w("outlineLvl", val=1), BOLD + _size(14.5)),
    Style("Heading3", KEEP + _space(12, 4, 1.15) + w("outlineLvl", val=2), BOLD + _size(12.5)),
    Style("Heading4", KEEP + _space(8, 3, 1.15) + w("outlineLvl", val=3), BOLD),
    Style("ListParagraph", _space(0, 4)),
    Style(
        "Quote",
        w("pBdr", _edge("left", 2.25, 9)) + _space(0, 7) + w("ind", left=QUOTED),
    ),
    Style("LeadIn", KEEP + _space(0, 0), next="WriteLine"),
    Style(
        "Gap",
        w("keepNext") + w("spacing", before=0, after=0, line=200, lineRule="exact"),
    ),
    Style(
        "Tick",
        w("tabs", w("tab", val="left", pos=STEP)) + _space(0, 3, 1.2) + w("ind", left=STEP, hanging=STEP),
    ),
    Style(
        "WriteLine",
        RULE + w("spacing", before=0, after=200, line=LINE_APART, lineRule="exact") + w("contextualSpacing"),
    ),
    Style("FrameTitle", KEEP + _space(0, 4), BOLD, next="Normal"),
    Style("PictureTitle", KEEP + _space(8, 4), BOLD, next="Normal"),
    Style("TableText", _space(lines=1.1)),
    Style("TableHead", "", BOLD, base="TableText"),
    Style("RowHead", base="TableText"),
    Style("TickCell", w("jc", val="center"), base="TableText"),
    Style("CardText", _space(0, 3, 1.05), _size(11)),
    Style("CardWrite", _space(7, 3, 1.05), base="CardText"),
    Style("CardTitle", KEEP, BOLD + _size(12.5), base="CardText"),
    Style(
        "Signature",
        w("pBdr", _edge("top", 0.75, 3)) + _space(lines=1.15),
    ),
    Style("Footer", _space(lines=1.1), _size(9.5)),
)
CHARACTERS = (
    Style("Hyperlink", run=w("u", val="single")),
    Style("Blank", run=w("u", val="single")),
    Style(
        "Companion",
        run=typeface_of(COMPANIONS[0].office) + w("noProof"),
    ),
    Style("Box", run=w("rFonts", ascii=BOXES, eastAsia=BOXES, hAnsi=BOXES) + _size(13)),
)
TABLES = (
    Style("DataTable", _edges(0.75) + _insets(CELL_INSET, 70, 70)),
    Style("Frame", _edges(1, sides=AROUND) + _insets(FRAME_INSET, 0, 0)),
    Style("NoteFrame", _edges(0.5, sides=AROUND) + _insets(FRAME_INSET, 0, 0)),
    Style("Card", _edges(0.5, "dashed") + _insets(CARD_INSET, CARD_INSET, 0)),
    Style("Signatures", _insets(0, 0, 0)),
)


@cache
def styles_part(language: Language) -> bytes:
    """`word/styles.xml`, with the language in which Word checks the spelling."""
    defaults = w(
        "docDefaults",
        w("rPrDefault", w("rPr", typeface_of(TYPEFACE), _size(12), _spoken(language))),
        w("pPrDefault", w("pPr", w("widowControl"), _space(0, 7))),
    )
    kinds = (("paragraph", PARAGRAPHS), ("character", CHARACTERS), ("table", TABLES))
    styles = (_style(kind, style, language) for kind, group in kinds for style in group)
    return part("styles", defaults, *_bases(is_mirrored(language)), *styles)


def _spoken(language: Language) -> str:
    """The language of the words; Word has a place of its own for one that starts at the right."""
    of = printed_of(language)
    return w("lang", val=of, bidi=of) if is_mirrored(language) else w("lang", val=of)


def _bases(mirrored: bool) -> tuple[str, ...]:
    """The styles that all others start from."""
    sides = (w("pPr", w("bidi")), w("rPr", w("rtl"))) if mirrored else ()
    return (
        w("style", w("name", val="Normal"), w("qFormat"), *sides, type="paragraph", default=1, styleId="Normal"),
        w("style", w("name", val="Default Paragraph Font"), type="character", default=1, styleId="Words"),
        w(
            "style",
            w("name", val="Normal Table"),
            w("tblPr", _insets(0, 0, 0)),
            type="table",
            default=1,
            styleId="Table",
        ),
    )


def _style(kind: str, style: Style, language: Language) -> str:
    base = {"paragraph": style.base, "character": "Words", "table": "Table"}[kind]
    properties = "tblPr" if kind == "table" else "pPr"
    return w(
        "style",
        w("name", val=OWN.get(style.id) or read_words("styles", language)[style.id]),
        w("basedOn", val=base),
        w("next", val=style.next) if style.next else "",
        w("qFormat"),
        w(properties, style.paragraph) if style.paragraph else "",
        w("rPr", style.run) if style.run else "",
        type=kind,
        styleId=style.id,
    )
