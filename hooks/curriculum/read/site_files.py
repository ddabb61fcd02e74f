"""`mkdocs.yml` and `mkdocs.facilitator.yml`, as far as they decide who reads a site: folders, and keys under `extra`.

In:  `INHERIT: mkdocs.yml` / `site_dir: site-facilitator` / `extra: {notes: facilitator}`
Out: the folder of the pages `docs`, that of the site `site-facilitator`, the key `notes`, and their lines

Only the shape is looked at, as for languages: what MkDocs fills in, like `!ENV`, has the value that MkDocs says.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from curriculum.read.textfile import read_text
from curriculum.read.yamltext import LOADER
from curriculum.words.audience import CONFIGS

MOST = 4
"""Files that inherit from each other, at most."""
PAGES, SITE = "docs_dir", "site_dir"


@dataclass(frozen=True)
class SiteFile:
    """The configuration of one site. Folders are told from the root of the project, or whole when they lie outside."""

    root: str
    path: str
    pages: str = "docs"
    site: str = "site"
    extra: Mapping[str, Any] | None = None
    """What stands under `extra`, that of files it inherits from included; None before it was read."""
    lines: Mapping[str, tuple[str, int]] | None = None
    """File and line of `docs_dir`, `site_dir`, and of each key under `extra`: `extra.notes`."""

    temporary: str = ""
    """Where this computer has folders for a while: `mkdocs serve` builds there."""

    def place(self, key: str) -> tuple[str, int]:
        """Where a key is written; the first line of the file when it is not."""
        return (self.lines or {}).get(key, (self.path, 1))


def read_site_files(root: Path) -> tuple[SiteFile, ...]:
    """The configurations that are there, as they are written."""
    return tuple(read_site_file(root, name) for name in CONFIGS.values() if (root / name).is_file())


def read_site_file(root: Path, name: str) -> SiteFile:
    """One configuration as it is written, with what it inherits; nothing where it cannot be made out."""
    written = list(_read_keys(root, name, MOST))
    lines = {key: (path, line) for key, _, path, line in reversed(written)}
    values = {key: value for key, value, _, _ in reversed(written)}
    extra = {key.removeprefix("extra."): value for key, value in values.items() if key.startswith("extra.")}
    temporary = Path(tempfile.gettempdir()).resolve().as_posix()
    file = SiteFile(root.resolve().as_posix(), name, extra=extra, lines=lines, temporary=temporary)
    return read_as_built(file, values.get(PAGES, file.pages), values.get(SITE, file.site), extra)


def read_as_built(file: SiteFile, pages: str, site: str, extra: Mapping[str, Any]) -> SiteFile:
    """The same with the folders and keys that MkDocs goes by, whatever the command line, or links on the disk, say."""
    root = Path(file.root)
    return replace(file, pages=_from_root(root, pages), site=_from_root(root, site), extra=extra)


def _from_root(root: Path, folder: str) -> str:
    path = (root / folder).resolve()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _read_keys(root: Path, name: str, most: int) -> Iterator[tuple[str, str, str, int]]:
    """Each key with its value, file and line; those of the file itself before those it inherits."""
    text, problems = read_text(root, name)
    try:
        node = None if problems else yaml.compose(text, LOADER)
    except yaml.YAMLError:
        return
    inherited = ""
    for key, value in _pairs(node):
        if key.value == "extra":
            yield from ((f"extra.{k.value}", _word(v), name, k.start_mark.line + 1) for k, v in _pairs(value))
        elif key.value in (PAGES, SITE):
            yield key.value, _word(value), name, key.start_mark.line + 1
        elif key.value == "INHERIT":
            inherited = _word(value)
    if inherited and most:
        yield from _read_keys(root, inherited, most - 1)


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else []


def _word(node: yaml.Node) -> str:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""
