"""What each page of a site was composed to, kept by all that shapes it: the next build need not compose it to know."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from curriculum.compose.shaped import AskedSizes
from curriculum.formats.kept import CACHE, read_kept, write_kept
from curriculum.words.composed import Composed
from curriculum.words.model import Audience


class Made(NamedTuple):
    """What a page was composed to."""

    name: str
    """Of what was read of it."""
    asked: AskedSizes
    """The sizes of files that it says."""
    text: Composed | None = None
    """None where it was known without composing it."""


def read_made(root: Path, audience: Audience) -> dict[str, Made]:
    """What the last build composed, by all that shapes it; nothing where that is not as it was written."""
    try:
        kept = json.loads(read_kept(_place(root, audience)))
        return {by: Made(str(name), dict(asked)) for by, (name, asked) in kept.items()}
    except (AttributeError, TypeError, ValueError):
        return {}


def write_made(root: Path, audience: Audience, made: Mapping[str, Made]) -> None:
    """Keep it; where nothing can be written, pages are composed again."""
    kept = {by: (one.name, one.asked) for by, one in made.items()}
    write_kept(_place(root, audience), json.dumps(kept).encode())


def _place(root: Path, audience: Audience) -> Path:
    return root / CACHE / f"composed-{audience.value}"
