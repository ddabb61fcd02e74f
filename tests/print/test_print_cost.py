"""Handouts are small enough for a phone, and printed fast enough to be printed at every build."""

from __future__ import annotations

import time
from statistics import median

import pytest
from conftest import Project
from curriculum.printing.press import open_press, print_sheet
from curriculum.printing.sheets import TEMPLATE
from prints import read_prints

pytestmark = pytest.mark.slow
KILOBYTES = 60
SECONDS = 0.1


def test_handouts_are_small(built: Project) -> None:
    """Half of the handouts are 60 kB or less."""
    assert median(len(printed.pdf) for printed in read_prints(built.root)) <= KILOBYTES * 1000


def test_printing_is_fast(built: Project) -> None:
    """A handout that was not printed before takes a tenth of a second or less, opening the fonts included."""
    prints = read_prints(built.root)
    open_press.cache_clear()
    start = time.perf_counter()
    for printed in prints:
        print_sheet(printed.sheet, built.root / TEMPLATE)
    assert (time.perf_counter() - start) / len(prints) <= SECONDS
