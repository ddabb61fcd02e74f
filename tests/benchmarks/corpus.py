"""The golden cases of bad input: what is silent, breaks, takes long, or is told at another line or in one language."""

from __future__ import annotations

import os
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from corpus import BASE, RIGHT, WRONG, cases, place_of
from curriculum.course import open_course
from curriculum.read.layers import Settings
from curriculum.read.today import TODAY as TODAY_IS
from curriculum.words.model import Problem
from curriculum.words.problems import say
from languages import LANGUAGES
from test_problems import TODAY, lay_out

from benchmarks.cases import Part, Plan, Table

QUICKLY = 12
"""Cases of a quick run."""
TEXT = """\
Each folder of `tests/problems/` is laid out and checked as `python run.py check` does it, in one process, timed by its
processor. A line is right when it holds the words that the message quotes, when whoever wrote the case changed it, or
when a person looked at it (`tests/problems/lines.txt`); what the program wrote of itself is not asked. Cases that are
right on purpose (`tests/problems/right.txt`) must say nothing."""


def measure_corpus(plan: Plan) -> Part:
    """All cases; of a quick run, the first twelve."""
    os.environ[TODAY_IS] = TODAY
    names = cases()[: QUICKLY if plan.weeks == 1 else None]
    check(BASE, plan.place / "corpus" / "first")  # what the first check of a process opens, such as words and schemas
    told: Counter[str] = Counter()
    odd: list[tuple[str, str]] = []
    times: list[tuple[float, str]] = []
    for name in names:
        root = plan.place / "corpus" / name
        try:
            seconds, problems = check(name, root)
        except pytest.skip.Exception:
            told["not laid out here"] += 1
            continue
        except Exception:  # whatever it is, no author may see it
            odd.append((name, "traceback: " + traceback.format_exc().splitlines()[-1]))
            continue
        times.append((seconds, name))
        if bool(problems) is (name in RIGHT):
            odd.append((name, "not silent" if problems else "silent"))
        for problem in problems:
            how = place_of(name, root, problem)
            told.update(("messages", how, "in both languages" if _is_translated(problem) else "in one language"))
            odd += [(name, f"{WRONG}: {problem.path}:{problem.line} [{problem.rule}]")] if how == WRONG else []
    return _part(names, told, odd, max(times))


def check(name: str, root: Path) -> tuple[float, Sequence[Problem]]:
    """One case in a folder of its own: the seconds of a processor that its check took, and what it found."""
    root.mkdir(parents=True)
    lay_out(name, root)
    start = time.process_time()
    _, problems = open_course(Settings(root, "facilitator"))
    return time.process_time() - start, problems


def _is_translated(problem: Problem) -> bool:
    return len({say(problem, language) for language in LANGUAGES}) == len(LANGUAGES)


def _part(names: Sequence[str], told: Counter[str], odd: Sequence[tuple[str, str]], slowest: tuple[float, str]) -> Part:
    """What was counted, as tables and figures."""
    many = {what: sum(said.startswith(what) for _, said in odd) for what in ("silent", "not silent", "traceback")}
    bad = len([name for name in names if name not in RIGHT])
    wrong = 100 * told[WRONG] / max(1, told["messages"])
    ways = ("messages", "in both languages", "words quoted", "line changed", "no lines", "seen by a person", WRONG)
    rows = [
        ("bad inputs", str(bad)),
        ("right ones that come close", str(len(names) - bad)),
        ("not laid out here", str(told["not laid out here"])),
        ("silent", str(many["silent"])),
        ("right ones of which something is said", str(many["not silent"])),
        ("tracebacks", str(many["traceback"])),
        ("slowest", f"{slowest[0]:.2f} s ({slowest[1]})"),
        *((way, str(told[way])) for way in ways),
        ("right line", f"{100 - wrong:.1f} %"),
    ]
    figures = {
        "corpus silent": many["silent"] + many["not silent"],
        "corpus tracebacks": many["traceback"],
        "corpus slowest": slowest[0],
        "corpus lines": wrong,
        "corpus languages": told["in one language"],
    }
    tables = [Table("Bad input", ("what", "how many"), rows), Table("To look at", ("case", "what"), odd)]
    return Part("corpus", TEXT, tables[: 1 + bool(odd)], figures=figures)
