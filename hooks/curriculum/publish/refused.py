"""Where nothing can be written, or may be -> one sentence: why, and what to do."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from curriculum.read.folders import shown
from curriculum.words.model import Problem, Words
from curriculum.words.system import reason_of

NO_LINKS = 1314
"""What Windows says to somebody who may not make links."""


def refused(error: OSError, folder: Path) -> Problem:
    """Somebody else publishes there; no links can be made; or the disk, the rights or the way do not allow it."""
    values: dict[str, Words] = {"found": str(folder)}
    if found := _unread(error):
        return found
    if isinstance(error, BlockingIOError):
        return Problem("", 0, "publish-busy", values)
    linked = str(error.filename2 or error.filename or "").endswith("current.next")
    if linked and (error.errno in (errno.EPERM, errno.ENOTSUP) or getattr(error, "winerror", 0) == NO_LINKS):
        return Problem("", 0, "publish-links", values)
    return Problem("", 0, "publish-refused", {**values, "reason": reason_of(error)})


def unwritten(error: OSError, folder: Path) -> Problem:
    """A file that could not be written, and why; the folder stands for one that has no name."""
    values: dict[str, Words] = {"found": str(error.filename or folder), "reason": reason_of(error)}
    return _unread(error) or Problem("", 0, "write-refused", values)


def _unread(error: OSError) -> Problem | None:
    """What is there, and may not be read: at its place in the project that we are in. None for anything else."""
    if not isinstance(error, PermissionError) or not isinstance(error.filename, str):
        return None
    here, place = Path.cwd(), Path(error.filename).absolute()
    if not os.access(place, os.F_OK) or os.access(place, os.R_OK | (os.X_OK if place.is_dir() else 0)):
        return None
    path = place.relative_to(here).as_posix() if place.is_relative_to(here) else str(place)
    return Problem(shown(path), 1, "file-unreadable", {"found": reason_of(error)})


def misplaced(folder: Path, root: Path) -> list[Problem]:
    """A folder to write into that lies in the project, or around it."""
    found, here = folder.resolve(), root.resolve()
    inside = found.is_relative_to(here) or here.is_relative_to(found)
    return [Problem("", 0, "publish-inside", {"found": str(folder)})] if inside else []
