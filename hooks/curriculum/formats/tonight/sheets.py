"""The page of a week, its notes, the emergencies of the guide and the handouts -> sheets, each one thing to look at.

In:  under one part: "Purpose: …", "**Say**", "> Hello.", "Watch for: …"; on the page: "Look for three things."
Out: a sheet that has "Hello." first, then purpose and notes, then what the group reads
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from curriculum.compose.evening import PAGE_FIRST
from curriculum.compose.notes import SUMMARY
from curriculum.compose.schedule import slots_of
from curriculum.elements.tree import parted
from curriculum.elements.words import words_of
from curriculum.formats.tonight.pieces import jumps_to, plain, written_whole
from curriculum.words.forms import clock
from curriculum.words.labels import label
from curriculum.words.model import Language, Week

BEFORE, AFTER, RUN_SHEET, EMERGENCIES = "before", "after", "run-sheet", "emergencies"
ENDS = ".,;:!? \N{NO-BREAK SPACE}"
OPENING_WORDS = 40
"""Letters of what is to be said, in the link that leads from the notes to it."""


class Sheet(NamedTuple):
    """One thing to look at."""

    id: str
    title: str
    """Plain words."""
    body: str
    """HTML."""
    minutes: int | None = None
    """Of a part of the session."""
    step: bool = False
    """True for what comes one after the other in the evening: before, the parts, after."""


@dataclass(frozen=True)
class Told:
    """What is told of a section: to facilitators, and to everyone."""

    title: str
    notes: tuple[etree.Element, ...] = ()
    page: tuple[etree.Element, ...] = ()


def told_of(page: etree.Element, notes: etree.Element) -> dict[str, Told]:
    """The sections of a page in order, with the note of each; what stands before the first heading has the id "".

    Of the evening in short, which the page says in other words, only what is noted is told.
    """
    noted = _sections(notes)
    none = Told("")
    told = {"": replace(noted[""], notes=noted[""].page, page=())}
    for id, of in [*_sections(page).items()][1:]:
        note = noted.get(id, none)
        own = id == SUMMARY and note.page
        told[id] = Told(note.title if own else of.title, note.page, () if own else of.page)
    return told


def _sections(tree: etree.Element) -> dict[str, Told]:
    """What stands below each second heading of an article, by its id; the words before the first one have the id ""."""
    opening, *parts = parted(tree, "h2")
    below = tuple(child for child in opening if child.tag != "h1")
    found = {part[0].get("id", ""): Told(words_of(part[0]), page=tuple(part[1:])) for part in parts}
    return {"": Told("", page=below)} | found


def evening_sheets(week: Week, told: Mapping[str, Told], language: Language) -> list[Sheet]:
    """Before, each part, and after; other sections come along where facilitators have a note for them."""
    groups = grouped(week.parts, told)
    sheets = [Sheet(BEFORE, label("tonight-before", language), _around(groups[""], told, language), step=True)]
    for slot in slots_of(week, "0:00"):
        body = "".join(_told(id, told[id], language, own=id == slot.part) for id in groups[slot.part])
        sheets.append(Sheet(slot.part, told[slot.part].title, body, slot.minutes, step=True))
    after = groups[AFTER]
    if after:
        sheets.append(Sheet(AFTER, label("tonight-after", language), _around(after, told, language), step=True))
    return sheets


def grouped(parts: Iterable[str], told: Mapping[str, Told]) -> dict[str, list[str]]:
    """The sections that are shown, by the part they go with: "" before the first one, `after` behind the last.

    In:  parts a and b; sections "", x, a, y, b, z, all with notes
    Out: {"": ["", "x"], "a": ["a", "y"], "b": ["b"], "after": ["z"]}
    """
    order = [*parts]
    groups: dict[str, list[str]] = {name: [] for name in ("", *order, AFTER)}
    group = ""
    for id, of in told.items():
        if id in groups and id != "":
            group = id
        elif group == order[-1] and of.notes:
            group = AFTER
        if id in order or of.notes:
            groups[group].append(id)
    return groups


def _around(ids: Iterable[str], told: Mapping[str, Told], language: Language) -> str:
    """The words said at the door come first, and what there is to prepare last; each is one tap away."""
    order = sorted(ids, key="".__eq__)
    ways = [(f"#{id or f'{BEFORE}-notes'}", told[id].title or label("tonight-prepare", language)) for id in order]
    jumps = jumps_to(ways) if len(ways) > 1 else ""
    return jumps + "".join(_told(id, told[id], language, own=not id) for id in order)


def _told(id: str, told: Told, language: Language, own: bool) -> str:
    """What is told of a section: words to say first, then notes, then what the group reads, which opens some parts."""
    name = id or BEFORE
    say, rest = said_and_noted(told.notes, name, language)
    title = "" if own else f'<h3 id="{id}">{plain(told.title)}</h3>\n'
    head = label("tonight-notes", language) if id else ""
    notes = _block(f"{name}-notes", head, rest, "told")
    page = _block(f"{name}-page", label("tonight-page", language), told.page, "read")
    is_first = own and id in PAGE_FIRST and page
    ways = [(f"{name}-say-1", "tonight-say")] if is_first and say else []
    ways += [(f"{name}-notes", "tonight-notes")] if notes and page else []
    ways += [(f"{name}-page", "tonight-page")] if notes and page and not is_first else []
    jumps = jumps_to((f"#{to}", label(words, language)) for to, words in ways) if ways else ""
    return "".join([title, jumps, page, *say, notes] if is_first else [title, *say, jumps, notes, page])


def _block(id: str, title: str, elements: Iterable[etree.Element], kind: str) -> str:
    body, head = "".join(map(written_whole, elements)), f"<h3>{title}</h3>\n" if title else ""
    return f'<section id="{id}" class="{kind}">\n{head}{body}</section>\n' if body else ""


def said_and_noted(
    notes: Iterable[etree.Element], name: str, language: Language
) -> tuple[list[str], list[etree.Element]]:
    """Words to say, as HTML; and the notes without them, with a link at each place that they were taken from."""
    groups: list[list[etree.Element]] = []
    rest: list[etree.Element | int] = []
    is_open = False
    for block in notes:
        if _leads_to_words(block, label("tonight-say", language)):
            is_open = True
            rest.append(len(groups))
            groups.append([block])
        elif is_open and block.tag == "blockquote":
            groups[-1].append(block)
        else:
            is_open = False
            rest.append(block)
    say = [
        f'<section id="{name}-say-{number}" class="say">\n{"".join(map(written_whole, group))}</section>\n'
        for number, group in enumerate(groups, 1)
    ]
    noted = [_pointer(f"{name}-say-{b + 1}", groups[b][1:], language) if isinstance(b, int) else b for b in rest]
    return say, noted


def _leads_to_words(block: etree.Element, say: str) -> bool:
    first = block[0] if block.tag == "p" and len(block) and not (block.text or "").strip() else None
    return first is not None and first.tag == "strong" and words_of(first) == say


def _pointer(to: str, said: Iterable[etree.Element], language: Language) -> etree.Element:
    """`Say: “Turn to somebody. One minute each…”`, a link to these words."""
    words = " ".join(map(words_of, said))
    short = words if len(words) <= OPENING_WORDS else words[:OPENING_WORDS].rsplit(" ", 1)[0]
    line = etree.Element("p", {"class": "jumps"})
    etree.SubElement(line, "a", {"href": f"#{to}"}).text = label("tonight-said", language, words=short.rstrip(ENDS))
    return line


def run_sheet_table(week: Week, sheets: Iterable[Sheet], start: str, language: Language) -> str:
    """The parts in order, each a link to its sheet: when it starts, and how long it lasts."""
    rows = []
    for slot, sheet in zip(slots_of(week, start), (s for s in sheets if s.minutes is not None), strict=True):
        link = f'<a href="#{sheet.id}">{plain(sheet.title)}</a>'
        rows.append(f"<tr><td>{clock(slot.start, language)}</td><td>{link}</td><td>{slot.minutes}</td></tr>")
    last = slots_of(week, start)[-1]
    end, whole = clock(last.start + last.minutes, language), sum(week.parts.values())
    rows.append(f"<tr><td>{end}</td><td>{label('run-end', language)}</td><td>{whole}</td></tr>")
    head = "".join(f"<th>{label(name, language)}</th>" for name in ("tonight-time", "run-part", "run-minutes"))
    body = "\n".join(rows)
    return f'<table data-is="rows">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n'
