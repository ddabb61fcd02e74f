"""The lines to call of an edition as Markdown: in full on a page, in few words on a pocket card."""

from __future__ import annotations

from collections.abc import Collection

from curriculum.facts import escape
from curriculum.labels import label
from curriculum.model import Edition, Language, Resource

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


def _resource_item(resource: Resource, language: Language) -> str:
    call = label("call", language, how=escape(resource.how[language]), number=_dial(resource))
    languages = resource.languages[language]
    about = f"{escape(resource.hours[language])}. {escape(languages[:1].upper() + languages[1:])}."
    note = f" {escape(resource.note[language])}" if resource.note[language] else ""
    checked = (
        label("checked-on", language, date=resource.checked_on) if resource.confirmed else label("to-confirm", language)
    )
    return f"- **{escape(resource.name[language])}**. {call}. {about}{note} *({checked})*"


def _dial(resource: Resource) -> str:
    """The number as a link that a phone dials."""
    return f"[{resource.number}](tel:{resource.number.replace('-', '')})"
