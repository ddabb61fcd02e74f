"""`curriculum.yml`, and what an edition changes in it -> the arc of the course."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from curriculum.read.chosen import choose_edition
from curriculum.read.schedule import NONE, read_schedule
from curriculum.read.textfile import NO_TEXTS, ReadTexts
from curriculum.read.yamlfile import read_yaml
from curriculum.read.yamltext import YamlFile
from curriculum.words.model import Arc, Copies, Handout, Kind, Language, Load, MenuPage, Practised, Problem, Text, Week
from curriculum.words.schedule import Changed

PATH = "curriculum.yml"


def read_arc(
    root: Path, languages: Sequence[Language], texts: ReadTexts = NO_TEXTS
) -> tuple[Arc | None, str, list[Problem]]:
    """Read and check `curriculum.yml`: the arc, none when it has problems, and the folder of the edition that is built.

    The folder comes back as soon as it can be made out, so that the edition's own problems are told in the same run.
    """
    file, edition, problems = read_place(root, languages, texts)
    if file is None:
        return None, edition, problems
    merged, own, slips = read_schedule(root, file, edition, languages)
    return None if slips else build_arc(merged, own, file.values), edition, problems + slips


def read_place(
    root: Path, languages: Sequence[Language], texts: ReadTexts = NO_TEXTS
) -> tuple[YamlFile | None, str, list[Problem]]:
    """The values of `curriculum.yml`, none when it has problems, and the folder of the edition that is built."""
    file, problems = read_yaml(root, PATH, "curriculum", languages, texts)
    named = file.values.get("edition") if isinstance(file.values, dict) else ""
    line = file.line(("edition",))
    refused = [problem for problem in problems if problem.line == line and problem.rule == "wrong-value"]
    told = isinstance(named, str) and not refused
    edition, found = choose_edition(root, str(named) if told else "", PATH, line)
    return None if problems else file, edition, problems + found


def build_arc(file: YamlFile, own: YamlFile | None = None, before: Any = None) -> Arc:
    """Values that agree with the schema -> the arc; `own` is what the edition changed in those `before` it."""
    values = file.values
    weeks = enumerate(values["weeks"].items(), 1)
    return Arc(
        version=values["version"],
        licence=values["licence"],
        minutes=int(values["session"]["minutes"]),
        rest=int(values["session"]["break"]),
        weeks=tuple(_build_week(id, n, week, file) for n, (id, week) in weeks),
        path=file.path,
        companions=tuple(_build_week(id, 0, one, file) for id, one in values.get("companions", {}).items()),
        licence_line=file.line(("licence",)),
        menu={group: _build_places(group, names, file) for group, names in values.get("pages", {}).items()},
        changed=_build_changed(own, before) if own else None,
        in_step=_build_in_step(values, file),
    )


def _build_changed(own: YamlFile, before: Any) -> Changed:
    values = own.values
    first = min(own.line((key,)) for key in values)
    told = next((own.line((key,)) for key in ("drop", "weeks") if key in values), first)
    excused = values.get("excuse", {})
    return Changed(
        line=told,
        dropped={id: Text(reason) for id, reason in values.get("drop", {}).items()},
        excused={rule: Text(reason) for rule, reason in excused.items()},
        excuse_lines={rule: own.line(("excuse", rule)) for rule in excused},
        minutes={
            (f"{id}/index.md", part): (old, minutes)
            for kind in ("weeks", "companions")
            for id, entry in values.get(kind, {}).items()
            for part, minutes in entry.get("parts", {}).items()
            if (old := before.get(kind, {}).get(id, {}).get("parts", {}).get(part, minutes)) != minutes
        },
        sheets=frozenset(
            _sheet(name, id)
            for kind in ("weeks", "companions")
            for id, entry in values.get(kind, {}).items()
            for name, sheet in entry.get("handouts", {}).items()
            if sheet.get("kind") == NONE
        ),
    )


def _build_places(group: str, names: Sequence[str], file: YamlFile) -> tuple[MenuPage, ...]:
    return tuple(MenuPage(f"{name}.md", file.line(("pages", group, n))) for n, name in enumerate(names))


def _build_in_step(values: Mapping[str, Any], file: YamlFile) -> tuple[MenuPage, ...]:
    sessions = {**values["weeks"], **values.get("companions", {})}
    names = ((f"{name}/" if name in sessions else f"{name}.md", n) for n, name in enumerate(values.get("in-step", ())))
    return tuple(MenuPage(place, file.line(("in-step", n))) for place, n in names)


def _build_week(id: str, number: int, values: Mapping[str, Any], file: YamlFile) -> Week:
    load, place, plans = values["load"], ("weeks" if number else "companions", id), values.get("late", {})
    return Week(
        id=id,
        number=number,
        load=Load(int(load["academic"]), int(load["emotional"]), Text(load["reason"])),
        parts={part: int(minutes) for part, minutes in values["parts"].items()},
        handouts=tuple(
            Handout(name, id, Kind(h["kind"]), Copies(h["copies"]), file.line((*place, "handouts", name)))
            for name, h in values.get("handouts", {}).items()
        ),
        draft=values.get("draft") == "yes",
        minutes=int(values.get("minutes", 0)),
        beside=tuple(values.get("beside", ())),
        line=file.line(place),
        outcomes=tuple(
            _build_outcome(o, id, file.line((*place, "outcomes", n))) for n, o in enumerate(values.get("outcomes", ()))
        ),
        late={int(late): {part: int(cut) for part, cut in cuts.items()} for late, cuts in plans.items()},
        late_lines={int(late): file.line((*place, "late", late)) for late in plans},
    )


def _build_outcome(values: Mapping[str, Any], week: str, line: int) -> Practised:
    sheet, turns = _sheet(values["sheet"], week), int(values.get("turns", 1))
    return Practised(values["part"], int(values["minutes"]), sheet, line, turns)


def _sheet(name: str, week: str) -> str:
    """Where a handout is that a week names: one of its own by its name, another week's with the week before it.

    In:  "trio-checklist", "week-03"       Out: "week-03/handouts/trio-checklist.md"
    In:  "week-02/trio-checklist", "week-03"   Out: "week-02/handouts/trio-checklist.md"
    """
    folder, _, sheet = name.rpartition("/")
    return f"{folder or week}/handouts/{sheet}.md"
