"""What is left out by whoever starts late: the minutes add up, and take nothing that people need most."""

from __future__ import annotations

import difflib
from itertools import pairwise

from curriculum.words.model import Arc, Problem, Week, Words

KEPT = ("grounding", "break", "debrief", "close")
"""Parts that no plan shortens: people count on them most when an evening is rushed. In the break they eat, go out, and
are asked in private how they are."""


def check_late(arc: Arc) -> list[Problem]:
    """Plans that do not add up, name no part, take what is kept or practised, or give back what a shorter one takes."""
    return [problem for week in (*arc.weeks, *arc.companions) for problem in _check_session(week, arc)]


def _check_session(week: Week, arc: Arc) -> list[Problem]:
    problems = [problem for late in week.late for problem in _check_plan(late, week, arc)]
    for before, after in pairwise(sorted(week.late)):
        line = week.late_lines[after]
        for part, minutes in week.late[before].items():
            found = week.late[after].get(part, 0)
            if part in week.parts and found < minutes:
                values: dict[str, Words] = {"part": part, "late": str(after), "found": str(found)}
                values |= {"before": str(before), "expected": str(minutes)}
                problems.append(Problem(arc.path, line, "late-back", values))
    return problems


def _check_plan(late: int, week: Week, arc: Arc) -> list[Problem]:
    cuts, line = week.late[late], week.late_lines[late]
    problems = [Problem(arc.path, line, *slip) for part in cuts if (slip := _slip_of(part, late, week))]
    if (total := sum(cuts.values())) != late:
        values = {"late": str(late), "week": week.id, "found": str(total)}
        problems.append(Problem(arc.path, line, "late-sum", values))
    return problems


def _slip_of(part: str, late: int, week: Week) -> tuple[str, dict[str, Words]] | None:
    """The rule that the cut in one part breaks, and the values that say so."""
    values: dict[str, Words] = {"late": str(late), "part": part, "week": week.id}
    if part not in week.parts:
        near = difflib.get_close_matches(part, week.parts, 1, 0.5)
        return "late-part", {**values, "expected": ", ".join(week.parts), "near": near[0] if near else ""}
    if part in KEPT:
        return "late-kept", values
    values |= {"found": str(week.late[late][part]), "minutes": str(week.parts[part])}
    left = week.parts[part] - week.late[late][part]
    if left < 0:
        return "late-cut", values
    if left < week.practised(part):
        return "late-practice", {**values, "left": str(left), "expected": str(week.practised(part))}
    return None
