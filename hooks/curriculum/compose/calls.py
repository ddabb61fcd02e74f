"""The lines to call of an edition as Markdown: in full on a page, in few words on a pocket card."""

from __future__ import annotations

from collections.abc import Collection

from curriculum.compose.facts import escape
from curriculum.words.forms import day_in_words
from curriculum.words.labels import label
from curriculum.words.model import Edition, Language, Resource

UNSURE = "\\*"
"""After a number nobody has confirmed; what it means stands under the list."""


def resource_list(group: str, edition: Edition, language: Language) -> str:
    """The lines to call of one group; a number nobody has confirmed says so."""
    return "\n".join(_resource_item(r, language) for r in edition.resources if group in r.groups)


def resource_card(group: str, before: Collection[str], edition: Edition, language: Language) -> str:
    """The lines of one group for a face of a card: number and short name.

    A line that stands in a group shown `before`, on another face, is not repeated, unless the face would be empty.
    """
    every = [r for r in edition.resources if group in r.groups]
    lines = [r for r in every if not set(before) & set(r.groups)] or every
    items = "\n".join(
        f"- **{_dial(resource)}** {escape(resource.short[language])}{'' if resource.confirmed else UNSURE}"
        for resource in lines
    )
    unsure = any(not resource.confirmed for resource in lines)
    return f"{items}\n\n{UNSURE} {label('to-confirm', language)}" if unsure else items


def support_line(edition: Edition, language: Language) -> str:
    """Somebody to talk to, in one sentence: the first line to talk that also answers when it is urgent, or the first.

    Never only the first urgent one: where that is the emergency services, the police may come with them.
    """
    lines = [resource for resource in edition.resources if "talk" in resource.groups]
    line = next((resource for resource in lines if "urgent" in resource.groups), lines[0])
    return f"{label('support', language)} {_number_and_name(line, language)} *({_checked(line, language)})*"


def _resource_item(resource: Resource, language: Language) -> str:
    languages = resource.languages[language]
    about = f"{escape(resource.hours[language])}. {escape(languages[:1].upper() + languages[1:])}."
    note = f" {escape(resource.note[language])}" if resource.note[language] else ""
    return f"- {_number_and_name(resource, language)} {about}{note} *({_checked(resource, language)})*"


def _number_and_name(resource: Resource, language: Language) -> str:
    call = label("call", language, how=escape(resource.how[language]), number=_dial(resource))
    return f"**{escape(resource.name[language])}**. {call}."


def _checked(resource: Resource, language: Language) -> str:
    if resource.confirmed:
        return label("checked-on", language, date=day_in_words(resource.checked_on, language))
    return label("to-confirm", language)


def _dial(resource: Resource) -> str:
    """The number as a link that a phone dials."""
    return f"[{resource.number}](tel:{resource.number.replace('-', '')})"
