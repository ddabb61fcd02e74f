"""What became of a section of a text, beside the text in another language, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from curriculum.words.model import Language


class State(Enum):
    """How a section in one language stands to the same one in another."""

    CURRENT = "current"
    """Both are what they were when somebody read them side by side."""
    EQUIVALENT = "equivalent"
    """The other text changed, and somebody said that no translation has to."""
    CHANGED = "changed"
    """The other text changed since: this one is behind."""
    NEW = "new"
    """Both texts are there, and nobody said yet that they were read side by side."""
    RENAMED = "renamed"
    """The same section under another id."""
    MOVED = "moved"
    """The same section in another place, of this page or of another."""
    REMOVED = "removed"
    """Both texts are gone, and what was kept of them is not."""
    MISSING = "missing"
    """The section is in the other language alone."""
    UNSTAMPED = "unstamped"
    """Nothing is kept of the page: nobody said since when they agree."""


BEHIND = (State.CHANGED, State.MISSING)
"""One of the two languages lacks something."""
UNREAD = (State.NEW, State.UNSTAMPED)
"""Nobody said that the two agree."""
SETTLED = (State.CURRENT, State.EQUIVALENT)
"""Nothing is asked of anybody."""


@dataclass(frozen=True)
class Found:
    """One section of a page in one language, and how it stands to the same one in another."""

    state: State
    language: Language
    source: Language
    """The language that it is held against."""
    path: str
    """The file in which the text stands, or would."""
    line: int
    section: str
    """Its id; "" for what stands above the first section."""
    title: str
    source_path: str
    source_line: int
    source_title: str = ""
    other: str = ""
    """Where it stood before, when it was moved or renamed."""

    @property
    def part(self) -> str:
        """As commands name it: `docs/fr/law.md#stopped`."""
        return f"{self.path}#{self.section or TOP_NAME}"

    @property
    def source_part(self) -> str:
        """The same of the other text."""
        return f"{self.source_path}#{self.section or TOP_NAME}"


TOP_NAME = "top"
"""How commands name what stands above the first section of a page."""
