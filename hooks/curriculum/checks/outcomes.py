"""What a week promises is practised: each outcome by everybody, in a part of the session, seen on a sheet."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from curriculum.compose.outcomes import outcomes_in
from curriculum.words.model import Arc, Curriculum, Practised, Problem, Week, Words


def check_outcomes(curriculum: Curriculum) -> list[Problem]:
    """Lines of `outcomes` that name no part, more minutes than it has, or no sheet; and too few or too many of them."""
    arc = curriculum.arc
    rows = [problem for week in arc.sessions for row in week.outcomes for problem in _check_row(row, week, arc)]
    return rows + [problem for week in arc.sessions for problem in _check_count(week, curriculum)]


def _check_row(row: Practised, week: Week, arc: Arc) -> list[Problem]:
    problems = []
    parts = {part: minutes for part, minutes in week.parts.items() if part != "break"}
    if row.part not in parts:
        problems.append(Problem(arc.path, row.line, "outcome-part", _values(row.part, week, parts)))
    elif row.whole > parts[row.part]:
        values = {"found": str(row.whole), "part": row.part, "expected": str(parts[row.part])}
        problems.append(Problem(arc.path, row.line, "outcome-minutes", values))
    if row.sheet not in {handout.uri for handout in arc.handouts}:
        names = [handout.id for handout in week.handouts]
        problems.append(Problem(arc.path, row.line, "outcome-sheet", _values(_name(row.sheet, week), week, names)))
    return problems


def _name(sheet: str, week: Week) -> str:
    """A sheet as the arc names it: `presence` in its own week, `week-02/presence` in another."""
    return sheet.replace("/handouts/", "/").removesuffix(".md").removeprefix(f"{week.id}/")


def _values(found: str, week: Week, known: Iterable[str]) -> dict[str, Words]:
    near = difflib.get_close_matches(found, [*known], 1, 0.5)
    return {"found": found, "week": week.id, "expected": ", ".join(known), "near": near[0] if near else ""}


def _check_count(week: Week, curriculum: Curriculum) -> list[Problem]:
    """The first page of the week that lists another number of outcomes."""
    pages = [page for language in curriculum.languages if (page := curriculum.pages.get((language, week.uri)))]
    for page in pages:
        if week.outcomes and len(outcomes_in(page)) != len(week.outcomes):
            values = {"week": week.id, "found": str(len(week.outcomes)), "page": page.path}
            values |= {"expected": str(len(outcomes_in(page)))}
            return [Problem(curriculum.arc.path, week.line, "outcome-count", values)]
    return []
