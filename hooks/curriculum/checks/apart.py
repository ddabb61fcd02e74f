"""What is for facilitators and lies where participants read: in a page that no menu holds, under a name of the guide,
or in words that say so.

Notes reach participants by no other way than somebody putting them there. `checks.audience` looks at configurations,
`checks.built` at the finished site; this looks at what authors write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from curriculum.read.chosen import SCHEDULE
from curriculum.read.languages import Languages
from curriculum.read.places import is_shared
from curriculum.read.source import text_lines
from curriculum.words.audience import GUIDE, NOTES, SHARED
from curriculum.words.labels import read_words
from curriculum.words.model import HOME, Curriculum, Page, Problem

LEAD = re.compile(r"""(?:[\s>#*_+•–—\[("“«‘!~`→☞-]|\d+[.)]\s|/{3,}\s*[\w-]+\s*\|)*""")
"""What stands before the first word of a paragraph, a heading, an item, a quotation or the title of a box."""
SENTENCE = re.compile(r"(?<=[.!?:…»”)])\s+")
CELL = re.compile(r"(?<!\\)\|")
RULED = re.compile(r"\s*\|?[\s:|-]*-[\s:|-]*$")
"""The line below the head of a table."""
END = r"(?![^\W_])"
LABEL = r"[*_\s]*:"
"""After words that speak to somebody: `**For facilitators** :`."""


@cache
def openings(languages: Languages) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How words for facilitators begin, and how they do inside a paragraph or a table, where a colon follows.

    From the `openings.yml` of every language: pages are pasted in any of them.
    """
    tables = [read_words("openings", language) for language in languages]
    words = "|".join(word for table in tables for word in table["words"])
    labels = "|".join(word for table in tables for word in table["labels"])
    inside = rf"(?:{words}|{labels}){END}{LABEL}"
    return re.compile(rf"(?:{words}){END}|{inside}", re.I), re.compile(inside, re.I)


@cache
def names(languages: Languages) -> re.Pattern[str]:
    """What files that are for facilitators are called."""
    parts = "|".join(word for language in languages for word in read_words("openings", language)["names"])
    return re.compile(rf"(?:^|/)notes$|(?:^|[-_./])(?:{parts})(?=[-_./]|$)", re.I)


@cache
def answers(languages: Languages) -> re.Pattern[str]:
    """How what a question is to bring out stands between brackets: `[Answer: b]`."""
    words = "|".join(word for language in languages for word in read_words("openings", language)["answers"])
    return re.compile(rf"\[(?:{words})[ \u00a0\u202f]?:[^\]\n]*\](?!\()", re.I)


def check_addressed(page: Page, curriculum: Curriculum) -> list[Problem]:
    """Words on a page of participants that begin as if they were for facilitators."""
    if curriculum.only_for_facilitators(page):
        return []
    first, inside = openings(curriculum.languages)
    expected = notes_for(page, curriculum)
    return [
        Problem(page.path, line, "for-facilitators", {"found": found[0].rstrip(" *_:"), "expected": expected})
        for line, words, is_first in _beginnings(page)
        if (found := (first if is_first else inside).match(LEAD.sub("", words, count=1)))
        or ("[" in words and (found := answers(curriculum.languages).search(words)))
    ]


def _beginnings(page: Page) -> Iterator[tuple[int, str, bool]]:
    """Line and words of each beginning: what stands above the page, then blocks and heads of tables, which are first
    words; and every line, sentence and cell inside them, which are not.
    """
    yield from ((1, value, True) for value in page.meta.values())
    lines = [(number, line.replace("\xa0", " ").replace("\u202f", " ")) for number, line in text_lines(page.body)]
    following = [line for _, line in lines[1:]] + [""]
    before = ""
    for (number, line), after in zip(lines, following, strict=True):
        place = number + page.offset
        if line.lstrip().startswith("|"):
            yield from ((place, cell, bool(RULED.match(after))) for cell in CELL.split(line))
        else:
            lead = LEAD.match(line)
            is_block = not before.strip() or before.startswith("///") or bool(lead and lead[0].strip(" \t"))
            yield place, line, is_block
            yield from ((place, sentence, False) for sentence in SENTENCE.split(line)[1:])
        before = line


def notes_for(page: Page, curriculum: Curriculum) -> str:
    """Where what is for facilitators goes from a page: an edition has a folder of its own for it.

    In:  `docs/law.md`; `partner/docs/law.md`     Out: `facilitator/law.md`; `partner/facilitator/law.md`
    """
    return f"{_folder_of(page, curriculum)}{NOTES}/{page.language.folder}{page.uri}"


def plan_for(page: Page, curriculum: Curriculum) -> str:
    """The file that is to name a page: that of the course, or the schedule of the edition that has written it."""
    own = _folder_of(page, curriculum)
    return f"{own}{SCHEDULE}" if own else curriculum.arc.path


def _folder_of(page: Page, curriculum: Curriculum) -> str:
    return "" if is_shared(page, curriculum.edition.path) else f"{curriculum.edition.path}/"


def check_places(curriculum: Curriculum) -> list[Problem]:
    """Pages of `docs/` and of the edition that the guide names, that are called as if they were facilitators', or that
    nothing in `curriculum.yml` names; and those of facilitators that it does not name either.
    """
    arc = curriculum.arc
    guide = {place.uri for place in arc.menu.get(GUIDE, ())}
    named = {HOME, *(place.uri for places in arc.menu.values() for place in places)}
    named |= {week.uri for week in arc.sessions} | {handout.uri for handout in arc.handouts}
    problems, theirs = [], names(curriculum.languages)
    for (_, uri), page in curriculum.pages.items():
        values = {"found": uri.removesuffix(".md"), "expected": notes_for(page, curriculum)}
        values["file"] = plan_for(page, curriculum)
        if curriculum.only_for_facilitators(page):
            lost = uri not in guide | named and not _is_told(page, curriculum)
            problems += [Problem(page.path, 1, "guide-unlisted", values)] if lost else []
        elif theirs.search(uri.removesuffix(".md")):
            problems.append(Problem(page.path, 1, "name-theirs", values))
        elif uri in guide:
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
    found = [p for p in problems if p.rule == "guide-shared"]
    moved = {path for p in found for path in (p.path, str(p.values["expected"]))}
    moved |= {f"{NOTES}/{p.path.partition(f'{SHARED}/')[2]}" for p in found}
    return [p for p in problems if p.path not in moved or p.rule == "guide-shared"]
