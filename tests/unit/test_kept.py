"""PDFs are printed once, and again when anything that shapes them changes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from conftest import ROOT, read_valid
from curriculum import course
from curriculum.course import open_course
from curriculum.formats.files import zips_of
from curriculum.formats.kept import FOLDER, MOST, read_fingerprint, read_kept, read_or_make, write_kept, write_shed
from curriculum.formats.pdf import printing
from curriculum.formats.pdf.assemble import pages_of
from curriculum.formats.pdf.everything import TEMPLATE
from curriculum.formats.pdf.press import lay_out
from curriculum.formats.pdf.printing import Work, name_of, print_documents, read_or_lay_out
from curriculum.read.layers import Settings
from curriculum.words.model import Kind, Problem
from curriculum.words.paper import Article, Document, Size
from languages import EN, FR

ARTICLE = Article("docs/a.md", "a.md", "Hello", "# Hello", Kind.WORKSHEET, "Week 1", ("Hello", "foot"))
SHEET = Document("a", "Hello", EN, "Site", (ARTICLE,))
TEMPLATES = ROOT / TEMPLATE
SMALL = ROOT / "tests/problems/nothing-wrong"
"""A course of one week."""


@pytest.fixture(autouse=True)
def forgotten() -> None:
    """Nothing is known from the test before: what is kept is on the disk."""
    read_or_lay_out.cache_clear()


def printed(document: Document, template: Path, folder: Path | None) -> tuple[bytes, list[Problem]]:
    """A document on Letter, kept in a folder."""
    work: Work = document, Size.STANDARD
    made, problems = print_documents([work], template, folder)
    return made.get(work, b""), problems


def saying(text: str, **changes: object) -> Document:
    """The sheet with other words."""
    return replace(SHEET, articles=(replace(ARTICLE, text=text, **changes),))  # type: ignore[arg-type]


def test_a_kept_pdf_is_not_printed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = printed(SHEET, TEMPLATES, tmp_path)
    read_or_lay_out.cache_clear()
    monkeypatch.setattr(printing, "lay_out", lambda *_: pytest.fail("laid out again"))
    monkeypatch.setattr(printing, "assemble", lambda *_: pytest.fail("assembled again"))
    moved = replace(saying("# Hello", path="elsewhere.md"), place="elsewhere")
    assert printed(moved, TEMPLATES, tmp_path) == first
    assert first[0].startswith(b"%PDF")
    assert len(list(tmp_path.iterdir())) == len(["its part", "the document"])


def test_an_article_is_laid_out_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a pack, deeper, on the front of a sheet, numbered through: the part of the handout is there already."""
    printed(SHEET, TEMPLATES, tmp_path)
    read_or_lay_out.cache_clear()
    monkeypatch.setattr(printing, "lay_out", lambda *_: pytest.fail("laid out again"))
    pack = replace(SHEET, title="Pack", articles=(ARTICLE, replace(ARTICLE, depth=1, recto=True)), whole=True)
    pdf, problems = printed(pack, TEMPLATES, tmp_path)
    assert (pages_of(pdf), problems) == (3, [])


