"""A column without a title: someone who hears the table does not know what its cells are about.

In:  | | My answer |         Out: column 1 of this table has no title
     | --- | --- |
     | Where I will be | |
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from curriculum.read.source import text_lines
from curriculum.review.prose import TABLE_LINE
from curriculum.words.model import Page, Problem


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
