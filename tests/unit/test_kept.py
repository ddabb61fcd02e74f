"""PDFs are printed once, and again when anything that shapes them changes."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT
from curriculum.model import Kind, Language, Paper, Sheet
from curriculum.printing import kept
from curriculum.printing.kept import name_of, read_fingerprint, read_or_print
from curriculum.printing.sheets import TEMPLATE

SHEET = Sheet("docs/a.md", "<h1>Hello</h1>", "Hello", Language.EN, Kind.WORKSHEET, "Hello · foot", Paper.LETTER)
TEMPLATES = ROOT / TEMPLATE


def test_a_kept_pdf_is_not_printed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read_or_print(SHEET, TEMPLATES, tmp_path)
    monkeypatch.setattr(kept, "print_sheet", lambda *_: pytest.fail("printed again"))
    assert read_or_print(replace(SHEET, path="elsewhere.md"), TEMPLATES, tmp_path) == first
    assert first[0].startswith(b"%PDF")
    assert [path.suffix for path in tmp_path.iterdir()] == [".pdf"]


def test_a_damaged_pdf_is_printed_again(tmp_path: Path) -> None:
    pdf, _ = read_or_print(SHEET, TEMPLATES, tmp_path)
    place = tmp_path / name_of(SHEET, TEMPLATES)
    place.write_bytes(pdf[: len(pdf) // 2])
    assert read_or_print(SHEET, TEMPLATES, tmp_path) == (pdf, ())
    assert place.read_bytes() == pdf


def test_what_cannot_be_printed_is_not_kept(tmp_path: Path) -> None:
    pdf, problems = read_or_print(replace(SHEET, html="<video></video>"), TEMPLATES, tmp_path)
    assert not pdf
    assert [problem.rule for problem in problems] == ["not-printable"]
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_it_still_prints(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert read_or_print(SHEET, TEMPLATES, tmp_path / "file" / "folder")[0].startswith(b"%PDF")


@pytest.mark.parametrize(
    "change",
    [
        {"html": "<h1>Hullo</h1>"},
        {"title": "Hullo"},
        {"language": Language.FR},
        {"kind": Kind.LOG},
        {"footer": "foot"},
        {"paper": Paper.A4},
    ],
    ids=lambda change: next(iter(change)),
)
def test_everything_on_the_sheet_is_in_its_name(change: dict[str, str]) -> None:
    assert name_of(replace(SHEET, **change), TEMPLATES) != name_of(SHEET, TEMPLATES)


@pytest.mark.parametrize("name", ["handout.typ", "fonts/AtkinsonHyperlegibleNext-Bold.ttf"])
def test_template_and_fonts_are_in_the_name(name: str, tmp_path: Path) -> None:
    shutil.copytree(TEMPLATES, tmp_path / "print")
    before = name_of(SHEET, tmp_path / "print")
    assert before == name_of(SHEET, TEMPLATES)
    with (tmp_path / "print" / name).open("ab") as file:
        file.write(b" ")
    read_fingerprint.cache_clear()
    assert name_of(SHEET, tmp_path / "print") != before
