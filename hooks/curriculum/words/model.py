"""The words of the project as frozen values. Nothing here reads, prints or decides.

The small ones are in `values`, the course in `arc`; all are asked for here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from curriculum.words.arc import LOADS, Arc, Copies, Handout, Kind, Load, MenuPage, Practised, Week
from curriculum.words.bases import Bases
from curriculum.words.credit import Credit, Source
from curriculum.words.dates import day_after, day_of
from curriculum.words.theme import Logo, Theme
from curriculum.words.values import Audience, Language, Problem, Section, Term, Text, Words
from curriculum.words.woven import Asked, Former, Woven

__all__ = [
    "DRAFT",
    "HOME",
    "LOADS",
    "Arc",
    "Asked",
    "Audience",
    "Copies",
    "Credit",
    "Curriculum",
    "Edition",
    "Former",
    "Handout",
    "Kind",
    "Language",
    "Load",
    "Logo",
    "MenuPage",
    "Page",
    "Practised",
    "Problem",
    "Resource",
    "Section",
    "Source",
    "Term",
    "Text",
    "Theme",
    "Week",
    "Words",
]

HOME = "index.md"
"""The first page of a site, from the folder of its language."""
EMERGENCIES = frozenset({"urgent", "crisis", "overdose", "child"})
"""Groups of lines that are called when there is no time to look for another number."""
DRAFT, PUBLISHED = "draft", "published"
"""The status of an edition that nobody may rely on yet, and of one that somebody may."""
SOON, LATER = "P6M", "P1Y"
"""How long a check of these holds, and of the others."""


@dataclass(frozen=True)
class Page:
    """One Markdown file."""

    path: str
    """From the root of the repository: `docs/fr/week-01/index.md`."""
    uri: str
    """The same in every language: `week-01/index.md`."""
    language: Language
    meta: Mapping[str, str] = field(hash=False)
    body: str
    """The text after the front matter."""
    offset: int
    """Lines of the file before the body: file line = body line + offset."""
    title: str
    sections: tuple[Section, ...]
    asked: Asked | None = None
    """What a page of an edition says of the sections of the shared page in its place."""
    was: tuple[Former, ...] = ()
    """Addresses at which it was read before, also those that the page which it replaces names."""
    borrowed: Language | None = None
    """The language of its words, where its own has no such page yet."""
    written: str = ""
    """Its body before links to what the edition leaves out became words; "" where none did."""
    keys: Mapping[str, int] = field(default_factory=dict, hash=False)
    """The line of each key above its words."""

    @property
    def first_line(self) -> int:
        """The line that stands for the whole page: the first of its words, or of the file that an edition added."""
        return 1 if isinstance(self.path, Woven) else 1 + self.offset

    @property
    def is_handout(self) -> bool:
        """True for the pages that are also printed."""
        return "/handouts/" in self.uri

    @property
    def place(self) -> str:
        """Its address from the root of its language: `week-01/handouts/pause-card/`; "" for the first page."""
        stem = self.uri.removesuffix(".md")
        return stem.removesuffix("index") if f"/{stem}".endswith("/index") else f"{stem}/"


@dataclass(frozen=True)
class Resource:
    """A line or service to call, with where the number comes from."""

    id: str
    name: Text
    short: Text
    """The name on a pocket card."""
    number: str
    how: Text
    hours: Text
    languages: Text
    groups: tuple[str, ...]
    source: str
    confirmed: bool
    checked_on: str
    note: Text
    cost: Text = field(default_factory=Text)
    """What a call costs; without words where nobody said."""
    calls_police: str = ""
    """Whether it sends police: `never`, `sometimes`, `always`, or `unknown`, which readers are told; "" is not said."""
    review_after: str = ""
    """How long a check of it holds, `P6M`; "" for what its groups ask."""
    fallback: str = ""
    """The line to call when this one does not answer, by its id."""

    @property
    def due(self) -> date | None:
        """The day after which its check is too old to pass its number on; none where it was never checked."""
        day = day_of(self.checked_on) if self.confirmed else None
        soon = SOON if {*self.groups} & EMERGENCIES else LATER
        return day_after(day, self.review_after or soon) if day else None


@dataclass(frozen=True)
class Edition:
    """The curriculum of one place: its facts by dotted name, and its resources."""

    path: str
    facts: Mapping[str, Text]
    to_confirm: frozenset[str]
    resources: tuple[Resource, ...]
    lines: Mapping[str, int] = field(default_factory=dict)
    """Where `profile.yml` says what: {"site.name.fr": 4}."""
    private: Mapping[str, Text] = field(default_factory=dict)
    """What `facilitator.yml` says, by dotted name, without what is unknown; always empty for participants."""
    private_lines: Mapping[str, int] = field(default_factory=dict)
    """Where it says what."""
    status: str = ""
    """`draft`, `published`, or "" where its profile does not say."""
    kept: frozenset[str] = frozenset()
    """What it has in common with another edition on purpose: names of facts, ids of lines, pages, hosts, numbers."""
    call_lines: Mapping[str, int] = field(default_factory=dict)
    """Where its `resources.yml` has which line to call, by its id; those of the whole country are not there."""
    sites: frozenset[str] = frozenset()
    """Hosts that its pages may lead to, beside those that its own files name."""
    theme: Theme = field(default_factory=Theme)
    """How its site looks."""
    written: Mapping[str, Any] = field(default_factory=dict, repr=False)
    """The values of its profile and its lines, and of the country's, by path: for whoever asks what is said at all."""
    credit: Credit = field(default_factory=Credit)
    """Whom it owes its course to."""


@dataclass(frozen=True)
class Curriculum:
    """Everything that was read for one audience."""

    arc: Arc
    edition: Edition
    pages: Mapping[tuple[Language, str], Page]
    """The pages a site shows, by language and language-neutral path."""
    notes: Mapping[tuple[Language, str], Page]
    """The facilitator notes, by the page they belong to; empty for participants."""
    languages: tuple[Language, ...]
    """The first is at the root; the others are held against it."""
    files: frozenset[str] = frozenset()
    """Places of pictures and other files that a site shows."""
    audience: Audience = Audience.PARTICIPANT
    theirs: Mapping[str, str] = field(default_factory=dict)
    """Those of them that only facilitators have, each with its path."""
    local: Mapping[str, str] = field(default_factory=dict)
    """Those that the edition has for everybody, or that lie elsewhere in `docs/`, each with its path; all others have
    their place there.
    """
    bases: Bases = field(default_factory=Bases)
    """What its languages reflect of each other."""

    def language(self, code: str) -> Language:
        """The language of a code."""
        return next(language for language in self.languages if language.code == code)

    def only_for_facilitators(self, page: Page) -> bool:
        """True for what a folder of notes holds, the shared one or that of the edition: notes, and pages of its own."""
        return not page.path.startswith(("docs/", f"{self.edition.path}/docs/"))
