"""The same course gives the same sites, byte for byte, whoever builds them, where and when.

`NIGHTLY=1`: in twenty surroundings that differ in everything at once. `PYTHONS=/place/of/python:…`: by these as well,
each with what `requirements.txt` names beside it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from benchmarks.curricula import write_curriculum
from conftest import ROOT
from curriculum.read.today import TODAY
from curriculum.words.audience import FOLDERS

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="rights and time zones are others there")]

MANY = 20 if os.environ.get("NIGHTLY") else 1
OTHERS = [*filter(None, os.environ.get("PYTHONS", "").split(os.pathsep))]
PLACES = ("a b", "é–ü/ÀÇ", "deep/" + "very-long-name/" * 8 + "x", "x")
ZONES = ("Pacific/Kiritimati", "America/St_Johns", "UTC", "Asia/Kathmandu", "America/Vancouver")
LOCALES = ("C", "POSIX", "C.UTF-8", "fr_CA.UTF-8", "tr_TR.UTF-8", "en_US.ISO-8859-1")
UMASKS = (0o077, 0o002, 0o022)
DAYS = ("2026-11-29", "2031-12-31", "2027-01-01", "")


class Around(NamedTuple):
    """What is around a build."""

    place: str
    umask: int
    backwards: bool
    """Files come to the disk in the other order."""
    environment: Mapping[str, str]


def around(number: int) -> Around:
    """The nth surroundings; of each list the next, so that all of it changes."""
    named = {
        "TZ": ZONES[number % len(ZONES)],
        "LC_ALL": LOCALES[number % len(LOCALES)],
        "PYTHONHASHSEED": str(number * 7 + 1),
        "SOURCE_DATE_EPOCH": str(number * 86_400_000 + 1),
        "COLUMNS": str(40 + number),
        "USER": f"somebody{number}",
    }
    if day := DAYS[number % len(DAYS)]:
        named[TODAY] = day
    return Around(f"{number}/{PLACES[number % len(PLACES)]}", UMASKS[number % 3], number % 2 == 0, named)


def sites(root: Path, environment: Mapping[str, str], umask: int, python: str = sys.executable) -> dict[str, str]:
    """Both sites of a project, by the digest of each file."""
    whole = {**os.environ, "PYTHONPATH": "hooks", "NO_MKDOCS_2_WARNING": "1", **environment}
    command = [python, "-m", "curriculum", "build"]
    done = subprocess.run(command, cwd=root, env=whole, umask=umask, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    files = (path for name in FOLDERS.values() for path in (root / name).rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def copied(source: Path, place: Path, backwards: bool) -> None:
    """The sources of a project, file by file."""
    made = (*FOLDERS.values(), ".cache", ".build")
    files = (path for path in source.rglob("*") if path.is_file())
    paths = sorted(path for path in files if path.relative_to(source).parts[0] not in made)
    for path in reversed(paths) if backwards else paths:
        (place / path.relative_to(source)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place / path.relative_to(source))


def test_sites_are_the_same_in_all_surroundings(tmp_path: Path) -> None:
    first = tmp_path / "first"
    write_curriculum(ROOT, first, 1)
    expected = sites(first, {}, 0o022)
    assert {place.rsplit(".", 1)[-1] for place in expected} >= {"html", "pdf", "docx", "epub", "zip", "js", "css"}
    for number in range(MANY):
        this = around(number)
        place = tmp_path / this.place
        copied(first, place, this.backwards)
        found = sites(place, this.environment, this.umask)
        assert [name for name in {**found, **expected} if found.get(name) != expected.get(name)] == [], this
        shutil.rmtree(tmp_path / str(number))
    for python in OTHERS:
        place = tmp_path / "python"
        copied(first, place, backwards=False)
        assert sites(place, {}, 0o022, python) == expected, python
        shutil.rmtree(place)
