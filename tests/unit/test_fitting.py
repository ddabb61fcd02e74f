"""Whether values fit a schema is said as the library says it that knows all of JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from conftest import ROOT
from curriculum.read.fitting import ASKED, SILENT, fits
from curriculum.read.yamlfile import SCHEMAS, compare_with_schema, parse_yaml, read_schema
from jsonschema import Draft202012Validator
from languages import LANGUAGES

FILES = {
    "curriculum": "curriculum.yml",
    "profile": "editions/victoria/profile.yml",
    "resources": "editions/victoria/resources.yml",
    "facilitator": "editions/victoria/facilitator.yml",
    "changes": "editions/victoria/changes.yml",
    "announced": "CHANGES.yml",
    "site": "mkdocs.yml",
    "site-facilitator": "mkdocs.facilitator.yml",
    "schedule": "tests/problems/schedule-that-holds/editions/harbour/schedule.yml",
    "theme": "tests/problems/theme/editions/harbour/theme/theme.yml",
}
WORDS: dict[str, Any] = {
    "front-matter": {"title": "Arrive", "description": "What is said first."},
    "minor": {"part": "docs/law.md#stopped", "from": "0123456789abcdef", "to": "fedcba9876543210", "reason": "A comma"},
}
OTHERS = ("", " ", "a\nb", "{", "confirmed", "2026-11-22", "x" * 1000, None, [], {}, ["x"], {"x": "y"})
"""What is put in the place of each value."""
STEPS = 7
"""Every seventh place of a large file is changed: all that is alike is tried."""


def values_of(name: str) -> Any:
    """What is there, and fits."""
    if name in WORDS:
        return WORDS[name]
    return parse_yaml(FILES[name], (ROOT / FILES[name]).read_text(encoding="utf-8"))[0].values


def places_in(values: Any) -> Iterator[tuple[str | int, ...]]:
    """The way to each value inside others."""
    keys = values if isinstance(values, dict) else range(len(values)) if isinstance(values, list) else ()
    for key in keys:
        yield (key,)
        yield from ((key, *more) for more in places_in(values[key]))


def around(values: Any, place: tuple[str | int, ...]) -> Any:
    """The same with the first week and that of the place: the others fit, and only take time."""
    if place[0] != "weeks" or len(place) == 1:
        return values
    weeks = values["weeks"]
    return values | {"weeks": {week: weeks[week] for week in {next(iter(weeks)): 0, place[1]: 0}}}


def changed(values: Any, place: tuple[str | int, ...]) -> Iterator[Any]:
    """The same with another value at a place, without it, or with one more beside it."""
    for other in OTHERS:
        made = deepcopy(values)
        holder(made, place)[place[-1]] = other
        yield made
    made = deepcopy(values)
    del holder(made, place)[place[-1]]
    yield made
    if isinstance(holder(values, place), dict):
        made = deepcopy(values)
        holder(made, place)["more"] = "x"
        yield made


def holder(values: Any, place: tuple[str | int, ...]) -> Any:
    """What holds the value of a place."""
    for step in place[:-1]:
        values = values[step]
    return values


@pytest.mark.parametrize("name", [path.stem for path in sorted(SCHEMAS.glob("*.json"))])
def test_what_fits_is_what_json_schema_says(name: str) -> None:
    schema, values = read_schema(name, tuple(LANGUAGES)), values_of(name)
    library = Draft202012Validator(schema)
    assert fits(values, schema, schema)
    places = [*places_in(values)]
    tried = [
        other
        for place in places[:: STEPS if len(places) > 100 else 1]
        for other in changed(around(values, place), place)
    ]
    said = [fits(other, schema, schema) for other in tried]
    assert said == [library.is_valid(other) for other in tried]
    assert {True, False} == {*said}


@pytest.mark.parametrize(
    "asked", [{"format": "date"}, {"uniqueItems": True}, {"$ref": "other.json#/a"}], ids=json.dumps
)
def test_what_is_not_known_is_never_said_to_fit(asked: dict[str, Any]) -> None:
    schema = {"type": "string", **asked}
    assert fits("words", schema, schema) is False


def test_what_does_not_fit_is_said_even_where_nobody_else_would(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were this reader too strict, the library has the last word: nothing is said of values that fit."""
    monkeypatch.setattr("curriculum.read.yamlfile.fits", lambda *_: False)
    file, _ = parse_yaml("a.md", "title: Arrive\n")
    assert list(compare_with_schema(file, read_schema("front-matter"))) == []


@pytest.mark.parametrize("name", [path.stem for path in sorted(SCHEMAS.glob("*.json"))])
def test_all_that_our_schemas_ask_is_known(name: str) -> None:
    """Else what fits would be read by the library each time, at ten times the cost."""

    def asked(schema: Any, is_schema: bool) -> Iterator[str]:
        if isinstance(schema, dict):
            yield from schema if is_schema else ()
            for key, part in schema.items():
                yield from asked(part, not is_schema or key not in ("properties", "$defs"))
        elif isinstance(schema, list):
            for part in schema:
                yield from asked(part, True)

    assert [key for key in asked(read_schema(name), True) if key not in {*ASKED, *SILENT} and key[:2] != "x-"] == []
