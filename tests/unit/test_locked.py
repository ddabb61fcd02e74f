"""What is installed: exactly what `pyproject.toml` asks for and what that needs, each with the hashes of its files.

What a package needs is asked of the one that is installed, for every system and Python that a list is for.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import metadata
from itertools import pairwise, product
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent.parent
EXTRAS = {
    "requirements.txt": (),
    "requirements-seal.txt": ("seal",),
    "requirements-audit.txt": ("seal", "audit"),
    "requirements-test.txt": ("seal", "audit", "test"),
}
SYSTEMS = (("linux", "Linux", "posix"), ("darwin", "Darwin", "posix"), ("win32", "Windows", "nt"))
PYTHONS = ("3.11.2", "3.11.13", "3.12.11", "3.13.5", "3.14.0")
AROUND = [
    {
        **default_environment(),
        **dict(zip(("sys_platform", "platform_system", "os_name"), system, strict=True)),
        "python_full_version": python,
        "python_version": python.rpartition(".")[0],
    }
    for system, python in product(SYSTEMS, PYTHONS)
]
SHA256 = re.compile(r"--hash=sha256:[0-9a-f]{64}")


class Locked(NamedTuple):
    """One entry of a list: what is to be installed, and what stands after it."""

    asked: Requirement
    hashes: list[str]

    @property
    def version(self) -> str:
        [only] = self.asked.specifier
        assert only.operator == "=="
        return only.version


def locked(name: str) -> dict[str, Locked]:
    """The entries of a list, by the names of the packages."""
    text = (ROOT / name).read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    found = [Locked(Requirement(line.partition(" --")[0]), line.split()[1:]) for line in lines]
    entries = {canonicalize_name(one.asked.name): one for one in found}
    assert len(entries) == len(found)
    return {name: Locked(one.asked, [part for part in one.hashes if "-" in part[:2]]) for name, one in entries.items()}


def asked_for(extras: tuple[str, ...]) -> list[Requirement]:
    """What the project itself needs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extra = [one for name in extras for one in project["optional-dependencies"][name]]
    return [Requirement(one) for one in (*project["dependencies"], *extra)]


def needed_by(asked: Requirement) -> Iterator[Requirement]:
    """What an installed package needs on any system, with the extras it was asked with; nothing when it is not here."""
    try:
        needs = metadata.requires(asked.name) or []
    except metadata.PackageNotFoundError:
        return
    for one in map(Requirement, needs):
        if any(
            one.marker is None or one.marker.evaluate({**around, "extra": extra})
            for around in AROUND
            for extra in ("", *asked.extras)
        ):
            yield one


def reached(start: list[Requirement]) -> list[Requirement]:
    """Everything that is needed, as it is asked for by each that needs it."""
    found: dict[str, Requirement] = {}
    while start:
        one = start.pop()
        if str(one) not in found:
            found[str(one)] = one
            start += needed_by(one)
    return list(found.values())


@pytest.mark.parametrize("name", EXTRAS)
def test_every_file_that_may_be_installed_has_its_hash(name: str) -> None:
    for package, one in locked(name).items():
        assert one.hashes, package
        assert [part for part in one.hashes if not SHA256.fullmatch(part)] == [], package
        assert one.asked.url is None
        assert one.version


@pytest.mark.parametrize(("name", "extras"), EXTRAS.items())
def test_a_list_holds_what_is_needed_within_its_bounds_and_nothing_else(name: str, extras: tuple[str, ...]) -> None:
    held = locked(name)
    needed = reached(asked_for(extras))
    names = {canonicalize_name(one.name) for one in needed}
    assert len(names) > 30
    assert names - held.keys() == set(), "is needed and not in the list"
    assert held.keys() - names == set(), "is in the list and nothing needs it"
    wrong = [str(one) for one in needed if held[canonicalize_name(one.name)].version not in one.specifier]
    assert wrong == []


def test_a_package_has_one_version_in_all_lists() -> None:
    lists = [locked(name) for name in EXTRAS]
    for one, other in pairwise(lists):
        assert [
            name for name in one if (one[name].version, one[name].hashes) != (other[name].version, other[name].hashes)
        ] == []


def test_the_lists_are_these() -> None:
    assert {path.name for path in ROOT.glob("requirements*.txt")} == {*EXTRAS}
