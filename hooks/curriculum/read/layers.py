"""Which folders make one site, and which file wins where two have the same place.

`docs/` is shared; an edition adds or replaces pages, or sections of them. The notes folder, and the edition's over it,
is a layer of the facilitator site only, which is what `mkdocs.facilitator.yml` builds. A layer is never taken away from
a site: it is added or it is not there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Any

from curriculum.read.addressed import addressed
from curriculum.read.arc import read_arc
from curriculum.read.bases import read_bases
from curriculum.read.chosen import read_edition_folder
from curriculum.read.credit import first_of, read_cited, read_credit
from curriculum.read.edition import read_edition, read_private
from curriculum.read.folders import read_pictures
from curriculum.read.frame_files import read_frame_files
from curriculum.read.languages import Languages
from curriculum.read.leading import files_shown, with_titles, without_left_out
from curriculum.read.ledger import read_changes
from curriculum.read.left import read_left
from curriculum.read.lent import with_lent
from curriculum.read.ordered import read_first
from curriculum.read.others import Other, read_others, read_others_private
from curriculum.read.over import check_asked, merge, read_file_places, read_layer, read_over
from curriculum.read.own_words import read_own_words
from curriculum.read.placed import site_places
from curriculum.read.resources import COUNTRY
from curriculum.read.scripts import Scripts, read_scripts
from curriculum.read.site_files import SiteFile, read_site_files
from curriculum.read.source import Pages
from curriculum.read.styles import Styles, read_styles, with_spoken, with_theme
from curriculum.read.theme import read_theme
from curriculum.words.audience import CONFIGS, NOTES, SHARED
from curriculum.words.bases import Bases
from curriculum.words.changes import Changes
from curriculum.words.labels import FOLDER
from curriculum.words.model import Arc, Audience, Curriculum, Edition, Page, Problem, Theme


@dataclass(frozen=True)
class Settings:
    """Where the curriculum is, and the folder of the notes when facilitators are the audience."""

    root: Path
    notes: str = ""

    @classmethod
    def of(cls, config_file: str, extra: Mapping[str, Any]) -> Settings:
        """From a site configuration: its place, and `notes` among its extra keys, if it is that of facilitators."""
        path = Path(config_file)
        notes = extra.get("notes", "") if path.name == CONFIGS[Audience.FACILITATOR] else ""
        return cls(path.parent, notes)

    @property
    def audience(self) -> Audience:
        """Facilitators, if and only if a folder of notes was named."""
        return Audience.FACILITATOR if self.notes else Audience.PARTICIPANT


@dataclass(frozen=True)
class Sources:
    """What was read, as far as it could be: no arc or no edition when their files have problems."""

    root: Path
    arc: Arc | None
    edition: Edition | None
    pages: Pages
    files: frozenset[str]
    pictures: frozenset[str]
    """The places of all pictures, those that are not published too, from the root: `docs/week-01/images/two.png`."""
    scripts: Scripts
    styles: Styles
    languages: Languages
    problems: tuple[Problem, ...]
    notes: Pages = field(default_factory=dict)
    audience: Audience = Audience.PARTICIPANT
    theirs: Mapping[str, str] = field(default_factory=dict)
    """Where the files are that only facilitators have beside pages, from the root, by their places in the site."""
    sites: tuple[SiteFile, ...] = ()
    """The configurations of the sites."""
    shared: Pages = field(default_factory=dict)
    """The pages of `docs/`, also those that the edition replaces."""
    shared_notes: Pages = field(default_factory=dict)
    """The same of the folder of notes."""
    local: Mapping[str, str] = field(default_factory=dict)
    """Where files beside pages are, by their places in the site, if those are not the same as in `docs/`."""
    others: tuple[Other, ...] = ()
    """What the other editions say of their places."""
    changes: Changes = field(default_factory=Changes)
    """What was announced of the shared course, and what the edition keeps of what it replaced."""
    remarks: tuple[Problem, ...] = ()
    """What follows from what the edition leaves out, and need not be mended."""
    bases: Bases = field(default_factory=Bases)
    """What languages reflect of each other."""

    @property
    def theme(self) -> Theme:
        """How the edition looks."""
        return self.edition.theme if self.edition else Theme()

    @property
    def curriculum(self) -> Curriculum | None:
        """The whole, when its parts are there."""
        if self.arc is None or self.edition is None:
            return None
        theirs = {place: path for place, path in self.theirs.items() if place not in self.files}
        pages, notes = (with_lent(one, self.languages) for one in (self.pages, self.notes))
        read = Curriculum(self.arc, self.edition, pages, notes, self.languages, self.files | theirs.keys())
        return replace(read, audience=self.audience, theirs=theirs, local=self.local, bases=self.bases)

    @property
    def published(self) -> Curriculum | None:
        """The same with the addresses that readers see."""
        return addressed(self.curriculum) if self.curriculum else None

    @property
    def every_page(self) -> Iterator[Page]:
        """Everything of which something may show: pages and notes, and what of the shared ones an edition replaces."""
        yield from chain(*(pages.values() for pages in (self.pages, self.notes, self.shared, self.shared_notes)))


def read_sources(root: Path, words: Path = FOLDER) -> Sources:
    """Read everything participants may see; no file hides a problem of another. `words`: a folder for each language."""
    languages, texts, problems = read_first(root, words)
    problems = read_left(root) or problems
    if problems:  # nothing can be told apart
        return Sources(root, None, None, {}, frozenset(), frozenset(), {}, {}, (), tuple(problems))
    arc, edition_path, problems = read_arc(root, languages, texts)
    languages, found = read_own_words(root, edition_path, languages)
    shared, more = read_layer(root, SHARED, languages)
    pages, problems = shared, [*problems, *found, *more, *check_asked(shared)]
    pictures, files = read_pictures(root, SHARED), read_file_places(root, SHARED)
    edition: Edition | None = None
    local: dict[str, str] = {}
    said, unread = read_cited(root)
    if edition_path:
        edition, found = read_edition(root, edition_path, languages, texts)
        pages, more = read_over(root, f"{edition_path}/{SHARED}", shared, languages)
        problems += [*found, *more, *read_edition_folder(root, edition_path), *unread]
        pictures |= read_pictures(root, f"{edition_path}/{SHARED}")
        local = read_file_places(root, f"{edition_path}/{SHARED}")
    edition = read_credit(root, edition, first_of(said, arc, languages), pages, languages) if edition else None
    theme, found = read_theme(root, edition_path, languages)
    edition, problems = replace(edition, theme=theme) if edition else None, problems + found
    scripts, found = read_scripts(root)
    styles, more = read_styles(root)
    styles, more = with_theme(with_spoken(styles, languages), theme), [*more, *read_frame_files(root)]
    arc, (pages, remarks) = with_titles(arc, pages), without_left_out(pages, arc)
    files = files_shown(site_places({**files, **local}, languages), languages, arc)
    local = {place: path for place, path in files.items() if path != f"{SHARED}/{place}"}
    told, places = (*problems, *found, *more), frozenset(files)
    read = Sources(root, arc, edition, pages, places, pictures, scripts, styles, languages, told)
    changes, found = read_changes(root, edition_path, languages)
    bases, more = read_bases(root, edition_path, languages, SHARED)
    read = replace(read, changes=changes, bases=bases, problems=(*read.problems, *found, *more), remarks=tuple(remarks))
    country = edition.written.get(COUNTRY) if edition else None
    others, sites = read_others(root, edition_path, country), read_site_files(root)
    return replace(read, shared=shared, local=local, others=others, sites=sites)


def read_notes(sources: Sources, folder: str) -> Sources:
    """The same for facilitators: what was read for participants, a folder of theirs, and what only they know."""
    if not sources.languages:
        return replace(sources, audience=Audience.FACILITATOR)
    shared, problems = read_layer(sources.root, folder, sources.languages)
    problems += [] if shared else [Problem(folder, 1, "notes-absent", {"found": folder, "expected": NOTES})]
    problems += check_asked(shared)
    folders = [folder, *([f"{sources.edition.path}/{folder}"] if sources.edition else [])]
    written, more = read_over(sources.root, folders[-1], shared, sources.languages) if folders[1:] else (shared, [])
    written, remarks = without_left_out(written, sources.arc)
    pages, notes = merge(sources.pages, written)
    pictures = sources.pictures.union(*(read_pictures(sources.root, one) for one in folders))
    edition, found = read_private(sources.root, sources.edition, sources.languages)
    files = {place: path for one in folders for place, path in read_file_places(sources.root, one).items()}
    files = files_shown(site_places(files, sources.languages), sources.languages, sources.arc)
    theirs = replace(sources, theirs=files, edition=edition, pages=pages, notes=notes, shared_notes=shared)
    theirs = replace(theirs, pictures=pictures, others=read_others_private(sources.root, sources.others))
    bases, told = read_bases(sources.root, sources.bases.edition, sources.languages, folder)
    theirs = replace(theirs, bases=sources.bases.joined(bases), remarks=(*sources.remarks, *remarks))
    found = [*sources.problems, *problems, *more, *found, *told]
    return replace(theirs, audience=Audience.FACILITATOR, problems=tuple(found))


def read_all(settings: Settings) -> Sources:
    """Everything that one audience may see."""
    sources = read_sources(settings.root)
    return read_notes(sources, settings.notes) if settings.notes else sources


def read_curriculum(settings: Settings) -> tuple[Curriculum | None, list[Problem]]:
    """The curriculum of one audience, none when a file it rests on has problems; and the problems of reading."""
    sources = read_all(settings)
    return sources.published, list(sources.problems)
