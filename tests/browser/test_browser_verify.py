"""The page that `verify` writes: on paper one sheet with lines to sign, on a phone as wide as the screen."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from conftest import ROOT
from curriculum.commands.verify import main
from languages import LANGUAGES
from playwright.sync_api import Browser
from pypdfium2 import PdfDocument

pytestmark = pytest.mark.slow
CASES = {
    "clear": {"week.html": "<p>Hello</p>"},
    "found": {f"week-{number:02}-facilitators-a4.pdf": "%PDF-" for number in range(40)},
}


@pytest.mark.parametrize("case", CASES)
def test_the_page_is_one_sheet_and_fits_a_phone(
    browser: Browser, case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    folder, kept = tmp_path / "course", tmp_path / "kept.html"
    folder.mkdir()
    for name, words in CASES[case].items():
        (folder / name).write_text(words, encoding="utf-8")
    assert main([str(folder), "--report", str(kept)]) == (case == "found")
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(kept.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("section").count() == len(LANGUAGES)
    for paper in ("Letter", "A4"):
        assert len(PdfDocument(BytesIO(page.pdf(format=paper)))) == 1
    page.close()
