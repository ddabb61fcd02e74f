"""Rows that came back -> the pages with them, what could not be taken in, and afterwards what is kept of both texts.

Row by row, and not all or nothing: a section is whole in itself, and of forty that a volunteer translated, one slip in
the last must not hold up the others. What was refused is listed, and the same file is given again once it is mended:
rows that were taken in are known and passed over. Of a page that is not there yet, all rows come together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from curriculum.packs.fitting import Beside, misfits
from curriculum.packs.making import Shelf, rows_named
from curriculum.packs.placing import new_page, section_in, with_section
from curriculum.packs.standing import newly_refused
from curriculum.packs.values import Filled, Row, sum_of
from curriculum.translate.desk import Desk, every_state
from curriculum.translate.pieces import TOP, raw_pieces
from curriculum.translate.stamping import rows_for, write_stamped
from curriculum.translate.values import TOP_NAME, Found, State
from curriculum.watch.whole import write_whole
from curriculum.words.model import Problem

Fit = tuple[Row, list[str], Filled]
"""A row, the lines that came back for it, and how they stand in the file."""


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


def take(shelf: Shelf, found: Sequence[Found], filled: Sequence[Filled], place: str) -> Taken:
    """Hold every row to the project as it stands; nothing is written."""
    taken = Taken()
    count = Counter(one.part for one in filled if one.name)
    rows = rows_named(shelf, found, count)
    fitting: dict[str, list[Fit]] = {}
    for one in filled:
        if not one.name and not one.left and not "".join(one.lines).strip():
            continue  # a row that somebody added and left empty
        if problem := _unnamed(one, count, rows, place):
            taken.problems.append(problem)
            taken.held.add(one.number)
            continue
        row = _meant(rows[one.part], one)
        beside = Beside(row, one, place, shelf.desk.languages)
        if beside.is_here and not _is_as_sent(row, one):
            taken.known.append(one.part)
        elif problems := misfits(beside):
            taken.problems += problems
            taken.held.add(one.number)
        else:
            fitting.setdefault(row.found.path, []).append((row, beside.lines, one))
    for path, fits in fitting.items():
        _place(taken, shelf, path, fits, place)
    return taken


def _unnamed(one: Filled, count: Counter[str], rows: dict[str, list[Row]], place: str) -> Problem | None:
    """A row of which nobody can say where it goes; none for any other."""
    values = {"row": str(one.number), "part": one.part}
    if not one.name:
        return Problem(place, one.place, "pack-lost", values)
    if count[one.part] > 1:
        return Problem(place, one.place, "pack-twice", values)
    return None if one.part in rows else Problem(place, one.place, "pack-unknown", values)


def _meant(rows: Sequence[Row], one: Filled) -> Row:
    """Of a section beside several languages, the row that was sent: the one whose text has the sum in its name."""
    return next((row for row in rows if sum_of(row.source) == one.sums[0]), rows[0])


def _is_as_sent(row: Row, one: Filled) -> bool:
    """True while the project has the translation that was in the pack."""
    return sum_of(row.present) == one.sums[1]


def _place(taken: Taken, shelf: Shelf, path: str, rows: Sequence[Fit], place: str) -> None:
    """Put the rows of one page into it; a page that is not there is begun when all of it is."""
    source = rows[0][0].found.source_path
    order = [id for id, _ in raw_pieces(shelf.read(source))]
    lines = {row.found.section: words for row, words, _ in rows}
    came = {row.found.section: one for row, _, one in rows}
    if shelf.read(path):
        text, kept = shelf.read(path), []
        for id in sorted(lines, key=lambda one: order.index(one) if one in order else 0):
            made = with_section(text, id, lines[id], order)
            if not _refused(taken, shelf.desk, (came[id], path, id), (text, made), place):
                text = made
                kept.append(id)
        taken.files |= {path: text} if kept else {}
        taken.rows += [row for row, _, _ in rows if row.found.section in kept]
        return
    wanted = [id for id in order if id != TOP or section_in(shelf.read(source), TOP)]
    lacking = [id or TOP_NAME for id in wanted if id not in lines]
    made = "" if lacking else new_page(shelf.read(source), lines)
    first = min(came.values(), key=lambda one: one.number)
    if lacking:
        taken.problems.append(Problem(place, first.place, "pack-page", {"part": path, "found": ", ".join(lacking)}))
        taken.held |= {one.number for one in came.values()}
    elif not _refused(taken, shelf.desk, (first, path, TOP), ("", made), place):
        taken.files[path] = made
        taken.rows += [row for row, _, _ in rows]


def _refused(taken: Taken, desk: Desk, of: tuple[Filled, str, str], texts: tuple[str, str], place: str) -> bool:
    """True where the check of pages would refuse what is new in the page; it is told with the row."""
    one, path, id = of
    found = newly_refused(desk, path, *texts)
    values = {"row": str(one.number), "part": f"{path}#{id or TOP_NAME}"}
    taken.problems += [Problem(place, one.place, "pack-refused", {**values, "found": said}) for said in found]
    taken.held |= {one.number} if found else set()
    return bool(found)


def write_pages(desk: Desk, files: dict[str, str]) -> None:
    """Write every page or none: where one cannot be written, those before it are what they were.

    Raises `OSError` with the name of that file.
    """
    before = {path: (desk.root / path).read_bytes() if (desk.root / path).exists() else None for path in files}
    try:
        for path, text in files.items():
            write_whole(desk.root, path, text)
    except OSError:
        for path, raw in before.items():
            if raw is None:
                (desk.root / path).unlink(missing_ok=True)
            elif (desk.root / path).read_bytes() != raw:
                write_whole(desk.root, path, raw)
        raise


def write_kept(desk: Desk, before: Iterable[Found], rows: Sequence[Row]) -> None:
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
