"""Drafts of pages -> those of their rows that may stand there, and why others may not.

First all rows together, for most often nothing is wrong with them; then page by page, then row by row.
"""

from __future__ import annotations

from collections.abc import Sequence

from curriculum.packs.drafting import DraftPage, Fit
from curriculum.packs.standing import Standing, found_now, newly_found
from curriculum.packs.taken import Taken
from curriculum.packs.telling import sentence_of
from curriculum.translate.pieces import raw_pieces
from curriculum.words.model import Problem, Text, Words


def settle(taken: Taken, standing: Standing, drafts: Sequence[DraftPage], place: str) -> None:
    """Sort the rows of these pages into those that are taken and those that are told."""
    texts = {draft.path: draft.text(draft.fits) for draft in drafts}
    before = found_now(standing, [*texts])
    nothing = not newly_found(standing, texts, before)
    for draft in drafts:
        if nothing or not newly_found(standing, {**taken.files, draft.path: texts[draft.path]}, before):
            taken.accept(draft.path, texts[draft.path], [fit.row for fit in draft.fits])
        elif draft.before:
            _row_by_row(taken, standing, draft, before, place)
        else:
            _whole(taken, standing, draft, before, place)


def _row_by_row(taken: Taken, standing: Standing, draft: DraftPage, before: Sequence[Problem], place: str) -> None:
    kept: list[Fit] = []
    for fit in draft.fits:
        found = newly_found(standing, {**taken.files, draft.path: draft.text([*kept, fit])}, before)
        for problem in found:
            _tell(taken, fit, place, sentence_of(problem, draft.path))
        kept += [] if found else [fit]
    if kept:
        taken.accept(draft.path, draft.text(kept), [fit.row for fit in kept])


def _whole(taken: Taken, standing: Standing, draft: DraftPage, before: Sequence[Problem], place: str) -> None:
    """A page that is not there yet is begun with all of its rows or not at all: each problem is told with its row."""
    text = draft.text(draft.fits)
    for problem in newly_found(standing, {**taken.files, draft.path: text}, before):
        id = _section_at(text, problem.line) if problem.path == draft.path else ""
        fit = next((fit for fit in draft.fits if fit.id == id), draft.fits[0])
        _tell(taken, fit, place, sentence_of(problem, draft.path))
    taken.held |= {fit.came.number for fit in draft.fits}


def _section_at(text: str, line: int) -> str:
    """The id of the section in which a line of a page stands."""
    found, start = "", 1
    for id, raw in raw_pieces(text):
        found = id if start <= line else found
        start += raw.count("\n") + 1
    return found


def _tell(taken: Taken, fit: Fit, place: str, found: Text) -> None:
    values: dict[str, Words] = {"row": str(fit.came.number), "part": fit.row.found.part, "found": found}
    taken.problems.append(Problem(place, fit.came.place, "pack-refused", values))
    taken.held.add(fit.came.number)