@pytest.mark.parametrize("damage", [lambda kept: kept[: len(kept) // 2], lambda kept: kept[:40] + b"?" + kept[41:]])
def test_what_is_damaged_is_printed_again(damage: Callable[[bytes], bytes], tmp_path: Path) -> None:
    pdf, _ = printed(SHEET, TEMPLATES, tmp_path)
    whole = {place: place.read_bytes() for place in tmp_path.iterdir()}
    for place, content in whole.items():
        place.write_bytes(damage(content))
    read_or_lay_out.cache_clear()
    assert printed(SHEET, TEMPLATES, tmp_path) == (pdf, [])
    assert {place: place.read_bytes() for place in tmp_path.iterdir()} == whole


def test_what_was_not_kept_is_never_served(tmp_path: Path) -> None:
    name = name_of((SHEET, Size.STANDARD), read_fingerprint(TEMPLATES))
    (tmp_path / name).write_bytes(b"something else %%EOF")
    assert printed(SHEET, TEMPLATES, tmp_path)[0].startswith(b"%PDF")


def test_a_template_tried_in_a_live_site_leaves_no_pdf_under_the_name_of_another(tmp_path: Path) -> None:
    """A live site starts with everything kept, the template changes, a page changes, the template is taken back."""
    template, folder = tmp_path / "print", tmp_path / "kept"
    shutil.copytree(TEMPLATES, template)
    file = template / "grid.typ"
    before = file.read_text(encoding="utf-8")
    sheets = [saying(f"# Hello\n\n{words}") for words in ("Old words", "New words")]
    right = printed(sheets[1], TEMPLATES, tmp_path / "right")[0]
    printed(sheets[0], template, folder)
    tried = before.replace("else { 12pt }", "else { 20pt }")
    assert tried != before
    file.write_text(tried, encoding="utf-8")
    assert printed(sheets[1], template, folder)[0] != right
    file.write_text(before, encoding="utf-8")
    assert printed(sheets[1], template, folder)[0] == right


def test_a_font_that_changes_in_a_live_site_is_opened_again(tmp_path: Path) -> None:
    template, folder = tmp_path / "print", tmp_path / "kept"
    shutil.copytree(TEMPLATES, template)
    first = printed(SHEET, template, folder)
    for cut in ("Book", "Bold", "BookItalic"):
        (template / "fonts" / f"AtkinsonHyperlegibleNext-{cut}.ttf").write_bytes(b"no font")
    assert printed(SHEET, template, folder) != first


def test_a_template_that_changes_while_a_sheet_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    template, folder = tmp_path / "print", tmp_path / "kept"
    shutil.copytree(TEMPLATES, template)

    def slow(*arguments: Any) -> tuple[bytes, tuple[Problem, ...]]:
        made = lay_out(*arguments)
        (template / "document.typ").write_text("changed", encoding="utf-8")
        return made

    monkeypatch.setattr(printing, "lay_out", slow)
    assert printed(replace(SHEET, title="Slow"), template, folder)[0].startswith(b"%PDF")
    assert not folder.exists()


def test_what_cannot_be_printed_is_not_kept(tmp_path: Path) -> None:
    pdf, problems = printed(saying("# A\n\n<video></video>"), TEMPLATES, tmp_path)
    assert not pdf
    assert [problem.rule for problem in problems] == ["not-printable"]
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_it_still_prints(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert printed(SHEET, TEMPLATES, tmp_path / "file" / "folder")[0].startswith(b"%PDF")


def test_other_files_are_kept_by_their_key(tmp_path: Path) -> None:
    made = [read_or_make(tmp_path, key, lambda key=key: key.encode()) for key in ("one", "two", "one")]
    assert made == [b"one", b"two", b"one"]
    assert read_or_make(tmp_path, "one", lambda: pytest.fail("made again")) == b"one"


def test_a_kept_zip_is_never_served_for_other_files(tmp_path: Path) -> None:
    """Other bytes under the same names, another name, another version, another licence, another order of files."""
    curriculum = read_valid(Settings(SMALL))
    licence = tmp_path / "LICENSES" / f"{curriculum.arc.licence.replace(' ', '-')}.txt"
    licence.parent.mkdir()
    licence.write_text("one", encoding="utf-8")
    files = {"week-01/a.html": b"one", "week-01/b.docx": b"two"}
    first = zips_of(curriculum, files, tmp_path)
    assert zips_of(curriculum, dict(reversed(files.items())), tmp_path) == first
    for name, content in (("a.html", b"other"), ("c.html", b"one")):
        made = zips_of(curriculum, {**files, f"week-01/{name}": content}, tmp_path)
        with ZipFile(BytesIO(made["week-01/week-01.zip"])) as packed:
            assert packed.read(name) == content
    newer = replace(curriculum, arc=replace(curriculum.arc, version="2030.1"))
    assert b"2030.1" in _manifest_in(zips_of(newer, files, tmp_path))
    licence.write_text("two", encoding="utf-8")
    with ZipFile(BytesIO(zips_of(curriculum, files, tmp_path)["week-01/week-01.zip"])) as packed:
        assert packed.read(f"LICENCE-{licence.name}") == b"two"


def _manifest_in(zips: dict[str, bytes]) -> bytes:
    with ZipFile(BytesIO(zips["week-01/week-01.zip"])) as packed:
        return packed.read("manifest.json")


@pytest.mark.parametrize("most", [MOST, 0], ids=["a small course", "a course larger than what is kept of any"])
def test_a_course_that_is_made_sheds_what_is_too_much_and_nothing_of_its_own(
    most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever has it made: the command, MkDocs. What it is made of stays, though it was kept long ago."""
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    monkeypatch.setattr(course, "MOST", most)
    first, problems = open_course(Settings(tmp_path))
    assert (first is not None, problems) == (True, [])
    folder = tmp_path / FOLDER
    for path in folder.iterdir():
        os.utime(path, (1, 1))
    left = folder / "left"
    left.touch()
    os.truncate(left, MOST + 1)  # takes no room on the disk
    os.utime(left, (2, 2))
    read_or_lay_out.cache_clear()
    monkeypatch.setattr(printing, "lay_out", lambda *_: pytest.fail("laid out again"))
    assert open_course(Settings(tmp_path))[0]
    assert not left.exists()
    assert open_course(Settings(tmp_path))[0]


def test_what_was_of_use_stays_however_long_it_is_kept(tmp_path: Path) -> None:
    for age, name in enumerate(("oldest", "older", "newer", "newest")):
        write_kept(tmp_path / name, b"x" * 100)
        os.utime(tmp_path / name, (age, age))
    assert read_kept(tmp_path / "oldest") == b"x" * 100
    write_shed(tmp_path, most=300)
    assert [path.name for path in tmp_path.iterdir()] == ["oldest"]


def test_what_was_kept_first_goes_first(tmp_path: Path) -> None:
    """When too much is kept, the oldest go, until half of what may be kept is left."""
    for age, name in enumerate(("oldest", "older", "newer", "newest")):
        write_kept(tmp_path / name, b"x" * 100)
        os.utime(tmp_path / name, (age, age))
    write_shed(tmp_path, most=10_000)
    assert len(list(tmp_path.iterdir())) == 4
    write_shed(tmp_path, most=300)
    assert [path.name for path in tmp_path.iterdir()] == ["newest"]


@pytest.mark.parametrize(
    "other",
    [
        saying("# Hullo"),
        saying("# Hello", kind=Kind.LOG),
        saying("# Hello", foot=("foot",)),
        saying("# Hello", label="Week 2"),
        saying("# Hello", address="https://example.org/"),
        saying("# Hello", depth=1),
        saying("# Hello", recto=True),
        replace(SHEET, title="Hullo"),
        replace(SHEET, language=FR),
        replace(SHEET, site="Other"),
        replace(SHEET, contents=True),
        replace(SHEET, whole=True),
        replace(SHEET, articles=(ARTICLE, ARTICLE)),
    ],
)
def test_everything_on_the_sheet_is_in_its_name(other: Document) -> None:
    assert name_of((other, Size.STANDARD), "") != name_of((SHEET, Size.STANDARD), "")


def test_size_is_in_the_name() -> None:
    assert name_of((SHEET, Size.LARGE), "") != name_of((SHEET, Size.STANDARD), "")


@pytest.mark.parametrize("name", ["document.typ", "fonts/AtkinsonHyperlegibleNext-Bold.ttf", "logo.svg"])
def test_template_and_fonts_are_in_the_name(name: str, tmp_path: Path) -> None:
    shutil.copytree(TEMPLATES, tmp_path / "print")
    before = read_fingerprint(tmp_path / "print")
    assert before == read_fingerprint(TEMPLATES)
    with (tmp_path / "print" / name).open("ab") as file:
        file.write(b" ")
    assert read_fingerprint(tmp_path / "print") != before
