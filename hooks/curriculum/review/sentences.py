"""How much of the running prose of a page is in very short sentences, which read as slogans when there are many.

In:  "It rains. We wait under the roof until it stops. Then we go."
Out: three sentences, of which two have five words or fewer

Left out: what people say, quotations, lists, tables, headings, names and durations before a sentence, lead-ins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from curriculum.review.prose import Prose
from curriculum.words.model import Page, Problem, Words

SHORT = 5
"""Words of a sentence that is very short."""
MOST = 0.12
"""The share of them that a page may have."""
LEAST = 20
"""Sentences below which a share says nothing."""
WORST = 6
"""How many of them a message names."""
WORD = re.compile(r"\w+(?:[’'-]\w+)*")
LETTER = re.compile(r"[^\W\d_]")
QUOTE = re.compile(r"[“«][^”»]*[”»]")
INSIDE = re.compile(r"[.!?…](?=[^”»]*\w)")
"""The end of a sentence inside a quotation, which goes on."""
DURATION = re.compile(r"\d+\s\w+\.")
"""How long a part takes, alone before the sentences about it."""
END = re.compile(r"[.!?…]+(?:\u00a0?[”»’)])*(?!\u00a0?[”»’)])(?=\s+[^a-zà-ÿ\s]|\s*$)")


class Sentence(NamedTuple):
    """A sentence of the running prose of a page."""

    text: str
    line: int
    words: int


def sentences_of(blocks: Sequence[Prose]) -> Iterator[Sentence]:
    """The sentences of paragraphs, in order; one that is nothing but a quotation is what somebody says."""
    for block in blocks:
        if not block.running:
            continue
        text = QUOTE.sub(lambda quote: INSIDE.sub(",", quote[0]), block.text)
        start = block.name
        for end in END.finditer(text):
            if end.end() <= start:  # inside the name: the "1." of "1. Sit down."
                continue
            said = text[start : end.end()].strip()
            words = len(WORD.findall(said)) if LETTER.search(said) else 0  # "2." and "(2022)." are none
            if words and not QUOTE.fullmatch(said.rstrip(".")) and not DURATION.fullmatch(said):
                first = next(place for place in range(start, end.end()) if not text[place].isspace())
                yield Sentence(said, block.lines[first], words)
            start = end.end()


def check_sentences(page: Page, blocks: Sequence[Prose]) -> list[Problem]:
    """One problem for a page with too many very short sentences, at the first; the shortest are named."""
    sentences = [*sentences_of(blocks)]
    short = [sentence for sentence in sentences if sentence.words <= SHORT]
    if len(sentences) < LEAST or len(short) <= MOST * len(sentences):
        return []
    worst = sorted(sorted(short, key=lambda sentence: sentence.words)[:WORST], key=lambda sentence: sentence.line)
    share = f"{round(100 * len(short) / len(sentences))}"
    values: dict[str, Words] = {"found": share, "expected": f"{MOST:.0%}".rstrip("%"), "most": str(SHORT)}
    values["named"] = "; ".join(f"{sentence.line}: {sentence.text.rstrip('.')}" for sentence in worst)
    return [Problem(page.path, short[0].line, "short-sentences", values)]
