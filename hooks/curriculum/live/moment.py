"""What is shown from one saved change to the next: the newest pages; the last good ones in place of those to mend."""

from __future__ import annotations

from collections.abc import Collection, Set
from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import Environment

from curriculum.live.checking import check_both
from curriculum.live.kept import Kept
from curriculum.live.pages import Site
from curriculum.live.policy import live_policy
from curriculum.live.reading import Both, read_both, read_changed
from curriculum.live.templates import TEMPLATES, Templates, read_templates, tried
from curriculum.read.layers import Sources
from curriculum.read.scripts import FOLDER as SCRIPTS
from curriculum.read.scripts import Scripts
from curriculum.read.styles import FOLDER as STYLES
from curriculum.read.styles import Styles
from curriculum.words.audience import NOTES
from curriculum.words.labels import DEFAULT
from curriculum.words.model import Audience, Curriculum, Page, Problem
from curriculum.words.problems import set_of
from curriculum.words.woven import paths_of

PROGRAM = ("hooks/", "run.py", "mkdocs.facilitator.yml")


@dataclass(frozen=True)
class Moment:
    """All that an answer is made of; whoever answers holds one, and is not disturbed by the next."""

    number: int
    both: Both
    """What stands on the disk."""
    sites: dict[Audience, Site]
    """What is shown; empty as long as nothing could be."""
    problems: tuple[Problem, ...]
    templates: Templates
    styles: Styles
    restart: bool = False
    """The program itself was changed: what runs is the old one."""


@dataclass(frozen=True)
class Memory:
    """What is kept from moment to moment: what checks found, and what each audience's pages were made of."""

    checks: tuple[Kept, Kept]
    pages: dict[Audience, Kept]


def new_memory() -> Memory:
    """Nothing kept yet."""
    return Memory((Kept(), Kept()), {audience: Kept() for audience in Audience})


def first_moment(root: Path, number: int, memory: Memory) -> Moment:
    """Everything, read and not checked yet, so that it can be looked at soon; the next moment is."""
    both, templates = read_both(root), read_templates(root, None)
    return _moment(both, templates, None, number, memory, list(both.facilitators.problems))


def next_moment(before: Moment, changed: Collection[str], memory: Memory) -> Moment:
    """The moment after these files were saved; only what they touch is read and checked again."""
    root = before.both.participants.root
    course = [place for place in changed if shapes_course(place)]
    both = read_changed(before.both, course) if course else before.both
    touched = any(place.startswith(f"{TEMPLATES}/") for place in changed)
    templates = read_templates(root, before.templates) if touched else before.templates
    restart = before.restart or any(place.startswith(PROGRAM) for place in changed)
    found = check_both(both, memory.checks)
    return replace(_moment(both, templates, before, before.number + 1, memory, found), restart=restart)


def shapes_course(place: str) -> bool:
    """True for what is read into the course; not for the program, nor for templates and styles."""
    return not place.startswith((*PROGRAM, f"{TEMPLATES}/")) or place.startswith((f"{SCRIPTS}/", f"{STYLES}/"))


def _moment(  # noqa: PLR0913, PLR0917
    both: Both, templates: Templates, before: Moment | None, number: int, memory: Memory, found: list[Problem]
) -> Moment:
    sites = _sites(both, templates.environment, before, found, memory)
    if before is None or templates is not before.templates:
        templates = tried(templates, sites.get(Audience.PARTICIPANT), before.templates if before else None)
        sites = _sites(both, templates.environment, before, found, memory)
    styles = both.participants.styles or (before.styles if before else {})
    problems = set_of([*found, *templates.problems], DEFAULT)
    return Moment(number, both, sites, tuple(problems), templates, styles)


def _sites(
    both: Both, environment: Environment | None, before: Moment | None, problems: list[Problem], memory: Memory
) -> dict[Audience, Site]:
    sites: dict[Audience, Site] = {}
    if environment is None:
        return sites
    for audience, sources in ((Audience.PARTICIPANT, both.participants), (Audience.FACILITATOR, both.facilitators)):
        old = before.sites.get(audience) if before else None
        theirs = audience is Audience.FACILITATOR
        bad = {problem.path for problem in problems if theirs or not _is_note(problem, sources)}
        if curriculum := shown(old.curriculum if old else None, sources, bad):
            scripts = _scripts(old.scripts if old else None, sources.scripts, bad)
            sites[audience] = Site(curriculum, scripts, environment, memory.pages[audience], live_policy)
    return sites


def _is_note(problem: Problem, sources: Sources) -> bool:
    """True for what lies in a folder of notes, shared or the edition's: participants' pages do not rest on it."""
    own = f"{sources.edition.path}/{NOTES}/" if sources.edition else f"{NOTES}/"
    return f"{problem.path}/".startswith((f"{NOTES}/", own))


def _scripts(before: Scripts | None, now: Scripts, bad: Collection[str]) -> Scripts:
    """The scripts as they are pinned; those from before while one is not."""
    pinned = not any(path.startswith(f"{SCRIPTS}/") for path in bad)
    return now if before is None or (pinned and before != now) else before


def shown(before: Curriculum | None, sources: Sources, bad: Set[str]) -> Curriculum | None:
    """What readers see, when the files of these paths are to be mended: of each page the last good one.

    While only pages are, everything else is the newest. While what all pages rest on is, arc, edition and the list of
    pages stay, and pages that are right go on being renewed.
    """
    now = sources.published
    if before is None or (now and not bad):
        return now
    # words of the site are to be mended, and no page is in those languages; or addresses are not those of the folders
    if sources.languages != before.languages or before.arc.changed:
        return before
    every = (*sources.pages.values(), *sources.notes.values())
    paths = {path for page in every for path in paths_of(page.path)}
    if now and bad <= paths and (now.arc, now.edition) == (before.arc, before.edition):
        pages = {key: before.pages.get(key, page) if _is_bad(page, bad) else page for key, page in now.pages.items()}
        notes = {key: before.notes.get(key, note) if _is_bad(note, bad) else note for key, note in now.notes.items()}
        return replace(now, pages=pages, notes=notes)
    newest = {page.path: page for page in every if not _is_bad(page, bad)}
    pages = {key: newest.get(page.path, page) for key, page in before.pages.items()}
    notes = {key: newest.get(note.path, note) for key, note in before.notes.items()}
    return replace(before, pages=pages, notes=notes)


def _is_bad(page: Page, bad: Set[str]) -> bool:
    """True when a file that the page is made of is to be mended."""
    return not bad.isdisjoint(paths_of(page.path))
