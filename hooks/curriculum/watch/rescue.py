"""Pages of the shared course that were changed where they lie -> pages of the edition; the shared ones are given back.

Each file is copied into `to-keep/` before anything is done with it, so that nothing can be lost on the way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from curriculum.watch.acts import EditionDesk, write_copy, write_stamps
from curriculum.watch.originals import MANIFEST, is_same, paths_in, read_changed_elsewhere
from curriculum.watch.reading import FOLDERS
from curriculum.watch.whole import write_whole
from curriculum.words.changes import Part


class Difference(NamedTuple):
    """A file that is not as it was released: `yours` and `theirs` are None where there is no such file."""

    path: str
    yours: bytes | None
    theirs: bytes | None


@dataclass(frozen=True)
class Rescued:
    """What was done: paths from the root."""

    moved: tuple[str, ...]
    """Now in the edition."""
    back: tuple[str, ...]
    """Had been deleted, and are there again."""
    taken: tuple[str, ...]
    """Changed in place and in the edition: left as they are, for somebody to join."""
    elsewhere: tuple[str, ...]
    """Changed outside the folders of pages: left as they are."""


def read_edits(root: Path, originals: Mapping[str, bytes]) -> list[Difference]:
    """Every page, note and picture that differs from what was released."""
    return list(_edits(root, originals))


def _edits(root: Path, originals: Mapping[str, bytes]) -> Iterator[Difference]:
    here = [path for folder in FOLDERS for path in paths_in(root, folder)]
    for path in sorted({*here, *originals} - {MANIFEST}):
        yours = (root / path).read_bytes() if (root / path).is_file() else None
        theirs = originals.get(path)
        if yours is None or theirs is None or not is_same(yours, theirs):
            yield Difference(path, yours, theirs)


def write_rescued(desk: EditionDesk, originals: Mapping[str, bytes]) -> Rescued:
    """Move every edit into the edition, keep what it replaced, and give back what was released."""
    moved, back, taken = [], [], []
    for edit in read_edits(desk.root, originals):
        place = desk.root / desk.edition / edit.path
        if edit.yours is None:
            back.append(edit.path)
        elif place.exists() and not is_same(place.read_bytes(), edit.yours):
            taken.append(edit.path)
            continue
        else:
            write_copy(desk, edit.path, edit.yours)
            write_whole(desk.root, f"{desk.edition}/{edit.path}", edit.yours)
            moved.append(edit.path)
        _write_back(desk.root, edit.path, edit.theirs)
    _write_kept(desk, originals, moved)
    elsewhere = read_changed_elsewhere(desk.root, originals)
    return Rescued(tuple(moved), tuple(back), tuple(taken), tuple(elsewhere))


def _write_kept(desk: EditionDesk, originals: Mapping[str, bytes], moved: list[str]) -> None:
    """What the moved pages have in front of them. Which changes were read by then is unknown: none counts."""
    pages = [path for path in moved if path in originals and path.endswith(".md")]
    texts = {path: originals[path].decode("utf-8", "replace") for path in pages}
    held = replace(desk.held, upstream=texts, announced=())
    if texts:
        write_stamps(replace(desk, held=held), [Part(path) for path in texts])


def _write_back(root: Path, path: str, theirs: bytes | None) -> None:
    if theirs is None:
        (root / path).unlink()
    else:
        write_whole(root, path, theirs)
