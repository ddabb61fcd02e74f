"""How NotoSans*.ttf and the screen's noto-sans-*.woff2 were made from Debian's fonts-noto-core.

    python make_companion.py /usr/share/fonts/truetype/noto

Needs fonttools, brotli and uharfbuzz. Keeps the letters, marks and punctuation of Latin orthographies. Where marks are
set above or below their letter by an offset (k̓), letter and marks become one glyph: the print program says the text of
an offset mark twice, and a screen reader would read lək̓k̓ʷəŋən. A browser sets marks by itself; it gets the letters in
two files, those of the Pacific Northwest first, and fetches the other one (thrice as heavy) only for letters beyond.
Another script is a row of `OTHERS`: its letters have no marks to set, and are one file for each weight.
"""

from __future__ import annotations

import sys
from itertools import product
from pathlib import Path
from unicodedata import normalize

import uharfbuzz as hb
from fontTools import subset
from fontTools.otlLib.builder import buildLigatureSubstSubtable
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

HERE = Path(__file__).resolve().parent
WEB = HERE.parents[1] / "assets" / "fonts"
RAISED = [*range(0x1D43, 0x1D4E), *range(0x1D9C, 0x1DC0)]
LAMBDA = 0xA7DC
"""The capital of ƛ, younger than the fonts: it is drawn here."""
BAR, SLANT = (310, 230), [[1, 0.3], [0, 1]]
CAPITALS = [0xA78D, *range(0xA7AA, 0xA7AF), *range(0xA7B0, 0xA7B4), 0xA7C5, LAMBDA]
"""Ɬ and others, whose small letters have stood in Unicode for longer."""
ADDED = [*map(ord, "ΘΛΧθλχᵽ꞉Ꞌꞌꞏꭓ"), *RAISED, *range(0x2C60, 0x2C80), *CAPITALS]
"""Letters of Latin orthographies that stand in other parts of Unicode: Greek ones, small raised ones, ⱡ, ꞌ."""
PUNCTUATION = [0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026]
KEPT = [*range(0x20, 0x370), *range(0x1E00, 0x1F00), *PUNCTUATION, *ADDED]
NEAR = [
    *map(ord, " '-7:\u00a0·\u2011’ƀƎƏƛǝǰɌɍɔəɛɣɨɩɫɬʀʊʌʔʕʰʷʸʼˀˁːˑˠΘΛΧθλχᵊᶻᶿ꞉ꞋꞌꞏꞭꞳꭓ\ua7dc"),
    *(*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xC0, 0x180), *range(0x1E4, 0x1EC), *range(0x23A, 0x244)),
    *(*range(0x300, 0x33A), *range(0x1E0C, 0x1E96), 0x1EA0, 0x1EA1, *range(0x1ECA, 0x1ECE), 0x1EE4),
    *(0x1EE5, *range(0x2C60, 0x2C67)),
]
"""The letters of orthographies from Vancouver Island to the territories, and every mark that may stand on them."""
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZəƏǝƎŋŊɬꞭłŁɫⱢλΛƛ\ua7dcχΧꭓꞳʷθΘæɛƐɔƆɣƔǥıɩʊʔʕɂɁ"
MARKS = "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030c\u0313\u0315\u0323\u0324\u0328\u0331\u0332"
VOWELS, CONSONANTS = "aeiouəǝıAEIOUƏƎ", "gkqxlmntwXKQGTLMNW"
"""Those that take a mark below and another one above."""
DRESSED_VOWELS = "áàâäāéèêëēíìîïīóòôöōúùûüūąęįǫųạẹịọụÁÀÂÄĀÉÈÊËĒÍÌÎÏĪÓÒÔÖŌÚÙÛÜŪĄĘĮǪŲẠẸỊỌỤ"
DRESSED = "čČšŠžŽǰǧǦḏḎḡḠḥḤḵḴḷḶḻḺṃṂṇṆṉṈṣṢṭṬṯṮẋẊẕẔ"
"""Letters with a mark of their own, which take a second one."""
TONES, GLOTTAL = "\u0300\u0301\u0302\u0304\u030c", "\u0313\u0315"
OTHERS = {"CanadianAboriginal": [0x20, 0xA0, *range(0x1400, 0x1680), *range(0x18B0, 0x18F6)]}
"""Other scripts, by the name that their font has after NotoSans, and their letters."""


