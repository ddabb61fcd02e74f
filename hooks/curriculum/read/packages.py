"""What the program is made of: packages of a list with their hashes and what each says of itself, and files of others.

In:  "babel==2.18.0 \\ --hash=sha256:b80b…" in requirements.txt, and babel as it is installed
Out: Part("babel", "2.18.0", "BSD-3-Clause", "pkg:pypi/babel@2.18.0", ("b80b…",), needs=("tzdata",))
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple

LISTS = {"requirements.txt": False, "requirements-seal.txt": True}
"""What makes sites, and what only sealing needs beside it; a program for tests goes nowhere."""
RIGHTS = "REUSE.toml"
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


class Part(NamedTuple):
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


def read_parts(root: Path) -> list[Part]:
    """The packages by their names, then the files."""
    found: dict[str, Part] = {}
    for name, is_optional in LISTS.items():
        for part in _listed((root / name).read_text(encoding="utf-8"), is_optional):
            found.setdefault(part.name, part)
    packages = [one._replace(needs=tuple(name for name in one.needs if name in found)) for one in found.values()]
    return [*sorted(packages), *read_files(root)]


def read_project(root: Path) -> dict[str, Any]:
    """What `pyproject.toml` says of this program: its name, version and licence, and what it needs."""
    said: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return said


def read_files(root: Path) -> list[Part]:
    """The files of others that lie in this project, as `REUSE.toml` says whose they are."""
    said: list[dict[str, Any]] = tomllib.loads((root / RIGHTS).read_text(encoding="utf-8"))["annotations"]
    found = []
    for one in said:
        patterns = [one["path"]] if isinstance(one["path"], str) else one["path"]
        rights = one["SPDX-FileCopyrightText"]
        for path in (
            [] if rights.startswith(OURS) else sorted({file for pattern in patterns for file in root.glob(pattern)})
        ):
            content = path.read_bytes()
            banner = BANNER.match(content)
            version = banner[2].decode() if banner else ""
            purl = f"pkg:npm/{banner[1].decode().lower()}@{version}" if banner else ""
            hashed = (hashlib.sha256(content).hexdigest(),)
            place = path.relative_to(root).as_posix()
            found.append(Part(place, version, one["SPDX-License-Identifier"], purl, hashed, rights=rights))
    return found


def _listed(text: str, is_optional: bool) -> Iterator[Part]:
    """Each package of a list, with what it says of itself where it is installed."""
    for found in ENTRY.finditer(text):
        name, version = found[1].lower(), found[2]
        part = Part(name, version, "", f"pkg:pypi/{name}@{version}", tuple(HASH.findall(found[3])))
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
