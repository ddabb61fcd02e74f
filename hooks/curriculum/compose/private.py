"""What only facilitators know of their place: who is on call, the room, the kit.

In:  `on-call: {name: "Robin", number: "250-555-0142"}` in `facilitator.yml`; in a note `Phone {{ on-call }}.`
Out: `Phone Robin · [250-555-0142](tel:2505550142).`; while nobody knows, on a screen `Phone to be confirmed by the
     organisation.`, on paper `Phone name ____ number ____.`
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from curriculum.compose.calls import dial
from curriculum.compose.facts import HOLE, Markdown, escape
from curriculum.words.dotted import dotted
from curriculum.words.forms import colon, day_in_words
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Language

ROWS: Mapping[str, tuple[str, ...]] = {
    "on-call": ("on-call.name", "on-call.number"),
    "support": ("support.name", "support.number"),
    "room": ("room.where", "room.key"),
    "exits": ("room.exits",),
    "address": ("room.address",),
    "naloxone": ("naloxone.where", "naloxone.trained", "naloxone.practised"),
    "child": ("child.number",),
}
"""What stands together, and the values of `facilitator.yml` in it. Each of both is a fact to ask for."""
NAMES = frozenset((*ROWS, *(value for values in ROWS.values() for value in values)))
UNCLEAR = ("key", "trained", "practised")
"""Values that do not say by themselves what they are."""
BLANK = "____"
NOWHERE: Mapping[str, str] = MappingProxyType({})
AskedElsewhere = Mapping[str, str]
"""Values that have a line to write on in another place of the same paper, and what leads there."""


class PrivateRow(NamedTuple):
    """One row of the block at the top of a run sheet."""

    id: str
    """Of `ROWS`."""
    name: str
    """What it is, in words: `On-call supervisor`."""
    value: str | None
    """As Markdown; None while nothing of it is known."""


def rows_of(
    curriculum: Curriculum, language: Language, *, on_paper: bool = False, asked: AskedElsewhere = NOWHERE
) -> tuple[PrivateRow, ...]:
    """The people and the place of an evening, in order, without what is not known and `asked` for elsewhere.

    Of a row that is known in part, the value also says what is not: `to be confirmed by the organisation`, or a line to
    write on.
    """
    rows = []
    for id, names in ROWS.items():
        known = [name for name in names if _value(name, curriculum, language)]
        here = [name for name in names if name in known or name not in asked]
        shown = [_shown(name, curriculum, language, on_paper, alone=not known) for name in here] if known else []
        if here:
            rows.append(PrivateRow(id, label(f"private-{id}", language), dotted(shown) or None))
    return tuple(rows)


def people_and_place(
    curriculum: Curriculum,
    language: Language,
    *,
    on_paper: bool,
    ids: Collection[str] = tuple(ROWS),
    asked: AskedElsewhere = NOWHERE,
) -> str:
    """The block, or these rows of it, as a list.

    On paper with lines to write on, but for what is `asked` elsewhere in it, which is named: nobody writes a number
    twice. On a screen, what is unknown in one sentence at its end.
    """
    rows = rows_of(curriculum, language, on_paper=on_paper, asked=asked)
    blanks = {id: _blanks([name for name in names if name not in asked], language) for id, names in ROWS.items()}
    shown = [(r.name, r.value or (blanks[r.id] if on_paper else "")) for r in rows if r.id in ids]
    items = "\n".join(f"- **{name}{colon(language)}** {value}" for name, value in shown if value)
    unknown = ", ".join(_small(name) for name, value in shown if not value)
    confirm = label("to-confirm", language)
    doubt = f"*{confirm[:1].upper()}{confirm[1:]}{colon(language)} {unknown}.*" if unknown else ""
    away = _asked_elsewhere(curriculum, language, asked)
    more = label("private-asked", language, rows=dotted(away)) if away else ""
    return "\n\n".join(filter(None, (f"**{label('private', language)}**", items, more, doubt)))


def _asked_elsewhere(curriculum: Curriculum, language: Language, asked: AskedElsewhere) -> list[str]:
    """A link to the line to write on of each row that has one elsewhere: `[Naloxone](../protocol.md#not-waking)`."""
    found = []
    for id, names in ROWS.items():
        missing = [name for name in names if name in asked and not _value(name, curriculum, language)]
        found += [f"[{_small(label(f'private-{id}', language))}]({asked[missing[0]]})"] if missing else []
    return found


def asked_in(text: str, address: str) -> AskedElsewhere:
    """The values that a text of facilitators asks for, each with the address of that text.

    In:  "Phone {{ on-call }}.", `protocol.md#step-4`
    Out: {"on-call.name": "protocol.md#step-4", "on-call.number": "protocol.md#step-4"}
    """
    names = [name for asked in HOLE.findall(text) for name in ROWS.get(asked, (asked,))]
    return {name: address for name in names if name in NAMES}


def private_facts(
    curriculum: Curriculum, language: Language, *, on_paper: bool, asked: AskedElsewhere = NOWHERE
) -> Mapping[str, str]:
    """What stands in place of each name in a note or a page of facilitators.

    What is not known, and `asked` elsewhere in the same paper, is a link to the line to write on; on a screen, the word
    that it is on paper.
    """
    found = {name: _shown(name, curriculum, language, on_paper, alone=True) for name in NAMES - ROWS.keys()}
    for row in rows_of(curriculum, language, on_paper=on_paper):
        blanks = _blanks(ROWS[row.id], language) if on_paper else label("to-confirm", language)
        found[row.id] = row.value or blanks
        missing = [name for name in ROWS[row.id] if name in asked and not _value(name, curriculum, language)]
        there = {name: label("private-there", language, address=asked[name]) for name in missing}
        there = there if on_paper else dict.fromkeys(missing, label("private-paper", language))
        found |= there | ({row.id: there[missing[0]]} if missing else {})
    return {name: Markdown(words) for name, words in found.items()}


def _shown(name: str, curriculum: Curriculum, language: Language, on_paper: bool, alone: bool) -> str:
    """A value, or what stands in its place; one that is not `alone` says what it is where that is not clear."""
    words, kind = _value(name, curriculum, language), name.rpartition(".")[2]
    said = f"{_small(label(f'private-{kind}', language))}{colon(language)} "
    if words:
        return words if alone or kind not in UNCLEAR else said + words
    if on_paper:
        return _blank(kind, language)
    return ("" if alone else said) + label("to-confirm", language)


def _value(name: str, curriculum: Curriculum, language: Language) -> str:
    """As Markdown; "" while it is not known. A child is reported to the edition’s own line, where no other is named."""
    edition = curriculum.edition
    words = edition.private[name][language].strip() if name in edition.private else ""
    if name == "child.number" and not words:
        lines = [line for line in edition.resources if "child" in line.groups]
        doubt = "" if all(line.confirmed for line in lines) else f" ({label('to-confirm', language)})"
        return ", ".join(dial(line.number) for line in lines) + doubt
    if name.endswith(".number"):
        return dial(words) if words else ""
    return escape(day_in_words(words, language) if words and name == "naloxone.practised" else words)


def _blanks(names: Sequence[str], language: Language) -> str:
    """Lines to write on, each behind its name; two for a row that holds one thing, which may be long."""
    kinds = [name.rpartition(".")[2] for name in names]
    return " ".join(_blank(kind, language) for kind in kinds) if len(kinds) > 1 else f"{BLANK} {BLANK}"


def _blank(kind: str, language: Language) -> str:
    """The name stays on the line of its blank."""
    return f"{_small(label(f'private-{kind}', language))}\N{NO-BREAK SPACE}{BLANK}"


def _small(words: str) -> str:
    """Words as they stand within a sentence."""
    return words[:1].lower() + words[1:]
