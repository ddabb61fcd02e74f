"""Marks that a merge left in a file, where two people changed the same lines: told before anything else is made of it.

In a page, a check of its own tells them beside all else. Any other file that holds them reads as nonsense: of a YAML
file with marks, or a style, dozens of problems would be told, and none would be the right one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePath

from curriculum.read.folders import files_in, is_hidden
from curriculum.read.textfile import read_bytes
from curriculum.words.model import Problem

MARK = re.compile(r"^(?:<{7}|>{7})(?: [^\r\n]*)?$", re.MULTILINE)
"""The first and the last of them; the line of equal signs may be a heading’s."""
WRITTEN = (".md", ".yml", ".yaml", ".json", ".css", ".svg", ".html", ".js", ".txt", ".typ")
"""Files that are merged line by line; of others, one side is taken whole."""
FOLDERS = ("editions", "partner", "overrides", "hooks")
MOST_BYTES = 1_000_000
"""What is larger was not written by hand."""


def read_left(root: Path) -> list[Problem]:
    """The first mark of each file that is no page, wherever in the project it shapes a site."""
    paths = [path.name for path in sorted(root.glob("*.yml"))]
    for folder in FOLDERS:
        paths += [f"{folder}/{place}" for place in read_places(root / folder) if not place.endswith(".md")]
    return [problem for path in paths for problem in read_mark(root, path)]


def read_places(folder: Path) -> Iterator[str]:
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
    return marks_in(path, text.decode("utf-8", "replace").replace("\r\n", "\n"))


def marks_in(path: str, text: str) -> list[Problem]:
    """The first mark in a text."""
    found = MARK.search(text)
    line = text.count("\n", 0, found.start()) + 1 if found else 0
    return [Problem(path, line, "merge-left", {"found": found[0][:60]})] if found else []
