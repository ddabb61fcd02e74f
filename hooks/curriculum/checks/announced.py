"""What `CHANGES.yml` tells partners: it reads, its entries stand in order, and the pages that it names are there."""

from __future__ import annotations

from curriculum.read.layers import SHARED, Sources
from curriculum.watch.announced import FILE, read_announced
from curriculum.watch.values import Part
from curriculum.words.model import Audience, Page, Problem


def check_announced(sources: Sources) -> list[Problem]:
    """Problems of the file; none in a course that has none. Notes are looked for only where notes were read."""
    changes, _ = read_announced(sources.root, sources.languages)  # what does not read is told by `check_watched`
    problems: list[Problem] = []
    unread = {problem.path for problem in sources.problems}
    pages = {page.path: page for page in sources.every_page}
    for change in changes:
        for part in change.parts:
            known = part.path.startswith(f"{SHARED}/") or sources.audience is Audience.FACILITATOR
            if known and part.path not in unread and _is_there(part, pages.get(part.path)) is change.gone:
                rule = "changes-there" if change.gone else "changes-page"
                problems.append(Problem(FILE, change.line, rule, {"found": str(part)}))
    return problems


def _is_there(part: Part, page: Page | None) -> bool:
    """True where the page is, with the section that is named."""
    return page is not None and (not part.section or part.section in {section.id for section in page.sections})
