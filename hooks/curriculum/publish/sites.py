"""Both sites, built beside the old ones and put in their place only when everything went well.

    .build/1234/site-facilitator    what the build with this process number makes; its folder is locked while it runs

A build that is killed leaves its folder: whoever comes next finds nobody holding it, ends what it had begun to put in
place, and takes it away. So what is given out is one build's, for both audiences, whenever a computer stops.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from curriculum.words.audience import FOLDERS, WORKSHOP

try:
    import fcntl
except ImportError:  # Windows: there a folder that a killed build left is known by its age
    fcntl = None  # type: ignore[assignment]

LEFT_BEHIND = 3600
"""Seconds after which a folder is nobody's any more, where none can be locked."""
READY = "ready.json"
"""Both sites are whole: the folders that are to be in place, by their number on the disk."""
AT_PRESENT, EXCHANGE = -100, 2
"""For the calls of Linux and macOS that let two names change places: paths as they are, and what is asked for."""


@contextmanager
def write_workshop(root: Path) -> Iterator[Path]:
    """A folder of its own for one build, gone when it ends; those that killed builds left behind go with it."""
    folder, name = root / WORKSHOP, str(os.getpid())
    folder.mkdir(exist_ok=True)
    with _locked(folder):
        _write_left(root, name)
        workshop = folder / name
        workshop.mkdir()
        held = _held(workshop)
    try:
        yield workshop
    finally:
        shutil.rmtree(workshop, ignore_errors=True)
        _let_go(held)


def write_sites(workshop: Path, root: Path) -> None:
    """Every site of a workshop takes the place of the old one; of two builds, one after the other.

    What a build that was killed had begun is ended before: after this it would be older than what is there.
    """
    numbers = {folder: (workshop / folder).stat().st_ino for folder in FOLDERS.values()}
    with _locked(workshop.parent):
        _write_left(root)
        (workshop / READY).write_text(json.dumps(numbers), encoding="utf-8")
        try:
            _write_in_place(workshop, root)
        except BaseException:  # whoever stopped it between two sites has both
            _write_in_place(workshop, root)
            raise


def _write_left(root: Path, mine: str = "") -> None:
    """End what builds that were killed had begun to put in place, also one of this number; take their folders away."""
    for left in sorted((root / WORKSHOP).iterdir()):
        if left.name == mine or _is_left(left):
            with suppress(OSError, ValueError):
                _write_in_place(left, root)
            shutil.rmtree(left, ignore_errors=True)


def _write_in_place(workshop: Path, root: Path) -> None:
    """Each site that is not yet in its place; nothing where they were not whole.

    A folder with another number than its new site had is the old site, which has changed places with that.
    """
    if not (workshop / READY).exists():
        return
    numbers = json.loads((workshop / READY).read_text(encoding="utf-8"))
    for folder in FOLDERS.values():
        new = workshop / folder
        if new.exists() and new.stat().st_ino == numbers[folder]:
            _replace(new, root / folder)


def _replace(new: Path, place: Path) -> None:
    """One call where the system has it: the old site is there, and then the new one.

    Else two renames: the place is empty for a moment, never half full; the old site comes back when the second fails.
    """
    if place.exists() and _exchanged(new, place):
        return
    old = new.with_name(f"{new.name}-old")
    if place.exists():
        place.rename(old)
    try:
        new.rename(place)
    except OSError:
        if old.exists():
            old.rename(place)
        raise


def _exchanged(one: Path, other: Path) -> bool:
    """Whether two folders have changed places at once. Sources: renameat2(2) of Linux, renamex_np(2) of macOS."""
    paths = os.fsencode(one), os.fsencode(other)
    with suppress(OSError, AttributeError):
        library = ctypes.CDLL(None)
        if sys.platform == "linux":
            return bool(library.renameat2(AT_PRESENT, paths[0], AT_PRESENT, paths[1], EXCHANGE) == 0)
        if sys.platform == "darwin":
            return bool(library.renamex_np(*paths, EXCHANGE) == 0)
    return False


def _is_left(workshop: Path) -> bool:
    """True for a folder whose build does not run any more."""
    if fcntl is None:
        return workshop.stat().st_mtime < time.time() - LEFT_BEHIND
    try:
        held = _held(workshop)
    except OSError:
        return not workshop.is_dir()
    _let_go(held)
    return True


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Wait until nobody else holds a folder, and hold it."""
    held = _held(folder, wait=True)
    try:
        yield
    finally:
        _let_go(held)


def _held(folder: Path, wait: bool = False) -> int | None:
    """A hold on a folder, which ends with the process at the latest; BlockingIOError while somebody else has it."""
    if fcntl is None:
        return None
    number = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(number, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        os.close(number)
        raise
    return number


def _let_go(held: int | None) -> None:
    if held is not None:
        os.close(held)
