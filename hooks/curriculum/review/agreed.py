"""What one of two texts that are said to agree lost beside the other: a paragraph, a number, a line to write on.

In:  `docs/fr/law.md#stopped`, where the table of the English text was taken out of the French one
Out: a problem that names the section, what it has, and what the other has

A difference that stood there when both were last read side by side was agreed on, and is not told again.
"""

from __future__ import annotations

from collections.abc import Iterable

from curriculum.read.source import parse_page
from curriculum.read.textfile import read_text
from curriculum.review.foreign import check_foreign
from curriculum.review.held import lost_in
from curriculum.translate.desk import Desk
from curriculum.translate.stamping import places_of
from curriculum.translate.values import Found
from curriculum.words.model import Page, Problem


def what_is_lost(desk: Desk, rows: Iterable[Found]) -> list[Problem]:
    """What is held against the sections of these rows, and was not when they were kept."""
    rows = list(rows)
    problems = []
    for path, other in sorted({_in_order(desk, row) for row in rows}):
        sections = {row.section or "#" for row in rows if {row.path, row.source_path} == {path, other}}
        now = _lost_in(desk, _page(desk, other), _page(desk, path))
        agreed = {_said(problem) for problem in _lost_in(desk, *(_kept(desk, rows, one) for one in (other, path)))}
        problems += [one for one in now if one.values["section"] in sections and _said(one) not in agreed]
    return problems


def _in_order(desk: Desk, row: Found) -> tuple[str, str]:
    """The paths of both pages, that of the earlier language first."""
    paths = {row.language: row.path, row.source: row.source_path}
    first, second = (paths[language] for language in desk.languages if language in paths)
    return first, second


def _page(desk: Desk, path: str) -> Page | None:
    there = desk.page_at(path)
    return there[0] if there else None


def _kept(desk: Desk, rows: Iterable[Found], path: str) -> Page | None:
    """The page as it was when it was last said to agree."""
    for place, page in places_of(desk, rows).items():
        if page.path == path and (desk.root / place).exists():
            text = read_text(desk.root, place)[0]
            return parse_page(path, f"{page.language.folder}{page.uri}", text, desk.languages)[0]
    return None


def _lost_in(desk: Desk, page: Page | None, first: Page | None) -> list[Problem]:
    if page is None or first is None:
        return []
    return [*lost_in(page, first, desk.languages), *check_foreign(first, desk.languages)]


def _said(problem: Problem) -> tuple[str, ...]:
    names = ("section", "kind", "found", "expected", "language")
    return tuple(str(problem.values.get(name)) for name in names)
