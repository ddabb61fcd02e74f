"""Mistakes that an author makes while the live site is open, how each is mended, and what the bar says meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

HOME = "docs/index.md"


class Mistake(NamedTuple):
    """What is done to a project, in words and in fact; the words that the bar then holds."""

    what: str
    make: Callable[[Path], None]
    mend: Callable[[Path], None]
    said: str


def mistake(what: str, place: str, change: Callable[[bytes], bytes], said: str) -> Mistake:
    """A file that is changed, and later is as it was."""
    kept: dict[str, bytes] = {}

    def make(root: Path) -> None:
        kept[place] = (root / place).read_bytes()
        (root / place).write_bytes(change(kept[place]))

    return Mistake(what, make, lambda root: (root / place).write_bytes(kept[place]) and None, said)


def moved(what: str, place: str, to: str, said: str) -> Mistake:
    """A file or folder that is renamed, and gets its name back."""
    return Mistake(
        what,
        lambda root: (root / place).rename(root / to) and None,
        lambda root: (root / to).rename(root / place) and None,
        said,
    )


MISTAKES = (
    mistake("A heading without its id", HOME, lambda text: text + b"\n\n## No id\n", "docs/index.md"),
    mistake("curriculum.yml, half saved", "curriculum.yml", lambda text: text[: len(text) // 2], "curriculum.yml"),
    moved("A page taken away", "docs/about.md", "about.md", "docs/about.md"),
    moved("A folder of a week renamed", "docs/week-02", "docs/second-week", "second-week"),
    mistake(
        "A note under a section that its page does not have",
        "facilitator/week-01/index.md",
        lambda text: text + b"\n\n## Nowhere { #nowhere }\n\nWords.\n",
        "facilitator/week-01/index.md",
    ),
    mistake("curriculum.yml emptied", "curriculum.yml", lambda text: b"", "curriculum.yml"),
    moved("The folder of the edition gone", "editions/victoria", "editions/elsewhere", "editions/victoria"),
    mistake("A page saved in another encoding", HOME, lambda text: text + b"\n\ncaf\xe9\n", "UTF-8"),
    mistake(
        "A script changed and not read again by anybody",
        "overrides/scripts/leave.js",
        lambda text: text + b"// more\n",
        "overrides/scripts/leave.js",
    ),
    mistake(
        "A template with a slip",
        "overrides/main.html",
        lambda text: text.replace(b"{% block title %}", b"{% block title }"),
        "overrides/main.html",
    ),
)
"""Ten, each of another kind."""
