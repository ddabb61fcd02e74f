"""Doubt is said once: one sentence, at the end, names all that the organisation has not confirmed on a page.

In:  "The room (to be confirmed by the organisation)." … "The hour (to be confirmed by the organisation)."
Out: the second place, and the line of the first

The words are the label of the site. Between quotation marks they are spoken of, and say no doubt.
"""

from __future__ import annotations

import re

from curriculum.read.source import text_lines
from curriculum.review.sentences import QUOTE
from curriculum.words.labels import label
from curriculum.words.model import Page, Problem, Words


def check_doubt(page: Page) -> list[Problem]:
    """The first place where a page says again what it has said."""
    words = label("to-confirm", page.language)
    lines = [(number + page.offset, line) for number, line in text_lines(page.body)]
    text = "\n".join(line for _, line in lines)
    spoken_of = QUOTE.sub(lambda quote: re.sub(r"\S", "x", quote[0]), text)
    found = [*re.finditer(r"\s+".join(map(re.escape, words.split())), spoken_of, re.IGNORECASE)]
    places = [lines[text.count("\n", 0, one.start())][0] for one in found]
    if len(places) < 2:
        return []
    values: dict[str, Words] = {"found": words, "count": str(len(places)), "first": str(places[0])}
    return [Problem(page.path, places[1], "doubt-repeated", values)]
