"""Numbers of stories in lines to call: nobody answers them, so an edition that has one is a draft and does not go out.

In:  a line with `number: 902-555-0142`, another whose note says “By text: 902-555-0143”
Out: the first with “902-555-0142”, the other with “902-555-0143”
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from unicodedata import decimal

from curriculum.words.model import Edition, Resource

BETWEEN = r"(?:[^\w\n,;/]|_|&#?\w{1,8};|</?\w[^<>\n]{0,80}>)"
"""What may stand between two groups of the digits of a number: `-`, ` – `, `&nbsp;`, `**`, `</b>`."""
SOME, ANY = f"{BETWEEN}{{1,6}}", f"{BETWEEN}{{0,6}}"
MADE_UP = re.compile(rf"(?<!\d)(?:[\d-]{{1,8}}-|1?\d{{3}})?555(?:01\d\d|{SOME}01{ANY}\d{ANY}\d)(?!-?\d)")
"""Numbers that are kept for stories, in North America: nobody has one."""
FOREIGN = re.compile(r"\+[2-9]\d\W{0,3}$")
"""What stands right before a number of another part of the world."""
BEFORE = 6
"""Signs that it may have."""


@lru_cache(4)  # each page and each paper of a course asks
def made_up_lines(lines: tuple[Resource, ...]) -> tuple[tuple[Resource, str], ...]:
    """The lines to call that nobody answers, each with such a number: its own, or one in what is said of it."""
    found = ((line, next(filter(None, map(made_up, _said_of(line))), "")) for line in lines)
    return tuple((line, number) for line, number in found if number)


def made_up_private(edition: Edition) -> dict[str, str]:
    """What only facilitators have that holds such a number, by its name; nothing for participants."""
    return {name: number for name, text in edition.private.items() if (number := made_up(text.plain))}


def made_up_in(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The first such number in each line of a text, with the number of the line."""
    return ((at, number) for at, line in lines if (number := made_up(line)))


def made_up(text: str) -> str:
    """The first such number in a text, as it stands there, with digits of any writing; "" where there is none."""
    plain = text if text.isascii() else "".join(str(decimal(sign)) if sign.isdecimal() else sign for sign in text)
    found = (
        one.span()
        for one in MADE_UP.finditer(plain)
        if not FOREIGN.search(plain, max(0, one.start() - BEFORE), one.start())
    )
    return next((text[start:end] for start, end in found), "")


def _said_of(line: Resource) -> Iterator[str]:
    """All that pages say of a line, in every language."""
    yield line.number
    for text in (line.name, line.short, line.how, line.hours, line.languages, line.note, line.cost):
        yield from (text.plain, *text.words.values())
