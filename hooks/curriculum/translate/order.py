"""Which of some names moved, when their order changed: as few as can explain it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def moved_in(before: Sequence[str], now: Sequence[str]) -> set[str]:
    """The names in both that do not belong to the longest run that kept its order.

    In:  ["a", "b", "c", "d"], ["d", "a", "b", "c"]
    Out: {"d"}
    """
    places = {name: place for place, name in enumerate(before)}
    common = [name for name in now if name in places]
    lowest: list[int] = []
    """Of each length, the smallest place with which a run can end."""
    lengths = []
    for name in common:
        length = bisect_left(lowest, places[name])
        lowest[length : length + 1] = [places[name]]
        lengths.append(length)
    kept, wanted = set(), len(lowest) - 1
    last = len(before)
    for name, length in zip(reversed(common), reversed(lengths), strict=True):
        if length == wanted and places[name] < last:
            kept.add(name)
            wanted, last = wanted - 1, places[name]
    return set(common) - kept
