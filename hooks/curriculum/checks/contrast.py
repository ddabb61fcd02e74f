"""Colours of an edition that somebody could not read: the contrast of letters with what they stand on.

Source: Web Content Accessibility Guidelines 2.2, “relative luminance” and “contrast ratio”,
https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from curriculum.read.layers import Sources
from curriculum.read.styles import Palette, palette_of
from curriculum.words.model import Problem, Term, Words
from curriculum.words.theme import DARK, LIGHT, Theme

LEAST = 4.5
"""Of letters; what is drawn, and the frame around what has the focus, need 3 and have the colours of letters."""
PAIRS = (
    *((letters, ground) for letters in ("ink", "soft", "follow", "amber") for ground in ("paper", "sheet")),
    *(("amber", "amber-sheet"), ("ink", "amber-sheet")),
)
"""Letters, and what they stand on. An edition leaves amber, which is the facilitators’, as it is."""
STEPS = 255


def check_contrast(sources: Sources) -> list[Problem]:
    """Each colour of the edition with the pair that reads worst, and the nearest colour that all its pairs allow."""
    theme, palettes = sources.theme, palette_of(sources.styles)
    return [problem for light in (LIGHT, DARK) for problem in _check(theme, light, palettes.get(light, {}))]


def _check(theme: Theme, light: str, palette: Palette) -> Iterator[Problem]:
    own = {name for name, of in theme.colours if of == light}
    told: set[str] = set()
    for letters, ground in sorted(_poor(PAIRS, palette), key=lambda pair: _ratio_of(pair, palette)):
        name = letters if letters in own else ground if ground in own else ""
        if name and name not in told:
            told.add(name)
            yield _problem(theme, name, light, (letters, ground), palette)


def _problem(theme: Theme, name: str, light: str, pair: tuple[str, str], palette: Palette) -> Problem:
    other = pair[1] if name == pair[0] else pair[0]
    near = nearest(name, palette)
    values: dict[str, Words] = {
        **{"key": name, "found": palette[name], "other": other, "beside": palette[other]},
        **{"ratio": math.floor(_ratio_of(pair, palette) * 10) / 10, "expected": LEAST, "light": Term(f"in-{light}")},
        "cure": Term("colour-near", {"colour": near}) if near else Term("colour-none", {"other": other}),
    }
    return Problem(theme.path, theme.lines[name, light], "colour-contrast", values)


def _poor(pairs: Iterable[tuple[str, str]], palette: Palette) -> list[tuple[str, str]]:
    return [pair for pair in pairs if {*pair} <= palette.keys() and _ratio_of(pair, palette) < LEAST]


def _ratio_of(pair: tuple[str, str], palette: Palette) -> float:
    return contrast(palette[pair[0]], palette[pair[1]])


def nearest(name: str, palette: Palette) -> str:
    """The colour nearest to the one of this name, on its way to black or to white, that all its pairs allow; or "".

    In:  "follow", {"follow": "#8fa9ab", "paper": "#ffffff"}
    Out: "#6c8082"
    """
    pairs = [pair for pair in PAIRS if name in pair]
    for step in range(1, STEPS + 1):
        for end in (0, 255):
            mixed = mix(palette[name], end, step / STEPS)
            if not _poor(pairs, {**palette, name: mixed}):
                return mixed
    return ""


def mix(colour: str, end: int, share: float) -> str:
    """A colour with a share of black (0) or white (255) in it."""
    return "#" + "".join(f"{round(part + (end - part) * share):02x}" for part in _parts(colour))


def contrast(one: str, other: str) -> float:
    """From 1, the same, to 21, black and white.

    In:  "#000000", "#ffffff"
    Out: 21.0
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _luminance(colour: str) -> float:
    parts = (part / 255 for part in _parts(colour))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
