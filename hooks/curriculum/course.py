"""The course of one audience: read once, checked once, made once; the finished value is passed on to all that follows.

Participants' sources never hold a note. `read_notes` adds what only facilitators see to what was read for participants,
so that of two sites built one after the other the second repeats nothing of the first.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from curriculum.checks import check_added, check_sources
from curriculum.formats.files import make_added, make_all
from curriculum.formats.manifest import Files
from curriculum.formats.pdf.everything import print_handouts
from curriculum.formats.single.frame import Inside, read_inside
from curriculum.read.layers import Settings, Sources, read_all, read_notes
from curriculum.words.model import Curriculum, Problem


@dataclass(frozen=True)
class Course:
    """What was read and found right, and the files made of it by their place in the site."""

    sources: Sources
    curriculum: Curriculum
    inside: Inside
    """What a week in one file carries, where a page of the site would load it."""
    files: Files = field(default_factory=dict)


def open_course(settings: Settings) -> tuple[Course | None, list[Problem]]:
    """The course for the audience of a site, or all that is to be mended."""
    sources = read_all(settings)
    problems = check_sources(sources)
    return make_course(sources, problems)


def add_notes(course: Course, notes: str) -> tuple[Course | None, list[Problem]]:
    """The course for facilitators: the one for participants, and what stands in the folder `notes`."""
    sources = read_notes(course.sources, notes)
    problems = check_added(sources)
    return make_course(sources, problems, course.files)


def make_course(
    sources: Sources, problems: list[Problem], made: Files | None = None
) -> tuple[Course | None, list[Problem]]:
    """Sources, and what was found in them -> the course with its files; `made` are those participants have already.

    Where something is to be mended, only handouts are tried on paper: packs and books are made of pages that are whole.
    """
    curriculum = sources.curriculum
    if curriculum is None:
        return None, problems
    if problems:
        return None, [*problems, *print_handouts(curriculum, sources.root)[1]]
    inside = read_inside(sources.root, sources.scripts, sources.styles)
    files, found = (made, []) if made else make_all(curriculum, inside, sources.root)
    if sources.notes and not found:
        added, found = make_added(curriculum, sources.root)
        files = {**files, **added}
    return (None if found else Course(sources, curriculum, inside, files)), found
