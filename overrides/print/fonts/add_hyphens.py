"""How the hyphens that a word processor types (U+2010, and U+2011, at which no line ends) came into the first typeface.

    python add_hyphens.py ../../assets/fonts/atkinson-hyperlegible-next.woff2 AtkinsonHyperlegibleNext-*.ttf

Needs fonttools and brotli. Run it again after a file was made anew: the typeface draws one hyphen, under one code.
"""

from __future__ import annotations

import sys

from fontTools.ttLib import TTFont

HYPHENS = (0x2010, 0x2011)


def add(path: str) -> None:
    """Both as the hyphen that is there."""
    font = TTFont(path)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(dict.fromkeys(HYPHENS, table.cmap[ord("-")]))
    font.save(path, reorderTables=False)


if __name__ == "__main__":
    for each in sys.argv[1:]:
        add(each)
