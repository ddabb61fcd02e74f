"""How hard a page reads, by the formula in the `reading.yml` of its language: a grade in English, an ease in French.

Syllables are counted by groups of vowels, less silent endings: a few per cent off, always in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from curriculum.elements.words import ENDS, WIDE_ENDS
from curriculum.review.prose import Prose
from curriculum.words.labels import read_words
from curriculum.words.model import Language, Page, Problem, Words

APART = ("glossary.md", "references.md")
"""Lists of hard words and of titles."""
LEAST_WORDS = 100
"""Below this, a score says nothing."""
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
SENTENCE_END = re.compile(rf"[{ENDS}]+(?=[\s”»’)]|$)|[{WIDE_ENDS}]+")


class Reading(NamedTuple):
    """Words, sentences and syllables of a page, and what they come to."""

    words: int
    sentences: int
    syllables: int
    score: float
    """A grade, or an ease: see the `reading.yml` of the language."""


def measure(blocks: Sequence[Prose], language: Language) -> Reading:
    """The reading of a page; 0 words score 0."""
    words = [word for block in blocks for word in WORD.findall(block.text)]
    sentences = sum(max(1, len(SENTENCE_END.findall(block.text))) for block in blocks if WORD.search(block.text))
    syllables = sum(count_syllables(word, language) for word in words)
    if not words:
        return Reading(0, 0, 0, 0.0)
    length, weight = len(words) / sentences, syllables / len(words)
    formula = read_words("reading", language)
    score = formula["start"] + formula["words"] * length + formula["syllables"] * weight
    return Reading(len(words), sentences, syllables, round(score, 1))


def count_syllables(word: str, language: Language) -> int:
    """Groups of vowels, less a silent ending, each part of a joined word by itself; at least one a word.

    In:  `listening`, English     Out: 3
    """
    rules = read_words("reading", language)
    counted = 0
    for part in filter(None, re.split(rules["joints"], word.lower())):
        bare = re.sub(rules["silent"], "", part)
        counted += len(re.findall(rules["vowels"], bare)) or (len(part) > 1 and part not in rules["unheard"])
    return max(1, counted)


def check_reading(page: Page, reading: Reading) -> list[Problem]:
    """A page that reads harder than the limit of its language."""
    if reading.words < LEAST_WORDS or page.uri in APART:
        return []
    formula = read_words("reading", page.language)
    limit: float = formula["limit"]
    values: dict[str, Words] = {"found": reading.score, "expected": limit}
    if formula["harder"] == "above" and reading.score > limit:
        return [Problem(page.path, 1, "reading-grade", values)]
    if formula["harder"] == "below" and reading.score < limit:
        return [Problem(page.path, 1, "reading-ease", values)]
    return []
