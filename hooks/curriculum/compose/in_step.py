"""Where the languages stand beside each other, on the page of the guide about it: sums, then every section that waits.

In:  a course in which `trios` changed in English since both texts were read side by side
Out: under the heading `now`, a row for each pair of languages; below, “French · Practise”, with `trios`, what became
     of it, and how many minutes of work it is
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from curriculum.compose.facts import escape
from curriculum.compose.lines import Insertion, place_of, said
from curriculum.read.source import Pages
from curriculum.translate.minutes import minutes_of
from curriculum.translate.pieces import TOP
from curriculum.translate.states import find_states
from curriculum.translate.telling import state_in_words, to_tell, words
from curriculum.translate.values import UNREAD, Found, State
from curriculum.words.dotted import MIDDOT
from curriculum.words.forms import name_in
from curriculum.words.labels import label
from curriculum.words.model import Audience, Curriculum, Language, Page
from curriculum.words.woven import paths_of

PAGE, SECTION = "in-step.md", "now"
"""Only facilitators have the page: a participant reads of a section that is behind on the section itself."""
Paths = dict[str, Page]


class Waiting(NamedTuple):
    """A section that asks for something, and the minutes that it takes."""

    found: Found
    page: Page | None
    minutes: int


def in_step_insertions(page: Page, curriculum: Curriculum) -> list[Insertion]:
    """What stands under the heading of that page; on any other, nothing."""
    text = in_step_words(page, curriculum)
    start = next((section.line + 1 for section in page.sections if section.id == SECTION), page.body.count("\n") + 2)
    return [Insertion(start, said(text, place_of(page, start)))] if text else []


def in_step_words(page: Page, curriculum: Curriculum) -> str:
    """The same as Markdown; "" for other pages, and for participants."""
    if page.uri != PAGE or curriculum.audience is not Audience.FACILITATOR:
        return ""
    language, layers = page.language, _written(curriculum)
    found = [one for pages in layers for one in find_states(pages, curriculum.bases, curriculum.languages)]
    asked = to_tell(found, curriculum.languages[0])
    if not asked:
        return words(language, "current", count=len(found))
    paths = {path: page for pages in layers for page in pages.values() for path in paths_of(page.path)}
    waiting = [_waiting(one, paths, curriculum) for one in _whole(asked)]
    lines = words(language, "page-sum", count=len(waiting), minutes=sum(one.minutes for one in waiting))
    parts = [_part(group, curriculum, language) for group in _by_page(waiting)]
    return "\n\n".join([lines, _sums(found, waiting, language), *parts])


def _written(curriculum: Curriculum) -> list[Pages]:
    """Pages and notes as their authors wrote them: one that is borrowed stands for none."""
    layers = (curriculum.pages, curriculum.notes)
    return [{key: page for key, page in pages.items() if not page.borrowed} for pages in layers]


def _whole(asked: Sequence[Found]) -> list[Found]:
    """A page of which nothing is kept is one row."""
    rows = {(one.path, "" if one.state is State.UNSTAMPED else one.section, one.source): one for one in reversed(asked)}
    return sorted(rows.values(), key=lambda one: (one.source_path.removesuffix("index.md"), one.path, one.line))


def _waiting(found: Found, paths: Paths, curriculum: Curriculum) -> Waiting:
    here, there = paths.get(found.path), paths.get(found.source_path)
    return Waiting(found, here, minutes_of(found, here, there, curriculum.bases))


def _by_page(waiting: Sequence[Waiting]) -> list[list[Waiting]]:
    groups: dict[str, list[Waiting]] = {}
    for one in waiting:
        groups.setdefault(one.found.path, []).append(one)
    return list(groups.values())


def _sums(found: Sequence[Found], waiting: Sequence[Waiting], language: Language) -> str:
    """A row for each language beside another: how many sections are in step, behind, missing, not read; minutes."""
    heads = [words(language, f"page-{name}") for name in ("pair", "current", "behind", "missing", "unread", "minutes")]
    rows = []
    for own, source in dict.fromkeys((one.language, one.source) for one in found):
        states = [one.state for one in found if (one.language, one.source) == (own, source)]
        minutes = sum(one.minutes for one in waiting if (one.found.language, one.found.source) == (own, source))
        counts = [
            sum(state not in (State.CHANGED, State.MISSING, *UNREAD) for state in states),
            states.count(State.CHANGED),
            states.count(State.MISSING),
            sum(state in UNREAD for state in states),
            minutes,
        ]
        pair = words(language, "page-beside", own=_titled(own, language), source=name_in(source, language))
        rows.append([pair, *map(str, counts)])
    return _table(heads, rows)


def _part(group: Sequence[Waiting], curriculum: Curriculum, language: Language) -> str:
    """The sections of one page, under its title with a way there; one that is not there yet, by its path."""
    found, page = group[0].found, group[0].page
    shown = curriculum.pages.get((language, page.uri)) if page else None
    title = f"[{escape(shown.title)}]({shown.uri})" if shown else escape(found.source_title or found.title)
    heads = [words(language, f"page-{name}") for name in ("section", "state", "minutes")]
    rows = [[_name(one, shown, language), state_in_words(one.found, language), str(one.minutes)] for one in group]
    return f"**{_titled(found.language, language)}**{MIDDOT}{title}\n\n{_table(heads, rows)}"


def _titled(named: Language, language: Language) -> str:
    """The name of a language as it begins a line."""
    name = name_in(named, language)
    return name[:1].upper() + name[1:]


def _name(one: Waiting, shown: Page | None, language: Language) -> str:
    """A section by its title in the language of who reads, with a way to it."""
    if one.found.state is State.UNSTAMPED or one.page is None:
        return words(language, "page-whole")
    if one.found.section == TOP:
        return label("behind-top", language)
    section = next((part for part in (shown.sections if shown else ()) if part.id == one.found.section), None)
    if section is None or shown is None:
        return escape(one.found.title)
    return f"[{escape(section.title)}]({shown.uri}#{section.id})"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *([cell.replace("|", "&#124;") for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
