"""What an edition changes in the arc of the course: sessions left out, moved or added, rules that it cannot keep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from curriculum.words.values import Text


@dataclass(frozen=True)
class Changed:
    """The `schedule.yml` of an edition, as far as it is not in the arc already."""

    line: int
    """Of the arc's file, where what the order of the weeks breaks is told."""
    dropped: Mapping[str, Text] = field(default_factory=dict)
    """Why facilitators do not find a session, by its folder."""
    excused: Mapping[str, Text] = field(default_factory=dict)
    """Why a rule of the arc is not kept, by its name."""
    excuse_lines: Mapping[str, int] = field(default_factory=dict)
    """Where it says so."""
    titles: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """What a session that is left out is called, by the code of a language and its folder."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """The folder of a week in addresses, by that in which authors write, where the two differ."""
    minutes: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    """What a part lasted and lasts, by its page and id: {("week-03/index.md", "teach"): ("15", "10")}."""
    sheets: frozenset[str] = frozenset()
    """Handouts that are left out of a week that stays: `week-03/handouts/practice-log.md`."""

    def leaves_out(self, uri: str) -> bool:
        """True for a page of a session that is left out, and for a handout that is."""
        return uri.partition("/")[0] in self.dropped or uri in self.sheets
