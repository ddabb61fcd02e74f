"""What the program is made of, for people and for other programs; what is known against it, or that nobody answered."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import UNPLUGGED
from curriculum.__main__ import main
from curriculum.commands.inventory import audit_lines
from curriculum.publish.known import asked_of
from curriculum.read.packages import LISTS, Component, licence_of, read_parts
from curriculum.words.labels import read_spoken
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from license_expression import get_spdx_licensing
from packaging.version import Version
from pip_audit._format.json import JsonFormat
from pip_audit._service import ResolvedDependency, SkippedDependency, VulnerabilityResult
from test_locked import ROOT, locked

OTHERS = ("woff2", "ttf", "minisearch.js")
"""How the names of files end that others made."""


@pytest.fixture
def bill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """What is written, in a folder with nothing but what is read for it."""
    for path in (*ROOT.glob("requirements*.txt"), ROOT / "pyproject.toml", ROOT / "REUSE.toml", ROOT / "overrides"):
        (tmp_path / path.name).symlink_to(path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CURRICULUM_TODAY", "2026-11-29")
    monkeypatch.setenv("CURRICULUM_LANGUAGE", "both")
    assert main(["inventory"]) == 0
    said = capsys.readouterr().out
    assert said.count("to-report/inventory.cdx.json") == len(read_spoken())
    assert said.count("OFL-1.1") == len(read_spoken())
    return (tmp_path / "to-report" / "inventory.cdx.json").read_text("utf-8")


def test_the_list_is_what_cyclonedx_says_it_is(bill: str) -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill) is None
    broken = bill.replace('"required"', '"perhaps"')
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(broken) is not None


def test_every_package_is_in_it_with_its_version_its_hashes_and_its_licence(bill: str) -> None:
    found = {one["name"]: one for one in json.loads(bill)["components"] if one.get("purl", "").startswith("pkg:pypi/")}
    needed, more = (locked(name) for name in LISTS)
    assert found.keys() == {*needed, *more}
    for name, entry in more.items():
        one = found[name]
        assert one["purl"] == f"pkg:pypi/{name}@{entry.version}"
        assert [f"--hash=sha256:{has['content']}" for has in one["hashes"]] == entry.hashes
        assert one["scope"] == ("required" if name in needed else "optional")
        assert one["licenses"], name


def test_every_file_of_others_is_in_it_by_its_hash(bill: str) -> None:
    found = {one["name"]: one for one in json.loads(bill)["components"] if "/" in one["name"]}
    there = {path for path in (ROOT / "overrides").rglob("*") if path.name.endswith(OTHERS)}
    assert found.keys() == {path.relative_to(ROOT).as_posix() for path in there}
    for name, one in found.items():
        assert one["hashes"][0]["content"] == hashlib.sha256((ROOT / name).read_bytes()).hexdigest()
        assert one["licenses"] == [{"expression": "OFL-1.1" if "fonts" in name else "MIT"}]
        assert one["copyright"]
    assert found["overrides/assets/minisearch.js"]["purl"] == "pkg:npm/minisearch@7.2.0"


def test_licences_are_those_that_are_registered(bill: str) -> None:
    """Where one is an expression, a program can read it; a name stands as the package says it."""
    said = [one["licenses"][0] for one in json.loads(bill)["components"]]
    registered = get_spdx_licensing()
    expressions = [one["expression"] for one in said if "expression" in one]
    assert len(expressions) > 40
    assert [one for one in expressions if registered.validate(one).errors] == []


def test_what_needs_what_is_in_it(bill: str) -> None:
    needs = {one["ref"]: one["dependsOn"] for one in json.loads(bill)["dependencies"]}
    assert "markupsafe" in needs["jinja2"]
    assert "mkdocs" in needs["this-program"]
    assert "markupsafe" not in needs["this-program"]
    reached, left = set(), ["this-program"]
    while left:
        reached.add(name := left.pop())
        left += [one for one in needs[name] if one not in reached]
    assert needs.keys() - reached == {"colorama"} - {one for those in needs.values() for one in those}


@pytest.mark.parametrize(
    ("said", "licence"),
    [
        ({"License-Expression": "MIT", "License": "see file"}, "MIT"),
        ({"License": "BSD-3-Clause"}, "BSD-3-Clause"),
        ({"License": "UNKNOWN", "Classifier": "License :: OSI Approved :: MIT License"}, "MIT License"),
        ({"License": "THE LICENCE\nis long", "Classifier": "License :: OSI Approved :: Zlib"}, "Zlib"),
        ({}, ""),
    ],
)
def test_a_licence_is_read_wherever_a_package_says_it(said: dict[str, str], licence: str) -> None:
    from email.message import Message  # noqa: PLC0415 - what `importlib.metadata` gives

    message = Message()
    for key, value in said.items():
        message[key] = value
    assert licence_of(message) == licence


def test_without_a_network_nothing_is_called_clean(tmp_path: Path) -> None:
    """The program that asks is run, and is refused."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(UNPLUGGED), str(ROOT / "hooks"))),
        "ASKED": str(tmp_path / "asked.txt"),
        "CURRICULUM_LANGUAGE": "both",
    }
    for path in (*ROOT.glob("requirements*.txt"), ROOT / "pyproject.toml", ROOT / "REUSE.toml", ROOT / "overrides"):
        (tmp_path / path.name).symlink_to(path)
    command = [sys.executable, "-m", "curriculum", "inventory", "--audit"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout
    assert done.stderr == ""
    assert "socket" in (tmp_path / "asked.txt").read_text("utf-8")
    assert "the network is cut" in done.stdout
    assert "No answer about" in done.stdout
    assert "Aucune réponse pour" in done.stdout
    assert "Answers about" not in done.stdout


def test_what_is_known_and_who_did_not_answer_are_told_apart() -> None:
    """As the program that asks writes it: it ends well even when it could look at nothing."""
    version = Version("3.1.2")
    flaw = VulnerabilityResult("GHSA-xxxx", "It is bad.", [Version("3.1.3")], set())
    answer = JsonFormat(False, False).format(
        {
            ResolvedDependency("jinja2", version): [flaw],
            ResolvedDependency("babel", version): [],
            SkippedDependency("typst", "Not found there"): [],
        },
        [],
    )
    jinja, babel, typst = (Component(name, "3.1.2") for name in ("jinja2", "babel", "typst"))
    asked = asked_of(answer, [jinja, babel, typst])
    assert [(one.part, one.id, one.mended) for one in asked.known] == [(jinja, "GHSA-xxxx", ("3.1.3",))]
    assert (asked.unasked, asked.reason) == ((typst,), "Not found there")
    for language in read_spoken():
        said = "\n".join(audit_lines(asked, 3, [], language))
        assert "jinja2 3.1.2" in said
        assert "3.1.3" in said
        assert "typst 3.1.2" in said
    assert asked_of("", [jinja], "no").unasked == (jinja,)


def test_parts_are_read_on_every_computer() -> None:
    """Also those that only another system needs: their licence is not known here, and they are not asked about."""
    parts = read_parts(ROOT)[0]
    assert [part for part in parts if not part.is_here and (part.licence or part.needs)] == []
    assert len(parts) > 50
