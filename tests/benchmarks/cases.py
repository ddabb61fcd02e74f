"""What a measurement is made on, and what it gives back."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.curricula import addresses_of, write_curriculum
from benchmarks.rivals import AbsentError, Rival, set_up_hugo, set_up_plain, set_up_pruned, set_up_zensical

PROJECT = Path(__file__).resolve().parents[2]
REAL = 10
"""Weeks of the real curriculum; a case of twenty is twice its size."""
MOST_WHOLE_MENUS = 10 * REAL
"""Weeks up to which rivals are measured that put all pages in the menu of each page."""
WHOLE_MENUS = "too many for it: with all pages in the menu of each, 50 times the pages are 2,500 times the lines"


@dataclass(frozen=True)
class Plan:
    """How much to measure: rounds of builds, edits of a live site, weeks of the small and of the large curricula."""

    root: Path
    place: Path
    rounds: int
    edits: int
    kept_edits: int
    weeks: int
    larger: tuple[int, ...]
    printers: int

    @property
    def store(self) -> Path:
        """Where rivals are installed, once for all curricula."""
        return PROJECT / ".cache" / "rivals"


@dataclass(frozen=True)
class Case:
    """A curriculum of some size, and the rivals that were set up on its Markdown."""

    weeks: int
    project: Path
    pages: int
    rivals: tuple[Rival, ...]
    absent: tuple[str, ...]

    @property
    def size(self) -> str:
        """How many times the real one: "10 ×"."""
        return f"{self.weeks / REAL:g} ×"


@dataclass(frozen=True)
class Table:
    """Rows under names of columns."""

    title: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


@dataclass(frozen=True)
class Part:
    """What one measurement says: what its figures mean, tables, bars, and the figures that a promise is held to."""

    name: str
    text: str
    tables: Sequence[Table] = ()
    bars: Mapping[str, float] = field(default_factory=dict)
    unit: str = ""
    figures: Mapping[str, float] = field(default_factory=dict)
    absent: Sequence[str] = ()


def set_up(plan: Plan, name: str, weeks: int, with_rivals: bool = True) -> Case:
    """A curriculum of so many weeks, in a folder of its own, and rivals beside it."""
    place = plan.place / name / str(weeks)
    place.mkdir(parents=True)
    write_curriculum(plan.root, place / "ours", weeks)
    project = place / "ours"
    rivals, absent = set_up_rivals(project, place, plan.store, weeks > MOST_WHOLE_MENUS) if with_rivals else ([], [])
    return Case(weeks, project, len(addresses_of(project)), tuple(rivals), tuple(absent))


def set_up_rivals(project: Path, place: Path, store: Path, large: bool) -> tuple[list[Rival], list[str]]:
    """The rivals that can be measured here, and why others cannot."""
    absent = [f"{name}: {WHOLE_MENUS}" for name in ("plain", "Zensical") if large]
    rivals = [] if large else [set_up_plain(project, place / "plain")]
    rivals.append(set_up_pruned(project, place / "pruned"))
    try:
        rivals += [] if large else [set_up_zensical(project, place / "zensical", store)]
    except AbsentError as why:
        absent.append(str(why))
    try:
        rivals.append(set_up_hugo(project, place / "hugo"))
    except AbsentError as why:
        absent.append(str(why))
    return rivals, absent


def spread(values: Sequence[float], digits: int = 2) -> str:
    """Median, least and most: "2.61 (2.40–2.90)"."""
    if len(values) == 1:
        return f"{values[0]:.{digits}f}"
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f}–{max(values):.{digits}f})"
