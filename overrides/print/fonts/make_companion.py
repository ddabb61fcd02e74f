"""How NotoSans-*.ttf and the web's noto-sans-*.woff2 were made from Debian's fonts-noto-core.

    python make_companion.py /usr/share/fonts/truetype/noto

Needs fonttools, brotli and uharfbuzz. Keeps the letters, marks and punctuation of Latin orthographies. Where a mark is
set above or below its letter by an offset (k̓), letter and mark become one glyph: the print program says the text of an
offset mark twice, and a screen reader would read lək̓k̓ʷəŋən.
"""

from __future__ import annotations

import sys
from pathlib import Path

import uharfbuzz as hb
from fontTools import subset
from fontTools.otlLib.builder import buildLigatureSubstSubtable
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

HERE = Path(__file__).resolve().parent
WEB = HERE.parents[1] / "assets" / "fonts"
KEPT = [*range(0x20, 0x370), *range(0x1E00, 0x1F00), 0xA0, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026]
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZəŋɬλƛχʷθæɛɔ"
MARKS = "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030c\u0313\u0315\u0323\u0324\u0331\u0332"


def join_marks(font: TTFont) -> None:
    """One glyph, and one ligature, for each letter and mark that shaping leaves as two."""
    path = HERE / "shaping.ttf"
    font.save(path)
    shaper = hb.Font(hb.Face(hb.Blob.from_file_path(str(path))))
    names, ligatures = list(font.getGlyphOrder()), {}
    for letter in LETTERS:
        for mark in MARKS:
            buffer = hb.Buffer()
            buffer.add_str(letter + mark)
            buffer.guess_segment_properties()
            hb.shape(shaper, buffer)
            glyphs, places = buffer.glyph_infos, buffer.glyph_positions
            if len(glyphs) == 2 and 0 not in (glyphs[0].codepoint, glyphs[1].codepoint):
                parts = tuple(names[glyph.codepoint] for glyph in glyphs)
                offset = (places[0].x_advance + places[1].x_offset, places[1].y_offset)
                ligatures[parts] = add_composite(font, parts, offset)
    path.unlink()
    font.setGlyphOrder(list(font["glyf"].glyphOrder))
    add_lookup(font, ligatures)


def add_composite(font: TTFont, parts: tuple[str, ...], offset: tuple[int, int]) -> str:
    """A glyph drawn as letter and mark."""
    name = "_".join(parts)
    glyph = Glyph()
    glyph.numberOfContours = -1
    glyph.components = []
    for part, (x, y) in zip(parts, ((0, 0), offset), strict=True):
        component = GlyphComponent()
        component.glyphName, component.x, component.y, component.flags = part, x, y, 0x204 if part == parts[0] else 0x4
        glyph.components.append(component)
    font["glyf"][name] = glyph
    font["hmtx"][name] = font["hmtx"][parts[0]]
    return name


def add_lookup(font: TTFont, ligatures: dict[tuple[str, ...], str]) -> None:
    """The ligatures as the last lookup of every `ccmp` feature."""
    table = font["GSUB"].table
    lookup = otTables.Lookup()
    lookup.LookupType, lookup.LookupFlag = 4, 0
    lookup.SubTable = [buildLigatureSubstSubtable(ligatures)]
    lookup.SubTableCount = 1
    table.LookupList.Lookup.append(lookup)
    table.LookupList.LookupCount += 1
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "ccmp":
            record.Feature.LookupListIndex.append(table.LookupList.LookupCount - 1)
            record.Feature.LookupCount += 1


def main(source: Path) -> None:
    """Both weights, for paper and for the web."""
    for weight in ("Regular", "Bold"):
        font = TTFont(source / f"NotoSans-{weight}.ttf")
        options = subset.Options(hinting=False, notdef_outline=True)
        options.layout_features = ["ccmp", "mark", "mkmk", "kern", "locl"]
        reducer = subset.Subsetter(options)
        reducer.populate(unicodes=KEPT)
        reducer.subset(font)
        join_marks(font)
        font.save(HERE / f"NotoSans-{weight}.ttf")
        font.flavor = "woff2"
        font.save(WEB / f"noto-sans-{weight.lower()}.woff2")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
