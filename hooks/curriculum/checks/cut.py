"""Words that a hyphen cut at the end of a line, as a copy of a PDF has them.

In:  “lis-” / “tening”, and “listening” elsewhere in the course; “self-” / “care”; “pre- and post-”
Out: the first
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from curriculum.read.source import text_lines
from curriculum.words.model import Curriculum, Page, Problem

CUT = re.compile(r"(?<![\w-])[^\W\d_]{2,}-\s*\n\s*(?![A-ZÀ-Þ])[^\W\d_]{2,}")
"""What may be one: looked for in whole pages, for most have none."""
START = re.compile(r"(?<![\w-])[^\W\d_]{2,}-$")
END = re.compile(r"(?![A-ZÀ-Þ])[^\W\d_]{2,}")
"""The two halves of a word."""


def check_cut(pages: Iterable[Page], curriculum: Curriculum) -> list[Problem]:
    """Halves that are one word elsewhere in the course, and nowhere two with a hyphen."""
    return [
        Problem(page.path, number + page.offset, "word-cut", {"found": f"{first} {second}", "near": whole})
        for page in pages
        if CUT.search(page.body)
        for number, first, second in _halves_in(page.body)
        if _is_said(whole := f"{first[:-1]}{second}", page, curriculum)
        and not _is_said(f"{first}{second}", page, curriculum)
    ]


def _halves_in(body: str) -> Iterator[tuple[int, str, str]]:
    """The number of a line, the half of a word it ends with, and the one that the next begins with."""
    above, before = 0, ""
    for number, line in text_lines(body):
        second = END.match(line.strip())
        if second and before and number == above + 1:
            yield above, before, second[0]
        first = START.search(line.rstrip())
        above, before = number, first[0] if first else ""


def _is_said(word: str, page: Page, curriculum: Curriculum) -> bool:
    """True when a page or note in the language of this one has the word."""
    is_word = re.compile(rf"(?<![\w-]){word}(?![\w-])", re.IGNORECASE)
    every = (*curriculum.pages.values(), *curriculum.notes.values())
    return any(is_word.search(one.body) for one in every if one.language == page.language)
