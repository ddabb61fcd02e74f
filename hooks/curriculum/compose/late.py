"""What to drop when one starts late: an author's words, with the title of each part and the minutes that it keeps.

In:  "/// late | 15" / "- `check-in`: one word each." / "///"; a check-in of 10 minutes, and a plan that takes 5 from it
Out: "**If you start 15 minutes late**" / "- **Check-in**, 5 minutes: one word each." / "The rest keeps its time."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from curriculum.elements.vocabulary import Element
from curriculum.words.forms import colon
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Page, Week

ITEM = re.compile(r"[-*+] +`([\w-]+)`\s*: *(\S.*)")


class LateItem(NamedTuple):
    """What to do with one part."""

    part: str
    """The id of the part; "" for a line that names none."""
    words: str
    line: int
    """Counted from 1 in the body of the note."""


def late_items(body: str, element: Element) -> tuple[LateItem, ...]:
    """The items of a plan in the order of its author; one goes on over lines that are indented."""
    items: list[LateItem] = []
    for line, text in _inside(body, element):
        if item := ITEM.match(text):
            items.append(LateItem(item[1], item[2].strip(), line))
        elif items and text.startswith("  "):
            items[-1] = items[-1]._replace(words=f"{items[-1].words} {text.strip()}")
        elif text.strip():
            items.append(LateItem("", text.strip(), line))
    return tuple(items)


def _inside(body: str, element: Element) -> Iterator[tuple[int, str]]:
    yield from enumerate(body.split("\n")[element.line : max(element.line, element.end - 1)], element.line + 1)


def late_words(
    body: str, element: Element, page: Page, curriculum: Curriculum, *, as_heading: bool = False
) -> str | None:
    """The plan in words, under a title that a page can be named of when it is a heading.

    None where there is no such plan, which is a mistake told elsewhere.
    """
    week = curriculum.arc.session_at(page.uri)
    if week is None or element.argument not in map(str, week.late):
        return None
    titles = {section.id: section.title for section in curriculum.pages.get((page.language, page.uri), page).sections}
    items = [
        f"- {_title(titles.get(item.part, item.part), item, week, int(element.argument), page)} {item.words}"
        for item in late_items(body, element)
    ]
    title = label("late-head", page.language, minutes=element.argument)
    head = f"### {title} {{ #{late_id(element.argument)} }}" if as_heading else f"**{title}**"
    return "\n\n".join([head, "\n".join(items), label("late-rest", page.language)])


def late_id(minutes: str) -> str:
    """The id of a plan where it has one: `late-15`."""
    return f"late-{minutes}"


def _title(title: str, item: LateItem, week: Week, late: int, page: Page) -> str:
    """`**Check-in**, 5 minutes:`; of a part that is left out altogether, that it is."""
    minutes = week.parts_when(late).get(item.part, 0)
    kept = label("late-minutes" if minutes else "late-none", page.language, count=minutes)
    return f"**{title}**, {kept}{colon(page.language)}"
