"""Rows that came back -> the pages with them, what could not be taken in, and afterwards what is kept of both texts.

Row by row, and not all or nothing: a section is whole in itself, and of forty that a volunteer translated, one slip in
the last must not hold up the others. What was refused is listed, and the same file is given again once it is mended:
rows that were taken in are known and passed over. Of a page that is not there yet, all rows come together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from curriculum.packs.drafting import DraftPage, Fit, draft_of
from curriculum.packs.fitting import Beside, is_silent, misfits
from curriculum.packs.making import Shelf, rows_named
from curriculum.packs.settling import settle
from curriculum.packs.standing import read_standing
from curriculum.packs.taken import Taken
from curriculum.packs.values import Filled, Row, sum_of
from curriculum.translate.values import TOP_NAME, Found
from curriculum.words.model import Problem


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
        if beside.is_here and not _is_as_sent(row, one) and is_silent(beside):
            taken.known.append(one.part)
        elif problems := misfits(beside):
            taken.problems += problems
            taken.held.add(one.number)
        else:
            fitting.setdefault(row.found.path, []).append(Fit(row, beside.lines, one))
    drafts = _drafts(taken, shelf, fitting, place)
    if drafts:
        begun = {draft.path: draft.fits[0].row.found.source_path for draft in drafts if not draft.before}
        settle(taken, read_standing(shelf.desk, begun), drafts, place)
    return taken


def _drafts(taken: Taken, shelf: Shelf, fitting: Mapping[str, Sequence[Fit]], place: str) -> list[DraftPage]:
    """Each page with its rows; one that is not there yet is begun when all of it is."""
    drafts = []
    for path, fits in fitting.items():
        draft = draft_of(path, shelf.read(path), shelf.read(fits[0].row.found.source_path), fits)
        if draft.lacking:
            first = min((fit.came for fit in fits), key=lambda one: one.number)
            lacking = ", ".join(id or TOP_NAME for id in draft.lacking)
            taken.problems.append(Problem(place, first.place, "pack-page", {"part": path, "found": lacking}))
            taken.held |= {fit.came.number for fit in fits}
        else:
            drafts.append(draft)
    return drafts


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
