"""The words of the project as frozen values. Nothing here reads, prints or decides; the small ones are in `values`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from curriculum.words.values import (
    Audience,
    Copies,
    Handout,
    Kind,
    Language,
    Load,
    Place,
    Practised,
    Problem,
    Section,
    Term,
    Text,
    Words,
)

__all__ = [
    "Arc",
    "Audience",
    "Copies",
    "Curriculum",
    "Edition",
    "Handout",
    "Kind",
    "Language",
    "Load",
    "Page",
    "Place",
    "Practised",
    "Problem",
    "Resource",
    "Section",
    "Term",
    "Text",
    "Week",
    "Words",
]


@dataclass(frozen=True)
class Page:
    """One Markdown file."""

    path: str
    """From the root of the repository: `docs/fr/week-01/index.md`."""
    uri: str
    """The same in every language: `week-01/index.md`."""
    language: Language
    meta: Mapping[str, str]
    body: str
    """The text after the front matter."""
    offset: int
    """Lines of the file before the body: file line = body line + offset."""
    title: str
    sections: tuple[Section, ...]

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
class Week:
    """One week of the arc. `parts` are minutes by part id, in the order of the session."""

    id: str
    number: int
    """Its position in `curriculum.yml`, counted from 1: the number readers see; 0 for a companion session."""
    load: Load
    parts: Mapping[str, int]
    handouts: tuple[Handout, ...]
    draft: bool
    """Counted in the arc, not yet published."""
    line: int
    outcomes: tuple[Practised, ...] = ()
    """One for each outcome of its page, in the page's order."""
    minutes: int = 0
    """Of a companion session, break included; every week lasts as long as the arc says."""
    beside: tuple[str, ...] = ()
    """The weeks a companion session goes with, which lead to it."""

    @property
    def uri(self) -> str:
        """Where its page is: `week-01/index.md`."""
        return f"{self.id}/index.md"


@dataclass(frozen=True)
class Arc:
    """`curriculum.yml`: the whole course on one screen."""

    version: str
    licence: str
    edition: str
    minutes: int
    rest: int
    """Minutes: of every week’s session, break included; of the one break in it."""
    weeks: tuple[Week, ...]
    path: str = "curriculum.yml"
    menu: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    """The pages that are not weeks, in the order of the menu: `before`, `after`, and the facilitators' `guide`."""
    companions: tuple[Week, ...] = ()
    """Sessions outside the arc, made and read like weeks: no rule of the arc and no number counts them."""

    @property
    def published(self) -> tuple[Week, ...]:
        """The weeks that have pages."""
        return tuple(week for week in self.weeks if not week.draft)

    @property
    def sessions(self) -> tuple[Week, ...]:
        """All that is held and has pages: the weeks, then the companion sessions."""
        return self.published + tuple(session for session in self.companions if not session.draft)

    def session(self, id: str) -> Week:
        """The session with this folder."""
        return next(session for session in self.sessions if session.id == id)

    def session_at(self, uri: str) -> Week | None:
        """The session whose page this is, where it is one."""
        return next((session for session in self.sessions if session.uri == uri), None)

    @property
    def handouts(self) -> tuple[Handout, ...]:
        """Every handout of the sessions, in order."""
        return tuple(handout for session in self.sessions for handout in session.handouts)

    def minutes_of(self, session: Week) -> int:
        """How long a session lasts, break included."""
        return session.minutes or self.minutes


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


@dataclass(frozen=True)
class Edition:
    """The curriculum of one place: its facts by dotted name, and its resources."""

    path: str
    facts: Mapping[str, Text]
    to_confirm: frozenset[str]
    resources: tuple[Resource, ...]
    lines: Mapping[str, int] = field(default_factory=dict)
    """Where `profile.yml` says what: {"site.name.fr": 4}."""


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
    """Places of pictures and other files of `docs/`."""
    audience: Audience = Audience.PARTICIPANT

    def language(self, code: str) -> Language:
        """The language of a code."""
        return next(language for language in self.languages if language.code == code)

    def only_for_facilitators(self, page: Page) -> bool:
        """True for what the folder of notes holds: notes, and pages of its own."""
        return not page.path.startswith(("docs/", f"{self.edition.path}/"))
