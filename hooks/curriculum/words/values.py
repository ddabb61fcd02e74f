"""The small values everything else is made of: languages, audiences, kinds, words in each language, problems."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


@dataclass(frozen=True)
class Language:
    """A language of the site, as `mkdocs.yml` has it; or only one that messages are told in."""

    code: str
    """`fr`, as in `lang` and in the names of folders."""
    prefix: str = ""
    """What comes before a language-neutral path: nothing for the first language, `fr/` for French."""
    name: str = ""
    """What it calls itself: `Français`."""
    words: str = ""
    """The folder of its tables, where it is not the one of its code in `words/`."""


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

    @property
    def is_cut(self) -> bool:
        """True for what is cut out of its sheet: nothing may be printed on its back."""
        return self is Kind.POCKET_CARD

    @property
    def sides(self) -> int:
        """Sides of a sheet to print on: one for what is written on in ink, kept in a sleeve, or cut."""
        return 2 if self in (Kind.AGREEMENT, Kind.REFERENCE, Kind.LOG) else 1


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
    """The same words in every language; or what is no words, like a time, and alike in all."""

    words: Mapping[str, str] = field(default_factory=dict, hash=False)
    """By the code of the language."""
    plain: str = ""

    def __getitem__(self, language: Language) -> str:
        return self.words[language.code] if self.words else self.plain


@dataclass(frozen=True)
class Term:
    """Words of the `terms.yml` of whichever language a problem is told in; `values` fill its braces."""

    name: str
    values: Mapping[str, Words] = field(default_factory=dict, hash=False)


Words = str | float | Text | Term | Language | tuple[Term, ...]
"""What a problem names: a language by its name, several terms as a list."""


@dataclass(frozen=True)
class Problem:
    """One thing to mend, with its place. `values` fill the sentence of `rule` in `messages.yml`."""

    path: str
    line: int
    rule: str
    values: Mapping[str, Words] = field(default_factory=dict)


@dataclass(frozen=True)
class Place:
    """A page that `curriculum.yml` names for the menu."""

    uri: str
    line: int


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
class Practised:
    """Where the people of a group each do what an outcome of their week says; the outcome's words are on its page."""

    part: str
    minutes: int
    """For each person."""
    sheet: str
    """Where the handout on which it can be seen stands: `week-02/handouts/trio-checklist.md`."""
    line: int


@dataclass(frozen=True)
class Load:
    """How demanding a week is, from 1 (light) to 4 (intense); the reason is for facilitators."""

    academic: int
    emotional: int
    reason: Text

    @property
    def total(self) -> int:
        """Academic and emotional load together."""
        return self.academic + self.emotional
