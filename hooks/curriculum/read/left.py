"""Marks that a merge left in files that shape a site and that nobody else reads as text: told before anything else is
made of them. Those in pages, YAML files, styles and scripts are told by whoever reads these.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath

from curriculum.read.folders import files_in, is_hidden
from curriculum.read.scripts import FOLDER as SCRIPTS
from curriculum.read.styles import FOLDER as STYLES
from curriculum.read.textfile import check_marks, read_bytes
from curriculum.words.model import Problem

WRITTEN = (".md", ".yml", ".yaml", ".json", ".css", ".svg", ".html", ".js", ".txt", ".typ")
"""Files that are merged line by line; of others, one side is taken whole."""
FOLDERS = ("overrides", "hooks")
"""Templates and the words of the program. An edition’s files are read one by one, some for facilitators alone."""
TOLD = (SCRIPTS, STYLES)
"""Folders in these whose files somebody else reads, and tells."""
MOST_BYTES = 1_000_000
"""What is larger was not written by hand."""


def read_left(root: Path) -> list[Problem]:
    """The first mark of each such file, and of the configurations of sites."""
    paths = [path.name for path in sorted(root.glob("mkdocs*.yml"))]
    for folder in FOLDERS:
        every = (f"{folder}/{place}" for place in read_mergeable(root / folder))
        paths += [path for path in every if not path.startswith(TOLD)]
    return [problem for path in paths for problem in read_mark(root, path)]


def read_mergeable(folder: Path) -> Iterator[str]:
    """The places of what may hold marks, below a folder that need not be there."""
    for place, link in sorted(files_in(folder)) if folder.is_dir() else ():
        path = PurePath(place)
        if not link and path.suffix in WRITTEN and not is_hidden(path):
            yield place


def read_mark(root: Path, path: str) -> list[Problem]:
    """The first mark in a file; none where it cannot be read, which others tell."""
    text, problems = read_bytes(root, path, MOST_BYTES)
    if problems or (b"<<<<<<<" not in text and b">>>>>>>" not in text):
        return []
    return check_marks(path, text.decode("utf-8", "replace").replace("\r\n", "\n"))
