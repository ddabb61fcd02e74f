"""Prints the documents of an unpacked book that are wider than a phone, with letters twice as large.

A program of its own, because a process can have one browser of this kind and other tests have theirs.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

WIDTH = 360
ENLARGE = "() => { document.documentElement.style.fontSize = '200%'; return document.documentElement.scrollWidth }"


def find_wide(folder: Path) -> list[str]:
    """The documents that would have to be moved sideways."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": 800})
        wide = []
        for place in sorted(folder.rglob("*.xhtml")):
            page.goto(place.as_uri())
            if page.evaluate(ENLARGE) > WIDTH:
                wide.append(place.name)
        browser.close()
    return wide


if __name__ == "__main__":
    print("\n".join(find_wide(Path(sys.argv[1]))))
