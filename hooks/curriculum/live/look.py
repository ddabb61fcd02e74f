"""When was each file of the project last written? Two looks, one after the other, say what an author saved.

Times and sizes are looked at again and again, which every system can do, also for folders on another computer.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from curriculum.publish.state import MADE

Stamps = dict[str, tuple[int, int]]
"""Time, in nanoseconds, and size of each file, by its place in the project."""
AT_ROOT = (".yml", ".py")
"""What counts beside folders: `curriculum.yml`, the program; not what somebody notes there, or this site itself."""
SETTLE = 0.02
"""Seconds between two looks at a file that is being saved."""
EMPTY = 0.2
"""Seconds that an empty file is waited for: many editors empty a file before they write it."""


def read_stamps(root: Path) -> Stamps:
    """Every file that shapes the course or is the program; none of those that are made, hidden, or of the tests."""
    return dict(_stamps(str(root), ""))


def _stamps(folder: str, place: str) -> Iterator[tuple[str, tuple[int, int]]]:
    with suppress(OSError), os.scandir(folder) as entries:  # a folder may go while it is looked at
        for entry in entries:
            if entry.name.startswith(".") or entry.name in MADE:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _stamps(entry.path, f"{place}{entry.name}/")
            elif place or entry.name.endswith(AT_ROOT):
                with suppress(OSError):
                    found = entry.stat(follow_symlinks=False)
                    yield f"{place}{entry.name}", (found.st_mtime_ns, found.st_size)


def changed_between(before: Stamps, now: Stamps) -> list[str]:
    """The places of files that are new, gone, or written again, in order."""
    return sorted(place for place in before.keys() | now.keys() if before.get(place) != now.get(place))


def wait_until_saved(root: Path, places: Iterable[str]) -> None:
    """Return once these files have stayed as they are for a moment, and an empty one has had time to be filled."""
    end = time.monotonic() + EMPTY
    before = None
    while time.monotonic() < end:
        now = [_stamp(root / place) for place in places]
        if now == before and all(now):
            return
        before = now
        time.sleep(SETTLE)


def _stamp(path: Path) -> tuple[int, int]:
    """Time and size of a file; nothing for one that is gone or empty."""
    try:
        found = path.stat()
    except OSError:
        return -1, -1
    return (found.st_mtime_ns, found.st_size) if found.st_size else (0, 0)
