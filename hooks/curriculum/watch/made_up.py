"""Numbers of stories in lines to call: nobody answers them, so an edition that has one is a draft and does not go out.

In:  a line with `number: 902-555-0142`, another whose note says “By text: 902-555-0143”
Out: the first with “902-555-0142”, the other with “902-555-0143”
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from curriculum.words.model import Edition, Resource

BETWEEN = r"[^\w\n]{0,3}"
"""What may stand between two groups of the digits of a number: `-`, `.`, ` – `, nothing."""
MADE_UP = re.compile(rf"(?<!\d)(?:[\d-]*-|1?\d{{3}})?555{BETWEEN}01{BETWEEN}\d{BETWEEN}\d(?!\d)")
"""Numbers that are kept for stories, in North America: nobody has one."""


@lru_cache(4)  # each page and each paper of a course asks
def made_up_lines(lines: tuple[Resource, ...]) -> tuple[tuple[Resource, str], ...]:
    """The lines to call that nobody answers, each with such a number: its own, or one in what is said of it."""
    found = ((line, next(filter(None, map(MADE_UP.search, _said_of(line))), None)) for line in lines)
    return tuple((line, match[0]) for line, match in found if match)


def made_up_private(edition: Edition) -> dict[str, str]:
    """What only facilitators have that holds such a number, by its name; nothing for participants."""
    return {name: match[0] for name, text in edition.private.items() if (match := MADE_UP.search(text.plain))}


def made_up_in(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The first such number in each line of a text, with the number of the line."""
    found = ((number, MADE_UP.search(line)) for number, line in lines)
    return ((number, match[0]) for number, match in found if match)


def _said_of(line: Resource) -> Iterator[str]:
    """All that pages say of a line, in every language."""
    yield line.number
    for text in (line.name, line.short, line.how, line.hours, line.languages, line.note, line.cost):
        yield from (text.plain, *text.words.values())
