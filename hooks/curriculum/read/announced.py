"""`CHANGES.yml` -> what changed in the shared course, for whoever replaced a page of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from curriculum.read.yamlfile import read_yaml
from curriculum.words.changes import Change, Part, Weight
from curriculum.words.model import Language, Problem, Text

FILE = "CHANGES.yml"


def read_announced(root: Path, languages: Sequence[Language]) -> tuple[tuple[Change, ...], list[Problem]]:
    """The entries as the file has them, the newest first; none in a course without that file."""
    if not (root / FILE).exists():
        return (), []
    file, problems = read_yaml(root, FILE, "announced", languages)
    if problems:
        return (), problems
    changes, told = [], []
    for index, values in enumerate(file.values["changes"]):
        line = file.line(("changes", index))
        try:
            changes.append(_change(values, line))
        except ValueError:  # the schema lets 31 February through
            told.append(Problem(FILE, file.line(("changes", index, "on")), "changes-day", {"found": values["on"]}))
    return tuple(changes), told + list(_check_order(changes))


def _change(values: Mapping[str, Any], line: int) -> Change:
    return Change(
        id=values["id"],
        day=date.fromisoformat(values["on"]),
        kind=Weight(values["kind"]),
        parts=tuple(Part.of(words) for words in values["pages"]),
        said=Text(values["says"]),
        gone=values.get("gone") == "yes",
        line=line,
    )


def _check_order(changes: Sequence[Change]) -> Iterator[Problem]:
    """A day after that of the entry above, or an id twice: editions count from the newest entry that they know."""
    known: dict[str, int] = {}
    for before, change in zip([None, *changes], changes, strict=False):
        if before and change.day > before.day:
            values = {"found": change.day.isoformat(), "expected": before.day.isoformat()}
            yield Problem(FILE, change.line, "changes-order", values)
        if change.id in known:
            yield Problem(FILE, change.line, "changes-twice", {"found": change.id, "expected": str(known[change.id])})
        known[change.id] = change.line
