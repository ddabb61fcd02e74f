"""What stands above a page and is shown: its title in tabs and menus, its sentence in lists. Plain words, with facts.

In:  `description: We **meet** at {{ org.name }}.`
Out: a problem at that line for the stars, which every list would show
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum.elements.tree import piece_of
from curriculum.elements.words import words_of
from curriculum.read.source import text_lines
from curriculum.words.model import Page, Problem

SHOWN = ("title", "description")
"""Keys of a page that are shown."""
SIGNS = frozenset("*_`[")
"""One of them begins every mark."""
MARKED = ("strong", "em", "a", "code", "img")


def shown_keys(page: Page) -> list[tuple[int, str]]:
    """The line and the words of each."""
    return [(page.keys.get(key, 1), page.meta[key]) for key in SHOWN if key in page.meta]


def shown_lines(page: Page) -> Iterator[tuple[int, str]]:
    """These, then the lines of the page, code left out; each by its number in the file."""
    yield from shown_keys(page)
    yield from ((number + page.offset, line) for number, line in text_lines(page.body))


def check_keys(page: Page) -> list[Problem]:
    """Marks of Markdown, which nothing reads there."""
    problems = []
    for line, words in shown_keys(page):
        tree = piece_of(words).tree if SIGNS & {*words} else None
        if tree is not None and any(element.tag in MARKED for element in tree.iter()):
            values = {"found": words[:60], "expected": words_of(tree)[:60]}
            problems.append(Problem(page.path, line, "title-marks", values))
    return problems
