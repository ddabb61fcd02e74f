"""What the program is made of: packages of a list with their hashes and what each says of itself, and files of others.

In:  "babel==2.18.0 \\ --hash=sha256:b80b…" in requirements.txt, and babel as it is installed
Out: Part("babel", "2.18.0", "BSD-3-Clause", "pkg:pypi/babel@2.18.0", ("b80b…",), needs=("tzdata",))
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple

from curriculum.read.textfile import read_plain
from curriculum.read.tomlfile import find_unsaid, read_toml
from curriculum.words.model import Problem

LISTS = {"requirements.txt": False, "requirements-seal.txt": True}
"""What makes sites, and what only sealing needs beside it; a program for tests goes nowhere."""
PROJECT = "pyproject.toml"
OF_PROJECT = {
    "name": 'name = "alongside"',
    "version": 'version = "0.1.0"',
    "license": 'license = "MIT"',
    "dependencies": 'dependencies = ["babel>=2.14"]',
}
"""What it has to say, each key with a line such as somebody may write."""
OF_NEEDS = {"seal": 'seal = ["cryptography>=42"]'}
RIGHTS = "REUSE.toml"
HOLDER, LICENCE = "SPDX-FileCopyrightText", "SPDX-License-Identifier"
OF_RIGHTS = {"path": 'path = ["docs/**"]', HOLDER: f'{HOLDER} = "The authors"', LICENCE: f'{LICENCE} = "MIT"'}
OURS = ("The Alongside", "NONE")
"""Whose files are no parts of others."""
ENTRY = re.compile(r"^([\w.-]+)==([^ ;]+)((?:.|\\\n)*?[^\\])$", re.M)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
NEED = re.compile(r"[\w.-]+")
BANNER = re.compile(rb"/\*! (\w+) ([\d.]+),")
"""How a script that was made smaller begins."""
CLASSIFIED = "License :: OSI Approved :: "
MOST = 80
"""Signs of a name; more is the text of a licence."""


class Component(NamedTuple):
    """One thing that somebody else made; what nobody says of it is empty."""

    name: str
    version: str = ""
    licence: str = ""
    purl: str = ""
    """Its name for every program that looks for it: `pkg:pypi/babel@2.18.0`."""
    hashes: tuple[str, ...] = ()
    """SHA-256, in hexadecimal digits, of each file that it may be installed from."""
    needs: tuple[str, ...] = ()
    rights: str = ""
    is_optional: bool = False
    is_here: bool = True
    """False for a package that this computer does not need, so that what it says of itself cannot be read."""

    @property
    def is_package(self) -> bool:
        """True for what is installed, false for a file that lies here."""
        return self.purl.startswith("pkg:pypi/")

    @property
    def full_name(self) -> str:
        """With its version, where it has one."""
        return f"{self.name} {self.version}".rstrip()


def read_parts(root: Path) -> tuple[list[Component], list[Problem]]:
    """The packages by their names, then the files; or what hinders reading them."""
    found: dict[str, Component] = {}
    files, problems = read_bundled(root)
    for name, is_optional in LISTS.items():
        text, unread = read_plain(root, name)
        problems += unread
        for part in _listed(text, is_optional):
            found.setdefault(part.name, part)
    packages = [one._replace(needs=tuple(name for name in one.needs if name in found)) for one in found.values()]
    return [*sorted(packages), *files], problems


def read_project(root: Path) -> tuple[Mapping[str, Any], list[Problem]]:
    """What `pyproject.toml` says of this program: its name, version and licence, and what it needs."""
    file, problems = read_toml(root, PROJECT)
    if problems:
        return {}, problems
    said = file.values.get("project")
    problems = [*find_unsaid(file, "[project]", said, OF_PROJECT)]
    needs = said.get("optional-dependencies") if isinstance(said, dict) else None
    problems += find_unsaid(file, "[project.optional-dependencies]", needs, OF_NEEDS)
    return said if isinstance(said, dict) else {}, problems


def read_bundled(root: Path) -> tuple[list[Component], list[Problem]]:
    """The files of others that lie in this project, as `REUSE.toml` says whose they are."""
    file, problems = read_toml(root, RIGHTS)
    if problems:
        return [], problems
    said = file.values.get("annotations")
    found: list[Component] = []
    for number, one in enumerate(said if isinstance(said, list) and said else [{}]):
        rights = _in_one_shape(one)
        unsaid = [*find_unsaid(file, "[[annotations]]", rights, OF_RIGHTS, number)]
        problems += unsaid
        if not unsaid and not rights[HOLDER].startswith(OURS):
            found += [_file_at(root, path, rights) for path in _named(root, rights["path"])]
    return found, problems


def _in_one_shape(said: Any) -> dict[str, Any]:
    """One path as a list of them, several holders or licences as one line: both ways are right in this file."""
    shaped = dict(said) if isinstance(said, dict) else {}
    path = shaped.get("path")
    shaped["path"] = [path] if isinstance(path, str) else path
    for key, between in ((HOLDER, ", "), (LICENCE, " AND ")):
        if isinstance(several := shaped.get(key), list):
            shaped[key] = between.join(map(str, several))
    return shaped


def _named(root: Path, patterns: Iterable[str]) -> list[Path]:
    """The files that patterns name; one that is none names nothing."""
    found: set[Path] = set()
    for pattern in patterns:
        with suppress(ValueError, NotImplementedError):
            found.update(path for path in root.glob(pattern) if path.is_file())
    return sorted(found)


def _file_at(root: Path, path: Path, said: Mapping[str, str]) -> Component:
    content = path.read_bytes()
    banner = BANNER.match(content)
    version = banner[2].decode() if banner else ""
    purl = f"pkg:npm/{banner[1].decode().lower()}@{version}" if banner else ""
    hashed = (hashlib.sha256(content).hexdigest(),)
    return Component(path.relative_to(root).as_posix(), version, said[LICENCE], purl, hashed, rights=said[HOLDER])


def _listed(text: str, is_optional: bool) -> Iterator[Component]:
    """Each package of a list, with what it says of itself where it is installed."""
    for found in ENTRY.finditer(text):
        name, version = found[1].lower(), found[2]
        part = Component(name, version, "", f"pkg:pypi/{name}@{version}", tuple(HASH.findall(found[3])))
        try:
            there = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            yield part._replace(is_optional=is_optional, is_here=False)
            continue
        needs = tuple(sorted({name_of(need) for need in there.requires or () if "extra ==" not in need}))
        yield part._replace(licence=licence_of(there.metadata), needs=needs, is_optional=is_optional)


def name_of(need: str) -> str:
    """The name in `MarkupSafe>=2.0; python_version < "4"`, as lists write it."""
    found = NEED.match(need)
    return re.sub(r"[-_.]+", "-", found[0]).lower() if found else ""


def licence_of(said: Any) -> str:
    """What a package says of its licence: as an expression, else in one line, else by the names of a register."""
    words = str(said.get("License") or "").strip()
    if expression := said.get("License-Expression"):
        return str(expression)
    if words and words != "UNKNOWN" and "\n" not in words and len(words) < MOST:
        return words
    named = [one for one in said.get_all("Classifier") or () if one.startswith(CLASSIFIED)]
    return ", ".join(one.removeprefix(CLASSIFIED) for one in named)
