"""The files of a project -> pages as they lie in their folders, beside what languages reflect of each other.

A page of an edition that replaces sections is looked at as the file it is, when it does so in both languages: what is
current there is the same in every site that it becomes part of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from curriculum.read.arc import read_place
from curriculum.read.bases import read_bases
from curriculum.read.languages import Languages
from curriculum.read.ordered import read_first
from curriculum.read.placed import compared
from curriculum.read.sections import weave
from curriculum.read.source import Pages, read_pages
from curriculum.translate.kept import damage_in
from curriculum.translate.pieces import TOP
from curriculum.translate.states import find_states
from curriculum.translate.values import Found, State
from curriculum.watch.reading import FOLDERS
from curriculum.words.bases import Bases
from curriculum.words.model import Page, Problem
from curriculum.words.woven import paths_of


@dataclass(frozen=True)
class DeskLayer:
    """The pages of one folder of one layer, and what is kept for them."""

    pages: Pages
    bases: Bases
    own: str = ""
    """How the paths of those begin that are the edition's; "" in the shared course."""


@dataclass(frozen=True)
class Desk:
    """All that `translate` looks at."""

    root: Path
    edition: str
    languages: Languages
    """Those that texts are held against, which may be more than a site has."""
    site: Languages
    layers: tuple[DeskLayer, ...]
    damaged: tuple[Problem, ...] = ()
    """What is wrong with texts that are kept: a whole page may be kept anew, and nothing else be said of it."""
    unread: tuple[Problem, ...] = ()
    """What is wrong with the keys of pages: the page is looked at without them, and nobody can say that it agrees."""

    def page_at(self, path: str) -> tuple[Page, Bases] | None:
        """The page with this path, and what is kept for those of its folder."""
        every = ((page, layer.bases) for layer in self.layers for page in layer.pages.values())
        return next((one for one in every if one[0].path == path), None)

    def pages_of(self, row: Found) -> tuple[Page, Page, Bases]:
        """The page that was found, and the one it is held against."""
        here, there = self.page_at(row.path), self.page_at(row.source_path)
        assert here
        assert there
        return here[0], there[0], here[1]


def read_desk(root: Path) -> tuple[Desk | None, list[Problem]]:
    """All pages and notes of a project with what is kept of them, or what hinders reading it."""
    languages, texts, problems = read_first(root)
    if problems:
        return None, problems
    edition = read_place(root, languages, texts)[1]
    every = compared(languages)
    layers, damaged = [], list[Problem]()
    for folder in FOLDERS:
        bases, found = read_bases(root, edition, languages, folder)
        shared, more = read_pages(root, folder, every)
        problems += more
        layers.append(DeskLayer(shared, bases))
        paths = {page.path for page in shared.values()}
        if edition:
            own, more = read_pages(root, f"{edition}/{folder}", every)
            layers.append(DeskLayer(with_counterparts(own, shared), bases, f"{edition}/"))
            problems += more
            paths |= {page.path for page in own.values()}
        damaged += [*found, *damage_in(bases, every, paths)]
    looked_at = {path for layer in layers for page in layer.pages.values() for path in paths_of(page.path)}
    unread = tuple(problem for problem in problems if problem.path in looked_at)
    hindering = [problem for problem in problems if problem.path not in looked_at]
    return Desk(root, edition, every, languages, tuple(layers), tuple(damaged), unread), hindering


def with_counterparts(own: Pages, shared: Pages) -> Pages:
    """Pages of an edition, each beside the shared one in the languages in which the edition has none.

    One that replaces sections is woven into the shared page beside a whole one; beside none it has no counterpart, as
    the sections have to be replaced in each language.
    """
    parted = {key for key, page in own.items() if page.asked and page.asked.sections and key in shared}
    whole = {uri for _, uri in own.keys() - parted}
    woven = {key: weave(shared[key], own[key])[0] for key in parted if key[1] in whole}
    return {key: page for key, page in shared.items() if key[1] in whole} | own | woven


def every_state(desk: Desk) -> list[Found]:
    """How every section of the project stands. What the shared course lacks and the edition has is not missing."""
    there = {page.path for layer in desk.layers for page in layer.pages.values()}
    every = (found for layer in desk.layers for found in states_in(layer, desk.languages))
    return [one for one in every if one.state is not State.MISSING or one.section != TOP or one.path not in there]


def states_in(layer: DeskLayer, languages: Languages) -> Iterator[Found]:
    """How the sections of a layer stand; of an edition, without those that are shared."""
    for found in find_states(layer.pages, layer.bases, languages):
        if found.path.startswith(layer.own) or found.source_path.startswith(layer.own):
            yield found
