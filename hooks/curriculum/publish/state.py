"""Has anything changed since both sites were built? Then they are built again; else nothing is, and that is said.

What shapes the sites is every file of the project but those that are made of it, the program's libraries, the edition
that was asked for and the day; what was built is known again by the name, size and time of each of its files.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from curriculum.read.chosen import VARIABLE
from curriculum.read.hosts import HOSTS
from curriculum.read.today import read_today

PLACE = ".cache/built.json"
MADE = {
    "deploy",
    "site",
    "site-facilitator",
    "tests",
    "to-adopt",
    "to-facilitators",
    "to-keep",
    "to-print",
    "to-propose",
    "to-publish",
    "to-report",
    "to-translate",
}
"""Folders of the project that do not shape a site; what starts with a dot does not either. Files of hosts among them
do: they say who is given which site."""
PACKED = "__pycache__"
"""What Python writes beside what it read."""


def is_built(root: Path, sites: list[Path], shape: str) -> bool:
    """True when the sites that are there are those that would be built of what has this `shape`."""
    try:
        built = json.loads((root / PLACE).read_text(encoding="utf-8"))
        return bool(built["shape"] == shape and built["sites"] == read_listing(sites))
    except (OSError, ValueError, KeyError, TypeError):
        return False


def write_built(root: Path, sites: list[Path], shape: str) -> None:
    """Note what the sites were built of: `shape` is that of the time when the build began."""
    with suppress(OSError):
        (root / PLACE).parent.mkdir(exist_ok=True)
        (root / PLACE).write_text(json.dumps({"shape": shape, "sites": read_listing(sites)}), encoding="utf-8")


def read_shape(root: Path) -> str:
    """Of all that shapes a site: the sort and the bytes of every file, Python and each library by its version, the
    edition that is asked for, and the day, on which a change for safety may be overdue.
    """
    digest = hashlib.sha256(sys.version.encode())
    digest.update(f"{read_today()}\0{os.environ.get(VARIABLE, '')!a}\0".encode())
    digest.update(" ".join(read_libraries()).encode())
    left_out = MADE | {path.name for path in root.glob(".*")}
    hosts = [(path.relative_to(root).as_posix(), str(path)) for pattern in HOSTS for path in root.glob(pattern)]
    for place, path in sorted({*_entries(root, left_out), *hosts}):
        if PACKED not in place.split("/"):
            sort, content = _content_of(path)
            digest.update(os.fsencode(f"{place}\0{sort}\0") + hashlib.sha256(content).digest())
    return digest.hexdigest()


def is_shaping(place: str) -> bool:
    """True for a folder of the project whose files `read_shape` reads."""
    first = place.partition("/")[0]
    return first not in MADE and not first.startswith(".")


def _content_of(place: str) -> tuple[str, bytes]:
    """What sort of thing it is, and what it holds: a link to a file is no file, an unreadable one is not empty."""
    path = Path(place)
    sort = "link" if path.is_symlink() else "folder" if path.is_dir() else "file"
    try:
        return sort, path.read_bytes() if path.is_file() else b""
    except OSError:
        return f"{sort} unread", b""


def read_libraries() -> list[str]:
    """What is installed beside this Python: `markdown-3.10.dist-info`; the names hold the versions."""
    folders = [Path(folder) for folder in sys.path if Path(folder).is_dir()]
    return sorted(path.name for folder in folders for path in folder.glob("*.dist-info"))


def read_listing(sites: list[Path]) -> str:
    """Of the names, sizes and times of all that is in folders; what a link leads to is not theirs."""
    digest = hashlib.sha256()
    for site in sites:
        for place, path in sorted(_entries(site, links=False)):
            found = os.lstat(path)
            size, time = (0, 0) if Path(path).is_dir() else (found.st_size, found.st_mtime_ns)
            digest.update(f"{place}\0{found.st_mode}\0{size}\0{time}\0".encode())
    return digest.hexdigest()


def _entries(
    root: Path, left_out: Collection[str] = (), links: bool = True, place: str = "", around: tuple[str, ...] = ()
) -> Iterator[tuple[str, str]]:
    """The place and the path of every file and folder below a folder, but for some folders right below it.

    With `links`, what a link to a folder leads to as well, but never round in a circle.
    """
    around = (*around, os.path.realpath(root))
    with os.scandir(root) as entries:
        for entry in entries:
            is_folder = Path(entry.path).is_dir()  # of a link to itself, the entry says so with an error
            if entry.name in left_out and is_folder:
                continue
            yield f"{place}{entry.name}", entry.path
            leads = is_folder and (links or not entry.is_symlink())
            if leads and os.path.realpath(entry.path) not in around:
                yield from _entries(Path(entry.path), (), links, f"{place}{entry.name}/", around)
