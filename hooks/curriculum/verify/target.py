"""What is to be verified -> its files by their places: those of a folder, those in a ZIP, or the one that it is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from curriculum.read.folders import files_in

HOME = "index.html"
PACKED = ".zip"
DEEPEST = 4
"""ZIPs in each other whose files have places of their own; all are searched, however deep."""


@dataclass(frozen=True)
class VerifyTarget:
    """A folder or a file."""

    name: str
    is_folder: bool
    files: Mapping[str, bytes]
    """What is searched: its files by their places, or itself."""
    links: tuple[str, ...]
    """Files that are elsewhere, and only led to."""

    @property
    def is_site(self) -> bool:
        """True for a whole site: its places are known."""
        return self.is_folder and HOME in self.files

    @property
    def size(self) -> int:
        """Bytes."""
        return sum(map(len, self.files.values()))

    @property
    def members(self) -> dict[str, bytes]:
        """Its files and those in its ZIPs, by their places: `week-01/week-01.zip/manifest.json`."""
        return {place: content for name, file in self.files.items() for place, content in _members(name, file, 0)}

    @property
    def digest(self) -> str:
        """SHA-256 of a file; of a folder, that of the list `sha256sum` makes of its files, sorted by place."""
        sums = {place: hashlib.sha256(content).hexdigest() for place, content in self.files.items()}
        if not self.is_folder:
            return next(iter(sums.values()))
        return hashlib.sha256("".join(f"{sums[place]}  {place}\n" for place in sorted(sums)).encode()).hexdigest()


def read_target(path: Path) -> VerifyTarget | None:
    """What lies at a path; nothing where nothing can be read."""
    try:
        if not path.is_dir():
            return VerifyTarget(path.name, False, {path.name: path.read_bytes()}, ())
        places = sorted(files_in(path))
        files = {place: (path / place).read_bytes() for place, is_link in places if not is_link}
        return VerifyTarget(path.resolve().name, True, files, tuple(place for place, is_link in places if is_link))
    except OSError:
        return None


def _members(place: str, content: bytes, depth: int) -> Iterator[tuple[str, bytes]]:
    yield place, content
    if not place.endswith(PACKED) or depth == DEEPEST:
        return
    try:
        with ZipFile(BytesIO(content)) as packed:
            inside = {name: packed.read(name) for name in packed.namelist() if not name.endswith("/")}
    except (BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError):
        return  # the search says that it is closed
    for name, member in inside.items():
        yield from _members(f"{place}/{name}", member, depth + 1)
