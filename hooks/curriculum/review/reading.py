"""How hard a page reads: one function for each language, frozen, so that figures can be compared over the years.

English: Flesch-Kincaid grade, 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid and others, 1975).
French: reading ease after Kandel and Moles (1958), 207 - 1.015 words a sentence - 73.6 syllables a word; higher is
easier, and 60 and more is read as "plain", where Flesch's English scale has about grade 8.
Syllables are counted by groups of vowels, less silent endings: a few per cent off, always in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from curriculum.review.prose import Block
from curriculum.words.model import Language, Page, Problem, Text

HARDEST_GRADE = 8.0
LEAST_EASE = 60.0
APART = ("glossary.md", "references.md")
"""Lists of hard words and of titles."""
LEAST_WORDS = 100
"""Below this, a score says nothing."""
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.!?…]+(?=[\s”»’)]|$)")
VOWELS = {Language.EN: re.compile(r"[aeiouy]+"), Language.FR: re.compile(r"[aeiouyàâéèêëîïôùûüœæ]+")}
SILENT = {
    Language.EN: re.compile(r"(?<=[^laeiouy])e$|(?<=[aeiouy]l)e$|(?<=[^td])ed$|(?<=[^scxzg])es$"),
    Language.FR: re.compile(r"(?<=[^aeiouyàâéèêëîïôùûü])(?:e|es|ent)$|(?<=[uiéï])e(?:s|nt)?$"),
}
"""Endings that are written and not heard: `time`, `asked`; `parle`, `parlent`, `amie`."""


class Reading(NamedTuple):
    """Words, sentences and syllables of a page, and what they come to."""

    words: int
    sentences: int
    syllables: int
    score: float
    """Grade in English, ease in French."""


def measure(blocks: Sequence[Block], language: Language) -> Reading:
    """The reading of a page; 0 words score 0."""
    words = [word for block in blocks for word in WORD.findall(block.text)]
    sentences = sum(max(1, len(SENTENCE_END.findall(block.text))) for block in blocks if WORD.search(block.text))
    syllables = sum(count_syllables(word, language) for word in words)
    if not words:
        return Reading(0, 0, 0, 0.0)
    length, weight = len(words) / sentences, syllables / len(words)
    grade = 0.39 * length + 11.8 * weight - 15.59
    ease = 207 - 1.015 * length - 73.6 * weight
    return Reading(len(words), sentences, syllables, round(grade if language is Language.EN else ease, 1))


def count_syllables(word: str, language: Language) -> int:
    """Groups of vowels, less a silent ending, each part of a joined word by itself; at least one a word.

    In:  `listening`, English     Out: 3
    """
    parts = re.split(r"[’'-]", word.lower()) if language is Language.FR else re.split(r"-", word.lower())
    counted = 0
    for part in filter(None, parts):
        bare = SILENT[language].sub("", part)
        counted += len(VOWELS[language].findall(bare)) or (len(part) > 1 and part not in ("n’t", "qu"))
    return max(1, counted)


def check_reading(page: Page, reading: Reading) -> list[Problem]:
    """A page that reads harder than the house's limit."""
    if reading.words < LEAST_WORDS or page.uri in APART:
        return []
    if page.language is Language.EN and reading.score > HARDEST_GRADE:
        values = {"found": said(reading.score), "expected": said(HARDEST_GRADE)}
        return [Problem(page.path, 1, "reading-grade", values)]
    if page.language is Language.FR and reading.score < LEAST_EASE:
        return [Problem(page.path, 1, "reading-ease", {"found": said(reading.score), "expected": said(LEAST_EASE)})]
    return []


def said(score: float) -> Text:
    """A score as each language writes it: 7.5 and 7,5."""
    return Text(f"{score:.1f}", f"{score:.1f}".replace(".", ",").replace("-", "−"))
