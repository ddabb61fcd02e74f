"""What Lighthouse says of a page of each type in both languages: four scores, each the median of some runs.

Needs both built sites (`python run.py build`), Chromium, and Lighthouse (`npm install --global lighthouse`).
The sites are served on this computer, compressed as hosts do, with the headers that they ask for.

Left out: `robots-txt`, a file that Lighthouse fetches in the name of the page, whose policy allows no fetch. Meant:
facilitators’ pages ask not to be found, which `is-crawlable` counts against them.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from browser.conftest import served

from benchmarks.cases import Part, Plan, Table

TRIES = 3
"""A browser that did not start says nothing of a page."""
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
HANDOUT = "week-04/handouts/consent-agreement/"
PLACES = ("", "week-08/", HANDOUT, "who-to-call/", "downloads/", "search/", "safety/", "load/", "glossary/")
PAGES = {
    "site": [*(f"{folder}{place}" for place in PLACES for folder in ("", "fr/")), "404.html"],
    "site-facilitator": ["week-08/", "fr/week-08/"],
}
RUNS = 3
TEXT = f"""\
What Lighthouse says of a page of each type, as a phone on a slow line sees it: four scores of 100, each the median of
{RUNS} runs, and the audits that cost points."""


def measure_lighthouse(plan: Plan) -> Part:
    """A row for each page of the built sites."""
    absent = not_built(plan.root, PAGES)
    absent += [f"{name} is not installed" for name in ("lighthouse", "chromium") if not shutil.which(name)]
    if absent:
        return Part("lighthouse", TEXT, absent=absent)
    rows = rows_of(plan.root, PAGES, RUNS)
    return Part("lighthouse", TEXT, [Table("Scores", ("page", *CATEGORIES, "short of it"), rows)])


def not_built(root: Path, pages: Mapping[str, Sequence[str]]) -> list[str]:
    """Sites that must be there and are not."""
    return [f"{site}/ is not there; run `python run.py build`" for site in pages if not (root / site).is_dir()]


def rows_of(root: Path, pages: Mapping[str, Sequence[str]], runs: int) -> list[tuple[str, ...]]:
    """Scores, each the median of some runs, and what is short of them."""
    rows = []
    for site, places in pages.items():
        with served(root / site) as address:
            for place in places:
                reports = [run(address + place) for _ in range(runs)]
                scores = [f"{statistics.median(column):.0f}" for column in zip(*map(scores_of, reports), strict=True)]
                short = sorted(set().union(*map(short_of, reports)))
                rows.append((f"{site}/{place}", *scores, ", ".join(short)))
    return rows


def run(address: str) -> dict[str, Any]:
    """One report, as Lighthouse writes it for a phone on a slow line."""
    lighthouse, chromium = shutil.which("lighthouse"), shutil.which("chromium")
    if not lighthouse or not chromium:
        raise SystemExit("Lighthouse or Chromium is not installed")
    flags = "--chrome-flags=--headless=new --no-sandbox"
    asked = [f"--only-categories={','.join(CATEGORIES)}", "--skip-audits=robots-txt", "--output=json", "--quiet", flags]
    environment = {**os.environ, "CHROME_PATH": chromium}
    for _ in range(TRIES):
        done = subprocess.run(
            [lighthouse, address, *asked], env=environment, capture_output=True, check=False, text=True
        )
        if not done.returncode:
            report: dict[str, Any] = json.loads(done.stdout)
            return report
    raise SystemExit(f"Lighthouse failed {TRIES} times with {address}:\n{done.stderr}")


def scores_of(report: dict[str, Any]) -> list[int]:
    """Four scores, of 100."""
    return [round(report["categories"][name]["score"] * 100) for name in CATEGORIES]


def short_of(report: dict[str, Any]) -> set[str]:
    """The audits that cost points."""
    counted = (audit for group in report["categories"].values() for audit in group["auditRefs"] if audit["weight"])
    scores = {audit["id"]: report["audits"][audit["id"]]["score"] for audit in counted}
    return {name for name, score in scores.items() if score is not None and score < 0.9}
