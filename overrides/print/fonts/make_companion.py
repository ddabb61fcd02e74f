"""How NotoSans-*.ttf and the screen's noto-sans-*.woff2 were made from Debian's fonts-noto-core.

    python make_companion.py /usr/share/fonts/truetype/noto

Needs fonttools, brotli and uharfbuzz. Keeps the letters, marks and punctuation of Latin orthographies. Where a mark is
set above or below its letter by an offset (k̓), letter and mark become one glyph: the print program says the text of an
offset mark twice, and a screen reader would read lək̓k̓ʷəŋən. A browser sets marks by itself; it gets the letters in
two files, those of the Pacific Northwest first, and fetches the other one (thrice as heavy) only for letters beyond.
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
NEAR = [
    *(0x20, 0x27, 0x2D, 0xA0, 0x2019, *range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xC0, 0x180), 0x180, 0x19B, 0x1DD),
    *(*range(0x23A, 0x242), 0x243, 0x24C, 0x24D, 0x254, 0x259, 0x25B, 0x263, 0x268, 0x26B, 0x26C, 0x280, 0x28C, 0x294),
    *(0x295, 0x2B0, 0x2B7, 0x2BC, 0x2C0, 0x2C1, 0x2D0, 0x2E0, *range(0x300, 0x33A), 0x1E2A, 0x1E2B, 0x1E30, 0x1E31),
    *(0x1E34, 0x1E35, 0x1E48, 0x1E49, 0x1E6E, 0x1E6F),
]
"""The letters of orthographies between Vancouver Island and the Interior, and every mark that may stand on them."""
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


def reduce(source: Path, letters: list[int], features: list[str]) -> TTFont:
    """A font with some of its letters."""
    font = TTFont(source)
    options = subset.Options(hinting=False, notdef_outline=True)
    options.layout_features = features
    reducer = subset.Subsetter(options)
    reducer.populate(unicodes=letters)
    reducer.subset(font)
    return font


def main(source: Path) -> None:
    """Both weights, for paper and for the screen; prints the two ranges that the stylesheet names."""
    for weight in ("Regular", "Bold"):
        path = source / f"NotoSans-{weight}.ttf"
        font = reduce(path, KEPT, ["ccmp", "mark", "mkmk", "kern", "locl"])
        join_marks(font)
        font.save(HERE / f"NotoSans-{weight}.ttf")
        for name, letters in (("", NEAR), ("-beyond", KEPT)):
            font = reduce(path, letters, ["ccmp", "mark", "mkmk"])
            font.flavor = "woff2"
            font.save(WEB / f"noto-sans-{weight.lower()}{name}.woff2")
    print(ranges(NEAR), ranges([letter for letter in KEPT if letter not in NEAR]), sep="\n")


def ranges(letters: list[int]) -> str:
    """[0x41, 0x42, 0x61] -> `U+41-42, U+61`."""
    found: list[list[int]] = []
    for letter in sorted(letters):
        if found and letter == found[-1][1] + 1:
            found[-1][1] = letter
        else:
            found.append([letter, letter])
    return ", ".join(f"U+{first:X}" + (f"-{last:X}" if last > first else "") for first, last in found)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
