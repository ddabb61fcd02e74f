"""`resources.yml` of an edition -> its lines to call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from curriculum.read.yamlfile import read_yaml
from curriculum.words.model import Language, Problem, Resource, Text


def read_resources(
    root: Path, edition: str, languages: Sequence[Language]
) -> tuple[tuple[Resource, ...] | None, list[Problem]]:
    """The lines to call of the edition in `root/edition`; none when their file cannot be used."""
    file, problems = read_yaml(root, f"{edition}/resources.yml", "resources", languages)
    if problems:
        return None, problems
    resources = tuple(_build_resource(values) for values in file.values["resources"])
    return resources, _check_unique(resources, file.path, file.lines)


def _build_resource(values: Mapping[str, Any]) -> Resource:
    two = {key: Text(values[key]) for key in ("name", "how", "hours", "languages")}
    return Resource(
        id=values["id"],
        number=values["number"],
        groups=tuple(values["groups"]),
        source=values["source"],
        confirmed=values["status"] == "confirmed",
        checked_on=values.get("checked_on", ""),
        short=Text(values.get("short", values["name"])),
        note=Text(values.get("note", {})),
        **two,
    )


def _check_unique(
    resources: Sequence[Resource], path: str, lines: Mapping[tuple[str | int, ...], int]
) -> list[Problem]:
    seen: set[str] = set()
    problems = []
    for index, resource in enumerate(resources):
        if resource.id in seen:
            problems.append(Problem(path, lines["resources", index, "id"], "repeated-resource", {"found": resource.id}))
        seen.add(resource.id)
    return problems
