"""What Lighthouse says of a page of each type in both languages: four scores, each the median of some runs.

    PYTHONPATH=hooks:tests python tests/benchmarks/measure_lighthouse.py [runs]

Needs both built sites (`python -m curriculum build`), Chromium, and Lighthouse (`npm install --global lighthouse`).
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
import sys
from pathlib import Path
from typing import Any

from browser.conftest import served

TRIES = 3
"""A browser that did not start says nothing of a page."""
ROOT = Path(__file__).resolve().parents[2]
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
HANDOUT = "week-04/handouts/consent-agreement/"
PLACES = ("", "week-08/", HANDOUT, "who-to-call/", "downloads/", "search/", "safety/", "load/", "glossary/")
PAGES = {
    "site": [*(f"{folder}{place}" for place in PLACES for folder in ("", "fr/")), "404.html"],
    "site-facilitator": ["week-08/", "fr/week-08/"],
}


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
        print(f"No report of {address}:\n{done.stderr}", file=sys.stderr)
    raise SystemExit(f"Lighthouse failed {TRIES} times")


def scores_of(report: dict[str, Any]) -> list[int]:
    """Four scores, of 100."""
    return [round(report["categories"][name]["score"] * 100) for name in CATEGORIES]


def short_of(report: dict[str, Any]) -> set[str]:
    """The audits that cost points."""
    counted = (audit for group in report["categories"].values() for audit in group["auditRefs"] if audit["weight"])
    scores = {audit["id"]: report["audits"][audit["id"]]["score"] for audit in counted}
    return {name for name, score in scores.items() if score is not None and score < 0.9}


def main(runs: int) -> None:
    """Print a row for each page."""
    print(f"| page | {' | '.join(CATEGORIES)} | short of it |\n| --- |{' --- |' * 5}")
    for site, places in PAGES.items():
        with served(ROOT / site) as address:
            for place in places:
                reports = [run(address + place) for _ in range(runs)]
                scores = [f"{statistics.median(column):.0f}" for column in zip(*map(scores_of, reports), strict=True)]
                short = sorted(set().union(*map(short_of, reports)))
                print(f"| {site}/{place} | {' | '.join(scores)} | {', '.join(short)} |", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
