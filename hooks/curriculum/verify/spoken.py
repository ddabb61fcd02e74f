"""Numbers and addresses that are written so that people read them and programs do not.

In:  "two five zero, eight one eight, two four five four"; the mark "us@lantern.example"
Out: "2 5 0 8 1 8 2 4 5 4"; the letters of "us [at] lantern [dot] example", "us arobase lantern point example", …
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from curriculum.verify.letters import letters_of
from curriculum.words.labels import read_words
from curriculum.words.model import Language

FEWEST = 7
"""Digits of a number to call."""
SLIPS = str.maketrans("oOlI|", "00111")
SLIP = re.compile(r"(?<![^\W_])(?=[\d .()-]*[oOlI|])(?:[\doOlI|][ .()-]{0,2}){7,11}(?![^\W_])")
"""A letter in the place of a digit: `25O-8l8-2454`."""
MIXED = re.compile(r"\d(?=[ .()-]{0,2}[oOlI|])")
"""What every such number has, since none begins with 0 or 1: quicker to look for, and from the digit above all."""
WIDEST = 40
"""Signs that such a number takes, at most, and one more."""


@dataclass(frozen=True)
class Spoken:
    """The words for digits and for the signs of an address, in some languages."""

    digits: Mapping[str, str]
    signs: tuple[tuple[str, ...], tuple[str, ...]]
    """Letters of what stands for `@`, and for `.`; both may stand as they are."""
    word: re.Pattern[str]
    """One of the words for digits."""
    row: re.Pattern[str]
    """As many of them in a row as a number has digits."""

    def in_words(self, text: str) -> Iterator[str]:
        """The numbers that stand in words, as numbers; where lines were put together, no space parts two words."""
        for row in self.row.finditer(text.lower()):
            yield " ".join(self.digits[word] for word in self.word.findall(row[0]))

    def letters_for(self, mark: str) -> set[bytes]:
        """The letters of an address or a host in each way to say it, also as it is."""
        at, dot = self.signs
        ways = product(at, dot) if "@" in mark else (("", one) for one in dot)
        return {letters_of(mark.replace("@", one).replace(".", other)) for one, other in ways}


def spoken_of(languages: Iterable[Language]) -> Spoken:
    """The words of these languages."""
    tables = [read_words("spoken", language) for language in languages]
    digits = {word: str(digit) for table in tables for digit, words in enumerate(table["digits"]) for word in words}
    at, dot = (("", *(word for table in tables for word in table[name])) for name in ("at", "dot"))
    one = _any_of(digits)
    row = re.compile(rf"(?:{one})(?:[\W_]{{0,3}}(?:{one})){{{FEWEST - 1},}}")  # it begins with a word: that is quicker
    return Spoken(digits, (at, dot), re.compile(one), row)


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest that stands there; by their first letters, which is quicker.

    In:  "two", "six", "seven"     Out: "s(?:even|ix)|t(?:wo)"
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in sorted(rests.items()))


def with_slips(text: str) -> Iterator[str]:
    """The numbers with a letter for a digit, as numbers.

    In:  "by 5, or 25O-8l8-2454"     Out: "250-818-2454"
    """
    at = 0
    for mixed in MIXED.finditer(text):
        rows = SLIP.finditer(text, max(at, mixed.start() - WIDEST), mixed.end() + WIDEST)
        if row := next((row for row in rows if row.start() < mixed.end() and row.end() > mixed.start()), None):
            yield row[0].translate(SLIPS)
            at = row.end()
