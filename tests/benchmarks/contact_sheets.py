"""A page of each type at three widths, in both languages, light and dark: a picture for each page, to be looked at.

Needs both built sites (`python run.py build`) and Chromium. Look at all of `to-report/sheets/` after every change of
style: what is cramped, cut off, in the wrong language or out of line shows there and in no test.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from io import BytesIO
from itertools import product
from pathlib import Path

from browser.conftest import served
from conftest import QUIET
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from benchmarks.cases import Part, Plan
from benchmarks.lighthouse import PAGES, not_built

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


def draw_sheets(plan: Plan) -> Part:
    """A PNG for each page, in `to-report/sheets/`."""
    text = "A picture of each page, in `sheets/`: three widths, light above dark."
    program = shutil.which("chromium")
    absent = not_built(plan.root, PAGES) + ([] if program else ["Chromium is not installed"])
    if not absent:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=QUIET)
            write_sheets(browser, plan.root, PAGES, plan.root / "to-report" / "sheets")
            browser.close()
    return Part("sheets", text, absent=absent)


def write_sheets(browser: Browser, root: Path, pages: Mapping[str, Sequence[str]], folder: Path) -> list[Path]:
    """The pages of each built site below `root`; where their pictures are."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for site, places in pages.items():
        with served(root / site) as address:
            for place in places:
                written.append(folder / f"{f'{site}/{place}'.strip('/').replace('/', '-')}.png")
                sheet_of(browser, address + place).save(written[-1])
    return written
