"""How overrides/assets/fonts/atkinson-hyperlegible-next.woff2 was made: both weights of the screen in one small file.

    python make_screen_weights.py SOURCE.woff2 LETTERS.woff2 TARGET.woff2

Needs fonttools and brotli; SOURCE is atkinson-hyperlegible-next-latin-wght-normal.woff2, LETTERS a font with those that
are kept, such as TARGET as it is now. One variable file of 18 KB in place of two of 25, and one request less. Accents
stand in its letters; rules for placing loose ones, which other letters need, are in the companion font alone.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

WEIGHTS = (400, 400, 700)
FEATURES = ["kern", "liga"]


def make(source: Path, letters: Path, target: Path) -> None:
    """The variable font, from regular to bold, with those letters only."""
    whole = BytesIO()
    font = instantiateVariableFont(TTFont(source), {"wght": WEIGHTS})
    font.flavor = None
    font.save(whole)
    font = TTFont(whole)
    subsetter = Subsetter(Options(layout_features=FEATURES, hinting=False, notdef_outline=True))
    subsetter.populate(unicodes=TTFont(letters).getBestCmap())
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(target)


if __name__ == "__main__":
    make(*map(Path, sys.argv[1:4]))
