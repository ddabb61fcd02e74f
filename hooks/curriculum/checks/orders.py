"""The weeks of an edition, in an order that breaks a rule of the arc -> the nearest order that breaks none, or what to
excuse.

The first week stays first and the last one last: a group meets in the one, and parts in the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from curriculum.words.model import Arc, Problem, Week

OrderCheck = Callable[[Arc], list[Problem]]
"""What says which rules an arc breaks."""
ORDERS = ("load-step", "load-repeat", "load-arc", "load-peak", "load-after-peak")
"""Rules that depend on which week follows which; an edition may excuse them."""


class Way(NamedTuple):
    """An order of weeks by their folders, and the rules to excuse with it."""

    order: tuple[str, ...]
    excused: tuple[str, ...]


def way_out(arc: Arc, check: OrderCheck) -> Way:
    """The order nearest to that of the arc that breaks no rule; where there is none, its own, and what to excuse."""
    legal = min(_legal(arc, check), key=lambda order: _moved(order, arc), default=None)
    if legal is not None:
        return Way(tuple(week.id for week in legal), ())
    rules = {problem.rule for problem in check(arc)}
    return Way(tuple(week.id for week in arc.weeks), tuple(rule for rule in ORDERS if rule in rules))


def moves_between(order: Sequence[str], wanted: Sequence[str]) -> list[tuple[str, str]]:
    """The fewest weeks that move, each with the week that it comes after; each by itself, from the first to the last.

    In:  "a b c d", "a c d b"     Out: ("b", "d")
    """
    places = [order.index(id) for id in wanted]
    kept = {wanted[place] for place in _rising(places)}
    return [(id, before) for before, id in pairwise(wanted) if id not in kept]


def _rising(places: Sequence[int]) -> list[int]:
    """The longest rising row in a row of numbers, by its places."""
    best: list[list[int]] = []
    for place, number in enumerate(places):
        longest = max((row for row in best if places[row[-1]] < number), key=len, default=[])
        best.append([*longest, place])
    return max(best, key=len)


def _legal(arc: Arc, check: OrderCheck) -> Iterator[tuple[Week, ...]]:
    """The orders that break no rule of `ORDERS`, the first and the last week in their places."""
    weeks = arc.weeks
    follows = {(a.id, b.id) for a in weeks for b in weeks if a is not b and not _breaks((a, b), arc, check)}
    for order in _rows(weeks[:1], weeks[1:-1], weeks[-1], follows):
        if not {p.rule for p in check(replace(arc, weeks=order))} & {*ORDERS}:
            yield order


def _rows(
    row: tuple[Week, ...], rest: tuple[Week, ...], last: Week, follows: set[tuple[str, str]]
) -> Iterator[tuple[Week, ...]]:
    """The rows that go on from one: a week may follow, and the total never rises again once it fell."""
    if not rest:
        if (row[-1].id, last.id) in follows:
            yield (*row, last)
        return
    fell = any(b.load.total < a.load.total for a, b in pairwise(row))
    for place, week in enumerate(rest):
        if (row[-1].id, week.id) in follows and not (fell and week.load.total >= row[-1].load.total):
            yield from _rows((*row, week), (*rest[:place], *rest[place + 1 :]), last, follows)


def _breaks(pair: tuple[Week, Week], arc: Arc, check: OrderCheck) -> bool:
    """True when one week may not follow another, whatever the rest."""
    rules = {problem.rule for problem in check(replace(arc, weeks=pair))}
    return bool(rules & {"load-step", "load-repeat", "load-after-peak"})


def _moved(order: Sequence[Week], arc: Arc) -> int:
    """How many pairs of weeks stand the other way around."""
    places = [arc.weeks.index(week) for week in order]
    return sum(a > b for place, a in enumerate(places) for b in places[place:])
