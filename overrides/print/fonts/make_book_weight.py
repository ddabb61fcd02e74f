"""How AtkinsonHyperlegibleNext-Book*.ttf were made from the variable fonts of Atkinson Hyperlegible Next.

    python make_book_weight.py FOLDER_OF_WOFF2

Needs fonttools and brotli; the folder holds atkinson-hyperlegible-next-latin-wght-{normal,italic}.woff2. Toner spreads,
and a full page of the regular weight (400) covers 7.6 % of the paper: at 350 the strokes are a tenth thinner on screen
and come out of an office printer as they were drawn. The bold stays as it is.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).resolve().parent
WEIGHT = 350
REGULAR = 400
"""What programs are told, so that they take it for the plain weight."""


def make(source: Path, target: Path) -> None:
    """One cut of the variable font, under the family's name."""
    font = instantiateVariableFont(TTFont(source), {"wght": WEIGHT})
    font.flavor = None
    font["OS/2"].usWeightClass = REGULAR
    font["head"].modified = font["head"].created
    font.save(target, reorderTables=False)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for style, name in (("normal", "Book"), ("italic", "BookItalic")):
        source = folder / f"atkinson-hyperlegible-next-latin-wght-{style}.woff2"
        make(source, HERE / f"AtkinsonHyperlegibleNext-{name}.ttf")
