"""What is watched, as frozen values: what became of a part, and all that is looked at to say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from curriculum.words.changes import Change, Part, Stamp
from curriculum.words.model import Language

Texts = Mapping[str, str]
"""Texts by their paths."""


class PartState(Enum):
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

    state: PartState
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
    entries: Mapping[Part, Stamp] = field(default_factory=dict)
    announced: tuple[Change, ...] = ()
    """The newest first."""
    languages: tuple[Language, ...] = ()
    meant: frozenset[str] = frozenset()
    """New pages whose names are right as they are."""
    marked: Mapping[str, int] = field(default_factory=dict)
    """Files in which marks of a merge are left, with the line of the first."""
