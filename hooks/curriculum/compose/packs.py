"""What opens a pack and a book, as Markdown: what to print and how many, or a title page."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from curriculum.compose.facts import escape, name_on_paper, title_of
from curriculum.words.forms import name_in
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Handout, Kind, Language, Week

PageCounts = Mapping[str, int]
"""The pages of each handout by its path: {"week-01/handouts/pause-card.md": 1}."""


class Group(NamedTuple):
    """For whom a week's handouts are printed in one language."""

    people: int
    """Those who read this language."""
    spare: int = 0
    """Copies of each handout beside theirs."""
    mixed: tuple[tuple[Language, int], ...] = ()
    """Everybody by the language they read; empty when each language is printed for all."""

    def copies_of(self, handout: Handout) -> int:
        """How often a handout is printed."""
        return handout.copies.count(self.people) + self.spare


def handouts_opening(week: Week, curriculum: Curriculum, language: Language, pages: PageCounts, group: Group) -> str:
    """The first page of a week's handouts: how to print, which handout, how many copies, cut, fold or staple."""
    steps = "\n".join(f"1. {label(f'pack-{step}', language)}" for step in ("scale", "ink", "look"))
    return "\n\n".join(
        [
            f"# {label('pack-handouts', language, session=escape(name_on_paper(week, language, curriculum)))}",
            _for_whom(group, language),
            f"## {label('pack-many', language)} {{ #many }}",
            _counts(week, curriculum, language, pages, group),
            _sheets(week, language, pages, group),
            f"## {label('pack-before', language)} {{ #before }}",
            steps,
        ]
    )


def _for_whom(group: Group, language: Language) -> str:
    """`For a group of 8: 6 in English, 2 in French. This is the set in French. 1 spare copy … is counted in. …`"""
    total = sum(count for _, count in group.mixed)
    each = [label("pack-share", language, people=count, language=name_in(of, language)) for of, count in group.mixed]
    said = [
        label("pack-mixed", language, participants=total, each=", ".join(each), language=name_in(language, language))
        if group.mixed
        else label("pack-group", language, participants=group.people),
        *([label("pack-spare", language, count=group.spare)] if group.spare else []),
        label("pack-lead", language),
    ]
    return " ".join(said)


def _counts(week: Week, curriculum: Curriculum, language: Language, pages: PageCounts, group: Group) -> str:
    head = " | ".join(label(f"pack-{name}", language) for name in ("handout", "pages", "copies", "how"))
    rows = [f"| {head} |", "| --- | --- | --- | --- |"]
    for handout in week.handouts:
        title = escape(title_of(curriculum.pages[language, handout.uri], curriculum))
        count, copies = pages[handout.uri], group.copies_of(handout)
        rows.append(f"| {title} | {count} | {copies} | {how_to(handout, count, language)} |")
    return "\n".join(rows)


def how_to(handout: Handout, pages: int, language: Language) -> str:
    """Which sides to print, and what to do with the paper: `One side; cut, then fold`."""
    if handout.kind is Kind.CERTIFICATE:
        return label("pack-chosen", language)
    sides = label(f"pack-sides-{min(handout.kind.sides, pages)}", language)
    then = "staple" if sheets_of(handout, pages) > 1 else "cut" if handout.kind.is_cut else ""
    return "; ".join([sides, *([label(f"pack-{then}", language)] if then else [])])


def sheets_of(handout: Handout, pages: int) -> int:
    """Sheets of paper for one copy; of a certificate, each person has one of the two versions behind the first page."""
    mine = (pages - 1) // 2 if handout.kind is Kind.CERTIFICATE else pages
    return math.ceil(mine / handout.kind.sides)


def _sheets(week: Week, language: Language, pages: PageCounts, group: Group) -> str:
    count = sum(sheets_of(h, pages[h.uri]) * group.copies_of(h) for h in week.handouts)
    return label("pack-sheets", language, count=count)


def book_opening(name: str, title: str, language: Language) -> str:
    """The title page of the `workbook` or the `guide`: which book it is, and for whom."""
    return f"# {escape(title)}\n\n{label(f'{name}-lead', language)}"
