"""Shared text that says what one place has, outside the credit to the first course; checks that are too old.

In:  `Call the Harbour Line.` in `docs/week-08/index.md`, where an edition has a line of that name
Out: that line of the page
"""

from __future__ import annotations

from curriculum.read.layers import Sources
from curriculum.read.marks import Marks, marks_of, names_in
from curriculum.read.naming import credit_lines
from curriculum.read.places import is_shared, local_marks
from curriculum.read.resources import COUNTRY
from curriculum.read.source import text_lines
from curriculum.read.today import read_today
from curriculum.words.model import Page, Problem


def check_shared(sources: Sources) -> list[Problem]:
    """The first thing of each such line: a name, a host, or a number or address of whatever place."""
    local, edition = local_marks(sources), sources.edition.path if sources.edition else ""
    pages = [page for page in (*sources.pages.values(), *sources.notes.values()) if is_shared(page, edition)]
    return [problem for page in pages for problem in _check_page(page, local)]


def _check_page(page: Page, local: Marks) -> list[Problem]:
    credit, names = credit_lines(page), names_in(page.body, local.names)
    problems = []
    for number, line in text_lines(page.body):
        if number not in credit:
            said = marks_of(line)
            found = [*sorted(names_in(line, names)), *sorted(said.numbers), *sorted(said.addresses)]
            for one in [*found, *sorted(said.hosts & local.hosts)][:1]:
                problems.append(Problem(page.path, number + page.offset, "shared-local", {"found": one}))
    return problems


def check_due(sources: Sources) -> list[Problem]:
    """Lines whose check has been too old since some day."""
    edition, today, problems = sources.edition, read_today(), []
    for line in edition.resources if edition else ():
        if line.due and line.due < today:
            own = edition.call_lines.get(line.id) if edition else None
            path = f"{edition.path}/resources.yml" if edition and own else COUNTRY
            values = {"found": line.id, "checked": line.checked_on, "due": line.due.isoformat()}
            problems.append(Problem(path, own or 1, "check-due", values))
    return problems
