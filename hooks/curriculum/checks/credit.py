"""What an edition may not do with the course that it was made from."""

from __future__ import annotations

from curriculum.compose.credit import FACTS, PAGE
from curriculum.compose.facts import HOLE
from curriculum.read.yamlfile import read_schema
from curriculum.words.credit import allows
from curriculum.words.model import Curriculum, Problem, Term


def check_credit(curriculum: Curriculum) -> list[Problem]:
    """A licence that is not allowed, and a page about the edition that leaves out what it owes."""
    return _check_licence(curriculum) + _check_page(curriculum)


def _check_licence(curriculum: Curriculum) -> list[Problem]:
    """A licence of the course that a text which it was made from does not allow; one problem for each such text."""
    arc, credit = curriculum.arc, curriculum.edition.credit
    theirs = dict.fromkeys([credit.licence, *(source.licence for source in credit.sources)])
    offered = read_schema("curriculum")["properties"]["licence"]["enum"]
    problems = []
    for licence in (licence for licence in theirs if licence and not allows(licence, arc.licence)):
        allowed = ", ".join(one for one in offered if allows(licence, one)) or Term("none")
        values = {"found": arc.licence, "source": licence, "expected": allowed}
        problems.append(Problem(arc.path, arc.licence_line, "licence-refused", values))
    return problems


def _check_page(curriculum: Curriculum) -> list[Problem]:
    """In the page about the edition, facts of the credit that it does not ask for."""
    problems = []
    for language in curriculum.languages:
        page = curriculum.pages.get((language, PAGE))
        asked = {hole[1] for hole in HOLE.finditer(page.body)} if page else set()
        left = [f"{{{{ {name} }}}}" for name in FACTS if name not in asked]
        if page and left:
            problems.append(Problem(page.path, 1, "credit-left-out", {"expected": ", ".join(left)}))
    return problems
