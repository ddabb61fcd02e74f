"""Writing a file of a project: whole or not at all, in its own place, never through a link.

In:  `l10n/fr/docs/law.md`, where `l10n/fr` is a link
Out: `OSError`, with the name of the link; nothing is written
"""

from __future__ import annotations

import errno
import re
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePath

from curriculum.read.textfile import link_in

MARK = "\ufeff"
"""What some editors of Windows put before the first letter."""
END = re.compile(r"\r\n|\r|\n")
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def write_whole(root: Path, place: str, content: str | bytes) -> None:
    """Write `root/place`; who stops the program in between keeps the old file. A link in its place becomes the file.

    Raises `OSError` where a folder on the way is a link: what it leads to is not of the project.
    """
    write_all(root, {place: content})


def write_all(root: Path, contents: Mapping[str, str | bytes]) -> None:
    """Write files that belong together, by their places in `root`: a disk that has no room for all has none of them."""
    ready: dict[Path, Path] = {}
    try:
        for place, content in contents.items():
            check_way(root, PurePath(place).parent.as_posix())
            path = root / place
            path.parent.mkdir(parents=True, exist_ok=True)
            new = path.with_name(f".{path.name}.new")
            new.unlink(missing_ok=True)
            ready[new] = path
            new.write_bytes(content.encode() if isinstance(content, str) else content)
        for new, path in ready.items():
            new.replace(path)
    finally:
        for new in ready:
            new.unlink(missing_ok=True)


@contextmanager
def unbroken() -> Iterator[None]:
    """Who presses Ctrl+C while files that belong together are written stops the program right after them."""
    asked: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: asked.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if asked:
        raise KeyboardInterrupt


def write_changed(root: Path, place: str, change: Callable[[str], str]) -> bool:
    """Change a text that is there or not; False where that makes no difference, and nothing is written.

    What does not change keeps the ends of its lines and the mark before its first letter; new lines end as the first.
    """
    path = root / place
    before = path.read_bytes().decode("utf-8") if path.exists() else ""
    after = changed(before, change)
    if after == before:
        return False
    write_whole(root, place, after)
    return True


def changed(text: str, change: Callable[[str], str]) -> str:
    """In:  "\\ufeffa: 1\\r\\n", and a change that adds `b: 2`     Out: "\\ufeffa: 1\\r\\nb: 2\\r\\n" """
    mark = MARK if text.startswith(MARK) else ""
    lines = LINE.findall(text.removeprefix(MARK))
    plain = [END.sub("\n", line) for line in lines]
    after = LINE.findall(change("".join(plain)))
    end = END.search(lines[0]) if lines else None
    least = min(len(plain), len(after))
    start = next((at for at in range(least) if plain[at] != after[at]), least)
    rest = next((at for at in range(least - start) if plain[-1 - at] != after[-1 - at]), least - start)
    new = [line.replace("\n", end[0] if end else "\n") for line in after[start : len(after) - rest]]
    return mark + "".join([*lines[:start], *new, *lines[len(lines) - rest :]])


def check_way(root: Path, place: str) -> None:
    """Raises `OSError` where a folder or file on the way to a place of the project is a link."""
    if link := link_in(root, place):
        raise OSError(errno.ELOOP, "", link)
