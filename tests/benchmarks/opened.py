"""How often one build opens each source file, counted by an audit hook in every Python process of it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from benchmarks.cases import Part, Plan, Table, set_up
from benchmarks.processes import run
from benchmarks.program import BOTH_SITES, PAGES_ALONE, Sentence, forget

SOURCES = ("docs", "facilitator", "editions", "curriculum.yml")
HOOK = '''\
"""Python runs this first in every process: note each file that is opened to be read."""
import os, sys

log = os.open(os.environ["OPENED_LOG"], os.O_CREAT | os.O_APPEND | os.O_WRONLY)


def note(event, values):
    if event == "open" and isinstance(values[0], (str, os.PathLike)) and not values[2] & (os.O_WRONLY | os.O_RDWR):
        os.write(log, f"{os.getpid()} {os.path.abspath(os.fspath(values[0]))}\\n".encode(errors="replace"))


sys.addaudithook(note)
'''
TEXT = """\
Every source file (shared text, notes, edition, arc) that a process of the build opened to read. Participants’ site and
facilitators’ are processes of their own where notes must never be in the memory of the first."""


def measure_opened(plan: Plan) -> Part:
    """A build from nothing, a build with nothing changed, one sentence changed, and the participants’ pages alone."""
    case = set_up(plan, "opened", plan.weeks, with_rivals=False)
    sentence = Sentence.of(case.project)
    rows, figures = [], {}
    for name, prepare, command in (
        ("both sites, nothing kept", lambda: forget(case.project), BOTH_SITES),
        ("both sites, nothing changed", lambda: None, BOTH_SITES),
        ("both sites, one sentence changed", sentence.change, BOTH_SITES),
        ("participants’ pages alone", lambda: None, PAGES_ALONE),
    ):
        prepare()
        log = case.project.parent / "opened.txt"
        hook = case.project.parent / "hook"
        hook.mkdir(exist_ok=True)
        (hook / "sitecustomize.py").write_text(HOOK, encoding="utf-8")
        run(command, case.project, {"PYTHONPATH": f"{hook}:hooks", "OPENED_LOG": str(log)})
        opened = count(log, case.project)
        log.unlink()
        most, where = max(((times, file) for (_, file), times in opened.items()), default=(0, "-"))
        processes = len({process for process, _ in opened})
        files = len({file for _, file in opened})
        rows.append((name, str(files), str(processes), str(sum(opened.values())), f"{most} ({where})"))
        figures[f"opened: {name}"] = float(most)
    figures["opened"] = max(figures.values())
    columns = ("build", "source files", "processes that read them", "opened in all", "most often in one process")
    return Part("opened", TEXT, [Table("Files opened", columns, rows)], figures=figures)


def count(log: Path, project: Path) -> Counter[tuple[str, str]]:
    """(process, file) -> how often it was opened."""
    found: Counter[tuple[str, str]] = Counter()
    for line in log.read_text(encoding="utf-8").splitlines():
        process, _, name = line.partition(" ")
        path = Path(name)
        if path.is_relative_to(project) and path.relative_to(project).parts[0] in SOURCES and not path.is_dir():
            found[process, path.relative_to(project).as_posix()] += 1
    return found
