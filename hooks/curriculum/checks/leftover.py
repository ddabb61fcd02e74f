"""What people leave in a text while they write it, or bring along with a copy, and readers would see.

Call [NAME] at TBD.     To be added     Name: ...........     Sent from my phone     circle[a] and [a]Too long?
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from curriculum.checks.blocks import BodyBlock, Flaw
from curriculum.checks.keys import shown_keys
from curriculum.checks.suspected import doubled_in_parts, each_alone, read_of, suspected
from curriculum.read.chosen import PROFILE
from curriculum.read.garbled import garbled_in
from curriculum.read.limits import MOST_SHOWN
from curriculum.read.source import text_lines
from curriculum.words.labels import read_spoken, read_words
from curriculum.words.model import Edition, Page, Problem

PLACE = re.compile(
    r"(?<![\[\]!\w])\[(?P<square>[^\[\]\n]{2,60})\](?![(\[:{\]])|(?<!\{)\{(?P<braces>[^\W\d_][\w ’'-]{1,40})\}(?!\})"
    r"|<{1,2}(?P<angle>[^\W\d_][^<>\n]{1,60})>{1,2}|(?P<hidden><!--.*?(?:-->|$))|(?<![\w%])%(?P<percent>[A-Z_]{3,})%(?!\w)|\*\|(?P<bars>[A-Z_:]+)\|\*"
)
"""Brackets of any kind around what may be a place to fill in; those of links and ids are none."""
SURE = ("braces", "percent", "bars")
"""Those that stand for nothing else here."""
ASKED = re.compile(r"(?<![\w?!])\?{3,}(?![ \t]+\w)|(?<!\w)\d[\d.-]*(?:(?:[-. ]?X{3,})+|XX|-XX)\b|\bX{2,}(?=[-./:]\d)")
"""`???`, `250-XXX-XXXX`, `2027-XX`, `XX:30`."""
DOTS = re.compile(r"\.{5,}|(?:\. ){4,}\.?|…(?: ?…)+|·{4,}|(?:_ ){3,}_")
"""Dots that stand for a line to write on."""
BROUGHT = (
    *(r":contentReference\[[^\n]*", r"【[^】\n]*】", r"turn\d+(?:search|view|news|file)\d+", r"\boaicite\b"),
    r"\[email[ \u00a0]protected\]",
)
"""What programs that answer questions, or hide addresses from other programs, leave in a copy."""
REMARK = re.compile(r"(\[[a-z]{1,2}\])(?=[^\s(\[:{])")
"""A remark of Google Docs, below the text that it was written to, which has the same sign; `[t]he` stands alone."""
HIDDEN = re.compile(r"<!--.*?-->", re.DOTALL)
"""What no reader sees."""
LEAST, ENDS = 5, ".?:;"
"""Words of a paragraph that nobody repeats on purpose, and what it ends with: a line of a song may come again."""
SIGNS = re.compile(r"^[\W_]+|[\W_]+$")
WORD = re.compile(r"[\w-]+")


class Lists(NamedTuple):
    """What is looked for, in the words of all languages."""

    marks: re.Pattern[str]
    behind: re.Pattern[str]
    doubled: re.Pattern[str]
    suspect: tuple[re.Pattern[str], ...]
    """What these three look for, each by itself."""
    fields: frozenset[str]
    openers: frozenset[str]
    joints: frozenset[str]
    alone: frozenset[str]


class Leftover(NamedTuple):
    """One thing that was left, at a line of the body."""

    line: int
    rule: str
    found: str
    meant: str = ""
    """What it was, where one can tell."""


@cache
def read_leftover_lists() -> Lists:
    """The `leftover.yml` of every language: people leave words of either in a page of the other."""
    read = [read_words("leftover", language) for language in read_spoken()]
    every = {name: [one for lists in read for one in lists[name]] for name in read[0]}
    sets = (frozenset(every[name]) for name in ("fields", "openers", "joints", "alone"))
    small = "|".join(every["doubled"])
    doubled = re.compile(rf"(?<![\w’'-])(?P<one>(?i:{small})) (?P<two>{small})(?![\w’'-]| (?P=two)\b)")
    marks = rf"(?<![\w#-])(?:{'|'.join(every['marks'])})(?![\w-])"
    behind = [*BROUGHT, *every["behind"]]
    suspect = each_alone((*every["marks"], *behind, *doubled_in_parts(every["doubled"])))
    return Lists(re.compile(marks), re.compile("|".join(behind)), doubled, suspect, *sets)


def check_leftover(page: Page) -> list[Problem]:
    """What was left in a page or note; what stands in code is an example."""
    found = [one._replace(line=one.line + page.offset) for one in _left_in(page.body)]
    return [_told(page.path, one) for one in (*_left_in_values(shown_keys(page)), *found)]


def check_twice(blocks: Iterable[BodyBlock]) -> Iterator[Flaw]:
    """A paragraph that stands right below itself: it was put in twice."""
    said = [(block.lines[0].number, " ".join(line.text.strip() for line in block.lines)) for block in blocks]
    for (_, above), (number, words) in pairwise(said):
        if words == above and len(words.split()) >= LEAST and words[-1] in ENDS:
            yield Flaw(number, "word-twice", {"found": f"{words[:MOST_SHOWN]}…", "near": ""})


def check_left_facts(edition: Edition) -> list[Problem]:
    """What was left in a fact of the profile, which every page shows that asks for it."""
    said = [
        (edition.lines.get(f"{name}.{code}" if code else name, 1), words)
        for name, text in edition.facts.items()
        for code, words in (text.words or {"": text.plain}).items()
    ]
    return [_told(f"{edition.path}/{PROFILE}", one) for one in _left_in_values(said)]


def _left_in_values(values: Iterable[tuple[int, str]]) -> Iterator[Leftover]:
    yield from (Leftover(line, *found) for line, words in values for found in _left_in_line(words, words))


def _told(path: str, left: Leftover) -> Problem:
    return Problem(path, left.line, left.rule, {"found": left.found[:MOST_SHOWN], "near": left.meant, "also": ""})


@lru_cache(maxsize=1024)
def _left_in(body: str) -> tuple[Leftover, ...]:
    seen = HIDDEN.sub(_without_hidden, body)
    lines = [(number, read_of(line)) for number, line in text_lines(seen) if line.strip()]
    lists = read_leftover_lists()
    some = [lines[at] for at in sorted(suspected("\n".join(line for _, line in lines), lists.suspect, lists.alone))]
    return tuple(Leftover(number, *found) for number, line in some for found in _left_in_line(line, body))


def _without_hidden(hidden: re.Match[str]) -> str:
    """The first line of a comment stays where it says that something is to be done; of others, the ends of their lines.

    In:  `<!-- TODO: ask Bev -->`, `<!-- kept short -->`     Out: `<!-- TODO: ask Bev -->`, ``
    """
    first, *others = hidden[0].split("\n")
    return (first if read_leftover_lists().marks.search(first) else "") + "\n" * len(others)


def _twice_in(line: str, lists: Lists) -> str:
    """A word that stands twice: not “Vitamin A a day”, “The The Pas”, nor “la la la”."""
    for found in lists.doubled.finditer(line):
        one, two = found["one"], found["two"]
        is_first = SIGNS.sub("", line[: found.start()]) == "" or line[: found.start()].rstrip()[-1] in ".?!:"
        if one.lower() == two and (one == two or is_first) and not line[: found.start()].endswith(f"{two} "):
            return found[0]
    return ""


def _remark_in(line: str, body: str) -> re.Match[str] | None:
    """A remark, where the body has its sign a second time, behind the words that it was written to."""
    found = REMARK.match(line)
    return found if found and re.search(rf"(?<=\S){re.escape(found[1])}(?![^\W\d_])", body) else None


def _left_in_line(line: str, body: str) -> Iterator[tuple[str, str, str]]:
    """The first thing in a line of what was left there."""
    lists = read_leftover_lists()
    if twice := _twice_in(line, lists):
        yield "word-twice", twice, ""
    if garbled := garbled_in(line):
        yield "letters-lost", *garbled
    elif found := lists.behind.search(line) or _remark_in(line, body):
        yield "left-behind", found[0] if found.re is lists.behind else line, ""
    elif found := DOTS.search(line):
        yield "dots-typed", found[0].strip(), ""
    else:
        yield from (("left-open", open, "") for open in dict.fromkeys(_open_in(line, body, lists)))


def _open_in(line: str, body: str, lists: Lists) -> Iterator[str]:
    """What waits to be filled in: a place between brackets, a mark in capitals, or words that stand alone."""
    rest = line
    for place in PLACE.finditer(line):
        words = place[str(place.lastgroup)]
        is_said = place["hidden"] and lists.marks.search(words)  # a comment that is never closed says nothing by itself
        is_open = is_said or place.lastgroup in SURE or _is_field(words, lists)
        if is_open and f"\n[{words}]:" not in body and f"</{words}" not in body:  # a link, or HTML
            rest = rest.replace(place[0], "")
            yield place[0]
    yield from (found[0] for pattern in (lists.marks, ASKED) for found in pattern.finditer(rest))
    cells = rest.split("|") if rest.startswith("|") else [rest]
    yield from (cell.strip() for cell in cells if SIGNS.sub("", cell).casefold() in lists.alone)


def _is_field(words: str, lists: Lists) -> bool:
    """True for words between brackets that name what is to be written there.

    In:  "NAME", "tbd", "insert the number here", "Name of the organisation"      "about the trip", "PDF", "Enter"
    Out: True                                                                     False
    """
    each = [word.casefold() for word in WORD.findall(words)]
    known = lists.fields | lists.joints
    is_named = any(word in lists.fields for word in each) and (words.isupper() or all(word in known for word in each))
    is_mark = lists.marks.fullmatch(words.upper()) is not None
    return bool(each) and ((each[0] in lists.openers and len(each) > 1) or is_named or is_mark)
