"""The course of one audience: read once, checked once, made once; the finished value is passed on to all that follows.

Participants' sources never hold a note. `read_notes` adds what only facilitators see to what was read for participants,
so that of two sites built one after the other the second repeats nothing of the first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from curriculum.checks import EVERY, Looks, check_added, check_sources
from curriculum.checks.audience import check_hooks
from curriculum.checks.known import read_known, write_known
from curriculum.checks.paper import without_told
from curriculum.checks.past import looks_past, names_of
from curriculum.checks.told import as_one, at_their_source, without_shadows
from curriculum.checks.undrawn import without_told_signs
from curriculum.formats.articles import Articles
from curriculum.formats.composed import read_made, write_made
from curriculum.formats.files import make_added, make_all
from curriculum.formats.kept import FOLDER, MOST, VERSIONS, read_program, write_shed
from curriculum.formats.moved import moved_pages
from curriculum.formats.pdf.everything import TEMPLATE, print_handouts
from curriculum.formats.screens import Screens, make_screens, read_known_pages, write_known_pages
from curriculum.formats.stored import Files
from curriculum.formats.tonight.frame import read_insides
from curriculum.read.folders import read_contents
from curriculum.read.layers import Settings, Sources, read_all, read_notes
from curriculum.read.site_files import read_site_file
from curriculum.site.policy import Insides
from curriculum.words.model import Audience, Curriculum, Language, Problem
from curriculum.words.paper import Article
from curriculum.words.problems import preferred_languages, report

RIGHT = "right"
"""The name under which pages that were found right are kept."""


@dataclass(frozen=True)
class Course:
    """What was read and found right, and the files made of it by their place in the site."""

    sources: Sources
    curriculum: Curriculum
    insides: Insides
    """What pages in one file carry, where a page of the site would load it."""
    handouts: Mapping[tuple[Language, str], Article]
    """Every handout, composed once for both sites."""
    files: Files
    screens: Screens
    """Every page as a browser gets it, without its frame."""


def open_course(settings: Settings) -> tuple[Course | None, list[Problem]]:
    """The course for the audience of a site, or all that is to be mended."""
    return make_course(*read_checked(settings))


def read_checked(settings: Settings) -> tuple[Sources, list[Problem]]:
    """What a site is made of, and all that is to be mended in it."""
    sources = read_all(settings)
    return sources, check_and_note(sources, check_sources)


def opened(extra: Mapping[str, Any], config_file: str | None) -> Course:
    """The course that the first hook has opened. Where it has not, no hook may build anything: it is said, and the
    program ends, before MkDocs empties the old site.
    """
    course = extra.get("course")
    if isinstance(course, Course):
        return course
    path = Path(config_file or "-")
    raise SystemExit(report(check_hooks(read_site_file(path.parent, path.name)), preferred_languages()))


def add_notes(course: Course, notes: str) -> tuple[Course | None, list[Problem]]:
    """The course for facilitators: the one for participants, and what stands in the folder `notes`."""
    sources = read_notes(course.sources, notes)
    problems = check_and_note(sources, check_added)
    return make_course(sources, problems, course)


def check_and_note(sources: Sources, check: Callable[[Sources, Looks], list[Problem]]) -> list[Problem]:
    """What is to be mended; pages that an earlier build found right, in a course of the same shape, stay right."""
    if sources.curriculum is None:
        return check(sources, EVERY)
    root, audience = sources.root, sources.audience
    names = names_of(sources.curriculum, read_program())
    problems = check(sources, looks_past(read_known(root, RIGHT, audience), names))
    if not problems:
        write_known(root, RIGHT, audience, names.values())
    return problems


def make_course(
    sources: Sources, problems: list[Problem], base: Course | None = None
) -> tuple[Course | None, list[Problem]]:
    """Sources, and what was found in them -> the course; `base` is that of participants, whose files stay as they are.

    Where something is to be mended, only handouts are tried on paper: packs and books are made of pages that are whole.
    """
    curriculum, root = sources.published, sources.root
    if curriculum is None:
        return None, as_one(problems)
    if not (root / TEMPLATE).is_dir():  # nothing can be tried on paper
        return None, as_one(without_shadows([*problems, Problem(TEMPLATE, 1, "file-absent")]))
    if problems:
        tried = [] if is_without_paper(problems) else print_handouts(Articles(curriculum), root)[1]
        tried = without_told_signs(without_told(tried, problems), problems)
        return None, as_one(without_shadows([*problems, *at_their_source(tried, curriculum)]))
    insides = base.insides if base else read_insides(root, sources.scripts, sources.styles)
    articles = Articles(curriculum, {**base.handouts} if base else {})
    files, problems = (Files(base.files), []) if base else make_all(articles, insides.single, root)
    files.update({} if base else {**read_contents(root, curriculum.local), **moved_pages(curriculum)})
    if curriculum.audience is Audience.FACILITATOR and not problems:
        added, problems = make_added(articles, insides.tonight, root)
        files.update(added)
        files.update(read_contents(root, curriculum.theirs))
    if problems:
        return None, at_their_source(problems, curriculum)
    theirs = base.screens if base else Screens({})
    logo = curriculum.edition.theme.logo
    files.update({logo.place: logo.content} if logo else {})
    sizes = files.sizes
    before = read_known_pages(root, curriculum.audience)
    made = read_made(root, curriculum.audience)
    screens, indexes = make_screens(curriculum, sizes, {**before, **theirs.known}, made, theirs.texts)
    files.update({place: words.encode() for place, words in indexes.items()})
    own = {name: read for name, read in screens.known.items() if name not in theirs.known}
    write_known_pages(root, curriculum.audience, own, before)
    write_made(root, curriculum.audience, screens.made)
    if not base:
        write_shed(root / FOLDER, max(MOST, VERSIONS * sum(sizes.values())))
    return Course(sources, curriculum, insides, articles.handouts, files, screens), []


def is_without_paper(problems: Sequence[Problem]) -> bool:
    """True where a file that paper is set with is not there, or not as it was: each page would be blamed for it."""
    return any(problem.path.startswith(f"{TEMPLATE}/") for problem in problems)
