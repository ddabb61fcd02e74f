"""The lines to call of an edition as Markdown: in full on a page, in few words on a pocket card."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from curriculum.compose.facts import escape
from curriculum.words.forms import day_in_words
from curriculum.words.labels import label
from curriculum.words.model import Edition, Language, Resource


def resource_list(group: str, edition: Edition, language: Language) -> str:
    """The lines to call of one group, and below them which were checked, when, and which not; "" where it has none."""
    lines = [resource for resource in edition.resources if group in resource.groups]
    items = "\n".join(_resource_item(resource, edition, language) for resource in lines)
    return f"{items}\n\n*{' '.join([checked(lines, language), *_ages(lines, language)])}*" if lines else ""


def resource_cards(groups: Sequence[str], edition: Edition, language: Language) -> list[str]:
    """The lines of each group for the faces of one card: number and short name.

    A line that stands on a face before is not repeated, unless the face would be empty. What was checked is said once,
    on the last face, of all of them.
    """
    faces: list[list[Resource]] = []
    for place, group in enumerate(groups):
        every = [r for r in edition.resources if group in r.groups]
        faces.append([r for r in every if not {*groups[:place]} & {*r.groups}] or every)
    said = ["\n".join(f"- **{dial(line.number)}** {escape(line.short[language])}" for line in lines) for lines in faces]
    shown = {line.id: line for lines in faces for line in lines}
    return [*said[:-1], f"{said[-1]}\n\n{checked_on_card([*shown.values()], language)}"]


def support_line(groups: Collection[str], edition: Edition, language: Language) -> str:
    """Somebody to talk to, in one sentence: the first line to talk that also answers when it is urgent, or the first.

    Never only the first urgent one: where that is the emergency services, the police may come with them. Whether it
    was checked is said here only where the page has no list of one of its `groups`, which says it.
    """
    lines = [resource for resource in edition.resources if "talk" in resource.groups]
    line = next((resource for resource in lines if "urgent" in resource.groups), lines[0])
    doubt = "" if {*groups} & {*line.groups} else f" *({checked([line], language).rstrip('.')})*"
    return f"{label('support', language)} {_number_and_name(line, language)}{doubt}"


def checked(lines: Sequence[Resource], language: Language) -> str:
    """Which of these lines were called to check them, on which day, and that the others were not, in one breath.

    In:  two lines, one of them checked
    Out: "Checked on 22 November 2026: Emergency. The other one: to be confirmed by the organisation."
    """
    days = _days(lines)
    others = days.pop("", [])
    confirm = label("to-confirm", language)
    if not days:
        return label("calls-unchecked", language, confirm=confirm, count=len(others))
    if not others and len(days) == 1:
        return label("calls-checked", language, date=day_in_words(min(days), language))
    said = [
        label("calls-checked-of", language, date=day_in_words(day, language), names=_names(days[day], language))
        for day in sorted(days)
    ]
    return " ".join([*said, *([label("calls-others", language, confirm=confirm, count=len(others))] if others else [])])


def _ages(lines: Sequence[Resource], language: Language) -> Iterator[str]:
    """From which day a page that is still open, or a sheet from a drawer, is too old to be believed.

    Out: "After 22 May 2027, a number here may have changed."
    """
    days = [line.due for line in lines if line.due]
    if days:
        yield label("calls-ages", language, date=day_in_words(min(days).isoformat(), language))


def checked_on_card(lines: Sequence[Resource], language: Language) -> str:
    """The same in the room of a card: only the fewest lines have their names, and of several days one is told.

    That is the earliest day of what was checked; where most was not, the latest, on which it still was not.
    """
    days = _days(lines)
    others = days.pop("", [])
    done = [line for same_day in days.values() for line in same_day]
    if not done or not others:
        return checked([line if not done else replace(line, checked_on=min(days)) for line in lines], language)
    exceptions = _names(min(done, others, key=len), language)
    few = len(done) <= len(others)
    date = day_in_words(max(days) if few else min(days), language)
    name = "calls-mostly-unchecked" if few else "calls-mostly-checked"
    return label(name, language, date=date, confirm=label("to-confirm", language), names=exceptions)


def _days(lines: Sequence[Resource]) -> dict[str, list[Resource]]:
    """The lines by the day on which they were checked; those that nobody checked under ""."""
    days: dict[str, list[Resource]] = {}
    for line in lines:
        days.setdefault(line.checked_on if line.confirmed else "", []).append(line)
    return days


def _names(lines: Sequence[Resource], language: Language) -> str:
    return escape(", ".join(line.short[language] for line in lines))


def _resource_item(resource: Resource, edition: Edition, language: Language) -> str:
    languages = resource.languages[language]
    about = f"{escape(resource.hours[language])}. {escape(languages[:1].upper() + languages[1:])}."
    note = f" {escape(resource.note[language])}" if resource.note[language] else ""
    more = "".join(f" {said}" for said in _more(resource, edition, language))
    return f"- {_number_and_name(resource, language)} {about}{note}{more}"


def _more(resource: Resource, edition: Edition, language: Language) -> Iterator[str]:
    """What its edition also knows of a line: the cost, the police, whom to call when nobody answers."""
    if resource.cost[language]:
        yield label("line-cost", language, cost=escape(resource.cost[language]))
    if resource.calls_police:
        yield label(f"line-police-{resource.calls_police}", language)
    other = next((line for line in edition.resources if line.id == resource.fallback), None)
    if other:
        yield label("line-fallback", language, line=_number_and_name(other, language))


def _number_and_name(resource: Resource, language: Language) -> str:
    call = label("call", language, how=escape(resource.how[language]), number=dial(resource.number))
    return f"**{escape(resource.name[language])}**. {call}."


def dial(number: str) -> str:
    """A number as a link that a phone dials."""
    return f"[{number}](tel:{number.replace('-', '')})"
