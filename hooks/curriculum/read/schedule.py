"""`schedule.yml` of an edition -> the arc with its changes: sessions left out, moved, added; loads, minutes, handouts.

In:  the weeks 1 to 10, and `drop: {week-09: …}`, `weeks: {week-07: {before: week-06}}`
Out: the weeks 1 to 5, 7, 6, 8 and 10; each value still knows the file and the line that says it

It holds only what differs, so that what the shared course gains goes on arriving.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

from curriculum.read.chosen import SCHEDULE
from curriculum.read.yamlfile import compare_with_schema, read_schema, read_yaml
from curriculum.read.yamltext import KeyPath, YamlFile
from curriculum.words.model import Language, Problem, Term, Words
from curriculum.words.woven import Weft, Woven

SIDES = ("after", "before")
"""Keys that say where a week stands."""
NONE = "none"
"""The kind of a handout that is left out."""


def read_schedule(
    root: Path, arc: YamlFile, edition: str, languages: Sequence[Language]
) -> tuple[YamlFile, YamlFile | None, list[Problem]]:
    """The arc's file as an edition changes it, what the edition says, and what is wrong with that.

    Lines of the second are counted as the first counts them; it is none where the edition has no such file.
    """
    path = f"{edition}/{SCHEDULE}"
    if not edition or not os.path.lexists(root / path):
        return arc, None, []
    own, problems = read_yaml(root, path, "schedule", languages)
    if problems or own.values is None:  # examples alone do nothing
        return arc, None, problems
    problems = [*_check_names(arc.values, own), *_check_sides(arc.values, own)]
    if problems:
        return arc, None, sorted(problems, key=lambda problem: problem.line)
    merged, later = merge_schedule(arc, own)
    return merged, later, list(compare_with_schema(merged, read_schema("curriculum", tuple(languages))))


def merge_schedule(arc: YamlFile, own: YamlFile) -> tuple[YamlFile, YamlFile]:
    """Both files as one, whose path knows where each line is written; and the second with its lines there."""
    shift, last = max(arc.lines.values()), max(own.lines.values())
    weft = Weft(arc.path, 0, (*(-line for line in range(1, shift + 1)), *range(1, last + 1)))
    merged = YamlFile(Woven(own.path, weft), deepcopy(arc.values), dict(arc.lines))
    later = YamlFile(own.path, own.values, {place: line + shift for place, line in own.lines.items()})
    _leave_out(merged, own.values.get("drop", {}))
    for kind in ("weeks", "companions"):
        for id, entry in own.values.get(kind, {}).items():
            _change(merged, later, (kind, id), entry)
    values = merged.values
    values["weeks"] = {id: values["weeks"][id] for id in _ordered(values["weeks"], own.values.get("weeks", {}))}
    for key, value in own.values.get("session", {}).items():
        _put(merged, later, ("session", key), value)
    for group, names in own.values.get("pages", {}).items():
        listed = values.setdefault("pages", {}).setdefault(group, [])
        for place, name in enumerate(names):
            merged.lines["pages", group, len(listed)] = later.line(("pages", group, place))
            listed.append(name)
    return merged, later


def _check_names(values: Any, own: YamlFile) -> Iterator[Problem]:
    """Sessions and handouts that nothing has, and sessions that are left out and changed."""
    weeks, sessions = values["weeks"], values["weeks"] | values.get("companions", {})
    dropped = own.values.get("drop", {})
    yield from (_unknown(own, ("drop", id), id, sessions) for id in dropped if id not in sessions)
    if not weeks.keys() - dropped.keys() and not own.values.get("weeks"):
        yield Problem(own.path, own.line(("drop",)), "schedule-empty")
    for kind in ("weeks", "companions"):
        known = values.get(kind, {})
        for id, entry in own.values.get(kind, {}).items():
            place = (kind, id)
            if id in dropped:
                yield Problem(own.path, own.line(place), "schedule-clash", {"found": id})
            elif id not in known and "parts" not in entry:
                yield _unknown(own, place, id, known)
            sheets = known.get(id, {}).get("handouts", {})
            for name, sheet in entry.get("handouts", {}).items():
                if name not in sheets and (sheet.get("kind") == NONE or (id in known and len(sheet) < 2)):
                    yield _unknown(own, (*place, "handouts", name), name, sheets)


def _check_sides(values: Any, own: YamlFile) -> Iterator[Problem]:
    """Weeks that say in no way, in two, or in a wrong one where they stand."""
    asked: Mapping[str, Any] = own.values.get("weeks", {})
    new = {id: entry for id, entry in asked.items() if "parts" in entry}
    there = [id for id in values["weeks"] | new if id not in own.values.get("drop", {})]
    for id, entry in asked.items():
        sides = [side for side in SIDES if side in entry]
        if not sides and id not in values["weeks"] and "parts" in entry:
            found: dict[str, Words] = {"expected": SIDES[0], "where": f"weeks.{id}"}
            yield Problem(own.path, own.line(("weeks", id)), "missing-key", found)
        if len(sides) > 1:
            place = ("weeks", id, sides[1])
            yield Problem(own.path, own.line(place), "schedule-twice", {"found": id})
        for side in sides:
            if entry[side] == id or entry[side] not in there:
                yield _unknown(own, ("weeks", id, side), entry[side], [other for other in there if other != id])


def _unknown(own: YamlFile, place: KeyPath, found: str, known: Iterable[str]) -> Problem:
    near = difflib.get_close_matches(found, [*known], 1, 0.6)
    expected: Words = ", ".join(known) or Term("none")
    return Problem(
        own.path, own.line(place), "schedule-unknown", {"found": found, "expected": expected, "near": "".join(near)}
    )


def _leave_out(merged: YamlFile, dropped: Mapping[str, Any]) -> None:
    """Take sessions out, also where companion sessions name them."""
    for kind in ("weeks", "companions"):
        sessions = merged.values.get(kind, {})
        for id in [id for id in sessions if id in dropped]:
            del sessions[id]
    for session in merged.values.get("companions", {}).values():
        if "beside" in session:
            session["beside"] = [id for id in session["beside"] if id not in dropped]


def _change(merged: YamlFile, own: YamlFile, place: tuple[str, str], entry: Mapping[str, Any]) -> None:
    """One session as the edition changes it, or its new one; all of it is told at the edition's line."""
    kind, id = place
    session = merged.values.setdefault(kind, {}).setdefault(id, {})
    line = own.line(place)
    merged.lines |= {at: line for at in merged.lines if at[:2] == place} | {place: line}
    for key, value in entry.items():
        at = (*place, key)
        if key == "parts":
            session[key] = parts_with(session.get(key, {}), value)
        elif key == "handouts":
            session[key] = _sheets(session.get(key, {}), value)
        elif key in ("load", "late"):
            session[key] = session.get(key, {}) | value
        elif key not in SIDES:
            session[key] = value
        merged.lines |= {other: found for other, found in own.lines.items() if other[:3] == at}


