"""Seconds of the processor as a quiet computer takes them, whatever else this one does meanwhile."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable
from statistics import median
from typing import TypeVar

from markdown import markdown

T = TypeVar("T")

QUIET = 0.0045
"""Seconds that the yardstick takes where plain MkDocs builds the course in 2.6: limits are seconds of that computer."""
PAGE = "# A title\n\nSome words, *and more*, [a link](there.md).\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n\n"
"""Fixed, and rendered by a library: what the course or the program becomes does not change the measure."""


def slowness() -> float:
    """How many times slower this computer is just now than a quiet one; 1 for a faster one, as nobody waits longer."""
    return max(1.0, median(_timed(_yardstick)[1] for _ in range(3)) / QUIET)


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What the work gave, and what it took of the processor by how slow the computer was before and after it.

    Objects that other tests of this process left are not looked through meanwhile.
    """
    gc.collect()
    gc.freeze()
    try:
        before, (given, taken), after = slowness(), _timed(work), slowness()
    finally:
        gc.unfreeze()
    return given, taken / max(before, after)


def soon(work: Callable[[], T], most: float) -> T:
    """What the work gave, within so many seconds of a quiet computer.

    The yardstick takes longer than most of what is tried: only what took longer here is held to it.
    """
    given, taken = _timed(work)
    assert taken < most or taken / max(slowness() for _ in range(3)) < most, taken
    return given


def timed_children(work: Callable[[], T]) -> tuple[T, float]:
    """The same for processes that the work starts and waits for."""
    before, start = slowness(), os.times()
    given, end, after = work(), os.times(), slowness()
    taken = end.children_user + end.children_system - start.children_user - start.children_system
    return given, taken / max(before, after)


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    start = time.process_time()
    given = work()
    return given, time.process_time() - start


def _yardstick() -> None:
    markdown(PAGE * 10, extensions=["attr_list", "tables"])
