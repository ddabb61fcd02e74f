"""Lines to call whose check is missing or too old -> a sheet to print and to write on, in plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import date
from typing import Any

from curriculum.read.resources import COUNTRY
from curriculum.words.forms import day_in_words
from curriculum.words.labels import read_words
from curriculum.words.model import EMERGENCIES, Edition, Language, Resource

WIDE = 76
"""Letters in a line: what fits A4 and Letter in the typeface of a plain text editor."""
NEVER = "911"
"""The number that is never called to check it."""


def is_due(line: Resource, today: date) -> bool:
    """True for a line that nobody checked, or not lately enough."""
    return line.due is None or line.due < today


def due_lines(edition: Edition, today: date) -> list[Resource]:
    """All such lines, those for an emergency first."""
    due = [line for line in edition.resources if is_due(line, today)]
    return sorted(due, key=lambda line: not is_urgent(line))


def is_urgent(line: Resource) -> bool:
    """True for a line that somebody calls when a life may be in danger."""
    return bool({*line.groups} & EMERGENCIES)


def sheet_of(edition: Edition, today: date, language: Language) -> str:
    """The sheet: for each line its number, what is said of it, what to ask, and space to write."""
    words, due = read_words("doctor", language)["sheet"], due_lines(edition, today)
    if not due and not edition.to_confirm:
        return _wrapped(words["none"].format(edition=edition.path))
    day = day_in_words(today.isoformat(), language)
    parts = [_wrapped(words["title"].format(edition=edition.path, day=day)), _wrapped(words["how"])]
    parts += ["\n".join(_entry(n, line, edition, language)) for n, line in enumerate(due, 1)]
    for name in sorted(edition.to_confirm):
        said = edition.facts[name][language] if name in edition.facts else ""
        parts.append(f"{_wrapped(words['fact'].format(name=name, says=said))}\n   {_blanks(words, ('date', 'name'))}")
    return "\n\n".join(parts) + "\n"


def _entry(number: int, line: Resource, edition: Edition, language: Language) -> Iterator[str]:
    words = read_words("doctor", language)["sheet"]
    yield _wrapped(f"{number}. {line.name[language]}", "   ").removeprefix("   ")
    yield f"   {line.number}"
    if "".join(filter(str.isdigit, line.number)) == NEVER:
        yield _wrapped(words["never"].format(source=line.source), "   ")
    else:
        said = {"hours": line.hours[language], "languages": line.languages[language]}
        yield _wrapped(words["before"].format(**said), "   ")
        yield _wrapped(_checked(words, line, language), "   ")
        yield _wrapped(words["ask"], "   ")
        yield f"   {_blanks(words, ('hours',))}"
        yield f"   {_blanks(words, ('languages', 'cost'))}"
        yield f"   {words['police']}"
    yield f"   {_blanks(words, ('date', 'name'))}"
    own = edition.call_lines.get(line.id)
    place = f"{edition.path}/resources.yml:{own}" if own else f"{COUNTRY} ({line.id})"
    yield _wrapped(words["place"].format(place=place), "   ")


def _checked(words: Any, line: Resource, language: Language) -> str:
    if line.due is None:
        return str(words["unchecked"].format(source=line.source))
    days = (day_in_words(day, language) for day in (line.checked_on, line.due.isoformat()))
    return str(words["checked"].format(**dict(zip(("day", "due"), days, strict=True))))


def _blanks(words: Any, names: tuple[str, ...]) -> str:
    """Lines to write on, that share what the labels leave of a row.

    In:  ("date", "name")
    Out: "Date ________________  Who called, who answered ________________"
    """
    labels = [words[name] for name in names]
    free = (WIDE - 3 - sum(len(label) + 1 for label in labels) - 2 * (len(labels) - 1)) // len(labels)
    return "  ".join(f"{label} {'_' * free}" for label in labels)


def _wrapped(text: str, before: str = "") -> str:
    return textwrap.fill(text.strip(), WIDE, initial_indent=before, subsequent_indent=before, break_on_hyphens=False)
