"""Which folders make one site, and which file wins where two have the same place.

`docs/` is shared; an edition adds or replaces pages; the notes folder is a layer of the facilitator site only, and is
named in one place, `mkdocs.facilitator.yml`. A layer is never taken away from a site: it is added or it is not there.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from curriculum.arc import read_arc
from curriculum.edition import read_edition
from curriculum.model import Audience, Curriculum, Problem
from curriculum.source import Pages, read_pages

SHARED = "docs"


@dataclass(frozen=True)
class Settings:
    """Where the curriculum is, and the folder of the notes when facilitators are the audience."""

    root: Path
    notes: str = ""

    @property
    def audience(self) -> Audience:
        """Facilitators, if and only if a folder of notes was named."""
        return Audience.FACILITATOR if self.notes else Audience.PARTICIPANT


def read_curriculum(settings: Settings) -> tuple[Curriculum | None, list[Problem]]:
    """Read everything one audience may see. Problems of reading come back even when a curriculum does."""
    arc, problems = read_arc(settings.root)
    shared, found = read_pages(settings.root, SHARED)
    problems += found
    notes: Pages = {}
    if settings.notes:
        notes, found = read_pages(settings.root, settings.notes)
        problems += found
    if arc is None:
        return None, problems
    edition, found = read_edition(settings.root, arc.edition)
    problems += found
    local, found = read_pages(settings.root, f"{arc.edition}/{SHARED}")
    problems += found
    if edition is None:
        return None, problems
    pages, attached = merge(shared, local, notes)
    return Curriculum(arc, edition, pages, attached), problems


def merge(shared: Pages, local: Pages, notes: Pages) -> tuple[Pages, Pages]:
    """Layers -> the pages of the site, and the notes that go under them.

    The edition's page replaces the shared one of the same place. A file of the notes folder is a note when a page has its
    place in either language, and a page of its own otherwise.
    """
    pages = shared | local
    places = {uri for _, uri in pages}
    attached = {key: note for key, note in notes.items() if key[1] in places}
    return pages | {key: note for key, note in notes.items() if key not in attached}, attached
