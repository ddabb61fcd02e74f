"""Everything that was read -> problems. One module for each family; each check is silent and returns a list."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Sequence
from posixpath import basename
from typing import NamedTuple

from curriculum.checks.announced import check_announced
from curriculum.checks.apart import check_places, without_consequences
from curriculum.checks.audience import check_site_files
from curriculum.checks.contrast import check_contrast
from curriculum.checks.copied import check_copied
from curriculum.checks.credit import check_credit
from curriculum.checks.cut import check_cut
from curriculum.checks.in_step import check_in_step
from curriculum.checks.languages import check_languages, counterpart_of
from curriculum.checks.late import check_late
from curriculum.checks.late_words import check_late_words
from curriculum.checks.leftover import check_left_facts
from curriculum.checks.loads import check_loads
from curriculum.checks.moved import check_moved
from curriculum.checks.notes import check_note, check_notes
from curriculum.checks.origin import check_origin, check_private_origin, check_status
from curriculum.checks.outcomes import check_outcomes
from curriculum.checks.pages import check_in_place, check_page
from curriculum.checks.picture_files import check_picture_files
from curriculum.checks.private import check_private
from curriculum.checks.telling import check_site_name
from curriculum.checks.told import at_their_source, by_group, without_shadows
from curriculum.checks.watched import check_watched, check_watched_notes
from curriculum.checks.weeks import check_weeks
from curriculum.read.folders import meant_page
from curriculum.read.languages import Languages
from curriculum.read.layers import Sources
from curriculum.words.model import Audience, Curriculum, Page, Problem

ABSENT = ("no-counterpart", "week-absent", "page-absent", "handout-absent")
"""Rules that miss a page, and name the file that they expect."""


class Looks(NamedTuple):
    """How one page or note is looked at; who checks again and again brings looks that remember what they found."""

    note: Callable[[Page], list[Problem]] = check_note
    page: Callable[[Page, Page | None, Languages], list[Problem]] = check_page
    in_place: Callable[[Page, Curriculum], list[Problem]] = check_in_place


EVERY = Looks()


def check_sources(sources: Sources, looks: Looks = EVERY) -> list[Problem]:
    """Everything that is to be mended in what was read, for either audience."""
    pages = [*sources.pages.values(), *sources.notes.values()]
    problems = check_site_files(sources.sites) + check_edition(sources) + check_picture_files(sources)
    problems += check_private_origin(sources) + check_in_step(sources)
    problems += check_announced(sources) + check_watched(sources)
    problems += check_watched_notes(sources) if sources.audience is Audience.FACILITATOR else []
    problems += check_pages(sources, pages, looks) + _check_curriculum(sources.curriculum, pages, looks)
    return _told(problems, sources)


def check_added(sources: Sources, looks: Looks = EVERY) -> list[Problem]:
    """The same for facilitators, when nothing is to be mended in what participants see: that is not looked at again."""
    curriculum = sources.curriculum
    assert curriculum
    pages = [page for page in sources.pages.values() if curriculum.only_for_facilitators(page)]
    pages += sources.notes.values()
    problems = check_watched_notes(sources) + check_private_origin(sources) + check_picture_files(sources)
    problems += check_pages(sources, pages, looks) + check_announced(sources) + check_in_step(sources)
    problems += _check_curriculum(curriculum, pages, looks)
    return _told(problems, sources)


def _told(problems: list[Problem], sources: Sources) -> list[Problem]:
    """Each once, where it is written, without what would be gone with another one."""
    curriculum = sources.curriculum
    placed = at_their_source(problems, curriculum) if curriculum else problems
    return without_consequences(without_shadows([*sources.problems, *_without_unread(placed, sources)]))


def _without_unread(problems: Sequence[Problem], sources: Sources) -> list[Problem]:
    """The problems but those that miss a page which is there and could not be read, or a picture that is there under
    nearly that name: that is told already.
    """
    unread = {problem.path for problem in sources.problems} | {meant_page(problem.path) for problem in sources.problems}
    missed = {basename(str(p.values["found"])).casefold() for p in problems if p.rule == "broken-file"}
    return [
        problem
        for problem in problems
        if _missed_by(problem) not in unread - {""}
        and not (problem.rule == "picture-unused" and basename(problem.path).casefold() in missed)
    ]


def _missed_by(problem: Problem) -> str:
    """The path of the page that a problem misses, none when it misses none."""
    if problem.rule in ABSENT:
        return str(problem.values["expected"])
    if problem.rule == "base-alone":
        return str(problem.values["found"])
    if problem.rule == "broken-link":
        target = str(problem.values["found"]).partition("#")[0]
        return posixpath.normpath(posixpath.join(posixpath.dirname(problem.path), target))
    return ""


def check_edition(sources: Sources) -> list[Problem]:
    """What can be said of an edition by itself, beyond what its schemas say."""
    edition = sources.edition
    own = check_site_name(edition, sources.languages) + check_status(edition) if edition else []
    own += check_left_facts(edition) if edition else []
    return own + check_origin(sources) + check_contrast(sources)


def check_pages(sources: Sources, pages: Iterable[Page], looks: Looks = EVERY) -> list[Problem]:
    """What can be said of pages and notes by themselves, and of the languages beside each other."""
    languages = sources.languages
    problems = check_languages(sources.pages, languages) + check_languages(sources.notes, languages)
    for page in pages:
        key = page.language, page.uri
        if sources.notes.get(key) is page:
            problems += looks.note(page)
        else:
            problems += looks.page(page, counterpart_of(key, sources.pages, languages), languages)
    return problems


def _check_curriculum(curriculum: Curriculum | None, pages: Iterable[Page], looks: Looks = EVERY) -> list[Problem]:
    """What only shows when pages, arc and edition are held against each other."""
    if curriculum is None:
        return []
    problems = (
        check_credit(curriculum) + check_loads(curriculum.arc) + check_weeks(curriculum) + check_outcomes(curriculum)
    )
    problems += check_moved(curriculum) + check_late(curriculum.arc) + check_late_words(curriculum)
    pages = [*pages]
    problems += check_notes(curriculum) + check_places(curriculum) + check_cut(pages, curriculum)
    problems += check_copied(curriculum) + check_private(curriculum)
    in_place = (problem for page in pages for problem in looks.in_place(page, curriculum))
    return problems + by_group(in_place, curriculum.edition)
