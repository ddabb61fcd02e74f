"""The styles of the pages, each layer in a file of its own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from curriculum.read.textfile import read_text
from curriculum.words.model import Problem

FOLDER = "overrides/styles"
Styles = Mapping[str, str]
"""The text of each layer by its name without ending: `base`."""


def read_styles(root: Path) -> tuple[Styles, list[Problem]]:
    """The layers, and what hinders reading one; none in a project without that folder."""
    texts, problems = {}, []
    for path in sorted((root / FOLDER).glob("*.css")):
        texts[path.stem], found = read_text(root, f"{FOLDER}/{path.name}")
        problems += found
    return texts, problems
