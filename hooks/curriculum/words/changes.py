"""What changed in the shared course and what an edition keeps of what it replaced, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import NamedTuple

from curriculum.words.values import Text


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


class Weight(Enum):
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
    kind: Weight
    parts: tuple[Part, ...]
    """In the first language; the same places in the others are meant too."""
    said: Text
    gone: bool = False
    """The places are gone on purpose."""
    line: int = 1


@dataclass(frozen=True)
class Stamp:
    """What an edition keeps beside a part: what it had in front of it, and when."""

    part: Part
    hash: str
    on: str
    """The day the base was taken, or was last looked at."""
    after: str = ""
    """The newest change that was announced then."""
    why: str = ""
    """What was said when it was looked at."""


@dataclass(frozen=True)
class Changes:
    """What was announced, and what an edition keeps a list of: all that is known before any page is looked at."""

    announced: tuple[Change, ...] = ()
    """The newest first."""
    entries: Mapping[Part, Stamp] = field(default_factory=dict)
    meant: frozenset[str] = frozenset()
    """New pages whose names are right as they are."""
