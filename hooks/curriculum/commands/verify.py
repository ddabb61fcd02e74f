"""`verify PATH`: does anything in a folder, a ZIP or a file belong to facilitators? With a page to keep."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from curriculum.checks.made import MadeWith, made_of, made_with
from curriculum.commands.options import options_of, refuse, settings_of
from curriculum.formats.kept import read_program
from curriculum.formats.tonight.frame import read_insides
from curriculum.read.layers import Sources, read_notes, read_sources
from curriculum.site.style import site_style
from curriculum.verify.means import Case, examine
from curriculum.verify.page import Done, files_in_words, page_of, told_of_files, verdict
from curriculum.verify.rebuild import read_rebuilt
from curriculum.verify.sources import read_search
from curriculum.verify.target import read_target
from curriculum.watch.whole import write_whole
from curriculum.words.audience import NOTES
from curriculum.words.forms import size_of
from curriculum.words.labels import label, read_spoken
from curriculum.words.model import Audience, Curriculum, Problem
from curriculum.words.problems import preferred_languages, tell

REPORTS = "to-report"


def main(arguments: list[str]) -> int:
    """Look, say what was found, write the page; the exit code: 0 when nothing was."""
    parser = options_of("verify", with_notes=False)
    parser.add_argument("path", type=Path)
    parser.add_argument("--rebuild", action="store_true")
    parser.add_argument("--report", type=Path)
    chosen = parser.parse_args(arguments)
    root, date = settings_of(chosen).root, datetime.now(UTC).astimezone().date().isoformat()
    report = chosen.report or root / REPORTS / f"verify-{chosen.path.resolve().name}-{date}.html"
    if chosen.path.is_dir() and report.resolve().is_relative_to(chosen.path.resolve()):
        return refuse([Problem("", 0, "verify-report", {"found": str(report), "expected": str(chosen.path)})])
    start = time.monotonic()
    case, ours, problems = read_case(root, chosen.path)
    if case is None or ours is None:
        return refuse(problems)
    if chosen.rebuild:
        case.rebuilt, problems = read_rebuilt(root, ours)
    done = Done(case, ours, [*problems, *examine(case)], date, time.monotonic() - start, read_program())
    return write_report(done, report)


def read_case(root: Path, path: Path) -> tuple[Case | None, Curriculum | None, list[Problem]]:
    """What lies at a path beside all that it is held to, and the course; or why nothing can be looked at."""
    sources = read_sources(root)
    target, ours = read_target(path), sources.published
    if target is None or not target.files:
        return None, ours, [Problem("", 0, "verify-path", {"found": str(path)})]
    for language in preferred_languages():
        files, size = files_in_words(len(target.files), language), size_of(target.size, language)
        print(label("verify-looking", language, name=target.name, files=files, size=size), file=sys.stderr, flush=True)
    both = read_notes(sources, NOTES).published
    if ours is None or both is None:
        return None, ours, list(sources.problems)
    return Case(target, made_for(sources, ours), read_search(root, ours, both)), ours, []


def made_for(sources: Sources, ours: Curriculum) -> MadeWith:
    """What a site of participants may hold."""
    scripts, audience = sources.scripts, Audience.PARTICIPANT
    insides = read_insides(sources.root, scripts, sources.styles)
    return made_of(made_with(scripts, site_style(sources.styles, audience), insides, audience), ours)


def write_report(done: Done, report: Path) -> int:
    """Say what was found, and write the page; the exit code."""
    for language in preferred_languages():
        print(*tell(done.problems, language), *told_of_files(done, language), verdict(done, language), sep="\n")
    spoken = (*preferred_languages(), *read_spoken())
    write_whole(report.parent, report.name, page_of(done, [*dict.fromkeys(spoken)]))
    print(label("verify-report", preferred_languages()[0], page=str(report)))
    return 1 if done.problems else 0
