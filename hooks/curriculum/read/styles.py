"""The styles of the pages, each layer in a file of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from curriculum.read.textfile import read_text
from curriculum.words.forms import is_mirrored
from curriculum.words.model import Language, Problem
from curriculum.words.theme import DARK, LIGHT, Theme

FOLDER = "overrides/styles"
Styles = Mapping[str, str]
"""The text of each layer by its name without ending: `base`."""
Palette = Mapping[str, str]
"""Colours by their names: {"paper": "#fbf8f3"}."""
NAMES, MARK = "base", "logo"
"""The layer that names colours, and the one that only a site with a logo has."""
LAST, MIRRORED, TONGUES = "print", "mirrored", "tongues"
"""The layer that all pages have behind those of a screen, and those for lines that start at the right, and for more
languages than the bar has room for.
"""
BAR = 2
"""Languages of a site, at most, whose names stand in the bar."""
PLAIN = {
    **{"-inline-start": "-left", "-inline-end": "-right", "inset-inline-start": "left"},
    **{"text-align: start": "text-align: left", "text-align: end": "text-align: right"},
}
SIDES = re.compile("|".join(sorted(PLAIN, key=len, reverse=True)))
COLOUR = re.compile(r"(--([a-z-]+): )(#[0-9a-f]{6})(?=;)")
LIGHTS = (LIGHT, DARK)
"""In the order in which that layer names colours: each one twice."""


def read_styles(root: Path) -> tuple[Styles, list[Problem]]:
    """The layers, and what hinders reading one; none in a project without that folder."""
    texts, problems = {}, []
    for path in sorted((root / FOLDER).glob("*.css")):
        texts[path.stem], found = read_text(root, f"{FOLDER}/{path.name}")
        problems += found
    return texts, problems


def palette_of(styles: Styles) -> dict[str, dict[str, str]]:
    """The colours in the light and in the dark: {"light": {"paper": "#fbf8f3"}, "dark": {"paper": "#1d1b19"}}."""
    palettes: dict[str, dict[str, str]] = {light: {} for light in LIGHTS}
    for found in COLOUR.finditer(styles.get(NAMES, "")):
        palettes[LIGHT if found[2] not in palettes[LIGHT] else DARK][found[2]] = found[3]
    return palettes


def with_spoken(styles: Styles, languages: Iterable[Language]) -> Styles:
    """The layers, with what changes its side where a language starts its lines at the right: last, on every page; and
    with what many languages ask for.

    Where none does, the sides have the names that older browsers know: phones of 2017 skip `margin-inline-start`.
    """
    spoken = tuple(languages)
    asked = {MIRRORED: any(map(is_mirrored, spoken)), TONGUES: len(spoken) > BAR}
    others = {name: text for name, text in styles.items() if name not in asked}
    if LAST in styles:
        added = [styles.get(name, "") for name, is_asked in asked.items() if is_asked]
        others[LAST] = "\n".join([*added, styles[LAST]])
    if asked[MIRRORED]:
        return others
    return {name: SIDES.sub(lambda found: PLAIN[found[0]], text) for name, text in others.items()}


def with_theme(styles: Styles, theme: Theme) -> Styles:
    """The layers with the colours of an edition in place of ours, and that of a logo where it has one.

    In:  `:root { --ink: #2a2520; } … { :root { --ink: #ebe4da; } }`, with {("ink", "dark"): "#ffffff"}
    Out: `:root { --ink: #2a2520; } … { :root { --ink: #ffffff; } }`
    """
    kept = {name: text for name, text in styles.items() if name != MARK or theme.logo}
    if not theme.colours or NAMES not in kept:
        return kept
    named: set[str] = set()

    def own(found: re.Match[str]) -> str:
        light = DARK if found[2] in named else LIGHT
        named.add(found[2])
        return found[1] + theme.colours.get((found[2], light), found[3])

    return {**kept, NAMES: COLOUR.sub(own, kept[NAMES])}
