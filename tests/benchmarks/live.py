"""How soon a sentence that an author saved is on the page, and what the live site holds in memory after many."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Page, sync_playwright

from benchmarks.cases import Case, Part, Plan, Table, set_up, spread
from benchmarks.processes import environment, memory_of
from benchmarks.program import Sentence, forget, live_site

PATIENCE = 900.0
"""Seconds that a live site may take: started with nothing kept, at ten times the size."""
PAUSE = 0.005
BETWEEN = 0.3
"""Seconds between two edits: nobody saves faster."""
TEXT = """\
The live site is started with nothing kept. A word is added to a sentence of a handout, and the clock runs from the
moment the file is saved until the page that is served holds it; and, in turn, until Chromium, with the page open, shows
it. The memory is that of the live site with its children, after so many edits."""


@dataclass(frozen=True)
class Waits:
    """Seconds to the first page; for each edit, until it was served, or shown; megabytes held at first and at last."""

    start: float
    served: list[float]
    shown: list[float]
    memory: tuple[float | None, float | None]


def measure_live(plan: Plan) -> Part:
    """The real size with many edits; the larger one with fewer."""
    rows, figures, absent, bars = [], {}, [], {}
    for weeks, edits, kept in ((plan.weeks, plan.edits, plan.kept_edits), (plan.larger[0], plan.edits, 0)):
        case = set_up(plan, "live", weeks, with_rivals=False)
        waits = wait_for(case, edits, kept)
        best = waits.shown or waits.served
        shown = spread(waits.shown) if waits.shown else "not measured"
        held = " → ".join("not known" if held is None else f"{held:.0f}" for held in waits.memory)
        edited = str(len(waits.served) + len(waits.shown) + kept)
        rows.append((case.size, f"{waits.start:.1f}", spread(waits.served), shown, held, edited))
        bars[f"served, {case.size}"] = min(waits.served)
        if waits.shown:
            bars[f"in the browser, {case.size}"] = min(waits.shown)
        else:
            absent.append(f"{case.size}, browser: Chromium is not installed")
        figures[f"live {'real size' if weeks == plan.weeks else 'larger'}"] = sorted(best)[len(best) // 2]
        if kept and waits.memory[1] is not None:
            figures["live memory"] = waits.memory[1]
    columns = ("size", "first page, s", "saved → served, s", "saved → in the browser, s", "memory, MB", "edits")
    return Part("live", TEXT, [Table("Live site", columns, rows)], bars, "s, best", figures, absent)


def wait_for(case: Case, edits: int, kept: int) -> Waits:
    """Start, look at one page, edit, stop."""
    forget(case.project)
    sentence = Sentence.of(case.project)
    with started(case) as (address, process):
        page = f"{address}{sentence.address}"
        start = until(lambda: bool(fetch(page)), process)
        held = memory_of(process.pid)
        served = [served_after(sentence, page, process) for _ in range(edits)]
        shown = shown_after(sentence, page, edits)
        for _ in range(kept):
            served_after(sentence, page, process)
        return Waits(start, served, shown, (held, memory_of(process.pid)))


@contextmanager
def started(case: Case) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A live site, stopped as an author stops it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command, silent = live_site(port), subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=case.project, env=environment(), stdout=silent, stderr=silent)
    try:
        yield f"http://127.0.0.1:{port}/", process
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def served_after(sentence: Sentence, page: str, process: subprocess.Popen[bytes]) -> float:
    """Seconds from saving until the page that is served has the word."""
    time.sleep(BETWEEN)
    word = sentence.change().encode()
    return until(lambda: word in fetch(page), process)


def shown_after(sentence: Sentence, page: str, edits: int) -> list[float]:
    """The same in a browser that has the page open; nothing where there is no browser."""
    program = shutil.which("chromium")
    if not program:
        return []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        tab = browser.new_page()
        tab.goto(page)
        found = [shown_once(sentence, tab) for _ in range(edits)]
        browser.close()
    return found


def shown_once(sentence: Sentence, tab: Page) -> float:
    """One edit, from saving until the word is on the screen."""
    time.sleep(BETWEEN)
    start = time.perf_counter()
    tab.get_by_text(sentence.change()).first.wait_for(timeout=1000 * PATIENCE)
    return time.perf_counter() - start


def fetch(address: str) -> bytes:
    """What is served; nothing while nothing is."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # our own address
            found: bytes = answer.read()
            return found
    except (urllib.error.URLError, OSError):
        return b""


def until(holds: Callable[[], bool], process: subprocess.Popen[bytes]) -> float:
    """Seconds until something holds, while the live site runs."""
    start = time.perf_counter()
    while not holds():
        if process.poll() is not None:
            raise SystemExit("The live site ended by itself")
        if time.perf_counter() - start > PATIENCE:
            raise SystemExit(f"The live site took longer than {PATIENCE:.0f} s")
        time.sleep(PAUSE)
    return time.perf_counter() - start
