"""Which folders make one site, and which file wins where two have the same place.

`docs/` is shared; an edition adds or replaces pages; the notes folder is a layer of the facilitator site only, and is
named in one place, `mkdocs.facilitator.yml`. A layer is never taken away from a site: it is added or it is not there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from curriculum.read.arc import read_arc
from curriculum.read.edition import read_edition
from curriculum.read.source import Pages, read_files, read_pages
from curriculum.words.model import Arc, Audience, Curriculum, Edition, Problem

SHARED = "docs"


@dataclass(frozen=True)
class Settings:
    """Where the curriculum is, and the folder of the notes when facilitators are the audience."""

    root: Path
    notes: str = ""

    @classmethod
    def of(cls, config_file: str, extra: Mapping[str, Any]) -> Settings:
        """From a site configuration: its place, and `notes` among its extra keys, which only facilitators' has."""
        return cls(Path(config_file).parent, extra.get("notes", ""))

    @property
    def audience(self) -> Audience:
        """Facilitators, if and only if a folder of notes was named."""
        return Audience.FACILITATOR if self.notes else Audience.PARTICIPANT


@dataclass(frozen=True)
class Sources:
    """What was read, as far as it could be: no arc or no edition when their files have problems."""

    audience: Audience
    arc: Arc | None
    edition: Edition | None
    pages: Pages
    notes: Pages
    files: frozenset[str]
    problems: tuple[Problem, ...]

    @property
    def curriculum(self) -> Curriculum | None:
        """The whole, when its parts are there."""
        if self.arc is None or self.edition is None:
            return None
        return Curriculum(self.arc, self.edition, self.pages, self.notes, self.files, self.audience)


def read_sources(settings: Settings) -> Sources:
    """Read everything one audience may see; a file that cannot be used hides no problem of another."""
    arc, edition_path, problems = read_arc(settings.root)
    shared, found = read_pages(settings.root, SHARED)
    problems += found
    notes, found = read_pages(settings.root, settings.notes) if settings.notes else ({}, [])
    problems += found
    edition: Edition | None = None
    local: Pages = {}
    if edition_path:
        edition, found = read_edition(settings.root, edition_path)
        problems += found
        local, found = read_pages(settings.root, f"{edition_path}/{SHARED}")
        problems += found
    pages, attached = merge(shared, local, notes)
    files = read_files(settings.root, SHARED)
    return Sources(settings.audience, arc, edition, pages, attached, files, tuple(problems))


def read_curriculum(settings: Settings) -> tuple[Curriculum | None, list[Problem]]:
    """The curriculum of one audience, none when a file it rests on has problems; and the problems of reading."""
    sources = read_sources(settings)
    return sources.curriculum, list(sources.problems)


def read_valid(settings: Settings) -> Curriculum:
    """The curriculum of a build that the check has let through: problems are no longer looked at."""
    curriculum, _ = read_curriculum(settings)
    assert curriculum
    return curriculum


def merge(shared: Pages, local: Pages, notes: Pages) -> tuple[Pages, Pages]:
    """Layers -> the pages of the site, and the notes that go under them.

    The edition's page replaces the shared one of the same place. A file of the notes folder is a note when a page
    has its place in either language, and a page of its own otherwise.
    """
    pages = shared | local
    places = {uri for _, uri in pages}
    attached = {key: note for key, note in notes.items() if key[1] in places}
    return pages | {key: note for key, note in notes.items() if key not in attached}, attached
