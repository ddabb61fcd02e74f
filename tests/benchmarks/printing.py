"""How much longer other MkDocs plugins take for a PDF than we do, on the same handouts, and what they make.

Needs Linux on x86-64, the network the first time (each plugin gets an environment of its own, which is kept), and some
programs, which are named when they are missing.

The handouts: all in English, as Markdown that the core composed. A plugin's seconds are those of the build of a small
site with it less those of the build without it, for each handout. Ours are those of `printers/ours_pdf.py` (Letter,
nothing kept from before) less those of `printers/ours_html.py`. The second ratio holds the plugin's difference even
against our whole process: starting Python, reading the curriculum, turning Markdown into HTML.

All are whole processes and wall seconds. A plugin and ours run in turn, each round in the reverse order of the one
before; the ratio is the median of the paired ones, which a busy machine blurs less than seconds. The browser is the
headless shell, which Playwright would fetch too: the whole of Chromium prints more slowly and would flatter us.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from reading.pdf.verapdf import run_verapdf

from benchmarks.cases import Part, Plan, Table
from benchmarks.cases import set_up as set_up_case
from benchmarks.printers.ours_html import read_handouts
from benchmarks.printers.peers import PLUGINS, Printer, environment_of, find_missing, set_up, write_browser, write_docs

OURS = Path(__file__).with_name("printers")
RUNS_OF_OURS = 5
TEXT = """\
PDFs of all English handouts. Wall seconds of whole processes, less those of the same process without PDFs; each plug-in
and ours in turn, forwards and backwards; the ratios are the medians of the pairs, with the least and the most. “Against
our whole process” holds the plug-in’s difference against all that ours does: starting, reading, Markdown to HTML."""
COLUMNS = (
    *("printer", "s per handout", "ours is faster", "against our whole process"),
    *("PDFs", "pages", "tagged", "PDF/UA-1", "kB a handout"),
)


@dataclass(frozen=True)
class Run:
    """Wall seconds of the process that prints, and of the one that does everything else."""

    whole: float
    without: float

    @property
    def printing(self) -> float:
        """What the PDFs cost."""
        return self.whole - self.without


@dataclass(frozen=True)
class Pair:
    """A plugin and ours, side by side in time."""

    theirs: Run
    ours: Run


@dataclass(frozen=True)
class Made:
    """What a printer made: pages, PDFs that are tagged, those that conform to PDF/UA-1, and the kilobytes of all."""

    pages: int
    tagged: int
    conforming: int
    size: float


def seconds(command: Sequence[str | Path], place: Path) -> float:
    """Of a whole process. What it says goes to a file: a browser that outlives it would hold a pipe open."""
    log, environment = place / "log.txt", environment_of(place, OURS.parents[2])
    with log.open("w", encoding="utf-8") as said:
        start = time.perf_counter()
        done = subprocess.run(command, cwd=place, env=environment, stdout=said, stderr=said, check=False)
        taken = time.perf_counter() - start
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}\n{log.read_text(encoding='utf-8')[-2000:]}")
    return taken


def run(printer: Printer, place: Path) -> Run:
    """Both processes of a printer. Some skip a PDF that fails, and would look fast."""
    shutil.rmtree(printer.folder, ignore_errors=True)
    result = Run(seconds(printer.command, place), seconds(printer.without, place))
    made = len(list(printer.folder.rglob("*.pdf")))
    if made != printer.pdfs:
        raise SystemExit(f"{printer.name} made {made} PDFs, not {printer.pdfs}")
    return result


def run_pair(peer: Printer, ours: Printer, place: Path, reverse: bool) -> Pair:
    """Both printers, in the order asked for."""
    if reverse:
        own = run_often(ours, place)
        return Pair(run(peer, place), own)
    return Pair(run(peer, place), run_often(ours, place))


def run_often(printer: Printer, place: Path) -> Run:
    """The mean of several runs, which together take about as long as one of a peer and meet as much of a load."""
    runs = [run(printer, place) for _ in range(RUNS_OF_OURS)]
    return Run(statistics.mean(run.whole for run in runs), statistics.mean(run.without for run in runs))


def look_at(printers: Sequence[Printer]) -> dict[Printer, Made]:
    """What is in the folder of each; veraPDF starts once for all."""
    paths = {printer: sorted(printer.folder.rglob("*.pdf")) for printer in printers}
    verdicts = iter(run_verapdf([path for found in paths.values() for path in found]))
    made = {}
    for printer, found in paths.items():
        pages, tagged = 0, 0
        for path in found:
            with pikepdf.open(path) as pdf:
                pages += len(pdf.pages)
                tagged += "/MarkInfo" in pdf.Root and bool(pdf.Root.MarkInfo.get("/Marked"))
        conforming = sum(next(verdicts).conforms for _ in found)
        made[printer] = Made(pages, tagged, conforming, sum(path.stat().st_size for path in found) / 1000)
    return made


def row(printer: Printer, made: Made, times: Sequence[str], handouts: int) -> tuple[str, ...]:
    """A row of the table."""
    shares = (f"{made.tagged} of {printer.pdfs}", f"{made.conforming} of {printer.pdfs}")
    return (printer.name, *times, str(printer.pdfs), str(made.pages), *shares, f"{made.size / handouts:.0f}")


def times_of_ours(pairs: Sequence[Pair], handouts: int) -> tuple[str, ...]:
    """Seconds for a handout, over all pairs, and the whole of our process."""
    printing = statistics.median(pair.ours.printing for pair in pairs) / handouts
    whole = statistics.median(pair.ours.whole for pair in pairs) / handouts
    return f"{printing:.4f}", "", f"({whole:.4f} s)"


def times_of_peer(pairs: Sequence[Pair], handouts: int) -> tuple[str, ...]:
    """Seconds for a handout, and both ratios."""
    printing = statistics.median(pair.theirs.printing for pair in pairs) / handouts
    faster = spread([pair.theirs.printing / pair.ours.printing for pair in pairs])
    at_least = spread([pair.theirs.printing / pair.ours.whole for pair in pairs])
    return f"{printing:.3f}", faster, at_least


def spread(ratios: list[float]) -> str:
    """Median, least and most: "27.1 x (25.9 to 28.4)"."""
    return f"{statistics.median(ratios):.1f} x ({min(ratios):.1f} to {max(ratios):.1f})"


def time_pairs(ours: Printer, peers: Sequence[Printer], rounds: int, place: Path) -> dict[Printer, list[Pair]]:
    """Every printer once to warm up, then each peer beside ours, in turn.

    One round alone only shows that all run: what ours takes is then measured once for all peers.
    """
    if rounds == 1:
        own = run_often(ours, place)
        return {peer: [Pair(run(peer, place), own)] for peer in peers}
    for printer in (ours, *peers):
        run(printer, place)
    pairs: dict[Printer, list[Pair]] = {peer: [] for peer in peers}
    for number in range(rounds):
        for peer in peers:
            pairs[peer].append(run_pair(peer, ours, place, reverse=number % 2 == 1))
    return pairs


def measure_printers(plan: Plan) -> Part:
    """Set up, time the pairs, make the table."""
    if missing := find_missing():
        return Part("printers", TEXT, absent=[f"all; on Debian: apt install {' '.join(missing)}"])
    project = set_up_case(plan, "printers", plan.weeks, with_rivals=False).project
    place, handouts = project.parent, read_handouts(project)
    write_docs(place, handouts)
    write_browser(place)
    number, folder = len(handouts), place / "printed"
    html = (sys.executable, OURS / "ours_html.py", project)
    ours = Printer("ours", html, (sys.executable, OURS / "ours_pdf.py", project, folder), folder, number)
    pairs = time_pairs(ours, [set_up(plugin, place, plan.store, number) for plugin in PLUGINS], plan.printers, place)
    made = look_at([ours, *pairs])
    rows = [row(ours, made[ours], times_of_ours([pair for found in pairs.values() for pair in found], number), number)]
    rows += [row(peer, made[peer], times_of_peer(found, number), number) for peer, found in pairs.items()]
    bars = {
        peer.name: statistics.median(pair.theirs.printing / pair.ours.printing for pair in found)
        for peer, found in pairs.items()
    }
    return Part("printers", TEXT, [Table("PDFs of handouts", COLUMNS, rows)], bars, "× ours, seconds a handout")
