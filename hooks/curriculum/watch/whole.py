"""Writing a file of a project: whole or not at all, in its own place, never through a link.

In:  `l10n/fr/docs/law.md`, where `l10n/fr` is a link
Out: `OSError`, with the name of the link; nothing is written
"""

from __future__ import annotations

import errno
from pathlib import Path, PurePath

from curriculum.read.textfile import link_in


def write_whole(root: Path, place: str, content: str | bytes) -> None:
    """Write `root/place`; who stops the program in between keeps the old file. A link in its place becomes the file.

    Raises `OSError` where a folder on the way is a link: what it leads to is not of the project.
    """
    check_way(root, PurePath(place).parent.as_posix())
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    if new.is_symlink():
        new.unlink()
    new.write_bytes(content.encode() if isinstance(content, str) else content)
    new.replace(path)


def check_way(root: Path, place: str) -> None:
    """Raises `OSError` where a folder or file on the way to a place of the project is a link."""
    if link := link_in(root, place):
        raise OSError(errno.ELOOP, "", link)
