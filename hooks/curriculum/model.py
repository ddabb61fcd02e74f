"""The words of the project as frozen values. Nothing here reads, prints or decides."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Language(Enum):
    """A language of the site. The first one is at the root of `docs/`; the others in a folder of their name."""

    EN = "en"
    FR = "fr"

    @property
    def prefix(self) -> str:
        """What comes before a language-neutral path: nothing for English, `fr/` for French."""
        return "" if self is Language.EN else f"{self.value}/"


class Audience(Enum):
    """For whom a site is built."""

    PARTICIPANT = "participant"
    """The safe default: never opens the notes."""
    FACILITATOR = "facilitator"
    """The same pages, with notes under their sections and pages of their own."""


class Kind(Enum):
    """What a handout is; the layout on paper and one load rule depend on it."""

    AGREEMENT = "agreement"
    SELF_ASSESSMENT = "self-assessment"
    POCKET_CARD = "pocket-card"
    SKILL_CARD = "skill-card"
    CHECKLIST = "checklist"
    WORKSHEET = "worksheet"
    REFERENCE = "reference"
    LOG = "log"
    CERTIFICATE = "certificate"


class Copies(Enum):
    """How many of a handout to print for a group."""

    EACH = "each"
    TRIO = "trio"
    GROUP = "group"

    def count(self, participants: int) -> int:
        """Sheets for so many participants: one each, one for every three begun, or one."""
        return {Copies.EACH: participants, Copies.TRIO: math.ceil(participants / 3), Copies.GROUP: 1}[self]


@dataclass(frozen=True)
class Text:
    """The same words in both languages."""

    en: str
    fr: str

    def __getitem__(self, language: Language) -> str:
        return self.en if language is Language.EN else self.fr


Words = str | Text


@dataclass(frozen=True)
class Problem:
    """One thing to mend, with its place. `values` fill the sentence of `rule` in `messages.yml`."""

    path: str
    line: int
    rule: str
    values: Mapping[str, Words] = field(default_factory=dict)


@dataclass(frozen=True)
class Section:
    """A heading with an explicit id, and the lines it governs up to the next heading of its level or above."""

    id: str
    level: int
    title: str
    line: int
    """Line of the heading, counted from 1 in the body of the page (see `Page.offset`)."""
    end: int
    """First body line after the section."""


@dataclass(frozen=True)
class Page:
    """One Markdown file."""

    path: str
    """From the root of the repository: `docs/fr/week-01/index.md`."""
    uri: str
    """The same for both languages: `week-01/index.md`."""
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


@dataclass(frozen=True)
class Load:
    """How demanding a week is, from 1 (light) to 4 (full); the reason is for facilitators."""

    academic: int
    emotional: int
    reason: Text

    @property
    def total(self) -> int:
        """Academic and emotional load together."""
        return self.academic + self.emotional


@dataclass(frozen=True)
class Handout:
    """A page meant for paper, as `curriculum.yml` names it."""

    id: str
    week: str
    kind: Kind
    copies: Copies
    line: int

    @property
    def uri(self) -> str:
        """Where its Markdown is: `week-01/handouts/pause-card.md`."""
        return f"{self.week}/handouts/{self.id}.md"


@dataclass(frozen=True)
class Week:
    """One week of the arc. `parts` are minutes by part id, in the order of the session."""

    id: str
    number: int
    """Its position in `curriculum.yml`, counted from 1: the number readers see."""
    load: Load
    parts: Mapping[str, int]
    handouts: tuple[Handout, ...]
    draft: bool
    """Counted in the arc, not yet published."""
    line: int

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
    """Length of every session, break included."""
    rest: int
    """Length of the one break, in minutes."""
    weeks: tuple[Week, ...]
    path: str = "curriculum.yml"

    @property
    def published(self) -> tuple[Week, ...]:
        """The weeks that have pages."""
        return tuple(week for week in self.weeks if not week.draft)

    @property
    def handouts(self) -> tuple[Handout, ...]:
        """Every handout of the published weeks, in order."""
        return tuple(handout for week in self.published for handout in week.handouts)


@dataclass(frozen=True)
class Resource:
    """A line or service to call, with where the number comes from."""

    id: str
    name: Text
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


@dataclass(frozen=True)
class Curriculum:
    """Everything that was read for one audience."""

    arc: Arc
    edition: Edition
    pages: Mapping[tuple[Language, str], Page]
    """The pages a site shows, by language and language-neutral path."""
    notes: Mapping[tuple[Language, str], Page]
    """The facilitator notes, by the page they belong to; empty for participants."""


class Paper(Enum):
    """A size of paper; the value is the end of the PDF's file name."""

    LETTER = "letter"
    A4 = "a4"

    def pdf_of(self, uri: str) -> str:
        """`week-01/handouts/pause-card.md` -> `week-01/handouts/pause-card-a4.pdf`."""
        return f"{uri.removesuffix('.md')}-{self.value}.pdf"


@dataclass(frozen=True)
class Sheet:
    """A handout ready to be printed: the HTML of its article, and what stands in its footer."""

    path: str
    html: str
    title: str
    language: Language
    kind: Kind
    footer: str
    paper: Paper
