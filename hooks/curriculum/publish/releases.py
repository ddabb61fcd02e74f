"""A folder from which a server gives out a site: each release whole in a folder of its own, and a link to one of them.

    current -> releases/0003      what the server gives out: its root is this link
    releases/0001 … 0003          whole sites, the newest five
    frozen/2027-winter            courses of the past, which never change; each release has a link to each

A new release is written beside the others under a name that nobody asks for, down to the disk; then one rename turns
the link. Whenever the computer stops, the link leads to a whole site. What was left half done goes at the next
publishing.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

try:
    import fcntl
except ImportError:  # Windows, where a folder with such links cannot be written anyway
    fcntl = None  # type: ignore[assignment]

CURRENT, RELEASES, FROZEN, LOCK = "current", "releases", "frozen", ".lock"
NEXT, HALF = "current.next", ".half"
"""Names of what is not done yet."""
OURS = frozenset({CURRENT, RELEASES, FROZEN, LOCK, NEXT})
KEPT = 5
FILE, FOLDER = 0o644, 0o755
"""Everybody may read: a server often runs as somebody else."""


class Releases(NamedTuple):
    """What lies in such a folder."""

    names: tuple[str, ...]
    """Releases that are whole, the oldest first."""
    current: str
    """The one that is given out; "" before the first."""

    @property
    def before(self) -> str:
        """The release before the current one; "" where there is none."""
        older = self.names[: self.names.index(self.current)] if self.current in self.names else ()
        return older[-1] if older else ""


def is_free(folder: Path) -> bool:
    """True when a site may be published into a folder: it is not there, empty, or one of these."""
    if not folder.is_dir():
        return not os.path.lexists(folder)
    names = {path.name for path in folder.iterdir()}
    return not names or (names <= OURS and (folder / RELEASES).is_dir())


def read_shelf(folder: Path) -> Releases:
    """The releases of a folder; none where there is no such folder."""
    places = (folder / RELEASES).glob("*") if (folder / RELEASES).is_dir() else ()
    names = sorted((path.name for path in places if path.name.isdigit()), key=int)
    current = (folder / CURRENT).readlink().name if (folder / CURRENT).is_symlink() else ""
    return Releases(tuple(names), current)


@contextmanager
def write_locked(folder: Path) -> Iterator[None]:
    """Make the folder, and keep others from publishing into it meanwhile; BlockingIOError while somebody does.

    A folder that holds no links is told before anything is copied: OSError.
    """
    (folder / RELEASES).mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("wb") as lock:
        if fcntl:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _write_tidied(folder)
        _write_link(folder / NEXT, RELEASES)
        (folder / NEXT).unlink()
        yield


def write_release(folder: Path, files: Mapping[str, bytes]) -> str:
    """Write a site and turn the link to it; the name of the release. Those that were taken back before go."""
    shelf = read_shelf(folder)
    name = f"{max(map(int, shelf.names), default=0) + 1:04}"
    _write_whole(folder / RELEASES / name, files, folder / RELEASES / shelf.current if shelf.current else None)
    write_current(folder, name)
    kept = [one for one in shelf.names if int(one) <= int(shelf.current or 0)][1 - KEPT :]
    for one in set(shelf.names) - set(kept):
        _write_gone(folder / RELEASES / one)
    return name


def write_frozen(folder: Path, name: str, files: Mapping[str, bytes]) -> None:
    """Write the course of a season, once for ever; releases from now on have a link to it."""
    (folder / FROZEN).mkdir(exist_ok=True)
    _write_whole(folder / FROZEN / name, files, None)


def write_current(folder: Path, name: str) -> None:
    """Give out a release: first its links to courses of the past, then one rename."""
    release = folder / RELEASES / name
    for frozen in (folder / FROZEN).glob("*"):
        if not os.path.lexists(release / frozen.name):
            _write_link(release / frozen.name, f"../../{FROZEN}/{frozen.name}")
    _write_down(release)
    _write_link(folder / NEXT, f"{RELEASES}/{name}")
    (folder / NEXT).replace(folder / CURRENT)
    _write_down(folder)


def _write_whole(place: Path, files: Mapping[str, bytes], before: Path | None) -> None:
    """Every file down to the disk under a name that nobody asks for, then a rename.

    A file that is as in the release before keeps its time: browsers that have it are told so.
    """
    half = place.with_name(place.name + HALF)
    half.mkdir()
    try:
        _write_half(half, files, before)
    except BaseException:  # on a full disk, the half of a site would be in the way of everything
        shutil.rmtree(half, ignore_errors=True)
        raise
    half.rename(place)
    _write_down(place.parent)


def _write_half(half: Path, files: Mapping[str, bytes], before: Path | None) -> None:
    half.chmod(FOLDER)
    for name in sorted({parent.as_posix() for one in files for parent in Path(one).parents} - {"."}):
        (half / name).mkdir()
        (half / name).chmod(FOLDER)
    for name, content in files.items():
        with (half / name).open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        (half / name).chmod(FILE)
        if before and _is(before / name, content):
            time = (before / name).stat().st_mtime_ns
            os.utime(half / name, ns=(time, time))
    for folder, _, _ in os.walk(half):
        _write_down(Path(folder))


def _is(path: Path, content: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content


def _write_link(place: Path, target: str) -> None:
    place.symlink_to(target, target_is_directory=True)


def _write_down(folder: Path) -> None:
    """The names in a folder, to the disk; some systems do that by themselves, and refuse to be asked."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _write_gone(release: Path) -> None:
    """Take its name first: what is half gone is no release."""
    half = release.with_name(release.name + HALF)
    release.rename(half)
    shutil.rmtree(half)


def _write_tidied(folder: Path) -> None:
    """Take away what somebody who was stopped left half done."""
    (folder / NEXT).unlink(missing_ok=True)
    for half in [*(folder / RELEASES).glob(f"*{HALF}"), *(folder / FROZEN).glob(f"*{HALF}")]:
        shutil.rmtree(half)
