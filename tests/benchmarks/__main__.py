"""`python run.py bench [--quick] [--only NAME …] [--sizes N …] [--rounds N]`: measure, and write a report.

builds      what builds cost, ours in four states and those of other generators, in turn
sizes       the same at ten and at fifty times the size (`--sizes 10`: only at ten times)
corpus      what is said of each golden case of bad input: silent, broken, slow, at another line, in one language
live        how soon a saved sentence is on the page, and what the live site holds in memory
opened      how often a build opens each source file
printers    how fast other plug-ins make PDFs of our handouts, and what is in these

Only when named: lighthouse (scores of a page of each type), sheets (pictures of a page of each type, to look at).
The report is `to-report/bench.md`, with a picture for each measurement; it is written anew after each.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.builds import measure_builds, measure_sizes
from benchmarks.cases import REAL, Part, Plan
from benchmarks.contact_sheets import draw_sheets
from benchmarks.corpus import measure_corpus
from benchmarks.lighthouse import measure_lighthouse
from benchmarks.live import measure_live
from benchmarks.opened import measure_opened
from benchmarks.printing import measure_printers
from benchmarks.report import text_of, write_report

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "to-report"
MEASUREMENTS: Mapping[str, Callable[[Plan], Part]] = {
    "builds": measure_builds,
    "corpus": measure_corpus,
    "live": measure_live,
    "opened": measure_opened,
    "printers": measure_printers,
    "sizes": measure_sizes,
    "lighthouse": measure_lighthouse,
    "sheets": draw_sheets,
}
"""The longest last, then those that are only made when they are named."""
ASKED_FOR = ("lighthouse", "sheets")
SIZES = (10, 50)
"""Times the real size."""


def plan_of(root: Path, place: Path, quick: bool, rounds: int | None = None, sizes: list[int] | None = None) -> Plan:
    """How much to measure: as for a release, or as quickly as shows that everything runs."""
    if quick:
        return Plan(root, place, rounds or 1, edits=3, kept_edits=3, weeks=1, larger=(2,), printers=1)
    larger = tuple(REAL * size for size in sizes or SIZES)
    return Plan(root, place, rounds or 5, edits=11, kept_edits=100, weeks=REAL, larger=larger, printers=7)


def main(arguments: list[str]) -> int:
    """Measure what was asked for; the exit code."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="python run.py bench", description=__doc__, formatter_class=layout)
    parser.add_argument("--quick", action="store_true", help="a small curriculum, once: does everything run?")
    parser.add_argument("--only", nargs="+", choices=MEASUREMENTS, default=[], metavar="NAME")
    parser.add_argument(
        "--sizes", nargs="+", type=int, metavar="N", help=f"times the real size; else {SIZES[0]} and {SIZES[1]}"
    )
    parser.add_argument("--rounds", type=int, metavar="N", help="of builds; else 5")
    chosen = parser.parse_args(arguments)
    if not hasattr(os, "wait4"):
        print("Benchmarks need Linux or macOS: Windows does not say what a process and its children cost.")
        return 1
    names = chosen.only or [name for name in MEASUREMENTS if name not in ASKED_FOR]
    parts = []
    with tempfile.TemporaryDirectory() as temporary:
        plan = plan_of(ROOT, Path(temporary).resolve(), chosen.quick, chosen.rounds, chosen.sizes)
        for name in names:
            parts.append(MEASUREMENTS[name](plan))
            print(text_of(parts[-1]), flush=True)
            write_report(FOLDER, ROOT, parts)
    print(f"{FOLDER.name}/bench.md")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
