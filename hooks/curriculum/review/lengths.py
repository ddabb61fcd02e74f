"""A page beside its counterpart, block by block: how many words each has, for a sentence that was lost, or stayed.

In:  `Stay with them, and call for help.` and `Restez.`
Out: the line of the second: 1 word where the first has 7

A table that each language sorts by its own words has no pairs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from curriculum.read.limits import MOST_SHOWN
from curriculum.review.beside import told
from curriculum.review.prose import WORD, Prose, by_section, text_of
from curriculum.review.tables import sorted_lines
from curriculum.words.model import Page, Problem

LONG, LEAST, MOST = 24, 0.7, 2.5
"""Words of a block whose length is compared closely; in 1,195 such blocks of this course French has 0.73 to 2.25 as
many."""
SENTENCE, LABEL = (4, 5), (7, 10)
"""From how many words of the first language, and of ours, a shorter block is compared: the other has a third of them at
least, and a quarter. In 5,200 such blocks French has 0.43 to 3.5 as many; a title may be one word for several."""
ENDED = re.compile(r"[.!?…][»”\")\s\u00a0]*$")
SAID = re.compile(r"\w")
UNPARTED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts without spaces between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""


def check_lengths(page: Page, first: Page) -> list[Problem]:
    """Blocks with far fewer or far more words than in the first language, or none; without pairs, whole sections."""
    problems: list[Problem] = []
    ours, theirs = by_section(page), by_section(first)
    usual = _usual(ours, theirs) if page.language.lender else 1.0
    unpaired = sorted_lines(page), sorted_lines(first)
    for id, blocks in ours.items():
        place = Problem(page.path, blocks[0].lines[0], "parity", {"section": id or "#", "other": first.path})
        others = theirs.get(id, [])
        if len(blocks) == len(others):
            for block, other in zip(blocks, others, strict=True):
                if block.lines[0] not in unpaired[0] or other.lines[0] not in unpaired[1]:
                    here = replace(place, line=block.lines[0])
                    problems += shortened(here, (block.text, other.text), usual)
        else:
            problems += shortened(place, (text_of(blocks), text_of(others)), usual)
    return problems


def shortened(place: Problem, texts: tuple[str, str], usual: float = 1.0) -> list[Problem]:
    """A text of far fewer or far more words than the other; `usual`, how many the language has for one of the other."""
    ours, theirs = map(_length, texts)
    own, other = _least(texts[0])[1], _least(texts[1])[0]
    is_lost = (theirs >= LONG and ours < LEAST * usual * theirs) or (theirs >= other and 3 * ours < usual * theirs)
    is_more = (ours >= LONG and ours > MOST * theirs) or (ours >= own and ours > 4 * theirs)
    is_silent = (ours or theirs) and not all(map(SAID.search, texts))
    found, expected = ([f"{_length(text)} ({text.strip()[:MOST_SHOWN]})"] for text in texts)
    return [told(place, "length", found, expected)] if is_lost or is_more or is_silent else []


def _least(text: str) -> tuple[int, int]:
    return SENTENCE if ENDED.search(text) else LABEL


def _length(text: str) -> int:
    """How many words a text has; where no spaces part them, three signs are two."""
    found = WORD.findall(text)
    unparted = sum(len(UNPARTED.findall(word)) for word in found)
    return sum(not UNPARTED.search(word) for word in found) + round(unparted * 2 / 3)


def _usual(ours: Mapping[str, list[Prose]], theirs: Mapping[str, list[Prose]]) -> float:
    """How many words a page has for one of the other: languages that write more in fewer words do so all along."""
    own, other = (sum(_length(text_of(blocks)) for blocks in side.values()) for side in (ours, theirs))
    return min(1.0, max(own / other, LEAST)) if other else 1.0
