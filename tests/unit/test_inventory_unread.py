"""`inventory` where a file that it reads is missing, broken, or does not say what is asked: sentences, no list."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from conftest import ROOT
from curriculum.__main__ import main
from curriculum.read.packages import read_bundled

SAID = Path(__file__).parent / "inventoried-wrongly" / "expected.txt"
READ = ("requirements.txt", "requirements-seal.txt", "REUSE.toml", "pyproject.toml")
PROJECT = """[project]
name = "ours"
version = "1.0"
license = "MIT"
dependencies = []

[project.optional-dependencies]
seal = []
"""
RIGHTS = """version = 1

[[annotations]]
path = "a.js"
SPDX-FileCopyrightText = "Somebody"
SPDX-License-Identifier = "MIT"
"""
WRONGLY: list[tuple[str, str | None]] = [
    *((name, None) for name in READ),
    ("pyproject.toml", PROJECT.replace('"MIT"', "MIT")),
    ("pyproject.toml", PROJECT.replace('"MIT"', '{file = "LICENSE"}')),
    ("pyproject.toml", PROJECT.replace('license = "MIT"\n', "")),
    ("pyproject.toml", PROJECT.replace("seal = []\n", "seal = [")),
    ("pyproject.toml", PROJECT.replace("seal = []", "seal = [1]")),
    ("pyproject.toml", 'project = "ours"\n'),
    ("pyproject.toml", "a = " + "[" * 5000),
    ("REUSE.toml", ""),
    ("REUSE.toml", RIGHTS.replace("[[annotations]]", "[[annotations]")),
    ("REUSE.toml", RIGHTS + '\n[[annotations]]\npath = "b.js"\nSPDX-FileCopyrightText = "Somebody"\n'),
    ("REUSE.toml", "annotations = [1]\n"),
    ("requirements.txt", "\0"),
]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with nothing but what is read for the list."""
    for name in READ:
        shutil.copy(ROOT / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CURRICULUM_LANGUAGE", "both")
    return tmp_path


def test_what_is_missing_or_broken_is_a_sentence_and_no_list_is_written(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = ""
    for name, text in WRONGLY:
        whole = (root / name).read_bytes()
        (root / name).unlink()
        if text is not None:
            (root / name).write_text(text, encoding="utf-8")
        assert main(["inventory"]) == 1, (name, text)
        out, told = capsys.readouterr()
        assert out == ""
        assert re.match(rf"{re.escape(name)}:\d+: ", told), told
        said += told
        (root / name).write_bytes(whole)
    assert not (root / "to-report").exists()
    if os.environ.get("REFRESH"):
        SAID.parent.mkdir(exist_ok=True)
        SAID.write_text(said, encoding="utf-8")
    assert said == SAID.read_text(encoding="utf-8")


def test_with_all_of_them_the_list_is_written(root: Path) -> None:
    assert main(["inventory"]) == 0
    assert (root / "to-report" / "inventory.cdx.json").is_file()


def test_several_holders_and_licences_are_one_line_each(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("1", encoding="utf-8")
    for path in ('"a.js"', '["a.js", "/", "**b"]'):
        said = RIGHTS.replace('"a.js"', path).replace('"Somebody"', '["A", "B"]').replace('"MIT"', '["MIT", "ISC"]')
        (tmp_path / "REUSE.toml").write_text(said, encoding="utf-8")
        (part,), problems = read_bundled(tmp_path)
        assert problems == []
        assert (part.name, part.rights, part.licence) == ("a.js", "A, B", "MIT AND ISC")
