"""Everything that was read -> problems. One module for each family; each check is silent and returns a list."""

from __future__ import annotations

from curriculum.checks.languages import check_languages
from curriculum.checks.loads import check_loads
from curriculum.checks.notes import check_notes
from curriculum.checks.pages import check_page
from curriculum.checks.weeks import check_weeks
from curriculum.layers import Settings, read_curriculum
from curriculum.model import Curriculum, Problem
from curriculum.printing.sheets import print_all


def check_everything(settings: Settings) -> tuple[Curriculum | None, list[Problem]]:
    """Read, check and print the curriculum of one audience. With problems beside it, it must not be published."""
    curriculum, problems = read_curriculum(settings)
    if curriculum:
        unread = {problem.path for problem in problems}
        found = check_curriculum(curriculum)
        # A page that could not be read is told as such, not also as missing in its language.
        problems += [p for p in found if not (p.rule in ("no-english", "no-french") and p.values["expected"] in unread)]
        problems += print_all(curriculum, settings.root)[1]
    return curriculum, problems


def check_curriculum(curriculum: Curriculum) -> list[Problem]:
    """Every problem of a curriculum, in no particular order."""
    problems = check_loads(curriculum.arc)
    problems += check_weeks(curriculum)
    problems += check_languages(curriculum.pages)
    problems += check_languages(curriculum.notes)
    problems += check_notes(curriculum)
    for page in curriculum.pages.values():
        problems += check_page(page, curriculum)
    return problems
