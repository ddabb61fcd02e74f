"""What `CHANGES.yml` tells partners: the pages that it names are there, or are gone where it says so."""

from __future__ import annotations

from curriculum.read.announced import FILE
from curriculum.read.layers import Sources
from curriculum.watch.states import without_language
from curriculum.words.audience import SHARED
from curriculum.words.changes import Part
from curriculum.words.model import Audience, Page, Problem


def check_announced(sources: Sources) -> list[Problem]:
    """Problems of its entries. Notes are looked for only where notes were read."""
    problems = []
    languages = sources.languages
    unread = {without_language(problem.path, languages) for problem in sources.problems}
    # An entry names a page as the language at the root of the folders has it, which a site may not have.
    ordered = sorted(sources.every_page, key=lambda page: not page.language.folder)
    pages = {without_language(page.path, languages): page for page in ordered}
    for change in sources.changes.announced:
        for part in change.parts:
            known = part.path.startswith(f"{SHARED}/") or sources.audience is Audience.FACILITATOR
            if known and part.path not in unread and _is_there(part, pages.get(part.path)) is change.gone:
                rule = "changes-there" if change.gone else "changes-page"
                problems.append(Problem(FILE, change.line, rule, {"found": str(part)}))
    return problems


def _is_there(part: Part, page: Page | None) -> bool:
    """True where the page is, with the section that is named."""
    return page is not None and (not part.section or part.section in {section.id for section in page.sections})
