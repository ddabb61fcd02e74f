"""The files of a site are written; one that is in the old site already, byte for byte, is taken over from there.

It has two names until the old site goes, and one again after that: nothing is copied, and who sends the site on by the
times of its files sends only what changed. No two sites ever have a file in common.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

NEW = 0o666
"""What may be done with a file, by whom, but for what the mask of the process takes away."""


def write_files(site: Path, files: Mapping[str, bytes | str], before: Path | None = None) -> None:
    """Write files into a site by their places; `before` is the folder of the site that will be replaced by it."""
    mode = _mode()
    for folder in {(site / place).parent for place in files}:
        folder.mkdir(parents=True, exist_ok=True)
    for place, words in files.items():
        content = words.encode() if isinstance(words, str) else words
        if before is None or not _taken_over(before / place, site / place, content, mode):
            (site / place).write_bytes(content)


def _mode() -> int:
    """What a new file may be used for."""
    mask = os.umask(0)
    os.umask(mask)
    return NEW & ~mask


def _taken_over(old: Path, new: Path, content: bytes, mode: int) -> bool:
    """True when the old file is what would be written, is no other file too, and could get a second name."""
    with suppress(OSError):
        found = old.lstat()
        alike = stat.S_ISREG(found.st_mode) and found.st_nlink == 1 and stat.S_IMODE(found.st_mode) == mode
        if alike and found.st_size == len(content) and old.read_bytes() == content:
            os.link(old, new)
            return True
    return False
