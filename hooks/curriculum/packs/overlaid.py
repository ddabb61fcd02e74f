"""What was read of a project, with other texts in some of its files: as if it had been read with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from curriculum.read.layers import Sources
from curriculum.read.leading import without_left_out
from curriculum.read.placed import split_folder
from curriculum.read.sections import weave
from curriculum.read.source import Pages, parse_page
from curriculum.read.textfile import read_text
from curriculum.words.audience import NOTES
from curriculum.words.model import Audience, Page, Problem
from curriculum.words.woven import Woven, paths_of


@dataclass(frozen=True)
class Put:
    """A text for a file."""

    path: str
    place: str
    """Inside its folder: `fr/law.md`."""
    text: str
    is_note: bool
    is_new: bool

    @property
    def is_theirs(self) -> bool:
        """True for what only facilitators see."""
        return f"{NOTES}/{self.place}" in self.path


def with_pages(sources: Sources, put: Sequence[Put]) -> Sources:
    """The sources with these texts; those of languages that the site does not have change nothing in it."""
    for one in put:
        is_ours = sources.audience is Audience.FACILITATOR or not one.is_theirs
        if is_ours and split_folder(one.place, sources.languages)[0]:
            sources = _with_page(sources, one)
    return sources


def _with_page(sources: Sources, put: Put) -> Sources:
    page, problems = parse_page(put.path, put.place, put.text, sources.languages)
    kept = (problem for problem in sources.problems if problem.path != put.path)
    told: tuple[Problem, ...] = (*kept, *problems)
    pages, notes, shared, shared_notes = (
        _with(held, page, sources) for held in (sources.pages, sources.notes, sources.shared, sources.shared_notes)
    )
    key = page.language, page.uri
    if put.is_new and put.is_note:
        notes = {key: page, **notes}
    elif put.is_new:
        pages = {key: page, **pages}
    read = replace(sources, problems=told, pages=pages, notes=notes)
    return replace(read, shared=shared, shared_notes=shared_notes)


def _with(pages: Pages, page: Page, sources: Sources) -> Pages:
    """The pages, this one in place of what stands in its file; the same pages where none does."""
    key = page.language, page.uri
    held = pages.get(key)
    if held is None or page.path not in paths_of(held.path):
        return pages
    made = _woven(held.path, page, sources) if isinstance(held.path, Woven) else page
    return {**pages, **without_left_out({key: made}, sources.arc)[0]}


def _woven(path: Woven, page: Page, sources: Sources) -> Page:
    """A page made of two files, of which this is one."""
    both = (path.weft.shared, str(path))
    shared, own = (page if one == page.path else read_other(one, page, sources) for one in both)
    return weave(shared, own)[0]


def read_other(path: str, beside: Page, sources: Sources) -> Page:
    """The other one of the two, as it is."""
    place = f"{beside.language.folder}{beside.uri}"
    return parse_page(path, place, read_text(sources.root, path)[0], sources.languages)[0]
