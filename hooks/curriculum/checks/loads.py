"""The arc of the course: how demanding the weeks are, one after the other (rules L2 to L9 of the design).

L1 (whole numbers from 1 to 4) is in the schema, L10 (all languages alike) holds because the numbers are written once,
L11 (minutes, one break) is in `weeks`.
"""

from __future__ import annotations

from collections.abc import Container
from itertools import pairwise

from curriculum.checks.orders import ORDERS, moves_between, way_out
from curriculum.words.model import LOADS, Arc, Kind, Problem, Term, Week, Words

PEAK = 4
CARE = ("grounding", "close")
CARE_MINUTES = 10
CLOSE_AFTER_PEAK = 15
CARDS = (Kind.SKILL_CARD, Kind.POCKET_CARD)


def check_loads(arc: Arc) -> list[Problem]:
    """Every load rule the arc breaks that nobody excused, and every excuse of one that it keeps.

    Each at the line of its week; where an edition changed the order, at the line of its own that did: those about the
    order as one, with what mends them.
    """
    found, changed = broken_rules(arc), arc.changed
    if changed is None:
        return found
    broken = {problem.rule for problem in found}
    idle = [rule for rule in changed.excused if rule not in broken]
    problems = [problem for problem in found if problem.rule not in changed.excused]
    moved = [problem for problem in problems if problem.path == arc.path]
    problems = [Problem(arc.path, changed.line, p.rule, p.values) if p not in moved else p for p in problems]
    if order := [problem for problem in problems if problem.rule in ORDERS]:
        rules = dict.fromkeys(f"{problem.rule} ({problem.values['week']})" for problem in order)
        values: dict[str, Words] = {"rules": ", ".join(rules), "expected": _way(arc, changed.excused)}
        problems = [problem for problem in problems if problem not in order]
        problems.append(Problem(arc.path, changed.line, "weeks-order", values))
    told = [Problem(arc.path, changed.excuse_lines[rule], "excuse-idle", {"found": rule}) for rule in idle]
    return problems + told


def _way(arc: Arc, excused: Container[str]) -> Term:
    """What to do about the order: weeks to move, or rules to excuse."""
    way = way_out(arc, lambda other: [problem for problem in broken_rules(other) if problem.rule not in excused])
    if way.excused:
        return Term("order-excuse", {"rules": ", ".join(way.excused)})
    moves = moves_between([week.id for week in arc.weeks], way.order)
    return Term("order-moves", {"moves": "; ".join(f"{id}: {{after: {other}}}" for id, other in moves)})


def broken_rules(arc: Arc) -> list[Problem]:
    """Every load rule the arc breaks, at the line of the week."""
    problems = [problem for pair in pairwise(arc.weeks) for problem in _check_pair(arc, *pair)]
    problems += [problem for week in arc.weeks for problem in _check_week(arc, week)]
    return problems + _check_arc(arc)


def _check_pair(arc: Arc, before: Week, week: Week) -> list[Problem]:
    problems = []
    values: dict[str, Words]
    for name in LOADS:
        was, now = getattr(before.load, name), getattr(week.load, name)
        if now > was + 1:  # L2
            values = {"kind": Term(name), "week": week.id, "before": str(was), "found": str(now)}
            problems.append(Problem(arc.path, week.line, "load-step", values))
        if was == now == PEAK:  # L3
            values = {"kind": Term(name), "week": week.id, "before": before.id}
            problems.append(Problem(arc.path, week.line, "load-repeat", values))
    minutes = week.parts.get("close", 0)
    if before.load.emotional == PEAK and (week.load.academic > 2 or minutes < CLOSE_AFTER_PEAK):  # L7
        values = {"week": week.id, "found": str(week.load.academic), "minutes": str(minutes)}
        problems.append(Problem(arc.path, week.line, "load-after-peak", values))
    return problems


def _check_week(arc: Arc, week: Week) -> list[Problem]:
    problems = []
    load = week.load
    if load.academic == load.emotional == PEAK:  # L4
        problems.append(Problem(arc.path, week.line, "load-both", {"week": week.id}))
    for part in CARE:
        minutes = week.parts.get(part, 0)
        if load.emotional >= 3 and minutes < CARE_MINUTES:  # L8
            values = {"week": week.id, "found": str(load.emotional), "minutes": str(minutes), "part": part}
            problems.append(Problem(arc.path, week.line, "load-care", values))
    if load.academic >= 3 and not week.draft and not any(h.kind in CARDS for h in week.handouts):  # L9
        problems.append(Problem(arc.path, week.line, "load-card", {"week": week.id, "found": str(load.academic)}))
    return problems


def _check_arc(arc: Arc) -> list[Problem]:
    totals = [week.load.total for week in arc.weeks]
    peak = totals.index(max(totals))
    problems = []
    for i, (before, now) in enumerate(pairwise(totals), 1):  # L5
        if (i <= peak and now < before) or (i > peak and now >= before and now != max(totals)):
            week = arc.weeks[i]
            values = {"week": week.id, "found": str(now), "before": str(before)}
            problems.append(Problem(arc.path, week.line, "load-arc", values))
    if len(totals) > 2 and (totals.count(max(totals)) > 1 or peak >= len(totals) - 2):  # L6
        last = arc.weeks[len(totals) - 1 - totals[::-1].index(max(totals))]
        values = {"week": last.id, "found": str(max(totals))}
        problems.append(Problem(arc.path, last.line, "load-peak", values))
    return problems
