"""What one of two texts that are said to agree lacks beside the other: a table, a box, a line to write on.

In:  `docs/fr/law.md#stopped`, where the table of the English text was taken out of the French one
Out: a problem that names the section, what it has, and what the other has

A difference that stood there when both were last read side by side was agreed on, and is not told again.
"""

from __future__ import annotations

from collections.abc import Iterable

from curriculum.read.source import parse_page
from curriculum.read.textfile import read_text
from curriculum.review.parity import HELD, check_parity
from curriculum.translate.desk import Desk
from curriculum.translate.stamping import places_of
from curriculum.translate.values import Found
from curriculum.words.model import Page, Problem, Term


def what_is_lost(desk: Desk, rows: Iterable[Found]) -> list[Problem]:
    """Where the sections of these rows differ in what both must hold, and did not when they were kept."""
    rows = list(rows)
    problems = []
    for path, other in sorted({_in_order(desk, row) for row in rows}):
        sections = {row.section or "#" for row in rows if {row.path, row.source_path} == {path, other}}
        now = _differing(_page(desk, other), _page(desk, path))
        agreed = {_said(problem) for problem in _differing(*(_kept(desk, rows, one) for one in (other, path)))}
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


def _differing(page: Page | None, first: Page | None) -> list[Problem]:
    if page is None or first is None:
        return []
    return [problem for problem in check_parity(page, first) if _kind(problem) in HELD]


def _kind(problem: Problem) -> str:
    kind = problem.values["kind"]
    return kind.name.removeprefix("parity-") if isinstance(kind, Term) else ""


def _said(problem: Problem) -> tuple[str, ...]:
    return tuple(str(problem.values[name]) for name in ("section", "kind", "found", "expected"))
