"""An edition -> what is the matter with it, safety first, and the one thing to do next. It looks into no page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from curriculum.read.chosen import EXAMPLE
from curriculum.watch.due import due_lines, is_urgent
from curriculum.watch.made_up import made_up_lines, made_up_private
from curriculum.watch.values import PartState, Watched
from curriculum.words.labels import fitting, read_words
from curriculum.words.model import PUBLISHED, Edition, Language, Problem, Text

SHORT = 4
"""Digits that the number of an emergency service has at most, in any country."""


@dataclass(frozen=True)
class Finding:
    """One thing that is the matter; its name is that of its words."""

    name: str
    count: int = 1
    names: tuple[Text, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    says: Text = field(default_factory=Text)


@dataclass(frozen=True)
class Health:
    """What was found of an edition."""

    path: str
    safety: tuple[Finding, ...]
    publish: tuple[Finding, ...]


def health_of(
    path: str, edition: Edition | None, watched: Sequence[Watched], problems: Sequence[Problem], today: date
) -> Health:
    """What is the matter, most urgent first; no edition where its files have problems."""
    due = due_lines(edition, today) if edition else []
    crisis = [line for line in due if is_urgent(line)]
    hidden = [one for one in watched if one.state is PartState.SAFETY]
    safety = [Finding("crisis", len(crisis), tuple(line.name for line in crisis))] if crisis else []
    safety += _numbers_of(edition) if edition else []
    for one in hidden:
        safety.append(Finding("hidden", values={"part": str(one.part)}, says=one.changes[-1].said))
    older = [one for one in watched if one.state not in (PartState.CURRENT, PartState.SAFETY)]
    counts = {"broken": len(problems), "lines": len(due) - len(crisis), "older": len(older)}
    found = {name: Finding(name, count) for name, count in counts.items() if count}
    if path == EXAMPLE:
        found["example"] = Finding("example")
    if edition and edition.to_confirm:
        names = tuple(Text(plain=name) for name in sorted(edition.to_confirm))
        found["facts"] = Finding("facts", len(names), names)
    if edition and edition.status != PUBLISHED:
        found["draft"] = Finding("draft")
    order = ("broken", "example", "lines", "facts", "older", "draft")
    return Health(path, tuple(safety), tuple(found[name] for name in order if name in found))


def _numbers_of(edition: Edition) -> Iterator[Finding]:
    """Numbers that films and examples use, and the number of an emergency service, if no line has one."""
    made_up = [line.name for line, _ in made_up_lines(edition.resources)]
    if made_up:
        yield Finding("made-up", len(made_up), tuple(made_up))
    if private := made_up_private(edition):
        yield Finding("made-up-private", len(private), tuple(Text(plain=name) for name in private))
    if not any(len(re.findall(r"\d", line.number)) <= SHORT for line in edition.resources):
        yield Finding("emergency")


def health_lines(health: Health, language: Language, notes: bool) -> Iterator[str]:
    """What to say of it; `notes` where the project holds what only facilitators may read."""
    words = read_words("doctor", language)
    for name in ("safety", "publish"):
        findings: tuple[Finding, ...] = getattr(health, name)
        if findings:
            yield words["head"][name].format(edition=health.path)
            yield from (f"  {_said(words['found'][one.name], one, health, language)}" for one in findings)
            yield ""
    if notes:
        yield words["head"]["public"]
        yield f"  {words['found']['public']}"
        yield ""
    first = next(iter((*health.safety, *health.publish)), Finding("well"))
    if first.name == "well":
        yield words["found"]["well"].format(edition=health.path)
    yield words["next"].format(step=_said(words["steps"][first.name], first, health, language))


def _said(choice: Any, one: Finding, health: Health, language: Language) -> str:
    names = "; ".join(name[language] for name in one.names)
    values = {"edition": health.path, "count": one.count, "names": names, "says": one.says[language], **one.values}
    return fitting(choice, str(one.count)).format(**values)
