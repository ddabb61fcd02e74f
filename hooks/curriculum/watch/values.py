"""What is watched, as frozen values: a place of an edition, what is kept of what it replaced, what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import NamedTuple

from curriculum.words.model import Language, Text

Texts = Mapping[str, str]
"""Texts by their paths."""


class Part(NamedTuple):
    """What is replaced: a page or a note, or one section of it."""

    path: str
    """From the folder of the edition, and from the root for what it replaces: `docs/fr/week-03/index.md`."""
    section: str = ""

    def __str__(self) -> str:
        return f"{self.path}#{self.section}" if self.section else self.path

    @classmethod
    def of(cls, words: str) -> Part:
        """`docs/law.md#stopped` -> its page and its section."""
        path, _, section = words.partition("#")
        return cls(path, section)


class Kind(Enum):
    """How much a change of the shared course matters to whoever replaced the place."""

    SAFETY = "safety"
    """Somebody may come to harm who reads the old words."""
    FACT = "fact"
    WORDING = "wording"
    LAYOUT = "layout"


@dataclass(frozen=True)
class Change:
    """An entry of `CHANGES.yml`: what changed in the shared course, said to whoever replaced the place."""

    id: str
    day: date
    kind: Kind
    parts: tuple[Part, ...]
    """In the first language; the same places in the others are meant too."""
    said: Text
    gone: bool = False
    """The places are gone on purpose."""
    line: int = 1


@dataclass(frozen=True)
class Entry:
    """What an edition keeps beside a part: what it had in front of it, and when."""

    part: Part
    hash: str
    on: str
    """The day the base was taken, or was last looked at."""
    after: str = ""
    """The newest change that was announced then."""
    why: str = ""
    """What was said when it was looked at."""


class State(Enum):
    """What became of a part; the first ones matter most."""

    MARKS = "marks"
    """Marks of a merge are left in the file."""
    SAFETY = "safety"
    """What it replaced changed, and safety is why."""
    GONE = "gone"
    """What it replaced is no longer there."""
    SECTION_GONE = "section-gone"
    """The page is there, and has no such section."""
    RENAMED = "renamed"
    """What it replaced stands under another name."""
    CHANGED = "changed"
    """What it replaced changed."""
    UNTRACKED = "untracked"
    """Nothing is kept of what it replaced: it was copied by hand."""
    ONE_LANGUAGE = "one-language"
    """Readers of another language get the shared text."""
    NEAR = "near"
    """A new page whose name is nearly that of a shared one."""
    SAME = "same"
    """It says what the shared course says."""
    CURRENT = "current"
    """What it replaced is what it was."""


@dataclass(frozen=True)
class Watched:
    """One part and what became of it."""

    state: State
    part: Part
    other: str = ""
    """The new name of what it replaced, or the name it is near to."""
    languages: tuple[Language, ...] = ()
    """Those that lack it."""
    changes: tuple[Change, ...] = ()
    """What was announced of it since, the newest first."""
    line: int = 1


@dataclass(frozen=True)
class Held:
    """All that is looked at: an edition beside the shared course. Paths are from the root of each."""

    own: Texts
    upstream: Texts
    base: Mapping[Part, str] = field(default_factory=dict)
    entries: Mapping[Part, Entry] = field(default_factory=dict)
    announced: tuple[Change, ...] = ()
    """The newest first."""
    languages: tuple[Language, ...] = ()
    meant: frozenset[str] = frozenset()
    """New pages whose names are right as they are."""
    marked: Mapping[str, int] = field(default_factory=dict)
    """Files in which marks of a merge are left, with the line of the first."""
