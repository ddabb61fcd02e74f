"""Both sites, built beside the old ones and put in their place only when everything went well."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from curriculum.words.audience import FOLDERS, WORKSHOP

LEFT_BEHIND = 3600
"""Seconds after which the folder of a build that was killed is nobody's any more."""


@contextmanager
def write_workshop(root: Path) -> Iterator[Path]:
    """A folder of its own for one build, gone when it ends; those that killed builds left behind go with it."""
    workshop = root / WORKSHOP / str(os.getpid())
    for left in workshop.parent.glob("*"):
        if left.stat().st_mtime < time.time() - LEFT_BEHIND:
            shutil.rmtree(left, ignore_errors=True)
    shutil.rmtree(workshop, ignore_errors=True)
    workshop.mkdir(parents=True)
    try:
        yield workshop
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def write_sites(workshop: Path, root: Path) -> None:
    """Every site of a workshop takes the place of the old one."""
    for folder in FOLDERS.values():
        _replace(workshop / folder, root / folder)


def _replace(new: Path, place: Path) -> None:
    """Two renames: the place is empty for a moment, never half full; the old site comes back when the second fails."""
    old = new.with_name(f"{new.name}-old")
    if place.exists():
        place.rename(old)
    try:
        new.rename(place)
    except OSError:
        if old.exists():
            old.rename(place)
        raise
