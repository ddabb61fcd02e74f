"""What an author's signs were meant to be, where Markdown would print them, or read them in another way."""

from __future__ import annotations

from functools import lru_cache

from curriculum.checks.blocks import Flaw, blocks_of
from curriculum.checks.days import check_days
from curriculum.checks.leftover import check_leftover, check_twice
from curriculum.checks.lists import check_lists
from curriculum.checks.signs import check_signs
from curriculum.checks.tables import check_tables, check_tabs
from curriculum.checks.told import FIRST, LAST
from curriculum.words.model import Page, Problem


def check_written(page: Page) -> list[Problem]:
    """Lists, tables and marks of a page or note that would not come out as they were meant."""
    problems = []
    for line, rule, values, last in _found_in(page.body):
        more = {LAST: str(last + page.offset)} if last else {}
        if FIRST in values:
            more[FIRST] = str(int(str(values[FIRST])) + page.offset)
        problems.append(Problem(page.path, line + page.offset, rule, {**values, **more}))
    return problems + check_leftover(page) + check_days(page)


@lru_cache(maxsize=1024)  # a page is looked at by itself, and in its place
def _found_in(body: str) -> tuple[Flaw, ...]:
    blocks = blocks_of(body)
    listed = (*check_lists(body, blocks), *check_tables(blocks), *check_tabs(body), *check_signs(body, blocks))
    return (*listed, *check_twice(blocks))
