"""What somebody wants of a PDF: each way in which its words can be read, or only what is not known to be right.

The same page is in a handout, a pack and a book, and in the same book after another page was changed; and the same
handout is in the ZIP of its week.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from curriculum.verify.pdf.leads import Fonts


@dataclass
class Wanted:
    """Of whoever looks through one file after another."""

    plain: bool = True
    """Also what is read as it stands (`State.PLAIN`): words put together from what is apart, or by their places."""
    right: set[bytes] = field(default_factory=set)
    """The names of streams and pages, of files and what lies in them, that were found right; they are passed over."""
    met: set[bytes] = field(default_factory=set)
    """Those of all that were there, since somebody last asked."""

    def is_past(self, name: bytes) -> bool:
        """True for one that was found right; it is noted as met."""
        self.met.add(name)
        return name in self.right

    def take_met(self) -> frozenset[bytes]:
        """The names that were met, once."""
        met, self.met = frozenset(self.met), set()
        return met


def name_of(parts: Iterable[bytes], *fonts: Fonts) -> bytes:
    """The name of what a stream or a page holds, and of the fonts by which it is read."""
    made = hashlib.blake2b(digest_size=16)
    for part in parts:
        made.update(b"%d " % len(part) + part)
    for named in fonts:
        for name, font in named.items():
            made.update(b"/%b %b " % (name, font.name))
        made.update(b".")
    return made.digest()
