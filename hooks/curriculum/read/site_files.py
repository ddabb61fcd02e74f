"""`mkdocs.yml` and `mkdocs.facilitator.yml`: whether they are as this project has them, and what in them decides who
reads a site: folders, hooks, and keys under `extra`.

In:  `INHERIT: mkdocs.yml` / `site_dir: site-facilitator` / `extra: {notes: facilitator}`
Out: the folder of the pages `docs`, that of the site `site-facilitator`, the key `notes`, and their lines

Both are held against a schema: what MkDocs would fill in from elsewhere, like `!ENV`, is told, as is every key that a
site of ours does not need.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from curriculum.read.hosts import read_hosts
from curriculum.read.limits import MOST_SHOWN
from curriculum.read.textfile import read_text
from curriculum.read.yamlfile import read_yaml
from curriculum.read.yamltext import LOADER, YamlFile
from curriculum.words.audience import CONFIGS
from curriculum.words.model import Audience, Problem, Term, Words

PAGES, SITE, HOOKED, EXTRA = "docs_dir", "site_dir", "hooks", "extra"
SCHEMAS: Mapping[str, str] = {
    CONFIGS[Audience.PARTICIPANT]: "site",
    CONFIGS[Audience.FACILITATOR]: "site-facilitator",
}
PLAIN = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map")}
"""What a value is where nothing before it says so."""
SWITCHES = ("true", "false")


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
    """File and line of `docs_dir`, `site_dir`, `hooks`, and of each key under `extra`: `extra.notes`."""

    temporary: str = ""
    """Where this computer has folders for a while: `mkdocs serve` builds there."""
    hooks: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What does not read, or is not as the schema has it, in the file and in the one it inherits from; and in the files
    for hosts, which give out the site for participants.
    """
    unread: frozenset[str] = frozenset()
    """Those of the two that hold no keys at all, so that nothing else can be said of them."""
    options: tuple[str, ...] = ()
    """What the command line asks for beside folders: `--theme mkdocs`."""

    def place(self, key: str) -> tuple[str, int]:
        """Where a key is written, or the one around it; the first line of the file when neither is."""
        lines = self.lines or {}
        return lines.get(key) or lines.get(key.partition(".")[0]) or (self.path, 1)


def read_site_files(root: Path) -> tuple[SiteFile, ...]:
    """The configurations that are there, as they are written."""
    return tuple(read_site_file(root, name) for name in CONFIGS.values() if (root / name).is_file())


def read_site_file(root: Path, name: str) -> SiteFile:
    """One configuration as it is written, with what it inherits; nothing where it cannot be made out."""
    theirs = name == CONFIGS[Audience.FACILITATOR]
    read = [_read(root, path) for path in ((CONFIGS[Audience.PARTICIPANT], name) if theirs else (name,))]
    values: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    lines: dict[str, tuple[str, int]] = {}
    for one, _ in read:
        written = one.values if isinstance(one.values, dict) else {}
        values |= written
        lines |= {key: (one.path, one.line((key,))) for key in (PAGES, SITE, HOOKED, EXTRA) if key in written}
        named = written.get(EXTRA)
        for key, value in named.items() if isinstance(named, dict) else ():
            extra[key] = _word(value)
            lines[f"{EXTRA}.{key}"] = one.path, one.line((EXTRA, key))
    hooks = values.get(HOOKED)
    file = SiteFile(
        root.resolve().as_posix(),
        name,
        lines=lines,
        temporary=Path(tempfile.gettempdir()).resolve().as_posix(),
        hooks=tuple(map(str, hooks)) if isinstance(hooks, list) else (),
        problems=(*(problem for _, found in read for problem in found), *(() if theirs else read_hosts(root))),
        unread=frozenset(one.path for one, _ in read if not isinstance(one.values, dict)),
    )
    return read_as_built(file, _word(values.get(PAGES, file.pages)), _word(values.get(SITE, file.site)), extra)


def read_as_built(
    file: SiteFile, pages: str, site: str, extra: Mapping[str, Any], options: Mapping[str, bool] | None = None
) -> SiteFile:
    """The same with the folders and keys that MkDocs goes by, whatever the command line, or links on the disk, say.

    `options` are those of the command line, and whether they were asked for.
    """
    root = Path(file.root)
    asked = tuple(option for option, is_asked in (options or {}).items() if is_asked)
    return replace(file, pages=_from_root(root, pages), site=_from_root(root, site), extra=extra, options=asked)


def _from_root(root: Path, folder: str) -> str:
    path = (root / folder).resolve()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _read(root: Path, path: str) -> tuple[YamlFile, list[Problem]]:
    """The values of one file and what is wrong with them; of one that is not ours, nothing is said here."""
    if path not in SCHEMAS:
        return YamlFile(path), []
    file, problems = read_yaml(root, path, SCHEMAS[path], ())
    if problems and file.values is None and problems[0].rule != "wrong-value":
        return file, problems
    if not isinstance(file.values, dict):
        found = " ".join(str(file.values or "").split())[:MOST_SHOWN]
        values: dict[str, Words] = {"key": path, "found": found, "expected": Term("object")}
        return file, [Problem(path, 1, "wrong-value", values)]
    strange = list(_check_value("", yaml.compose(read_text(root, path)[0], LOADER), path))
    told = {problem.line for problem in strange}
    return file, [*(problem for problem in problems if problem.line not in told), *strange]


def _check_value(key: str, node: yaml.Node | None, path: str) -> Iterator[Problem]:
    """Values that are filled in from elsewhere, or are words where MkDocs wants a yes or a no."""
    if node is None:
        return
    line = node.start_mark.line + 1
    quoted = isinstance(node, yaml.ScalarNode) and bool(node.style) and node.value in SWITCHES
    if node.tag not in PLAIN or quoted:
        yield Problem(path, line, "site-value", {"key": key, "found": f'"{node.value}"' if quoted else node.tag})
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _check_value(str(name.value), value, path)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _check_value(key, value, path)


def _word(value: Any) -> str:
    return value if isinstance(value, str) else ""
