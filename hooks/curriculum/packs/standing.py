"""The project with other texts in its pages -> what `check` would find there, and does not find in it as it is.

So a cell that was lost in a table, a page that is too long or a link that leads nowhere is told with its row, not a day
later to somebody else. Nothing is written: pages are put into what was read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from curriculum.checks import EVERY, Looks, check_sources
from curriculum.checks.notes import check_note
from curriculum.checks.pages import check_page
from curriculum.packs.overlaid import Put, with_pages
from curriculum.read.languages import Languages
from curriculum.read.layers import Sources, read_notes, read_sources
from curriculum.read.limits import check_length, check_limits
from curriculum.read.source import parse_page
from curriculum.read.textfile import check_signs, check_size, most_in
from curriculum.translate.desk import Desk
from curriculum.words.audience import NOTES, SHARED
from curriculum.words.labels import read_spoken
from curriculum.words.model import Curriculum, Page, Problem
from curriculum.words.problems import say
from curriculum.words.woven import paths_of

STAMPED = ("section-behind", "section-unread")
"""What an import mends by itself: it keeps both texts as read side by side."""
FIGURE = re.compile(r"\d+")
"""Lines and sums in a sentence move with what stands above: the problem is the same."""


@dataclass(frozen=True)
class Standing:
    """The project as it is read for a check: for participants, and for facilitators."""

    desk: Desk
    both: tuple[Sources, ...]
    begun: Mapping[str, str]
    """The page that each page which is not there yet translates: what is to be mended in that one comes from there."""


def read_standing(desk: Desk, begun: Mapping[str, str]) -> Standing:
    """What a check would read."""
    participants = read_sources(desk.root)
    return Standing(desk, (participants, read_notes(participants, NOTES)), begun)


def found_now(standing: Standing, paths: Sequence[str]) -> list[Problem]:
    """What is to be mended as it is in these pages; for one that is not there yet, in the page that it translates."""
    return _found(standing, [*paths, *(standing.begun[path] for path in paths if path in standing.begun)], {})


def newly_found(standing: Standing, texts: Mapping[str, str], before: Sequence[Problem]) -> list[Problem]:
    """What these texts, each for its path, bring with them, at their lines there; `before` was found already."""
    unread = [problem for path, text in texts.items() for problem in _unread(path, text)]
    if unread:  # nothing else is looked at in a text that would not be read
        return unread
    known, theirs = Counter(map(_name_of, before)), {(problem.path, problem.rule) for problem in before}
    new = []
    for problem in _found(standing, [*texts], texts):
        name = _name_of(problem)
        if not known[name] and (standing.begun.get(problem.path), problem.rule) not in theirs:
            new.append(problem)
        known[name] -= known[name] > 0
    return new


def _unread(path: str, text: str) -> list[Problem]:
    """Why the file would not be read."""
    too_large = check_size(path, len(text.encode()), most_in(path))
    return too_large or [*check_signs(path, 1, text), *check_limits(path, 1, text)] or check_length(path, text)


def _name_of(problem: Problem) -> tuple[str, str]:
    """A problem without its place in the file."""
    return str(problem.path), FIGURE.sub("", say(replace(problem, path="", line=0), read_spoken()[0]))


def _found(standing: Standing, paths: Sequence[str], texts: Mapping[str, str]) -> list[Problem]:
    """What is found in these pages, and in the whole because of them; `texts` stand in place of what is there."""
    desk = standing.desk
    problems = list[Problem]()
    for path in paths:
        held = desk.page_at(path)
        if path in texts:
            page, found = parse_page(path, place_of(desk, path), texts[path], desk.languages)
            problems += found
        elif held:
            page = held[0]
        else:
            continue
        problems += check_note(page) if is_note(desk, path) else check_page(page, None, desk.languages)
    put = [_put(desk, path, text) for path, text in texts.items()]
    for sources in standing.both:
        problems += check_sources(with_pages(sources, put), _looks_at(paths))
    return [problem for problem in problems if problem.rule not in STAMPED]


def _put(desk: Desk, path: str, text: str) -> Put:
    return Put(path, place_of(desk, path), text, is_note(desk, path), not desk.page_at(path))


def _looks_at(paths: Collection[str]) -> Looks:
    """Looks at the pages that stand in these files; what others hold by themselves is as it was."""

    def is_meant(page: Page) -> bool:
        return not {*paths}.isdisjoint(paths_of(page.path))

    def note(page: Page) -> list[Problem]:
        return EVERY.note(page) if is_meant(page) else []

    def one(page: Page, counterpart: Page | None, languages: Languages) -> list[Problem]:
        return EVERY.page(page, counterpart, languages) if is_meant(page) else []

    def in_place(page: Page, curriculum: Curriculum) -> list[Problem]:
        return EVERY.in_place(page, curriculum) if is_meant(page) else []

    return Looks(note, one, in_place)


def place_of(desk: Desk, path: str) -> str:
    """The place of a page inside its folder: `fr/law.md`."""
    rest = path.removeprefix(f"{desk.edition}/") if desk.edition else path
    return rest.partition("/")[2]


def is_note(desk: Desk, path: str) -> bool:
    """True where a page of everybody has this place: what facilitators have there is its note."""
    place = place_of(desk, path)
    shared = {f"{layer.own}{SHARED}/{place}" for layer in desk.layers}
    return f"{NOTES}/{place}" in path and any(desk.page_at(one) for one in shared)
