"""Fonts that editions bring for scripts without letters in the project: `editions/harbour/fonts/`, `partner/fonts/`.

A file of another kind there is told: nothing would read it.
"""

from __future__ import annotations

from pathlib import Path

from curriculum.read.folders import is_hidden, shown
from curriculum.words.model import Problem

FOLDER = "fonts"
KINDS = (".ttf", ".otf", ".ttc")
LICENCE = "OFL.txt"


def read_font_folders(template: Path) -> list[Path]:
    """The folders of all editions, of the project that a template for paper lies in."""
    root = template.parent.parent
    return sorted(path for place in (f"editions/*/{FOLDER}", f"partner/{FOLDER}") for path in root.glob(place))


def read_fonts(root: Path, edition: str) -> list[Problem]:
    """What in the folder of an edition is no font."""
    folder = root / edition / FOLDER
    found = sorted(folder.iterdir()) if edition and folder.is_dir() else []
    names = [path.name for path in found if not is_hidden(path.relative_to(folder))]
    wrong = [name for name in names if not name.lower().endswith(KINDS) and name != LICENCE]
    expected = ", ".join(KINDS)
    return [
        Problem(
            f"{edition}/{FOLDER}/{shown(name)}",
            1,
            "edition-unread",
            {"found": shown(name), "expected": expected, "near": ""},
        )
        for name in wrong
    ]
