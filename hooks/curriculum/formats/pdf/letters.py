"""The fonts that paper is set in, and the program that sets it, opened once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import typst

from curriculum.read.script_fonts import read_font_folders


@lru_cache(maxsize=64)
def open_press(template: Path, state: str = "", thread: int = 0) -> typst.Compiler:
    """The compiler for a template folder. Kept, because opening the fonts costs more than a page; one a thread."""
    return typst.Compiler(root=template, font_paths=fonts_of(template))


def fonts_of(template: Path) -> typst.Fonts:
    """Those of the template, and those that editions bring for their scripts."""
    folders = [template / "fonts", *read_font_folders(template)]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


@lru_cache(maxsize=8)
def families_in(template: Path, state: str) -> tuple[str, ...]:
    """The families of all fonts."""
    return tuple(fonts_of(template).families())
