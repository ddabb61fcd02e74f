"""`resources.yml` of an edition, and the lines of the whole country -> the lines to call, in the order of the edition.

In:  a country with the lines `a` and `b`; an edition with the line `c`, `order: [b, c]` and `hide: [{id: a, …}]`
Out: `b`, `c`
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from curriculum.read.today import read_today
from curriculum.read.yamlfile import read_yaml
from curriculum.read.yamltext import KeyPath, YamlFile
from curriculum.words.dates import day_of
from curriculum.words.model import Language, Problem, Resource, Term, Text, Words

COUNTRY = "editions/canada.yml"
"""The lines that answer in the whole country: once for every edition."""


class CallLines(NamedTuple):
    """What an edition has of lines to call."""

    resources: tuple[Resource, ...]
    places: Mapping[str, int]
    """Where the edition's own file has which, by its id."""
    sites: frozenset[str]
    """Hosts that its pages may lead to, beside those that its own files name."""
    written: Mapping[str, Any]
    """The values of both files, by path."""


def read_resources(root: Path, edition: str, languages: Sequence[Language]) -> tuple[CallLines | None, list[Problem]]:
    """The lines to call of the edition in `root/edition`; none when a file of theirs cannot be used."""
    own, problems = read_yaml(root, f"{edition}/resources.yml", "resources", languages)
    country, more = _read_country(root, languages)
    if problems or more:
        return None, problems + more
    today = read_today()
    lists = _own(own, country)
    found = [problem for file in (own, country) for problem in _check(file, lists, today)]
    if found:
        return None, found
    sites = {site for file in (own, country) for site in file.values.get("sites", ())}
    places = {values["id"]: own.line(("resources", index)) for index, values in enumerate(own.values["resources"])}
    written = {file.path: file.values for file in (own, country)}
    return CallLines(tuple(_ordered(own.values, lists)), places, frozenset(sites), written), []


def _read_country(root: Path, languages: Sequence[Language]) -> tuple[YamlFile, list[Problem]]:
    """The lines of the whole country; a course without that file has none."""
    if not os.path.lexists(root / COUNTRY):
        return YamlFile(COUNTRY, {"resources": []}), []
    return read_yaml(root, COUNTRY, "resources", languages)


def _own(own: YamlFile, country: YamlFile) -> dict[str, Resource]:
    """The lines by their ids: those of the edition, and those of the country that it does not hide."""
    hidden = {one["id"] for one in own.values.get("hide", ())}
    lines = {values["id"]: build_resource(values) for values in own.values["resources"]}
    shared = {values["id"]: build_resource(values) for values in country.values["resources"]}
    return lines | {id_: line for id_, line in shared.items() if id_ not in hidden and id_ not in lines}


def _ordered(values: Mapping[str, Any], lines: Mapping[str, Resource]) -> Iterator[Resource]:
    first = values.get("order", [])
    yield from (lines[id_] for id_ in first)
    yield from (line for id_, line in lines.items() if id_ not in first)


def build_resource(values: Mapping[str, Any]) -> Resource:
    """One line to call, of values that fit the schema."""
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
        cost=Text(values.get("cost", {})),
        calls_police=values.get("calls_police", ""),
        review_after=values.get("review_after", ""),
        fallback=values.get("fallback", ""),
        **two,
    )


def _check(file: YamlFile, lines: Collection[str], today: date) -> Iterator[Problem]:
    """What a schema cannot say: days that are none, ids twice, and ids that no line has."""
    seen: set[str] = set()
    for index, values in enumerate(file.values["resources"]):
        place: KeyPath = ("resources", index)
        if "checked_on" in values and (
            problem := _check_day(file, (*place, "checked_on"), values["checked_on"], today)
        ):
            yield problem
        if "fallback" in values:
            others = sorted({*lines} - {values["id"]})
            yield from _unknown(file, (*place, "fallback"), values["fallback"], others)
        if values["id"] in seen:
            yield Problem(file.path, file.line((*place, "id")), "repeated-resource", {"found": values["id"]})
        seen.add(values["id"])
    yield from _check_order(file, lines)


def _check_order(file: YamlFile, lines: Collection[str]) -> Iterator[Problem]:
    order = file.values.get("order", [])
    for index, id_ in enumerate(order):
        if id_ in order[:index]:
            yield _wrong(file, ("order", index), id_, Term("line-once"))
        yield from _unknown(file, ("order", index), id_, sorted(lines))


def _check_day(file: YamlFile, place: KeyPath, found: str, today: date) -> Problem | None:
    """A day that is none, like 31 February, or that has not come yet."""
    day = day_of(found)
    if day and day <= today:
        return None
    expected = Term("real-day") if day is None else Term("day-come", {"day": today.isoformat()})
    return _wrong(file, place, found, expected)


def _unknown(file: YamlFile, place: KeyPath, found: str, known: Sequence[str]) -> Iterator[Problem]:
    if found not in known:
        near = difflib.get_close_matches(found, known, 1, 0.6)
        yield _wrong(file, place, found, Term("line-id", {"ids": ", ".join(known)}), near[0] if near else "")


def _wrong(file: YamlFile, place: KeyPath, found: str, expected: Term, near: str = "") -> Problem:
    values: dict[str, Words] = {"key": str(place[-1]), "found": found, "expected": expected, "near": near}
    if isinstance(place[-1], int):
        values["key"] = f"{place[0]}.#{place[-1] + 1}"
    return Problem(file.path, file.line(place), "wrong-value", values)
