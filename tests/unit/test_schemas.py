"""An editor that knows JSON Schema completes keys in the files of the course, and marks none that is right."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT
from curriculum.begin.files import FOLDER
from curriculum.read.yamlfile import SCHEMAS, compare_with_schema, read_schema
from curriculum.read.yamltext import parse_yaml
from jsonschema import Draft202012Validator
from languages import LANGUAGES

LED = re.compile(r"\A# yaml-language-server: \$schema=(\S+)\n")
OWN = sorted(path for path in (ROOT / "editions").rglob("*.yml") if path.name != "changes.yml")
"""Those that partners write; the ledger of an edition is kept by its command."""


def schema_of(path: Path, base: Path) -> dict[str, Any]:
    led = LED.match(path.read_text("utf-8"))
    assert led, f"{path} leads to no schema"
    schema: dict[str, Any] = json.loads(Path(os.path.normpath(base / led[1])).read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return schema


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_right_file_is_marked_nowhere_and_a_key_that_is_none_is(path: Path) -> None:
    validator = Draft202012Validator(schema_of(path, path.parent))
    values = yaml.safe_load(path.read_text("utf-8"))
    assert [error.message for error in validator.iter_errors(values)] == []
    assert [*validator.iter_errors({**(values or {}), "nothing-like-it": "x"})]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yml")), ids=lambda path: path.name)
def test_the_files_of_a_new_edition_lead_to_theirs(path: Path) -> None:
    """They are written into `partner/`."""
    schema_of(path, ROOT / "partner")


LONGEST = 2000
"""Signs of the longest value of all: a note on a line to call."""
UNSEEN = ("\\u0000", "\\u0007", "\\u001b", "\\u00ad", "\\u200b", "\\u200e", "\\u202e", "\\u2066", "\\ufeff")
"""Controls, signs without a width, marks that turn the order of words around: as YAML writes them."""


def values_in(schema: Any, place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Each part of a schema that takes a string, with its place; what it holds, too."""
    if isinstance(schema, list):
        for number, part in enumerate(schema):
            yield from values_in(part, f"{place}/{number}")
    if isinstance(schema, dict):
        if "string" in schema.get("type", ""):
            yield place, schema
        for key, part in schema.items():
            yield from values_in(part, f"{place}/{key}") if key not in ("enum", "description") else ()


def most_of(schema: dict[str, Any]) -> float:
    """How long a string may be: as it says, as its choices are, or as far as its pattern goes."""
    if "enum" in schema or "const" in schema:
        return max(map(len, schema.get("enum", [schema.get("const")])))
    if "maxLength" in schema:
        return float(schema["maxLength"])
    pattern = schema.get("pattern", ".*")
    endless = re.search(r"(?<!\\)[*+]|\{\d+,\}", pattern) or not re.fullmatch(r"\^.*\$", pattern)
    return float("inf") if endless else len(pattern)


@pytest.mark.parametrize("name", sorted(path.stem for path in SCHEMAS.glob("*.json")))
def test_every_string_of_a_file_has_a_limit(name: str) -> None:
    values = [*values_in(read_schema(name, LANGUAGES))]
    assert values
    assert [place for place, schema in values if most_of(schema) > LONGEST] == []


@pytest.mark.parametrize("sign", UNSEEN)
def test_a_sign_that_nobody_sees_is_told_at_its_line_in_any_value_and_any_key(sign: str) -> None:
    """Whatever the file: it is told before a schema is asked."""
    text = f'site:\n  name:\n    en: "Ours{sign}"\nweeks:\n  - "x{sign}y"\n"k{sign}": z\n'
    told = [(problem.line, problem.rule) for problem in parse_yaml("x.yml", text)[1]]
    assert told == [(3, "unseen-sign"), (5, "unseen-sign"), (6, "unseen-sign")]


def test_a_value_that_is_too_long_and_wrong_is_told_once() -> None:
    file, _ = parse_yaml("curriculum.yml", f"version: {'1.x' * 20}\n")
    told = [problem for problem in compare_with_schema(file, read_schema("curriculum", LANGUAGES)) if problem.line == 1]
    assert [problem.rule for problem in told if problem.values.get("key") == "version"] == ["wrong-value"]
