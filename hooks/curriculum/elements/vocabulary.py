"""The elements an author may write, found in the text with their lines.

    /// lines | 4        name `lines`, argument `4`
    ///                  its end: as many slashes, alone on the line

`elements` turns them into HTML; here they are only found, so that a slip is a problem, not slashes on paper.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from curriculum.pictures.model import COUNTS
from curriculum.read.source import text_lines
from curriculum.words.model import Term, Words

SLASH = "///"
"""What every line of an element holds."""
START = re.compile(r"^[ \t]*(/{3,})[ \t]*([\w-]+)[ \t]*(?:\|[ \t]*(.*?)[ \t]*)?$")
END = re.compile(r"^[ \t]*(/{3,})[ \t]*$")
SLASHES = re.compile(r"^[ \t]*(?:(?:>|[-*+]|\d+\.)[ \t]*)*/{3}")
"""What looks like an element; in a quotation or on the line of an item it would show as slashes."""
MAX_LINES = 24
"""What a Letter page holds at 9 mm each."""
NOTHING = Term("nothing-open")


EMPTY = ("lines", "resources", "steps", "weeks", "load", "outcomes", "downloads", "search", "discreet")
"""Elements that stand for something else: words inside them would vanish."""
AROUND = ("keep", "card", "box", "signature", "late")
"""Elements that are drawn around what stands inside them."""
CALLS = "resources"
"""The element that stands for lines to call."""
ONLY_ON_SITES = {"downloads", "search"}
"""Elements that list what a site holds: their page goes into no book."""


@dataclass(frozen=True)
class Element:
    """One element of a page; `end` is the line of its closing slashes, 0 when there is none."""

    name: str
    argument: str
    line: int
    end: int = 0


class Slip(NamedTuple):
    """A line of slashes that does not fit, and the rule and values that say so."""

    line: int
    rule: str
    values: dict[str, Words]


@dataclass(frozen=True)
class Rule:
    """What an element may hold after its bar, and where it may stand."""

    accepts: Callable[[str], bool]
    handouts_only: bool = False
    pages_only: bool = False
    notes_only: bool = False


def _is_count(argument: str) -> bool:
    return argument.isascii() and argument.isdigit() and 1 <= int(argument) <= MAX_LINES


LATE = ("15", "30")
"""Minutes late that `curriculum.yml` has plans for."""
GROUPS = ("urgent", "crisis", "talk", "indigenous", "overdose", "violence", "child")
RULES: Mapping[str, Rule] = {
    "lines": Rule(_is_count, handouts_only=True),
    "keep": Rule(lambda argument: not argument, handouts_only=True),
    "card": Rule(bool, handouts_only=True),
    "signature": Rule(lambda argument: not argument, handouts_only=True),
    "box": Rule(lambda _: True),
    "content-note": Rule(lambda argument: not argument),
    "resources": Rule(lambda argument: argument in GROUPS),
    "steps": Rule(lambda _: True),  # which there are, the page says on which they stand
    "weeks": Rule(lambda argument: not argument, pages_only=True),
    "downloads": Rule(lambda argument: not argument, pages_only=True),
    "search": Rule(lambda argument: not argument, pages_only=True),
    "discreet": Rule(lambda argument: not argument, pages_only=True),
    "load": Rule(lambda argument: not argument, pages_only=True),
    "outcomes": Rule(lambda argument: not argument, pages_only=True),
    "late": Rule(lambda argument: argument in LATE, notes_only=True),
    "picture": Rule(lambda argument: argument in COUNTS, pages_only=True),
}


@lru_cache(maxsize=64)  # many checks ask for the elements of the same page, one after the other
def find_elements(body: str) -> tuple[tuple[Element, ...], tuple[Slip, ...]]:
    """Every element of a text in order, and the slashes that close nothing."""
    open_ones: list[tuple[str, Element]] = []
    elements: list[Element] = []
    slips: list[Slip] = []
    for number, line in text_lines(body):
        if SLASH not in line:
            continue
        if start := START.match(line):
            open_ones.append((start[1], Element(start[2], start[3] or "", number)))
        elif end := END.match(line):
            if open_ones and open_ones[-1][0] == end[1]:
                elements.append(replace(open_ones.pop()[1], end=number))
            else:
                expected = open_ones[-1][0] if open_ones else NOTHING
                slips.append(Slip(number, "element-end", {"found": end[1], "expected": expected}))
        elif SLASHES.match(line):
            slips.append(Slip(number, "element-alone", {"found": line.strip()[:60]}))
    for mark, element in open_ones:
        slips.append(Slip(element.line, "element-open", {"found": f"{mark} {element.name}", "expected": mark}))
        elements.append(element)
    return tuple(sorted(elements, key=lambda element: element.line)), tuple(slips)


def lists_a_site(body: str) -> bool:
    """True for a page that lists what a site holds."""
    return bool(ONLY_ON_SITES & {element.name for element in find_elements(body)[0]})


def words_inside(body: str, element: Element) -> str:
    """What stands between the lines of an element."""
    return "\n".join(body.split("\n")[element.line : max(element.line, element.end - 1)]).strip()
