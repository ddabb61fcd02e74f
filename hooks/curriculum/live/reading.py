"""The sources of both audiences: read whole at the start, then only the page that was saved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from curriculum.read.layers import Sources, read_notes, read_sources
from curriculum.read.source import Pages, parse_page
from curriculum.read.textfile import read_text
from curriculum.words.audience import NOTES
from curriculum.words.model import Page, Problem
from curriculum.words.woven import paths_of

Fresh = dict[str, tuple[Page, tuple[Problem, ...]]]
"""Pages that were read again, by path, each with what is wrong with it by itself."""


@dataclass(frozen=True)
class Both:
    """What was read: participants' sources never hold a note; facilitators' are those and what is added to them."""

    participants: Sources
    facilitators: Sources


def read_both(root: Path) -> Both:
    """Everything, from the disk."""
    participants = read_sources(root)
    return Both(participants, read_notes(participants, NOTES))


def read_changed(both: Both, paths: Iterable[str]) -> Both:
    """The sources after files were saved: the pages among them, or everything again where any is no page we knew."""
    root, arc = both.participants.root, both.participants.arc
    fresh: Fresh = {}
    if arc is None or arc.changed:  # what is left out shapes every page
        return read_both(root)
    for path in paths:
        page = _known(both.facilitators, path)
        text, problems = read_text(root, path)
        if page is None or problems or (root / path).is_symlink():
            return read_both(root)
        found, wrong = parse_page(path, page.language.folder + page.uri, text, both.facilitators.languages)
        if page.was or found.was or page.asked or found.asked:  # it speaks of another page, or asks for its words
            return read_both(root)
        fresh[path] = found, tuple(wrong)
    return Both(_renewed(both.participants, fresh), _renewed(both.facilitators, fresh))


def _known(sources: Sources, path: str) -> Page | None:
    """The page or note of a path, where no other layer's stands in its place, or is woven into it."""
    every = (*sources.pages.values(), *sources.notes.values())
    return next((page for page in every if page.path == path and paths_of(page.path) == (path,)), None)


def _renewed(sources: Sources, fresh: Fresh) -> Sources:
    """The sources with pages in place of those of their paths; one that is not there is not added."""
    mine = {page.path for page in (*sources.pages.values(), *sources.notes.values())} & fresh.keys()
    if not mine:
        return sources
    left = [problem for problem in sources.problems if problem.path not in mine]
    found = [problem for path in sorted(mine) for problem in fresh[path][1]]
    pages, notes, shared = (_with(layer, fresh) for layer in (sources.pages, sources.notes, sources.shared))
    return replace(sources, pages=pages, notes=notes, shared=shared, problems=(*left, *found))


def _with(pages: Pages, fresh: Fresh) -> Pages:
    return {key: fresh[page.path][0] if page.path in fresh else page for key, page in pages.items()}
