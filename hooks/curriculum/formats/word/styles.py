"""The styles of a Word document: what a partner finds in the list of styles, and changes there once for all.

Black on white, one typeface that every office has, weight and space instead of colour. Sizes are those of the PDFs.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from curriculum.formats.word.xml import part, twips, w
from curriculum.words.model import Language, Text

TYPEFACE = "Arial"
COMPANION = "Calibri"
"""Comes with every Word, and can write what Arial cannot: lək̓ʷəŋən."""
BOXES = "MS Gothic"
"""What Word itself takes for a box to tick."""
STEP = twips(7)
"""How far a list stands in from what is around it: room for a number of two figures."""
CARD_STEP = twips(4)
QUOTED = twips(5)
FRAME_INSET = twips(4)
CARD_INSET = twips(4)
CELL_INSET = twips(2)
LINE_APART = twips(9)
"""Wide ruled paper is 8.7 mm."""


class Style(NamedTuple):
    """One style: the names are what a reader of either language sees in the list; Word translates its own."""

    id: str
    name: Text
    paragraph: str = ""
    run: str = ""
    base: str = "Normal"
    next: str = ""


def _own(name: str) -> Text:
    """A style of Word itself, known by its English name in every language."""
    return Text(name, name)


def _size(points: float) -> str:
    return w("sz", val=round(points * 2)) + w("szCs", val=round(points * 2))


def _space(before: float = 0, after: float = 0, lines: float = 1.3) -> str:
    """White space in points, and the height of a line in lines."""
    return w("spacing", before=round(before * 20), after=round(after * 20), line=round(lines * 240), lineRule="auto")


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
    Style("Heading1", _own("heading 1"), KEEP + _space(0, 10, 1.1) + w("outlineLvl", val=0), BOLD + _size(21)),
    Style("Heading2", _own("heading 2"), KEEP + _space(14, 4, 1.15) + w("outlineLvl", val=1), BOLD + _size(14.5)),
    Style("Heading3", _own("heading 3"), KEEP + _space(12, 4, 1.15) + w("outlineLvl", val=2), BOLD + _size(12.5)),
    Style("Heading4", _own("heading 4"), KEEP + _space(8, 3, 1.15) + w("outlineLvl", val=3), BOLD),
    Style("ListParagraph", _own("List Paragraph"), _space(0, 4)),
    Style(
        "Quote",
        _own("Quote"),
        w("pBdr", _edge("left", 2.25, 9)) + _space(0, 7) + w("ind", left=QUOTED),
    ),
    Style("LeadIn", Text("Before lines", "Avant des lignes"), KEEP + _space(0, 0), next="WriteLine"),
    Style(
        "Gap",
        Text("Between tables", "Entre deux tableaux"),
        w("keepNext") + w("spacing", before=0, after=0, line=200, lineRule="exact"),
    ),
    Style(
        "Tick",
        Text("Item to tick", "Élément à cocher"),
        w("tabs", w("tab", val="left", pos=STEP)) + _space(0, 3, 1.2) + w("ind", left=STEP, hanging=STEP),
    ),
    Style(
        "WriteLine",
        Text("Line to write on", "Ligne pour écrire"),
        RULE + w("spacing", before=0, after=200, line=LINE_APART, lineRule="exact") + w("contextualSpacing"),
    ),
    Style("FrameTitle", Text("Title in a frame", "Titre d’encadré"), KEEP + _space(0, 4), BOLD, next="Normal"),
    Style("PictureTitle", Text("Title of a picture", "Titre de figure"), KEEP + _space(8, 4), BOLD, next="Normal"),
    Style("TableText", Text("Text in a table", "Texte de tableau"), _space(lines=1.1)),
    Style("TableHead", Text("Head of a column", "Titre de colonne"), "", BOLD, base="TableText"),
    Style("RowHead", Text("Head of a row", "Titre de ligne"), base="TableText"),
    Style("TickCell", Text("Cell to tick", "Case à cocher"), w("jc", val="center"), base="TableText"),
    Style("CardText", Text("Text on a card", "Texte de carte"), _space(0, 3, 1.05), _size(11)),
    Style("CardWrite", Text("Blank on a card", "Espace sur une carte"), _space(7, 3, 1.05), base="CardText"),
    Style("CardTitle", Text("Title of a card", "Titre de carte"), KEEP, BOLD + _size(12.5), base="CardText"),
    Style(
        "Signature",
        Text("Label under a signature", "Mention sous une signature"),
        w("pBdr", _edge("top", 0.75, 3)) + _space(lines=1.15),
    ),
    Style("Footer", _own("footer"), _space(lines=1.1), _size(9.5)),
)
CHARACTERS = (
    Style("Hyperlink", _own("Hyperlink"), run=w("u", val="single")),
    Style("Blank", Text("Blank to fill in", "Espace à remplir"), run=w("u", val="single")),
    Style(
        "Companion",
        Text("Letters of other languages", "Lettres d’autres langues"),
        run=w("rFonts", ascii=COMPANION, hAnsi=COMPANION, cs=COMPANION) + w("noProof"),
    ),
    Style("Box", Text("Box to tick", "Case"), run=w("rFonts", ascii=BOXES, eastAsia=BOXES, hAnsi=BOXES) + _size(13)),
)
TABLES = (
    Style("DataTable", Text("Table with heads", "Tableau avec titres"), _edges(0.75) + _insets(CELL_INSET, 70, 70)),
    Style("Frame", Text("Frame", "Encadré"), _edges(1, sides=AROUND) + _insets(FRAME_INSET, 0, 0)),
    Style(
        "NoteFrame", Text("Frame of a note", "Encadré de note"), _edges(0.5, sides=AROUND) + _insets(FRAME_INSET, 0, 0)
    ),
    Style("Card", Text("Pocket card", "Carte de poche"), _edges(0.5, "dashed") + _insets(CARD_INSET, CARD_INSET, 0)),
    Style("Signatures", Text("Signatures", "Signatures"), _insets(0, 0, 0)),
)


@cache
def styles_part(language: Language) -> bytes:
    """`word/styles.xml`, with the language in which Word checks the spelling."""
    defaults = w(
        "docDefaults",
        w("rPrDefault", w("rPr", _typeface(), _size(12), w("lang", val=region_of(language.value)))),
        w("pPrDefault", w("pPr", w("widowControl"), _space(0, 7))),
    )
    kinds = (("paragraph", PARAGRAPHS), ("character", CHARACTERS), ("table", TABLES))
    styles = (_style(kind, style, language) for kind, group in kinds for style in group)
    return part("styles", defaults, *_bases(), *styles)


def region_of(language: str) -> str:
    """Both languages are those of Canada: `fr` -> `fr-CA`; another language stays as it is."""
    return f"{language}-CA" if language in [known.value for known in Language] else language


def _typeface() -> str:
    return w("rFonts", ascii=TYPEFACE, eastAsia=TYPEFACE, hAnsi=TYPEFACE, cs=TYPEFACE)


def _bases() -> tuple[str, ...]:
    """The styles that all others start from."""
    return (
        w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", default=1, styleId="Normal"),
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
        w("name", val=style.name[language]),
        w("basedOn", val=base),
        w("next", val=style.next) if style.next else "",
        w("qFormat"),
        w(properties, style.paragraph) if style.paragraph else "",
        w("rPr", style.run) if style.run else "",
        type=kind,
        styleId=style.id,
    )
