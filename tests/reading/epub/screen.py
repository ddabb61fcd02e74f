"""An unpacked book on a phone, with letters twice as large."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

WIDTH = 360
ENLARGE = "() => { document.documentElement.style.fontSize = '200%'; return document.documentElement.scrollWidth }"


def find_wide(browser: Browser, folder: Path) -> list[str]:
    """The documents that would have to be moved sideways."""
    page = browser.new_page(viewport={"width": WIDTH, "height": 800})
    wide = []
    for place in sorted(folder.rglob("*.xhtml")):
        page.goto(place.as_uri())
        if page.evaluate(ENLARGE) > WIDTH:
            wide.append(place.name)
    page.close()
    return wide
