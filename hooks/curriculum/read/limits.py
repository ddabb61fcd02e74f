"""How long and how deep a text may be: said before it is taken apart, which would take minutes, or never end.

The time of a Markdown reader grows with the square of what is not closed or not interrupted. The limits stand far above
what a page holds: the longest line of the course has some 400 signs, its longest word 150, its deepest list 2 levels.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from curriculum.words.model import Problem, Term, Words

MOST_IN_LINE = 5_000
MOST_IN_BLOCK = 20_000
"""Signs between two empty lines."""
MOST_IN_WORD = 1_000
MOST_IN_RUN = 100
"""Times that one sign, and nothing else, is written in a row."""
MOST_OPEN = 20
"""Brackets of one sort that are open at once."""
MOST_LEVELS = 6
"""Lists, quotations and elements inside each other."""
MOST_ON_PAGE, MOST_LINES = 60_000, 1_200
"""Signs of a page, and its lines that are not empty: the longest page of the course has some 21,000, on 290 lines."""
MOST_TOLD = 10
MOST_SHOWN = 60
"""Signs of what was written that a sentence shows."""

WORD = re.compile(rf"\S{{{MOST_IN_WORD + 1},}}")
RUN = re.compile(rf"([^ \n])\1{{{MOST_IN_RUN},}}")
BRACKETS = {"[": "]", "(": ")", "{": "}", "<": ">"}
LEVELS = re.compile(rf"(?!>{{7}} )(?:[ \t]*(?:>|[-*+](?=\s)|\d{{1,9}}[.)](?=\s))){{{MOST_LEVELS + 1},}}")
"""Not the seven signs that git leaves where two versions met: those are told as such."""
INDENT = re.compile(rf"(?:    |\t){{{MOST_LEVELS},}}[ \t]*(?=[-*+>]\s|\d{{1,9}}[.)]\s)")
FENCE = re.compile(rf"[ \t]*/{{{MOST_LEVELS + 3},}}")
NESTED = re.compile(
    rf"^(?:[ \t]*(?:(?:[>*+-]|\d{{1,9}}[.)])[ \t]*){{{MOST_LEVELS + 1}}}"
    rf"|(?: {{4}}|\t){{{MOST_LEVELS}}}|[ \t]*/{{{MOST_LEVELS + 3}}})",
    re.MULTILINE,
)
"""How every line starts that is too deep, and some others."""
TooMuch = tuple[str, dict[str, Words]] | None


def check_limits(path: str, line: int, text: str) -> list[Problem]:
    """What is too long or too deep in a text whose first line has the number `line`; of each sort the first ten."""
    if not may_exceed(text):
        return []
    lines = list(enumerate(text.split("\n"), line))
    looked_at = [(lines, (_length, _word, _run, _levels)), (list(_blocks(lines)), (_block, _open))]
    told: dict[str, list[Problem]] = {}
    for pieces, checks in looked_at:
        for number, words in pieces:
            for rule, values in filter(None, (check(words) for check in checks)):
                told.setdefault(rule, []).append(Problem(path, number, rule, values))
    return [problem for problems in told.values() for problem in problems[:MOST_TOLD]]


def check_length(path: str, text: str) -> list[Problem]:
    """A page of so many signs or lines that its checks, and its papers, would take minutes."""
    lines = sum(map(bool, map(str.strip, text.split("\n")))) if text.count("\n") > MOST_LINES else 0
    for found, most, unit in ((len(text), MOST_ON_PAGE, "signs-counted"), (lines, MOST_LINES, "lines-counted")):
        if found > most:
            values = {"found": Term(unit, {"count": str(found)}), "expected": Term(unit, {"count": str(most)})}
            return [Problem(path, 1, "page-too-long", values)]
    return []


def may_exceed(text: str) -> bool:
    """False when nothing in a text can be too long or too deep, as in nearly every one: then no line is looked at."""
    lines, pieces = text.split("\n"), text.split("\n\n")  # a block never holds an empty line
    return (
        max(map(len, lines)) > MOST_IN_LINE
        or max(map(len, pieces)) > MOST_IN_BLOCK
        or any(RUN.search(words) or WORD.search(words) for words in _long_words(lines))
        or bool(NESTED.search(text))
        or any(piece.count(sign) > MOST_OPEN for sign in BRACKETS if text.count(sign) > MOST_OPEN for piece in pieces)
    )


def _long_words(lines: Iterable[str]) -> list[str]:
    """What stands between two spaces and could hold a run, or be a word that is too long."""
    long = (line for line in lines if len(line) > MOST_IN_RUN)
    return [words for line in long for words in line.split(" ") if len(words) > MOST_IN_RUN]


def _blocks(lines: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Lines that no empty line divides, with the number of the first."""
    block: list[str] = []
    for number, words in [*lines, (lines[-1][0] + 1, "")]:
        if words.strip():
            block.append(words)
        elif block:
            yield number - len(block), "\n".join(block)
            block = []


def _length(words: str) -> TooMuch:
    values: dict[str, Words] = {"found": str(len(words)), "expected": str(MOST_IN_LINE)}
    return ("line-too-long", values) if len(words) > MOST_IN_LINE else None


def _block(words: str) -> TooMuch:
    values: dict[str, Words] = {"found": str(len(words)), "expected": str(MOST_IN_BLOCK)}
    return ("block-too-long", values) if len(words) > MOST_IN_BLOCK else None


def _word(words: str) -> TooMuch:
    found = WORD.search(words)
    return ("word-too-long", {"found": f"{found[0][:40]}…"}) if found else None


def _run(words: str) -> TooMuch:
    found = RUN.search(words)
    values: dict[str, Words] = {"expected": str(MOST_IN_RUN)}
    return ("sign-repeated", {"found": found[1], **values}) if found else None


def _levels(words: str) -> TooMuch:
    deep = LEVELS.match(words) or INDENT.match(words) or FENCE.match(words)
    return ("too-nested", {"expected": str(MOST_LEVELS)}) if deep else None


def _open(words: str) -> TooMuch:
    for opening, closing in BRACKETS.items():
        depth = 0
        for sign in re.findall(f"[{re.escape(opening + closing)}]", words):
            depth = depth + 1 if sign == opening else max(depth - 1, 0)
            if depth > MOST_OPEN:
                return "brackets-open", {"found": opening, "expected": str(MOST_OPEN)}
    return None
