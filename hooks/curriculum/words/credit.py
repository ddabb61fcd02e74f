"""Whom an edition owes its course to, and what it changed: the values of the credit."""

from __future__ import annotations

from dataclasses import dataclass

from curriculum.words.values import Text

BETWEEN = " / "
"""Between the names of a course in its languages; the reader's comes first."""


@dataclass(frozen=True)
class Source:
    """A course that another one was made from."""

    title: Text
    authors: str
    licence: str
    """As people write it: `CC BY-SA 4.0`."""
    version: str = ""
    address: str = ""
    """Where it is on the web; "" where nobody said."""
    retrieved: str = ""
    """The day on which it was taken."""
    withdrawn: bool = False
    """Its authors asked not to be named, which their licence allows them (CC 4.0, 3(a)(3))."""


@dataclass(frozen=True)
class Credit:
    """Of an edition; without a source it is the course itself, and owes nobody."""

    sources: tuple[Source, ...] = ()
    """The nearest first, the first course last."""
    replaced: tuple[str, ...] = ()
    """Pages of every edition that it says in its own way: `docs/law.md`."""
    added: tuple[str, ...] = ()
    """Pages of its own."""
    licence: str = ""
    """That of the first course's text."""


def allows(source: str, licence: str) -> bool:
    """Whether what is made from a text under the licence `source` may be given on under `licence`.

    What shares alike goes on as it is, or in a later version; what is not for sale stays so; nothing may be made from
    what has no derivatives; and whoever must be named stays named, so that nothing becomes CC0. Source:
    https://creativecommons.org/faq/ (“If I derive or adapt material”).

    In:  "CC BY-SA 4.0", "CC BY-NC-SA 4.0"   Out: False
    """
    (theirs, since), (ours, version) = _parted(source), _parted(licence)
    if theirs == {"CC0"}:
        return True
    if "ND" in theirs or "BY" not in ours or version < since:
        return False
    return ours == theirs if "SA" in theirs else theirs <= ours


def _parted(licence: str) -> tuple[set[str], tuple[int, ...]]:
    """`CC BY-SA 4.0` -> {"BY", "SA"}, (4, 0)."""
    name, _, version = licence.removeprefix("CC ").rpartition(" ")
    return {*name.split("-")}, tuple(int(part) for part in version.split(".") if part.isdigit())
