"""The text of a YAML file -> its values, every scalar kept as text, with the line of each.

Text, because `18:30` must not become 1110 nor `NO` false.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from curriculum.read.limits import MOST_LEVELS, MOST_SHOWN
from curriculum.read.textfile import UNSEEN, check_signs, check_words
from curriculum.read.yamlfault import fault_of
from curriculum.words.model import Problem, Term

KeyPath = tuple[str | int, ...]
TYPED = re.compile("[“”„‟][^“”]*[“”]|[‘’‚][^‘’]*[‘’]|«[^«»]*»")
"""A value between quotes of a word processor, which are no quotes to YAML: they would be read out and printed."""
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass
class YamlFile:
    """Values of one file. `lines` gives the line of each key and list item by its path inside the file."""

    path: str
    values: Any = None
    lines: dict[KeyPath, int] = field(default_factory=dict)

    def line(self, place: KeyPath) -> int:
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
    except yaml.YAMLError as error:
        line, mend = fault_of(text, error)
        return YamlFile(path), [_unread(path, text, line, mend)]
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
            return [_unread(path, text, line, "yaml-sign")]
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MOST_LEVELS:
            return [Problem(path, line, "too-nested", {"expected": str(MOST_LEVELS)})]
    return []


def _unread(path: str, text: str, line: int, mend: str) -> Problem:
    """What does not read as YAML; `mend` names the words that say what to do."""
    lines = text.split("\n")
    found = lines[line - 1].strip() if line <= len(lines) else ""
    return Problem(path, line, "not-yaml", {"found": found[:MOST_SHOWN], "mend": Term(mend)})


def _build(node: Any, place: KeyPath, file: YamlFile, problems: list[Problem]) -> Any:
    if node is None:
        return None
    file.lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        values: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                problems.append(_unread(file.path, "", key.start_mark.line + 1, "yaml-sign"))
                continue
            name, line = UNSEEN.sub("", str(key.value)), key.start_mark.line + 1
            problems += check_signs(file.path, line, str(key.value))
            if name in values:
                problems.append(Problem(file.path, line, "repeated-key", {"found": name}))
            file.lines[(*place, name)] = line
            values[name] = _build(value, (*place, name), file, problems)
        return values
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, (*place, i), file, problems) for i, item in enumerate(node.value)]
    line = node.start_mark.line + 1
    problems += check_words(file.path, line, node.value)
    if not node.style and TYPED.fullmatch(node.value):
        problems.append(Problem(file.path, line, "quotes-typed", {"found": node.value[:MOST_SHOWN]}))
    return node.value.removesuffix("\n")  # the end of a value written over several lines
