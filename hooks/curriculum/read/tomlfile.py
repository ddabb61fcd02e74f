"""A TOML file -> its values and the lines of its tables, or the line at which it does not read; what it does not say.

In:  `license = MIT` under `[project]` in `pyproject.toml`
Out: Problem("pyproject.toml", 6, "not-toml", {"found": "license = MIT"})
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from curriculum.read.limits import MOST_SHOWN
from curriculum.read.textfile import read_plain
from curriculum.words.model import Problem

AT = re.compile(r"\(at line (\d+), column \d+\)$")
"""How the reader says where it gave up; at the end of the file it says so in words."""


@dataclass(frozen=True)
class TomlFile:
    """What a file says; of one that cannot be read, nothing."""

    path: str
    text: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)

    def line_of(self, header: str, number: int = 0) -> int:
        """The line of a table, `[project]`, or of the n-th of that name; the first line where it has none."""
        lines = [line for line, words in enumerate(self.text.split("\n"), 1) if words.strip().startswith(header)]
        return lines[number] if number < len(lines) else 1


def read_toml(root: Path, path: str) -> tuple[TomlFile, list[Problem]]:
    """Read `root/path`, or say why it cannot be read."""
    text, problems = read_plain(root, path)
    if problems:
        return TomlFile(path), problems
    try:
        return TomlFile(path, text, tomllib.loads(text)), []
    except (ValueError, RecursionError) as error:
        lines = text.rstrip("\n").split("\n")
        at = AT.search(str(error))
        line = min(int(at[1]) if at else len(lines), len(lines))
        return TomlFile(path), [Problem(path, line, "not-toml", {"found": lines[line - 1].strip()[:MOST_SHOWN]})]


def find_unsaid(file: TomlFile, header: str, said: Any, asked: Mapping[str, str], number: int = 0) -> Iterator[Problem]:
    """The keys of a table that are missing or of another kind than in their examples.

    In:  {"name": "alongside"}, asked {"name": 'name = "a"', "license": 'license = "MIT"'}
    Out: a problem of `license`
    """
    for key, example in asked.items():
        meant = tomllib.loads(example)[key]
        if not _is_like(said.get(key) if isinstance(said, dict) else None, meant):
            values = {"key": key, "where": header, "expected": example}
            yield Problem(file.path, file.line_of(header, number), "toml-key", values)


def _is_like(value: Any, meant: Any) -> bool:
    if isinstance(meant, list):
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return isinstance(value, str) and bool(value.strip())
