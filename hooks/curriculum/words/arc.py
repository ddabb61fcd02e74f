"""The course as `curriculum.yml` has it: its arc, each session with its load, parts and outcomes, what is printed."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from curriculum.words.schedule import Changed
from curriculum.words.values import Text

LOADS = ("academic", "emotional")
"""The two loads of a session, by the names of their values."""


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
    turns: int = 1
    """How many people do it one after the other: 2 in pairs, 3 in threes, 1 when all do it at the same time."""

    @property
    def whole(self) -> int:
        """Minutes of the part that it takes, until everybody has had their turn."""
        return self.minutes * self.turns


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
    late: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    """Minutes that whoever starts late takes from parts, by how many minutes late: {15: {"bridge": 5, "teach": 10}}."""
    late_lines: Mapping[int, int] = field(default_factory=dict)
    """Where `curriculum.yml` says so."""
    folder: str = ""
    """Where authors write it, when its address follows its number."""

    @property
    def uri(self) -> str:
        """Where its page is: `week-01/index.md`."""
        return f"{self.id}/index.md"

    def parts_when(self, late: int) -> Mapping[str, int]:
        """The minutes of each part by the plan for so many minutes late; what it leaves out altogether is not there."""
        cuts = self.late[late] if late else {}
        left = {part: minutes - cuts.get(part, 0) for part, minutes in self.parts.items()}
        return {part: minutes for part, minutes in left.items() if minutes}

    def practised(self, part: str) -> int:
        """The minutes of a part in which everybody practises its outcomes; all of them when those overlap."""
        return min(self.parts[part], sum(outcome.whole for outcome in self.outcomes if outcome.part == part))


@dataclass(frozen=True)
class MenuPage:
    """A page that `curriculum.yml` names for the menu."""

    uri: str
    line: int


@dataclass(frozen=True)
class Arc:
    """`curriculum.yml`: the whole course on one screen."""

    version: str
    licence: str
    minutes: int
    rest: int
    """Minutes: of every week’s session, break included; of the one break in it."""
    weeks: tuple[Week, ...]
    path: str = "curriculum.yml"
    menu: Mapping[str, tuple[MenuPage, ...]] = field(default_factory=dict)
    """The pages that are not weeks, in the order of the menu: `before`, `after`, and the facilitators' `guide`."""
    companions: tuple[Week, ...] = ()
    """Sessions outside the arc, made and read like weeks: no rule of the arc and no number counts them."""
    licence_line: int = 1
    """Where it says its licence."""
    changed: Changed | None = None
    """What the edition changed in it, where it did."""
    in_step: tuple[MenuPage, ...] = ()
    """Pages, and folders of sessions, that may be behind in no language: `law.md`, `week-08/`."""

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
