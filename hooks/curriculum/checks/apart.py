"""What is for facilitators and lies where participants read: in a page that no menu holds, under a name of the guide,
or in words that say so.

Notes reach participants by no other way than somebody putting them there. `checks.audience` looks at configurations,
`checks.built` at the finished site; this looks at what authors write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from curriculum.read.languages import Languages
from curriculum.read.source import text_lines
from curriculum.words.audience import GUIDE, NOTES
from curriculum.words.labels import read_words
from curriculum.words.model import HOME, Curriculum, Page, Problem

LEAD = re.compile(r"(?:[\s>#*_+•–—-]|\d+[.)]\s|/{3,}\s*[\w-]+\s*\|)*")
"""What stands before the first word of a paragraph, a heading, an item, a quotation or the title of a box."""


@cache
def openings(languages: Languages) -> re.Pattern[str]:
    """How words for facilitators begin, from the `openings.yml` of every language: pages are pasted in any of them."""
    words = [word for language in languages for word in read_words("openings", language)["words"]]
    return re.compile(rf"(?:{'|'.join(words)})\b", re.I)


def check_addressed(page: Page, curriculum: Curriculum) -> list[Problem]:
    """Words on a page of participants that begin as if they were for facilitators."""
    if curriculum.only_for_facilitators(page):
        return []
    pattern, expected = openings(curriculum.languages), f"{NOTES}/{page.language.prefix}{page.uri}"
    return [
        Problem(page.path, line, "for-facilitators", {"found": found[0], "expected": expected})
        for line, words in _beginnings(page)
        if (found := pattern.match(words))
    ]


def _beginnings(page: Page) -> Iterator[tuple[int, str]]:
    """Line and words of each beginning: what stands above the page, then every block of its text."""
    yield from ((1, value) for value in page.meta.values())
    before = ""
    for number, line in text_lines(page.body):
        lead = LEAD.match(line)
        assert lead
        if lead[0].strip() or not before.strip():
            yield number + page.offset, line[lead.end() :]
        before = line


def check_places(curriculum: Curriculum) -> list[Problem]:
    """Pages of `docs/` and of the edition that the guide names, or that nothing in `curriculum.yml` does."""
    arc = curriculum.arc
    guide = {place.uri for place in arc.menu.get(GUIDE, ())}
    named = {HOME, *(place.uri for places in arc.menu.values() for place in places)}
    named |= {week.uri for week in arc.sessions} | {handout.uri for handout in arc.handouts}
    problems = []
    for (language, uri), page in curriculum.pages.items():
        if curriculum.only_for_facilitators(page):
            continue
        values = {"found": uri.removesuffix(".md"), "expected": f"{NOTES}/{language.prefix}{uri}"}
        if uri in guide:
            problems.append(Problem(page.path, 1, "guide-shared", values))
        elif uri not in named and not _is_told(page, curriculum):
            problems.append(Problem(page.path, 1, "page-unlisted", values))
    return problems


def _is_told(page: Page, curriculum: Curriculum) -> bool:
    """True for a page of which another rule says why it is in no menu: one of a week, a handout, a wrong name."""
    folder, _, name = page.uri.rpartition("/")
    drafts = {week.id for week in (*curriculum.arc.weeks, *curriculum.arc.companions) if week.draft}
    of_a_week = bool(folder) and ("/" not in folder and name == HOME)
    return of_a_week or page.is_handout or page.uri.split("/")[0] in drafts or name.lower() == "readme.md"


def without_consequences(problems: list[Problem]) -> list[Problem]:
    """The problems without those of a page that must go elsewhere, and of the one that it was copied from."""
    moved = {path for p in problems if p.rule == "guide-shared" for path in (p.path, str(p.values["expected"]))}
    return [p for p in problems if p.path not in moved or p.rule == "guide-shared"]
