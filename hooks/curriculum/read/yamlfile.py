"""A YAML file, held against its schema -> its values, or what is wrong with each.

The JSON Schema beside this module is the only description of a file: editors complete from it, and its `x-expected`
entries name words of the `terms.yml` of each language.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from curriculum.read.textfile import read_text
from curriculum.read.yamltext import Place, YamlFile, parse_yaml
from curriculum.words.model import Language, Problem, Term, Words

EACH = "x-each-language"
SCHEMAS = Path(__file__).parent / "schemas"
MOST_SHOWN = 60


def read_yaml(root: Path, path: str, schema: str, languages: Sequence[Language]) -> tuple[YamlFile, list[Problem]]:
    """Read `root/path` and compare it with `schemas/<schema>.json`, for the languages of the site.

    Returns the file and its problems; when there is any, the values must not be used.
    """
    text, problems = read_text(root, path)
    if problems:
        return YamlFile(path), problems
    file, found = _read_checked(path, text, schema, tuple(languages))
    return file, list(found)


@lru_cache(maxsize=64)  # every adapter reads afresh; text that did not change is not checked again
def _read_checked(
    path: str, text: str, schema: str, languages: tuple[Language, ...]
) -> tuple[YamlFile, tuple[Problem, ...]]:
    file, problems = parse_yaml(path, text)
    if file.values is not None or not problems:  # what cannot be parsed has no values to compare
        problems += compare_with_schema(file, read_schema(schema, languages))
    return file, tuple(problems)


@lru_cache(maxsize=64)  # the front matter of each page is held against the same one
def read_schema(name: str, languages: tuple[Language, ...] = ()) -> dict[str, Any]:
    """The JSON Schema `schemas/<name>.json`; what it asks of each language, it asks of these."""
    schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    filled: dict[str, Any] = _for_each(schema, languages)
    return filled


def _for_each(schema: Any, languages: Sequence[Language]) -> Any:
    """A schema with a key for the code of each language, where it says what holds for `x-each-language`."""
    if isinstance(schema, list):
        return [_for_each(part, languages) for part in schema]
    if not isinstance(schema, dict):
        return schema
    filled = {key: _for_each(part, languages) for key, part in schema.items() if key != EACH}
    if EACH in schema:
        each = _for_each(schema[EACH], languages)
        words = {language.code: {**each, "x-language": language} for language in languages}
        filled |= {"additionalProperties": False, "required": list(words), "properties": words}
    return filled


def compare_with_schema(file: YamlFile, schema: Mapping[str, Any]) -> Iterator[Problem]:
    """Each way in which the values differ from the schema, in the order of the file."""
    found = [p for error in Draft202012Validator(schema).iter_errors(file.values) for p in _explain(file, error)]
    unknown = {str(p.values["near"]) for p in found if p.rule == "unknown-key"}
    # A key that was misspelt is told once, not once as unknown and once as missing.
    told = [p for p in found if not (p.rule == "missing-key" and p.values["expected"] in unknown)]
    yield from sorted(told, key=lambda p: (p.line, p.rule))


def _explain(file: YamlFile, error: ValidationError) -> Iterator[Problem]:
    place: Place = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        known = list(error.schema.get("properties", {}))
        for key in error.instance.keys() - set(known):
            near = difflib.get_close_matches(key, known, 1, 0.6)
            values: dict[str, Words] = {"found": key, "expected": ", ".join(known), "near": near[0] if near else ""}
            yield Problem(file.path, file.line((*place, key)), "unknown-key", values)
    elif error.validator == "required":
        for key in error.validator_value:
            if key not in error.instance:
                where = ".".join(f"#{step + 1}" if isinstance(step, int) else step for step in place) or file.path
                yield Problem(file.path, file.line(place), "missing-key", {"expected": key, "where": where})
    elif "propertyNames" in error.absolute_schema_path:
        yield Problem(file.path, file.line((*place, error.instance)), "wrong-value", _wrong_value(place, error))
    else:
        yield Problem(file.path, file.line(place), "wrong-value", _wrong_value(place, error))


def _wrong_value(place: Place, error: ValidationError) -> dict[str, Words]:
    expected = error.schema.get("x-expected")
    keys = ", ".join(f"{key}: …" for key in error.schema.get("properties", {}))
    language = error.schema.get("x-language", "")
    most = str(error.schema.get("maxLength", ""))
    words: Words = Term(expected, {"lines": keys, "language": language, "most": most}) if expected else _choices(error)
    found = error.instance if isinstance(error.instance, str) else json.dumps(error.instance, ensure_ascii=False)[:60]
    key = next((str(step) for step in reversed(place) if isinstance(step, str)), "")
    choices = [str(choice) for choice in error.schema.get("enum", [])]
    near = difflib.get_close_matches(str(found), choices, 1, 0.6)
    return {"key": key, "found": shortened(str(found)), "expected": words, "near": near[0] if near else ""}


def shortened(words: str) -> str:
    """Words as a sentence can hold them: on one line, at most sixty signs of them."""
    line = " ".join(words.split())
    return line if len(line) <= MOST_SHOWN else f"{line[:MOST_SHOWN]}…"


def _choices(error: ValidationError) -> Words:
    if "enum" in error.schema:
        options = ", ".join(str(choice) for choice in error.schema["enum"])
        return Term("one-of", {"options": options})
    kind = str(error.schema.get("type"))
    return Term(kind if kind in ("object", "array", "string") else "another-value")
