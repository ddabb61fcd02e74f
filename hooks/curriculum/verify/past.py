"""What whoever looks through one file after another passes over: it was found right.

The same page is in a handout, a pack and a book, and in the same book after another page was changed; and the same
handout is in the ZIP of its week.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Past:
    """Names of files and of what lies in them, and of the streams and pages of PDFs."""

    right: set[bytes] = field(default_factory=set)
    """Of all that was found right."""
    met: set[bytes] = field(default_factory=set)
    """Of all that was there, since somebody last asked."""

    def note(self, names: Iterable[bytes]) -> None:
        """These were found right, too."""
        self.right.update(names)

    def has(self, name: bytes) -> bool:
        """True for one that was found right; it is noted as met."""
        self.met.add(name)
        return name in self.right

    def take_met(self) -> frozenset[bytes]:
        """The names that were met, once."""
        met, self.met = frozenset(self.met), set()
        return met
