"""The house's list of words, the `wording.yml` of a language, against the prose of a page.

The list explains, it does not scold: each entry says what to write instead and when the word is right. Where it is
right, the author says so on the line before: `<!-- en-20: the person who pays -->`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from curriculum.read.source import EXCUSE, text_lines
from curriculum.review.prose import Prose
from curriculum.words.labels import read_words
from curriculum.words.model import Language, Page, Problem


@dataclass(frozen=True)
class Wording:
    """One entry of the list."""

    id: str
    pattern: re.Pattern[str]
    say: str
    bad: tuple[str, ...]
    """Sentences the pattern finds."""
    good: tuple[str, ...]
    """Sentences it lets through."""
    mend: tuple[tuple[re.Pattern[str], str], ...] = ()
    """What has one right answer, and that answer."""


@cache
def read_wordings(language: Language) -> tuple[Wording, ...]:
    """The list of a language, patterns compiled."""
    return tuple(_entry(id, values) for id, values in read_words("wording", language).items())


def _entry(id: str, values: dict[str, Any]) -> Wording:
    flags = re.NOFLAG if values.get("case") == "exact" else re.IGNORECASE
    pattern = re.compile(values["pattern"], flags)
    mend = tuple((re.compile(wrong), right) for wrong, right in values.get("mend", {}).items())
    return Wording(id, pattern, values["say"], tuple(values["bad"]), tuple(values["good"]), mend)


def check_wording(page: Page, blocks: Sequence[Prose]) -> list[Problem]:
    """Words of the list that nobody excused, and excuses for words that are not there."""
    problems = []
    used: set[tuple[int, str]] = set()
    found_excuses = [(number, EXCUSE.match(line)) for number, line in text_lines(page.body)]
    excuses = {(line + page.offset, id) for line, found in found_excuses if found for id in found[1].split(", ")}
    for block in blocks:
        for entry in read_wordings(page.language):
            for found in entry.pattern.finditer(block.text):
                if entry.id in block.excused:
                    used.add((block.excused[entry.id], entry.id))
                else:
                    values = {"found": found[0], "expected": entry.say, "id": entry.id}
                    problems.append(Problem(page.path, block.lines[found.start()], "wording", values))
    for line, id in excuses - used:
        problems.append(Problem(page.path, line, "excuse-unused", {"found": id}))
    return problems
