"""PDFs are printed once, and again when anything that shapes them changes."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import keep_templates
import pytest
from conftest import ROOT
from curriculum.model import Kind, Language, Paper, Sheet
from curriculum.printing import kept
from curriculum.printing.kept import name_of, read_fingerprint, read_or_print
from curriculum.printing.sheets import TEMPLATE
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

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
    place = tmp_path / name_of(SHEET, read_fingerprint(TEMPLATES))
    place.write_bytes(pdf[: len(pdf) // 2])
    assert read_or_print(SHEET, TEMPLATES, tmp_path) == (pdf, ())
    assert place.read_bytes() == pdf


def test_what_is_no_pdf_is_never_served(tmp_path: Path) -> None:
    (tmp_path / name_of(SHEET, read_fingerprint(TEMPLATES))).write_bytes(b"something else %%EOF")
    assert read_or_print(SHEET, TEMPLATES, tmp_path)[0].startswith(b"%PDF")


def test_a_template_tried_in_a_live_site_leaves_no_pdf_under_the_name_of_another(tmp_path: Path) -> None:
    """A live site starts with everything kept, the template changes, a page changes, the template is taken back."""
    template, folder = tmp_path / "print", tmp_path / "kept"
    shutil.copytree(TEMPLATES, template)
    file = template / "handout.typ"
    before = file.read_text(encoding="utf-8")
    sheets = [replace(SHEET, html=f"<h1>Hello</h1><p>{words}</p>") for words in ("Old words", "New words")]
    right = read_or_print(sheets[1], TEMPLATES, tmp_path / "right")[0]
    read_or_print(sheets[0], template, folder)
    file.write_text(before.replace("body-size = 12pt", "body-size = 20pt"), encoding="utf-8")
    assert read_or_print(sheets[1], template, folder)[0] != right
    file.write_text(before, encoding="utf-8")
    assert read_or_print(sheets[1], template, folder)[0] == right


def test_a_font_that_changes_in_a_live_site_is_opened_again(tmp_path: Path) -> None:
    template, folder = tmp_path / "print", tmp_path / "kept"
    shutil.copytree(TEMPLATES, template)
    first = read_or_print(SHEET, template, folder)
    for cut in ("Regular", "Bold", "Italic"):
        (template / "fonts" / f"AtkinsonHyperlegibleNext-{cut}.ttf").write_bytes(b"no font")
    assert read_or_print(SHEET, template, folder) != first


def test_a_template_that_changes_while_a_sheet_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    template, folder = tmp_path / "print", tmp_path / "kept"
    shutil.copytree(TEMPLATES, template)

    def slow(*arguments: object) -> tuple[bytes, tuple[()]]:
        (template / "handout.typ").write_text("changed", encoding="utf-8")
        return b"%PDF- by the template of before %%EOF", ()

    monkeypatch.setattr(kept, "print_sheet", slow)
    read_or_print(replace(SHEET, title="Slow"), template, folder)
    assert not folder.exists()


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
    assert name_of(replace(SHEET, **change), read_fingerprint(TEMPLATES)) != name_of(SHEET, read_fingerprint(TEMPLATES))


@pytest.mark.parametrize("name", ["handout.typ", "fonts/AtkinsonHyperlegibleNext-Bold.ttf", "logo.svg"])
def test_template_and_fonts_are_in_the_name(name: str, tmp_path: Path) -> None:
    shutil.copytree(TEMPLATES, tmp_path / "print")
    before = name_of(SHEET, read_fingerprint(tmp_path / "print"))
    assert before == name_of(SHEET, read_fingerprint(TEMPLATES))
    with (tmp_path / "print" / name).open("ab") as file:
        file.write(b" ")
    assert name_of(SHEET, read_fingerprint(tmp_path / "print")) != before


def test_where_no_template_can_be_kept_none_is(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("in the way")
    config = MkDocsConfig(config_file_path=str(tmp_path / "mkdocs.yml"))
    assert keep_templates.on_env(Environment(), config, Files([])).bytecode_cache is None
