"""What builds cost: ours in four states, and those of the rivals, in turn within each round."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks.cases import Case, Part, Plan, Table, set_up, spread
from benchmarks.curricula import addresses_of
from benchmarks.processes import Command, Cost, run
from benchmarks.program import BOTH_SITES, PAGES_ALONE, Sentence, forget
from benchmarks.rivals import check_rendered

Costs = Mapping[str, Cost]
"""Of one round: who built, or in which state of ours -> what it cost."""
NOTHING_KEPT = "both sites, all files, nothing kept"
NOTHING_CHANGED = "both sites, nothing changed"
ONE_SENTENCE = "both sites, one sentence changed"
PAGES = "participants’ pages alone, checks on, files kept"
STATES = (NOTHING_KEPT, NOTHING_CHANGED, ONE_SENTENCE, PAGES)
PLAIN = ("plain", "plain, short menu")
"""What ratios are to: the first of them that was measured."""
TEXT = """\
Whole processes with their children, from outside, on the same Markdown; seconds are those of all processors (CPU), and
the ratio is to the plain build of the same round. Ours: pages and all files in both languages, for participants and
for facilitators, and every check. Rivals: participants’ pages alone, from nothing. Every page is looked for in what was
built. The peak is that of the largest process. Rounds run forwards and backwards in turn."""


def measure_builds(plan: Plan) -> Part:
    """The real size, in rounds."""
    case = set_up(plan, "builds", plan.weeks)
    rounds = measure(case, plan.rounds)
    figures = {state: statistics.median(ratios(rounds, state)) for state in STATES}
    figures["peak"] = max(costs[state].peak for costs in rounds for state in STATES)
    bars = {name: statistics.median(ratios(rounds, name)) for name in rounds[0]}
    return Part("builds", TEXT, [table_of(case, rounds)], bars, "× plain, CPU", figures, case.absent)


def measure_sizes(plan: Plan) -> Part:
    """The real size and larger ones: whether a page costs the same where there are many."""
    tables, bars, figures, absent, per_page = [], {}, {}, [], {}
    for weeks in (plan.weeks, *plan.larger):
        case = set_up(plan, "sizes", weeks)
        costs = measure(case, 1)
        tables.append(table_of(case, costs))
        absent += [f"{case.size}: {why}" for why in case.absent]
        for name, cost in costs[0].items():
            per_page[name, weeks] = cost.cpu / case.pages
            bars[f"{name}, {case.size}"] = 1000 * cost.cpu / case.pages
        for state in STATES:
            growth = per_page[state, weeks] / per_page[state, plan.weeks]
            figures[f"CPU per page at {case.size}: {state}"] = growth
    return Part("sizes", SIZES, tables, dict(sorted(bars.items())), "ms CPU a page", figures, absent)


SIZES = f"""\
{TEXT}
Pages are those of the participants in both languages; larger curricula are copies of the real one with words of their
own, in the same mix of weeks, handouts, notes and other pages."""


def measure(case: Case, rounds: int) -> list[Costs]:
    """All builds in turn, forwards and backwards; nobody is warmed up."""
    run_rivals = {rival.name: rival for rival in case.rivals}
    found: list[Costs] = []
    for number in range(rounds):
        costs: dict[str, Cost] = {}
        names = ["ours", *run_rivals][:: -1 if number % 2 else 1]
        for name in names:
            if name == "ours":
                costs |= build_ours(case)
                continue
            rival = run_rivals[name]
            rival.forget()
            costs[name] = run(rival.command, rival.place)
            tell(case, name, costs[name])
            check_rendered(rival, case.project)
        found.append(costs)
    return found


def build_ours(case: Case) -> Costs:
    """Our four states, one after the other: each needs what the one before kept."""
    sentence = Sentence.of(case.project)
    steps: Mapping[str, tuple[Callable[[], object], Command]] = {
        NOTHING_KEPT: (lambda: forget(case.project), BOTH_SITES),
        NOTHING_CHANGED: (lambda: None, BOTH_SITES),
        ONE_SENTENCE: (sentence.change, BOTH_SITES),
        PAGES: (lambda: None, PAGES_ALONE),
    }
    costs = {}
    for name, (prepare, command) in steps.items():
        prepare()
        costs[name] = run(command, case.project)
        tell(case, name, costs[name])
        check_built(case.project, sentence)
    sentence.restore()
    return costs


def tell(case: Case, name: str, cost: Cost) -> None:
    """How far it is: large curricula take their time."""
    print(f"{case.size}: {name}, {cost.cpu:.1f} s CPU, {cost.wall:.1f} s", file=sys.stderr, flush=True)


def check_built(project: Path, sentence: Sentence) -> None:
    """Stop when a page is missing, or when the changed sentence has not reached its page."""
    missing = [place for place in addresses_of(project) if not (project / "site" / place / "index.html").is_file()]
    page = (project / "site" / sentence.address / "index.html").read_text(encoding="utf-8")
    if missing or sentence.word not in page:
        raise SystemExit(f"Our build left something out: {missing or sentence.address}")


def ratios(rounds: Sequence[Costs], name: str) -> list[float]:
    """CPU of a build by that of the plain one of the same round."""
    plain = next(plain for plain in PLAIN if plain in rounds[0])
    return [costs[name].cpu / costs[plain].cpu for costs in rounds]


def table_of(case: Case, rounds: Sequence[Costs]) -> Table:
    """A row for each build: medians, with the least and the most of the rounds."""
    columns = ("build", "CPU s", "ratio to plain, pair by pair", "wall s", "peak MB", "ms CPU a page")
    rows = []
    for name in sorted(rounds[0], key=lambda name: name not in STATES):
        costs = [found[name] for found in rounds]
        rows.append((
            name,
            spread([cost.cpu for cost in costs]),
            spread(ratios(rounds, name)),
            spread([cost.wall for cost in costs]),
            f"{max(cost.peak for cost in costs):.0f}",
            f"{1000 * statistics.median(cost.cpu for cost in costs) / case.pages:.0f}",
        ))  # fmt: skip
    return Table(f"{case.size}: {case.pages} pages, {len(rounds)} rounds", columns, rows)
