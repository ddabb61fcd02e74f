"""A page whose words are of another language than the one it says: a voice reads it wrong, and nobody is told.

In:  `docs/es/law.md`, copied from `docs/law.md` and not translated
Out: `page-language`, at its first words

How many words of a page are among the commonest of a language says which it is. In this course, of English and French
pages 22 of 100 words or more are among their own, but for one list of feelings; of a Spanish page at most 15 of 100 are
among the French ones, and 4 among the English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from curriculum.checks.blocks import blocks_of
from curriculum.read.languages import Languages, every
from curriculum.read.limits import MOST_SHOWN
from curriculum.words.forms import common, speaks, telling
from curriculum.words.model import Language, Page, Problem, Words

WORD = re.compile(r"[^\W\d_]+")
LEAST_SAID, OTHERS, OWN, SURE = 7, 0.35, 3, 2
"""Words of a sentence that can be told; the share of them that is among the commonest of another language, how many
times that of its own, and how many different ones no neighbour has: `a friend, a colleague, a line` is no Spanish. In
25,000 sentences of this course, one title of a book is like that."""
SENTENCE = re.compile(r"[^.!?:;…»”]+")
SAID = re.compile(r"[“«‘\"][^”»’\"]*[”»’\"]|\*[^*]+\*|\([^()]*\)|`[^`]*`|\[[^\]]*\]")
"""Titles and words of others, which stay in their language."""
HEADING = re.compile(r"^#.*", re.MULTILINE)
"""What `adopt` leaves in the language of the source, for whoever translates it."""
LEAST = 40
"""Words of a page that can be told; of fewer, names and numbers may be most."""
SHARE = 0.2
"""Of the words of a page that speaks a language, so many are among its commonest."""


def check_spoken(page: Page, languages: Languages) -> list[Problem]:
    """A page that reads as another language of the project than its own."""
    words = WORD.findall(HEADING.sub("", page.body).lower())
    if len(words) < LEAST:
        return []
    shares = shares_of(words, every(languages))
    most = max(shares, key=lambda one: (shares[one], one == page.language), default=page.language)
    is_known = bool(common(page.language))  # else, one whose neighbours share words with it
    if most == page.language or shares[most] < SHARE or not (is_known or speaks(words, most)):
        return []
    return [Problem(page.path, page.first_line, "page-language", {"found": most, "expected": page.language})]


def check_parts(page: Page, languages: Languages) -> list[Problem]:
    """Sentences of a page that speaks its own language, and that read as another language of the project.

    In:  “Restez là. You can leave at any time, and we will be there.”, in French     Out: the second
    """
    if not common(page.language):
        return []
    problems = []
    for block in blocks_of(page.body):
        if block.lines[0].text.lstrip().startswith(("|", "#", "/")):
            continue
        lines = [line.text for line in block.lines]
        own = SAID.sub(lambda said: " " * len(said[0]), " ".join(lines))
        for sentence in SENTENCE.finditer(own):
            if language := _other(sentence[0], page.language, languages):
                line = next(at for at in range(len(lines)) if len(" ".join(lines[: at + 1])) > sentence.start() + 1)
                values: dict[str, Words] = {"found": sentence[0].strip(" *-")[:MOST_SHOWN], "language": language}
                values["expected"] = page.language
                problems.append(Problem(page.path, block.lines[line].number + page.offset, "sentence-language", values))
    return problems


def _other(sentence: str, own: Language, languages: Languages) -> Language | None:
    """The language that a sentence reads as, where it is not that of its page."""
    words = WORD.findall(sentence.lower())
    if len(words) < LEAST_SAID:
        return None
    shares = shares_of(words, every(languages))
    most = max(shares, key=lambda one: shares[one])
    is_sure = len({*words} & telling(most)) >= SURE
    return most if is_sure and shares[most] >= OTHERS and shares[most] > OWN * shares[own] else None


def shares_of(words: list[str], languages: Iterable[Language]) -> Mapping[Language, float]:
    """How many of some words are among the commonest of each language: all of them, 1."""
    return {one: sum(map(common(one).__contains__, words)) / len(words) for one in languages}
