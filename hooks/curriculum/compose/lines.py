"""Lines that know where they come from, while a page is put together of what its author and the site wrote.

In:  a page, words to put before its line 7, an element to be replaced, excuses, facts
Out: one text in parts, each of whose lines names its file and its line there
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from curriculum.compose.facts import fill
from curriculum.elements.vocabulary import Element, find_elements
from curriculum.read.source import HEADING, kept_lines, text_lines
from curriculum.words.composed import Composed, ComposedPart, Place
from curriculum.words.model import Page

DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:", re.MULTILINE)
"""`[a]: page.md`, which any line of the same text may use."""
EXCUSED, HOLED = "<!-- ", "{{"
"""What every text holds that has an excuse, or a fact, in it."""
WRAPPED = 4
"""Lines over which the braces of a fact may be spread."""


class Line(NamedTuple):
    """A line of what is put together."""

    text: str
    place: Place
    writer: int = 0
    """The author of the page, or a number for each text that was put into it."""


class Insertion(NamedTuple):
    """Lines to put before a line of a page, counted from 1 in its body."""

    before: int
    lines: tuple[Line, ...]


@lru_cache(maxsize=1024)  # a page is put together for each audience, for paper and for books
def lines_of(text: str, path: str, start: int = 1) -> tuple[Line, ...]:
    """The lines of an author's text that starts at this line of a file."""
    return tuple(Line(line, Place(path, number)) for number, line in enumerate(text.split("\n"), start))


def said(text: str, place: Place) -> tuple[Line, ...]:
    """Lines that the site wrote, and the place they are told of."""
    return tuple(Line(line, place) for line in text.split("\n"))


def with_insertions(page: Page, insertions: Iterable[Insertion]) -> list[Line]:
    """The lines of a page with others before some of them, each text between empty lines."""
    lines = [*lines_of(page.body, page.path, page.offset + 1)]
    last_first = sorted(enumerate(insertions, 1), key=lambda item: (item[1].before, item[0]), reverse=True)
    for number, (before, words) in last_first:
        empty = Line("", words[0].place)
        lines[before - 1 : before - 1] = [Line(text, place, number) for text, place, _ in (empty, *words, empty)]
    return lines


def place_of(page: Page, line: int) -> Place:
    """The place of a line of the body in its file; after the last line, that one."""
    return Place(page.path, min(line, page.body.count("\n") + 1) + page.offset)


def with_elements(lines: Sequence[Line], instead: Callable[[str], Callable[[Element], str | None]]) -> list[Line]:
    """The lines with some elements, from their first line to their last, replaced; None leaves one as it is.

    In:  "/// weeks" / "///" with weeks -> "- Week 1"
    Out: "" / "- Week 1" / ""
    """
    made = [*lines]
    body = "\n".join(line.text for line in lines)
    words_for = instead(body)
    for element in reversed(find_elements(body)[0]):
        words = words_for(element) if element.end else None
        if words is not None:
            first = lines[element.line - 1]
            made[element.line - 1 : element.end] = [first._replace(text=text) for text in ("", *words.split("\n"), "")]
    return made


def put_together(lines: Sequence[Line], facts: Mapping[str, str]) -> Composed:
    """The text without excuses and with its facts, in parts that become HTML by themselves."""
    text = "\n".join(line.text for line in lines)
    kept = _without_excuses(lines) if EXCUSED in text else lines
    filled = _filled(kept, facts) if HOLED in text else kept
    starts = [0, *sorted(_starts(filled)), len(filled)] if filled else [0, 0]
    return Composed.of(_part(filled[start:stop]) for start, stop in pairwise(starts))


def _without_excuses(lines: Sequence[Line]) -> list[Line]:
    return [_saying(lines[place], text) for place, text in kept_lines([line.text for line in lines])]


def _saying(line: Line, text: str) -> Line:
    """The same line with another text; most lines stay as they are."""
    return line if line.text == text else Line(text, line.place, line.writer)


def _part(lines: Sequence[Line]) -> ComposedPart:
    return ComposedPart("\n".join(line.text for line in lines), tuple(line.place for line in lines))


def _filled(lines: Sequence[Line], facts: Mapping[str, str]) -> list[Line]:
    """The lines with their facts; where an editor wrapped a line between the braces, the two lines are one."""
    made: list[Line] = []
    open_ones: list[Line] = []
    for line in lines:
        if not open_ones and HOLED not in line.text:
            made.append(line)
            continue
        open_ones.append(line)
        text = "\n".join(one.text for one in open_ones)
        if HOLED not in text.rpartition("}}")[2] or len(open_ones) == WRAPPED or line is lines[-1]:
            texts = fill(text, facts).split("\n")
            made += [_saying(one, filled) for one, filled in zip(open_ones, texts, strict=False)]
            open_ones = []
    return made


def _starts(lines: Sequence[Line]) -> set[int]:
    """Where a part starts: at a heading, and where somebody else wrote, but never in an element.

    The definition of a link holds for the whole text, which stays one part then.
    """
    text = "\n".join(line.text for line in lines)
    if DEFINITION.search(text):
        return set()
    headings = {number - 1 for number, line in text_lines(text) if line.startswith("#") and HEADING.match(line)}
    turns = {place for place, (one, other) in enumerate(pairwise(lines), 1) if one.writer != other.writer}
    held = {place for element in find_elements(text)[0] for place in range(element.line, element.end or len(lines))}
    return (headings | turns) - held - {0}


def headed(title: str, id: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Lines under a heading of their own."""
    return (*said(f"## {title} {{ #{id} }}\n", lines[0].place), *lines)


def apart(texts: Iterable[tuple[Line, ...]]) -> Iterable[Line]:
    """The lines of several texts, with an empty one between them."""
    before: tuple[Line, ...] = ()
    for lines in filter(None, texts):
        yield from (Line("", before[-1].place), *lines) if before else lines
        before = lines
