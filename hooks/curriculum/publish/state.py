"""Has anything changed since both sites were built? Then they are built again; else nothing is, and that is said.

What shapes the sites is every file of the project but those that are made of it, and the program's libraries; what was
built is known again by the name, size and time of each of its files.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

PLACE = ".cache/built.json"
MADE = {"site", "site-facilitator", "to-print", "to-publish", "to-report", "tests"}
"""Folders of the project that do not shape a site; what starts with a dot does not either."""
PACKED = "__pycache__"
"""What Python writes beside what it read."""


def is_built(root: Path, sites: list[Path]) -> bool:
    """True when the sites that are there are those that would be built now."""
    try:
        return bool(json.loads((root / PLACE).read_text(encoding="utf-8")) == read_state(root, sites))
    except (OSError, ValueError):
        return False


def write_built(root: Path, sites: list[Path], shape: str) -> None:
    """Note what the sites were built of: `shape` is that of the time when the build began."""
    with suppress(OSError):
        (root / PLACE).parent.mkdir(exist_ok=True)
        (root / PLACE).write_text(json.dumps({"shape": shape, "sites": read_listing(sites)}), encoding="utf-8")


def read_state(root: Path, sites: list[Path]) -> dict[str, str]:
    """What the sites would be built of, and what is there."""
    return {"shape": read_shape(root), "sites": read_listing(sites)}


def read_shape(root: Path) -> str:
    """Of everything that shapes a site: the bytes of every file, Python, and the version of every library."""
    digest = hashlib.sha256(sys.version.encode())
    digest.update(" ".join(read_libraries()).encode())
    left_out = MADE | {path.name for path in root.glob(".*")}
    for place, path in sorted(_files(root, left_out)):
        if PACKED not in place:
            digest.update(place.encode() + b"\0" + hashlib.sha256(Path(path).read_bytes()).digest())
    return digest.hexdigest()


def read_libraries() -> list[str]:
    """What is installed beside this Python: `markdown-3.10.dist-info`; the names hold the versions."""
    folders = [Path(folder) for folder in sys.path if Path(folder).is_dir()]
    return sorted(path.name for folder in folders for path in folder.glob("*.dist-info"))


def read_listing(sites: list[Path]) -> str:
    """Of the names, sizes and times of the files in folders."""
    digest = hashlib.sha256()
    for site in sites:
        for place, path in sorted(_files(site)):
            found = Path(path).stat()
            digest.update(f"{place}\0{found.st_size}\0{found.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def _files(root: Path, left_out: Collection[str] = (), place: str = "") -> Iterator[tuple[str, str]]:
    """The place and the path of every file below a folder, but for those in some folders right below it."""
    with os.scandir(root) as entries:
        for entry in entries:
            if entry.is_dir() and entry.name in left_out:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files(Path(entry.path), (), f"{place}{entry.name}/")
            elif not entry.is_dir():  # a link to a folder holds nothing that is published
                yield f"{place}{entry.name}", entry.path
