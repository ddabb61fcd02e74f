"""A YAML file, held against its schema -> its values, or what is wrong with each.

The JSON Schema beside this module is the only description of a file: editors complete from it, and its `x-expected`
entries name words of the `terms.yml` of each language.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from curriculum.read.fitting import fits
from curriculum.read.languages import every
from curriculum.read.textfile import NO_TEXTS, ReadTexts, read_text
from curriculum.read.yamltext import YamlFile, parse_yaml
from curriculum.words.model import Language, Problem

MISFITS = "curriculum.read.misfits"
"""What says how values differ; to load it and its library takes as long as to read fifty pages."""
EACH = "x-each-language"
SCHEMAS = Path(__file__).parent / "schemas"


def read_yaml(
    root: Path, path: str, schema: str, languages: Sequence[Language], texts: ReadTexts = NO_TEXTS
) -> tuple[YamlFile, list[Problem]]:
    """Read `root/path`, if it is not among the texts, and compare it with `schemas/<schema>.json` for these languages.

    Returns the file and its problems; when there is any, the values must not be used.
    """
    text, problems = texts[path] if path in texts else read_text(root, path)
    if problems:
        return YamlFile(path), [*problems]
    file, found = _read_checked(path, text, schema, tuple(languages))
    return file, list(found)


@lru_cache(maxsize=64)  # the live site reads all files again when one changed; the others are not checked again
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
    """A schema with a key for the code of each language, where it says what holds for `x-each-language`; those that
    only the project has may be there.
    """
    if isinstance(schema, list):
        return [_for_each(part, languages) for part in schema]
    if not isinstance(schema, dict):
        return schema
    filled = {key: _for_each(part, languages) for key, part in schema.items() if key != EACH}
    if EACH in schema:
        each = _for_each(schema[EACH], languages)
        words = {language.code: {**each, "x-language": language} for language in every(languages)}
        asked = list(dict.fromkeys((language.lender or language).code for language in languages))
        filled |= {"additionalProperties": False, "required": asked, "properties": words, "x-lines": asked}
    return filled


def compare_with_schema(file: YamlFile, schema: Mapping[str, Any]) -> Iterator[Problem]:
    """Each way in which the values differ from the schema, in the order of the file."""
    if not fits(file.values, schema, schema):
        yield from import_module(MISFITS).find_misfits(file, schema)
