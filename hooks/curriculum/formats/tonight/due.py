"""Under the title of a part, what to drop in it when we are late: the words of the notes, beside the minutes that stay.

In:  a check-in of 10 minutes, a plan that takes 5 from it, and in the notes "- `check-in`: half a minute each."
Out: "15 minutes late, 5 minutes here instead of 10: half a minute each."
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from curriculum.compose.late import late_items
from curriculum.elements.vocabulary import find_elements
from curriculum.formats.tonight.pieces import written_whole
from curriculum.formats.tonight.sheets import Sheet
from curriculum.words.forms import colon
from curriculum.words.labels import label
from curriculum.words.model import Language, Page, Week


class Drop(NamedTuple):
    """What an author says to do with one part by one plan."""

    part: str
    late: int
    """Minutes."""
    words: str
    """Markdown, in one line."""


def drops_of(note: Page, week: Week) -> Iterator[Drop]:
    """Every line of a plan of this week, in the order of its author."""
    for element in find_elements(note.body)[0]:
        if element.name == "late" and element.argument in map(str, week.late):
            for item in late_items(note.body, element):
                yield Drop(item.part, int(element.argument), item.words)


def list_of(drops: Iterable[Drop]) -> str:
    """The words as Markdown: an item for each."""
    return "\n".join(f"- {drop.words}" for drop in drops)


def with_due(
    steps: Iterable[Sheet], drops: tuple[Drop, ...], items: Iterable[etree.Element], week: Week, language: Language
) -> list[Sheet]:
    """The sheets, each with what to drop in it before all else; `items` are the words, in the order of `drops`."""
    said = dict(zip(drops, items, strict=True))
    return [step._replace(body=due_block(step.id, said, week, language) + step.body) for step in steps]


def due_block(part: str, drops: Mapping[Drop, etree.Element], week: Week, language: Language) -> str:
    """What stands under the title of a part, as HTML; "" for one that no plan changes.

    Without a script both plans are there, as in the notes; with it, the one that is in use.
    """
    own = [(drop, item) for drop, item in drops.items() if drop.part == part and drop.late in week.late]
    said = [written_whole(_said(drop, item, week, language)) for drop, item in own]
    other = f"<p>{label('tonight-due-rest', language)}</p>\n"
    return f'<div data-due="">\n{"".join(said)}{other}</div>\n' if said else ""


def _said(drop: Drop, item: etree.Element, week: Week, language: Language) -> etree.Element:
    minutes, before = week.parts_when(drop.late).get(drop.part, 0), week.parts[drop.part]
    lead = etree.Element("strong")
    lead.text = label(
        "tonight-due",
        language,
        count=minutes,
        minutes=label("tonight-minutes", language, count=minutes),
        before=before,
        late=label("tonight-minutes", language, count=drop.late),
    )
    line = etree.Element("p", {"data-plan": str(drop.late)})
    lead.tail = f"{colon(language)} {item.text or ''}"
    line.append(lead)
    line.extend(item)
    return line
