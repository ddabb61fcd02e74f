"""The report: what each measurement means, its tables and a picture; first, what the project holds itself to."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from benchmarks.builds import NOTHING_CHANGED, NOTHING_KEPT, ONE_SENTENCE, PAGES
from benchmarks.cases import Part, Table
from benchmarks.drawing import bars_of

PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "markdown", "typst")
WANTED: Sequence[tuple[str, str, str, float, float]] = (
    (NOTHING_KEPT, NOTHING_KEPT, "× plain", 5, 3),
    (NOTHING_CHANGED, NOTHING_CHANGED, "× plain", 0.25, 0.1),
    (ONE_SENTENCE, ONE_SENTENCE, "× plain", 1.2, 0.6),
    (PAGES, PAGES, "× plain", 0.9, 0.7),
    ("live real size", "saved sentence to page, real size, median", "s", 0.7, 0.3),
    ("live larger", "the same, larger", "s", 1.5, 0.7),
    ("peak", "peak memory of a build", "MB", 250, 150),
    ("live memory", "live site after all edits, started with nothing kept", "MB", 200, 120),
    ("corpus silent", "bad inputs of which nothing is said, and right ones of which something is", "", 0, 0),
    ("corpus tracebacks", "bad inputs that end in a traceback", "", 0, 0),
    ("corpus slowest", "the slowest check of a bad input", "s", 2, 1),
    ("corpus lines", "messages at a wrong line, in a hundred", "", 1, 0),
    ("corpus languages", "messages that one language lacks", "", 0, 0),
    ("opened", "times that one process opens a source file", "×", 1, 1),
)
"""A figure, its words and unit, what it must not be above, and what would be better still."""
PER_PAGE = 1.15
"""What a page may cost where there are many, by what it costs at the real size."""


def write_report(folder: Path, root: Path, parts: Sequence[Part]) -> None:
    """`bench.md`, and `<measurement>.svg` beside it."""
    folder.mkdir(exist_ok=True)
    text = ["# Benchmarks", machine(), numbers(parts)]
    for part in parts:
        text.append(text_of(part))
        if part.bars:
            (folder / f"{part.name}.svg").write_text(bars_of(part.name, part.bars, part.unit), encoding="utf-8")
            text.append(f"![{part.name}: {part.unit}]({part.name}.svg)")
    (folder / "bench.md").write_text("\n\n".join(filter(None, text)) + "\n", encoding="utf-8")


def machine() -> str:
    """What it was measured with, and when."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    system = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    busy = f"load {os.getloadavg()[0]:.1f} at the end"
    return " · ".join((date.today().isoformat(), f"{os.cpu_count()} cores", processor(), system, packages, busy))


def processor() -> str:
    """Its name, where the system tells."""
    try:
        found = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    except OSError:
        found = None
    return found[1] if found else "processor not known"


def numbers(parts: Sequence[Part]) -> str:
    """What was measured beside what it must not be above."""
    found = {name: value for part in parts for name, value in part.figures.items()}
    rows = [
        (words, f"{found[name]:.2f} {unit}", f"{must:g}", f"{better:g}", "yes" if found[name] <= must else "no")
        for name, words, unit, must, better in WANTED
        if name in found
    ]
    rows += [
        (name, f"{value:.2f} × 1 ×", f"{PER_PAGE:g}", "1", "yes" if value <= PER_PAGE else "no")
        for name, value in found.items()
        if name.startswith("CPU per page") and not name.startswith("CPU per page at 1 ×")
    ]
    return table_text(Table("Numbers", ("what", "measured", "at most", "better", "kept"), rows)) if rows else ""


def text_of(part: Part) -> str:
    """One measurement, as Markdown."""
    said = [f"## {part.name.capitalize()}", part.text, *(table_text(table) for table in part.tables)]
    said += [f"Not measured: {why}" for why in part.absent]
    return "\n\n".join(said)


def table_text(table: Table) -> str:
    """In:  Table("Numbers", ("what", "measured"), [("peak", "690 MB")])
    Out: ### Numbers, an empty line, then
         | what | measured |
         | --- | --- |
         | peak | 690 MB |
    """
    rows = [table.columns, tuple("---" for _ in table.columns), *table.rows]
    return f"### {table.title}\n\n" + "\n".join(f"| {' | '.join(row)} |" for row in rows)
