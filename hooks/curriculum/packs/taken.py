"""What became of the rows of a file that came back; pages and what is kept of both texts, written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from curriculum.packs.values import Row
from curriculum.translate.desk import Desk, every_state
from curriculum.translate.pieces import TOP
from curriculum.translate.stamping import rows_for, write_stamped
from curriculum.translate.values import Found, State
from curriculum.watch.whole import write_changed, write_whole
from curriculum.words.model import Problem


@dataclass
class Taken:
    """What became of the rows of a file."""

    files: dict[str, str] = field(default_factory=dict)
    """Pages to write, by their paths."""
    rows: list[Row] = field(default_factory=list)
    """Those that are in these pages."""
    known: list[str] = field(default_factory=list)
    """Sections that hold these very words already."""
    problems: list[Problem] = field(default_factory=list)
    held: set[int] = field(default_factory=set)
    """The numbers of all other rows: those that were refused, and those that wait for one."""

    def accept(self, path: str, text: str, rows: Iterable[Row]) -> None:
        """Take these rows, which stand in this text of their page."""
        self.files[path] = text
        self.rows += rows


def write_pages(desk: Desk, files: dict[str, str]) -> None:
    """Write every page or none: where one cannot be written, those before it are what they were.

    Raises `OSError` with the name of that file.
    """
    before = {path: (desk.root / path).read_bytes() if (desk.root / path).exists() else None for path in files}
    try:
        for path, text in files.items():
            write_page(desk.root, path, text)
    except OSError:
        for path, raw in before.items():
            if raw is None:
                (desk.root / path).unlink(missing_ok=True)
            elif (desk.root / path).read_bytes() != raw:
                write_whole(desk.root, path, raw)
        raise


def write_page(root: Path, path: str, text: str) -> None:
    """A page as it is to be; what did not change keeps the ends of its lines."""
    write_changed(root, path, lambda _: text)


def write_both_texts(desk: Desk, before: Iterable[Found], rows: Sequence[Row]) -> None:
    """Keep both texts of each section that was taken in as read side by side; `desk` was read after pages were written.

    Where the translation had moved on too, the other language still has to follow that: of it, nothing is kept anew.
    """
    moved = {(one.part, one.source) for one in before if one.state is State.CHANGED}
    now = every_state(desk)
    for path, section, one in _sections(rows):
        pair = {(one.path, one.language), (one.source_path, one.source)}
        both = (
            row
            for row in rows_for(now, path, section)
            if {(row.path, row.language), (row.source_path, row.source)} == pair
        )
        is_behind = (one.source_part, one.language) in moved
        kept = [row for row in both if not is_behind or row.path == one.source_path]
        write_stamped(desk, kept, section)


def _sections(rows: Sequence[Row]) -> Iterator[tuple[str, str | None, Found]]:
    """Each section that was taken in; of a page that was not there, all of it at once."""
    begun = {row.found.path for row in rows if row.found.state is State.MISSING and row.found.section == TOP}
    for path in begun:
        yield path, None, next(row.found for row in rows if row.found.path == path)
    yield from ((row.found.path, row.found.section, row.found) for row in rows if row.found.path not in begun)
