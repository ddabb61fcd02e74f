"""What somebody typed to have a week printed -> what to print, or what is wrong with it.

In:  --week week-03 --for 6en+2fr --spare 1 --paper A4
Out: week-03; 6 people who read English and 2 who read French; 1 spare copy of each handout; A4, in standard letters
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from curriculum.compose.packs import Group
from curriculum.words.model import Curriculum, Language, Problem, Words
from curriculum.words.paper import Paper, Size, Variant

MOST = 200
"""People in the largest group; more is a slip of the finger."""
MOST_SPARE = 20
SHARE = re.compile(r"([0-9]{1,6})([a-z]*)")
"""`6en`, or `6` alone."""


@dataclass(frozen=True)
class Typed:
    """The words after the name of the command, as they were typed; none of them need be right."""

    week: str
    people: str
    spare: str = "0"
    paper: str = Paper.LETTER.value
    large: bool = False


@dataclass(frozen=True)
class Order:
    """What to print."""

    week: str
    groups: Mapping[Language, Group]
    """By the language of a file."""
    variant: Variant


def order_of(asked: Typed, curriculum: Curriculum) -> tuple[Order | None, list[Problem]]:
    """What was typed as an order, none when something in it is wrong; and all that is."""
    shares, problems = _shares(asked.people, curriculum)
    paper = asked.paper.lower()
    problems += _check_week(asked.week, curriculum) + _check_spare(asked.spare) + _check_paper(asked.paper)
    if problems:
        return None, problems
    total = sum(shares.values())
    if shares.keys() == {""}:
        groups = {language: Group(total, int(asked.spare)) for language in curriculum.languages}
    else:
        read = tuple((curriculum.language(code), count) for code, count in shares.items())
        mixed = read if len(read) > 1 else ()
        groups = {language: Group(count, int(asked.spare), mixed) for language, count in read}
    return Order(asked.week, groups, Variant(Paper(paper), Size.LARGE if asked.large else Size.STANDARD)), []


def _shares(typed: str, curriculum: Curriculum) -> tuple[dict[str, int], list[Problem]]:
    """How many people read each language, by its code; under "" where all of them read whichever is printed."""
    parts = [SHARE.fullmatch(part.strip()) for part in typed.lower().split("+")]
    shares = [(part[2], int(part[1])) for part in parts if part]
    codes = [code for code, _ in shares]
    known = [language.code for language in curriculum.languages]
    example = "+".join(f"{count}{code}" for code, count in zip(known, (6, 2, 1), strict=False))
    total = sum(count for _, count in shares)
    if not all(parts) or (len(codes) > 1 and "" in codes) or min(n for _, n in shares) < 1 or total > MOST:
        return {}, [Problem("", 0, "print-for", {"found": typed, "expected": str(MOST), "example": example})]
    unknown = [code for code in codes if code and code not in known]
    if unknown:
        near = difflib.get_close_matches(unknown[0], known, 1, 0.5)
        values: dict[str, Words] = {"found": unknown[0], "expected": ", ".join(known), "example": example}
        return {}, [Problem("", 0, "print-language", {**values, "near": near[0] if near else ""})]
    twice = next((code for code in codes if codes.count(code) > 1), "")
    if twice:
        once = f"{sum(count for code, count in shares if code == twice)}{twice}"
        return {}, [Problem("", 0, "print-twice", {"found": twice, "expected": once})]
    return dict(shares), []


def _check_week(typed: str, curriculum: Curriculum) -> list[Problem]:
    """The name of a folder; a number that readers see is none, and another one where an edition drops a week."""
    weeks = [week.id for week in curriculum.arc.sessions]
    if typed in weeks:
        return []
    numbers = [int(number) for number in re.findall("[0-9]{1,3}", typed)]
    near = [week.id for week in curriculum.arc.sessions if week.number and [week.number] == numbers]
    near = near or difflib.get_close_matches(typed, weeks, 1)
    values: dict[str, Words] = {"found": typed, "expected": ", ".join(weeks), "near": near[0] if near else ""}
    return [Problem("", 0, "print-week", values)]


def _check_spare(typed: str) -> list[Problem]:
    if typed.isascii() and typed.isdigit() and len(typed) < len(str(MOST)) and int(typed) <= MOST_SPARE:
        return []
    return [Problem("", 0, "print-spare", {"found": typed, "expected": str(MOST_SPARE)})]


def _check_paper(typed: str) -> list[Problem]:
    papers = [paper.value for paper in Paper]
    if typed.lower() in papers:
        return []
    near = difflib.get_close_matches(typed.lower(), papers, 1)
    return [Problem("", 0, "print-paper", {"found": typed, "near": near[0] if near else ""})]
