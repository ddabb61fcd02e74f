"""A page of each type at three widths, in both languages, light and dark: a picture for each page, to be looked at.

    PYTHONPATH=hooks:tests python tests/benchmarks/draw_contact_sheets.py FOLDER

Needs both built sites (`python -m curriculum build`) and Chromium. Look at all of FOLDER after every change of style:
what is cramped, cut off, in the wrong language or out of line shows there and in no test.
"""

from __future__ import annotations

import shutil
import sys
from io import BytesIO
from itertools import product
from pathlib import Path

from browser.conftest import served
from conftest import QUIET
from measure_lighthouse import PAGES, ROOT
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

WIDTHS = (360, 768, 1280)
HEIGHT = 1500
SCHEMES = ("light", "dark")
GAP = 20
GROUND = "magenta"
"""A colour that no page has."""


def shoot(browser: Browser, address: str, width: int, scheme: str) -> Image.Image:
    """The first view of a page, in a tall window."""
    page = browser.new_page(
        viewport={"width": width, "height": HEIGHT},
        color_scheme=scheme,  # type: ignore[arg-type]  # one of the two it knows
    )
    page.goto(address, wait_until="networkidle")
    shot = Image.open(BytesIO(page.screenshot()))
    page.close()
    return shot


def sheet_of(browser: Browser, address: str) -> Image.Image:
    """Light above dark, narrow to wide."""
    sheet = Image.new("RGB", (sum(WIDTHS) + 2 * GAP, 2 * HEIGHT + GAP), GROUND)
    for (row, scheme), (column, width) in product(enumerate(SCHEMES), enumerate(WIDTHS)):
        place = (sum(WIDTHS[:column]) + column * GAP, row * (HEIGHT + GAP))
        sheet.paste(shoot(browser, address, width, scheme), place)
    return sheet


def main(folder: Path) -> None:
    """Write a PNG for each page."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
        for site, places in PAGES.items():
            with served(ROOT / site) as address:
                for place in places:
                    name = f"{site}/{place}".strip("/").replace("/", "-")
                    sheet_of(browser, address + place).save(folder / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