def spellings() -> list[str]:
    """Every letter with its marks, as it is written when it is composed."""
    once = [*product(LETTERS, MARKS), *product(DRESSED_VOWELS, TONES), *product(DRESSED, GLOTTAL)]
    twice = [*product(VOWELS, "\u0323\u0328", TONES), *product(CONSONANTS, "\u0323\u0331\u0332", GLOTTAL)]
    written = {normalize("NFC", "".join(pair)) for pair in (*once, *twice)}
    return sorted(spelling for spelling in written if len(spelling) > 1)


def join_marks(font: TTFont) -> None:
    """One glyph, and one ligature, for each letter and its marks that shaping leaves as several."""
    path = HERE / "shaping.ttf"
    font.save(path)
    shaper = hb.Font(hb.Face(hb.Blob.from_file_path(str(path))))
    names, ligatures = list(font.getGlyphOrder()), {}
    for spelling in spellings():
        buffer = hb.Buffer()
        buffer.add_str(spelling)
        buffer.guess_segment_properties()
        hb.shape(shaper, buffer)
        glyphs, places = buffer.glyph_infos, buffer.glyph_positions
        parts = tuple(names[glyph.codepoint] for glyph in glyphs)
        if len(parts) > 1 and names[0] not in parts and parts not in ligatures:
            offsets = [(places[0].x_advance + place.x_offset, place.y_offset) for place in places[1:]]
            ligatures[parts] = add_composite(font, parts, [(0, 0), *offsets])
    path.unlink()
    font.setGlyphOrder(list(font["glyf"].glyphOrder))
    add_lookup(font, ligatures)


def add_composite(font: TTFont, parts: tuple[str, ...], offsets: list[tuple[int, int]]) -> str:
    """A glyph drawn as letter and marks."""
    name = "_".join(parts)
    glyph = Glyph()
    glyph.numberOfContours = -1
    glyph.components = []
    for part, (x, y) in zip(parts, offsets, strict=True):
        component = GlyphComponent()
        component.glyphName, component.x, component.y, component.flags = part, x, y, 0x204 if part == parts[0] else 0x4
        glyph.components.append(component)
    font["glyf"][name] = glyph
    font["hmtx"][name] = font["hmtx"][parts[0]]
    return name


def draw_lambda(font: TTFont) -> None:
    """Λ with the bar of ƛ across its top, which rises to the right as there."""
    name = add_composite(font, ("Lambda", "strokeshortoverlaycomb"), [(0, 0), BAR])
    font["glyf"][name].components[1].transform = SLANT
    font.setGlyphOrder(list(font["glyf"].glyphOrder))
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[LAMBDA] = name
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in (getattr(one, "ExtSubTable", one) for one in lookup.SubTable):
            bases = getattr(table, "BaseCoverage", None)
            if bases and "Lambda" in bases.glyphs:  # marks sit on it as on Λ
                table.BaseArray.BaseRecord.append(table.BaseArray.BaseRecord[bases.glyphs.index("Lambda")])
                table.BaseArray.BaseCount += 1
                bases.glyphs.append(name)


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
    if LAMBDA in letters:
        draw_lambda(font)
    options = subset.Options(hinting=False, notdef_outline=True)
    options.layout_features = features
    reducer = subset.Subsetter(options)
    reducer.populate(unicodes=letters)
    reducer.subset(font)
    return font


def main(source: Path) -> None:
    """Both weights, for paper and for the screen; prints the ranges that the stylesheet names."""
    for weight in ("Regular", "Bold"):
        path = source / f"NotoSans-{weight}.ttf"
        font = reduce(path, KEPT, ["ccmp", "mark", "mkmk", "kern", "locl"])
        join_marks(font)
        font.save(HERE / f"NotoSans-{weight}.ttf")
        for name, letters in (("", NEAR), ("-beyond", KEPT)):
            write_for_screen(reduce(path, letters, ["ccmp", "mark", "mkmk"]), f"{weight}{name}")
        for name, letters in OTHERS.items():
            font = reduce(source / f"NotoSans{name}-{weight}.ttf", letters, [])
            font.save(HERE / f"NotoSans{name}-{weight}.ttf")
            write_for_screen(font, f"{name}-{weight}")
    print(ranges(KEPT), ranges(NEAR), sep="\n")
    print(*(ranges([letter for letter in letters if letter > 0xFF]) for letters in OTHERS.values()), sep="\n")


def write_for_screen(font: TTFont, name: str) -> None:
    """A font as browsers fetch it."""
    font.flavor = "woff2"
    font.save(WEB / f"noto-sans-{name.lower()}.woff2")


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
