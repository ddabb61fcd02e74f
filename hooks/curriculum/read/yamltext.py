"""The text of a YAML file -> its values, every scalar kept as text, with the line of each.

Text, because `18:30` must not become 1110 nor `NO` false.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from curriculum.read.limits import MOST_LEVELS
from curriculum.read.textfile import check_words
from curriculum.words.model import Problem

Place = tuple[str | int, ...]
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass
class YamlFile:
    """Values of one file. `lines` gives the line of each key and list item by its path inside the file."""

    path: str
    values: Any = None
    lines: dict[Place, int] = field(default_factory=dict)

    def line(self, place: Place) -> int:
        """The line of a place, or of the nearest one around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def parse_yaml(path: str, text: str) -> tuple[YamlFile, list[Problem]]:
    """YAML text -> values and lines; what does not read as YAML, or is written twice, is a problem."""
    try:
        if found := _check_events(path, text):
            return YamlFile(path), found
        node = yaml.compose(text, LOADER)
    except yaml.MarkedYAMLError as error:
        # The context mark is where a quote was opened; the problem mark is often only the end of the file.
        mark = error.context_mark or error.problem_mark
        line = mark.line + 1 if mark else 1
        return YamlFile(path), [Problem(path, line, "not-yaml", {"found": _line_of(text, line)})]
    except yaml.YAMLError:
        return YamlFile(path), [Problem(path, 1, "not-yaml", {"found": _line_of(text, 1)})]
    file = YamlFile(path)
    problems: list[Problem] = []
    file.values = _build(node, (), file, problems)
    return file, problems


def _check_events(path: str, text: str) -> list[Problem]:
    """The first thing that may not be composed: a name for what is written elsewhere, or keys too deep in each other.

    `*name` may lead to itself, or grow without end; composing goes as deep as the text does.
    """
    depth = 0
    for event in yaml.parse(text, LOADER):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent):
            return [Problem(path, line, "not-yaml", {"found": _line_of(text, line)})]
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MOST_LEVELS:
            return [Problem(path, line, "too-nested", {"expected": str(MOST_LEVELS)})]
    return []


def _line_of(text: str, line: int) -> str:
    lines = text.splitlines()
    return lines[line - 1].strip() if 0 < line <= len(lines) else ""


def _build(node: Any, place: Place, file: YamlFile, problems: list[Problem]) -> Any:
    if node is None:
        return None
    file.lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        values: dict[str, Any] = {}
        for key, value in node.value:
            name, line = str(key.value), key.start_mark.line + 1
            if name in values:
                problems.append(Problem(file.path, line, "repeated-key", {"found": name}))
            file.lines[(*place, name)] = line
            values[name] = _build(value, (*place, name), file, problems)
        return values
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, (*place, i), file, problems) for i, item in enumerate(node.value)]
    problems += check_words(file.path, node.start_mark.line + 1, node.value)
    return node.value.removesuffix("\n")  # the end of a value written over several lines
