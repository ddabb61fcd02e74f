"""Values that do not fit their schema -> what is wrong with each, at its line, in words that every language has."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from curriculum.read.limits import MOST_SHOWN
from curriculum.read.yamltext import KeyPath, YamlFile
from curriculum.words.model import Problem, Term, Words

KEYS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
SLIP = re.compile(r"(?<![A-Za-z])[A-Za-z]{1,2}(?![A-Za-z])")
"""A letter or two among digits is no word to dial but a slip, such as O for 0: nobody is to be sent to another line."""
NORTH_AMERICAN = re.compile(r"(1?)([0-9]{3})([0-9]{3})([0-9]{4})")

HOUR = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:(?:\s*h\s*|:)(?P<minute>[0-5][0-9])?)?(?:\s*(?P<half>[ap])\.?\s*m\.?)?", re.I
)
"""18h30, 18 h, 6:30 p.m."""


class Before(NamedTuple):
    """Which key stands before each, of groups of keys that are looked at many times: there may be thousands in one."""

    groups: dict[int, dict[str, str]]

    def of(self, values: Mapping[str, Any]) -> dict[str, str]:
        """The key before each but the first."""
        if id(values) not in self.groups:
            self.groups[id(values)] = {after: key for key, after in pairwise(values)}
        return self.groups[id(values)]


def find_misfits(file: YamlFile, schema: Mapping[str, Any]) -> Iterator[Problem]:
    """Each way in which the values differ from the schema, in the order of the file."""
    if file.values is None and "null" not in schema["type"]:
        yield Problem(file.path, 1, "file-empty", {"expected": ", ".join(schema.get("required", []))})
        return
    every, before = Draft202012Validator(schema).iter_errors(file.values), Before({})
    found = [problem for error in every for problem in _explain(file, error, before)]
    unknown = {str(p.values["near"]) for p in found if p.rule == "unknown-key"}
    # A key that was misspelt is told once, not once as unknown and once as missing.
    told = [p for p in found if not (p.rule == "missing-key" and p.values["expected"] in unknown)]
    told = list({repr(p): p for p in told}.values())  # too long, and of another form
    yield from sorted(told, key=lambda p: (p.line, p.rule))


def _explain(file: YamlFile, error: ValidationError, before: Before) -> Iterator[Problem]:
    place: KeyPath = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        known = list(error.schema.get("properties", {}))
        for key in error.instance.keys() - set(known):
            if parted := _parted(error.instance, key, before):
                schema = error.schema["properties"].get(parted["key"], {})
                words = Term(str(schema.get("x-expected", "another-value")))
                yield Problem(file.path, file.line((*place, key)), "wrong-value", {**parted, "expected": words})
                continue
            near = difflib.get_close_matches(key, known, 1, 0.6)
            values: dict[str, Words] = {"found": key, "expected": ", ".join(known), "near": near[0] if near else ""}
            yield Problem(file.path, file.line((*place, key)), "unknown-key", values)
    elif error.validator == "required":
        for key in error.validator_value:
            if key not in error.instance:
                yield Problem(
                    file.path, file.line(place), "missing-key", {"expected": key, "where": _where(file, place)}
                )
    elif "propertyNames" in error.absolute_schema_path:
        yield Problem(file.path, file.line((*place, error.instance)), "wrong-value", _wrong_value(place, error))
    else:
        values = _wrong_value(place, error)
        around = _at(file.values, place[:-1]) if place and not error.instance else None
        parted = _parted(around, str(place[-1]), before) if isinstance(around, dict) else {}
        yield Problem(
            file.path, file.line(place), "wrong-value", {**values, "key": values["key"] or file.path, **parted}
        )


def _at(value: Any, place: KeyPath) -> Any:
    for step in place:
        value = value[step]
    return value


def _parted(values: Mapping[str, Any], key: str, before: Before) -> dict[str, Words]:
    """A number that a comma took apart within braces, by the key that it was written for; nothing for another key.

    In:  {"arrive": "7", "5": None}, of {arrive: 7,5}, and "5"
    Out: {"key": "arrive", "found": "7,5", …}
    """
    if values[key] or not key.isdecimal():
        return {}
    named = before.of(values).get(key, key)
    is_number = str(values[named]).isdecimal()
    return {"key": named, "found": f"{values[named]},{key}", "near": ""} if is_number else {}


def _where(file: YamlFile, place: KeyPath) -> str:
    """A place as its author calls it: an entry by its id, by its number only where it has none.

    In:  ("resources", 0), where the first of the resources has `id: night-line`
    Out: "resources.night-line"
    """
    steps, value = [], file.values
    for step in place:
        value = value[step]
        named = value.get("id") if isinstance(step, int) and isinstance(value, dict) else None
        steps.append(step if isinstance(step, str) else named if isinstance(named, str) else f"#{step + 1}")
    return ".".join(steps) or file.path


def _wrong_value(place: KeyPath, error: ValidationError) -> dict[str, Words]:
    expected = error.schema.get("x-expected")
    keys = ", ".join(f"{key}: …" for key in error.schema.get("x-lines", error.schema.get("properties", {})))
    language = error.schema.get("x-language", "")
    most = str(error.schema.get("maxLength", ""))
    words: Words = Term(expected, {"lines": keys, "language": language, "most": most}) if expected else _choices(error)
    found = error.instance if isinstance(error.instance, str) else json.dumps(error.instance, ensure_ascii=False)[:60]
    key = next((str(step) for step in reversed(place) if isinstance(step, str)), "")
    choices = [str(choice) for choice in error.schema.get("enum", [])]
    near = next(iter(difflib.get_close_matches(str(found), choices, 1, 0.6)), "")
    if expected in GUESSED:
        near = GUESSED[expected](str(found))
    return {"key": key, "found": shortened(str(found)), "expected": words, "near": near}


def _dialled(typed: str) -> str:
    """A North American number as it is dialled, or "". Letters are those of the keys, as ITU-T E.161 has them.

    In:  "1 866 APPELLE"       "1-888-494-388O"
    Out: "1-866-277-3553"      ""
    """
    if SLIP.search(typed):
        return ""
    digits = "".join(sign for sign in typed.upper().translate(KEYS) if sign.isdecimal() and sign.isascii())
    long = NORTH_AMERICAN.fullmatch(digits)
    return "-".join(filter(None, long.groups())) if long else ""


def _on_a_clock(typed: str) -> str:
    """An hour as these files have it, or "". People write it as their language does.

    In:  "18h30"  "18 h"   "6:30 p.m."  "6.30"
    Out: "18:30"  "18:00"  "18:30"      ""
    """
    parts = HOUR.fullmatch(typed.strip())
    if not parts:
        return ""
    hour, half = int(parts["hour"]), (parts["half"] or "").lower()
    if half:
        hour = hour % 12 + 12 * (half == "p") if 1 <= hour <= 12 else 24
    return f"{hour:02}:{parts['minute'] or '00'}" if hour < 24 else ""


GUESSED = {"number": _dialled, "time": _on_a_clock}
"""What was most likely meant, of values that people write in more than one way."""


def shortened(words: str) -> str:
    """Words as a sentence can hold them: on one line, at most sixty signs of them."""
    line = " ".join(words.split())
    return line if len(line) <= MOST_SHOWN else f"{line[:MOST_SHOWN]}…"


def _choices(error: ValidationError) -> Words:
    if "enum" in error.schema:
        options = ", ".join(str(choice) for choice in error.schema["enum"])
        return Term("one-of", {"options": options})
    if error.validator == "minItems" or error.schema.get("minItems"):
        return Term("filled-array")
    kind = str(error.schema.get("type"))
    return Term(kind if kind in ("object", "array", "string") else "another-value")
