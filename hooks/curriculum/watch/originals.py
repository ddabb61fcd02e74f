"""The shared course as it was released, in a file or a folder beside the project: what edits in place are held against.

`originals.zip` is made when a version is released and lies in it, so that a copy without git and without the internet
can give back what was changed. Any other copy of the same version will do too: a folder, or a ZIP as forges make them.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from curriculum.read.folders import files_in, is_hidden
from curriculum.watch.reading import FOLDERS
from curriculum.watch.texts import normal
from curriculum.watch.whole import write_whole

FILE = "originals.zip"
MANIFEST = "MANIFEST.sha256"
"""In the ZIP: the hash of every other file that the shared course owns, as `sha256sum` writes them."""
OWNED = ("hooks", "overrides", "deploy")
"""Folders that no edition changes, beside those of pages; and the files at the root."""
AT_ROOT = (".yml", ".py", ".toml", ".txt")
EPOCH = (1980, 1, 1, 0, 0, 0)
MOST_BYTES = 50_000_000
"""What a file in a ZIP may hold unpacked."""
LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")


def read_released(root: Path) -> dict[str, bytes]:
    """Every page, note and picture of the shared course, and the list of its other files with their hashes."""
    files = {path: (root / path).read_bytes() for folder in FOLDERS for path in paths_in(root, folder)}
    others = [path for folder in OWNED for path in paths_in(root, folder)]
    others += sorted(path.name for path in root.iterdir() if path.suffix in AT_ROOT and path.is_file())
    lines = [f"{_hash((root / path).read_bytes())}  {path}\n" for path in others]
    return {**files, MANIFEST: "".join(lines).encode()}


def write_originals(root: Path) -> int:
    """Write `originals.zip`, the same bytes for the same files; how many it holds."""
    files = read_released(root)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(path, EPOCH), content, zipfile.ZIP_DEFLATED, 9)
    write_whole(root, FILE, packed.getvalue())
    return len(files)


def read_originals(place: Path) -> dict[str, bytes]:
    """What was released, from `originals.zip`, from another ZIP of the project or a folder; else nothing."""
    try:
        if place.is_dir():
            return read_released(place) if (place / "curriculum.yml").is_file() else {}
        with zipfile.ZipFile(place) as archive:
            return _unpacked(archive)
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return {}


def _unpacked(archive: zipfile.ZipFile) -> dict[str, bytes]:
    names = {info.filename: info for info in archive.infolist() if not info.is_dir()}
    roots = (name.removesuffix("curriculum.yml") for name in names if re.fullmatch(r"([^/]+/)?curriculum\.yml", name))
    inner = next(roots, "")
    wanted = {name.removeprefix(inner): info for name, info in names.items() if name.startswith(inner)}
    if MANIFEST not in wanted and not inner and "curriculum.yml" not in wanted:
        return {}
    files = {}
    for name, info in wanted.items():
        if (name == MANIFEST or name.startswith(tuple(f"{folder}/" for folder in FOLDERS))) and _is_plain(name):
            files[name] = archive.read(info) if info.file_size <= MOST_BYTES else b""
    return files


def _is_plain(name: str) -> bool:
    return not PurePosixPath(name).is_absolute() and ".." not in PurePosixPath(name).parts and "\\" not in name


def paths_in(root: Path, folder: str) -> list[str]:
    """The files below a folder of the project, from its root; none of the computer’s own."""
    places = files_in(root / folder) if (root / folder).is_dir() else ()
    return sorted(
        f"{folder}/{place}"
        for place, link in places
        if not link and not is_hidden(PurePosixPath(place)) and "__pycache__" not in place
    )


def _hash(content: bytes) -> str:
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def is_same(content: bytes, other: bytes) -> bool:
    """True for the same file, whatever the line ends of its text."""
    if content == other:
        return True
    try:
        return normal(content.decode()) == normal(other.decode())
    except UnicodeDecodeError:
        return False


def read_changed_elsewhere(root: Path, originals: Mapping[str, bytes]) -> list[str]:
    """Files outside the folders of pages that are not as they were released: told, and left as they are."""
    lines = originals.get(MANIFEST, b"").decode("utf-8", "replace").splitlines()
    known = {found[2]: found[1] for found in map(LINE.fullmatch, lines) if found and _is_plain(found[2])}
    there = {path: (root / path).read_bytes() for path in known if (root / path).is_file()}
    return sorted(path for path, hash in known.items() if path not in there or _hash(there[path]) != hash)
