"""What languages keep of each other, as frozen values: the text that a translation reflects, what was said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from curriculum.words.changes import Part

if TYPE_CHECKING:
    from curriculum.words.model import Language, Page

FOLDER = "l10n"
"""The folder of these texts, at the root and in an edition."""
MINOR = "minor"
"""The folder in it for what was said of texts; no language has a code as long."""


@dataclass(frozen=True)
class Minor:
    """Somebody said of two texts of a section that whoever translated the one need not change a word for the other."""

    part: Part
    before: str
    after: str
    """Fingerprints of the two texts."""
    reason: str


@dataclass(frozen=True)
class Bases:
    """All that was read of it, for some of the pages."""

    edition: str = ""
    """The folder of the edition, which keeps what belongs to its own pages."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """By the place of the file: `l10n/fr/docs/law.md` is the text of `docs/law.md` that the French one reflects."""
    minor: tuple[Minor, ...] = ()
    broken: frozenset[str] = frozenset()
    """The places of files that cannot be used."""
    aside: Mapping[str, Mapping[tuple[Language, str], Page]] = field(default_factory=dict)
    """By the folder, the pages in languages that the site does not have: its own are held against them, and nothing of
    them goes out."""

    def joined(self, other: Bases) -> Bases:
        """These and others of the same course."""
        texts, aside = {**self.texts, **other.texts}, {**self.aside, **other.aside}
        return Bases(self.edition, texts, (*self.minor, *other.minor), self.broken | other.broken, aside)

    def layer_of(self, path: str) -> str:
        """Who keeps what belongs to a page: "" for the shared course, else the folder of the edition."""
        return self.edition if self.edition and path.startswith(f"{self.edition}/") else ""

    def keeps(self, layer: str) -> bool:
        """True for a layer in which anything was read beside each other at all."""
        start = f"{layer}/{FOLDER}/" if layer else f"{FOLDER}/"
        return any(place.startswith(start) for place in self.texts)


def base_place(code: str, path: str, layer: str) -> str:
    """Where the text of a page is kept that the language `code` reflects.

    In:  "fr", "partner/docs/law.md", "partner"
    Out: "partner/l10n/fr/docs/law.md"
    """
    start = f"{layer}/" if layer else ""
    return f"{start}{FOLDER}/{code}/{path.removeprefix(start)}"
