"""Tables: a column without a title, and those that a language sorts by its own words.

In:  | | My answer |         Out: column 1 of this table has no title
     | --- | --- |
     | Where I will be | |

Someone who hears that table does not know what its cells are about.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from curriculum.read.source import text_lines
from curriculum.review.prose import TABLE_LINE
from curriculum.words.model import Page, Problem

FEW = 4
"""Rows that may stand in the order of their words by chance."""


def check_tables(page: Page) -> list[Problem]:
    """Each column whose title is empty, at the line of the titles."""
    return [
        Problem(page.path, line + page.offset, "column-title", {"found": str(column)})
        for line, columns in _untitled(page.body)
        for column in columns
    ]


def _untitled(body: str) -> Iterator[tuple[int, list[int]]]:
    for (line, titles), (_, rule) in pairwise(text_lines(body)):
        if titles.lstrip().startswith("|") and "-" in rule and TABLE_LINE.match(rule):
            cells = titles.strip().removeprefix("|").removesuffix("|").split("|")
            yield line, [column for column, cell in enumerate(cells, 1) if not cell.strip()]


def sorted_lines(page: Page) -> set[int]:
    """The lines of the file on which rows of such tables stand: the other language has others in their places."""
    found, table = set[int](), dict[int, list[str]]()
    for line, text in [*text_lines(page.body), (0, "")]:
        if not text.lstrip().startswith("|"):
            found |= {one + page.offset for one in table} if is_sorted([*table.values()]) else set()
            table = {}
        elif not TABLE_LINE.match(text):
            table[line] = [cell.strip() for cell in text.strip().strip("|").split("|")]
    return found


def is_sorted(table: Sequence[Sequence[str]]) -> bool:
    """By the words of its first column, up to a comma or semicolon: accents and signs do not count."""
    names = [unicodedata.normalize("NFKD", re.split("[,;]", row[0])[0].casefold()) for row in table[1:] if row]
    keys = [
        " ".join(re.findall(r"[a-z]+", "".join(sign for sign in name if not unicodedata.combining(sign))))
        for name in names
    ]
    return len(keys) > FEW and all(keys) and keys == sorted(keys)
