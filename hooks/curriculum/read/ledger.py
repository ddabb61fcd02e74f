"""`changes.yml` of an edition -> what it keeps of each part that it replaced. `watch/ledger.py` writes it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from curriculum.read.announced import read_announced
from curriculum.read.yamlfile import read_yaml
from curriculum.words.changes import Changes, Part, Stamp
from curriculum.words.model import Language, Problem

FILE = "changes.yml"


def read_changes(root: Path, edition: str, languages: Sequence[Language]) -> tuple[Changes, list[Problem]]:
    """What was announced and what the edition keeps, as far as the files can be used, and what is wrong with them."""
    announced, problems = read_announced(root, languages)
    path = f"{edition}/{FILE}"
    if not edition or not (root / path).exists():
        return Changes(announced), problems
    file, found = read_yaml(root, path, "changes", languages)
    problems += found
    if found or file.values is None:
        return Changes(announced), problems
    entries = {}
    for values in file.values.get("replaced", ()):
        part = Part.of(values["part"])
        entries[part] = Stamp(part, values["hash"], values["on"], values.get("after", ""), values.get("why", ""))
    return Changes(announced, entries, frozenset(file.values.get("meant", ()))), problems