def _put(merged: YamlFile, own: YamlFile, place: KeyPath, value: Any) -> None:
    group, key = place
    merged.values[group][key] = value
    merged.lines[place] = own.line(place)


def parts_with(parts: Mapping[str, str], changes: Mapping[str, str]) -> dict[str, str]:
    """The parts of a session with other minutes; 0 takes one out, a new one follows the one above it.

    Where all parts are named, they stand in the order in which they are.

    In:  {"teach": "20", "close": "10"}, {"teach": "15", "song": "5"}
    Out: {"teach": "15", "song": "5", "close": "10"}
    """
    if parts.keys() <= changes.keys():
        made = dict(changes)
    else:
        made, above = dict(parts), ""
        for part, minutes in changes.items():
            if part not in made:
                names = [*made]
                start = names.index(above) + 1 if above else 0
                made = {name: made.get(name, minutes) for name in (*names[:start], part, *names[start:])}
            made[part] = minutes
            above = part
    return {part: minutes for part, minutes in made.items() if minutes != "0"}


def _sheets(sheets: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    made = dict(sheets)
    for name, change in changes.items():
        made[name] = made.get(name, {}) | change
    return {name: sheet for name, sheet in made.items() if sheet.get("kind") != NONE}


def _ordered(weeks: Iterable[str], asked: Mapping[str, Any]) -> list[str]:
    """The weeks, those that say so before or after others, one after the other as the edition lists them."""
    order = [*weeks]
    for id, entry in asked.items():
        side = next((side for side in SIDES if side in entry), "")
        if side:
            order.remove(id)
            order.insert(order.index(entry[side]) + (side == "after"), id)
    return order
