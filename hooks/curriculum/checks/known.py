"""What was found right before, kept by name: finished pages by their bytes, pages and notes by their text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from curriculum.formats.kept import CACHE, read_kept, write_kept
from curriculum.words.values import Audience


def read_known(root: Path, kind: str, audience: Audience, lists: str = "") -> frozenset[str]:
    """The names of what was found right in a site; `lists` names all that it is held to, where the names do not."""
    try:
        kept = json.loads(read_kept(_place(root, kind, audience)))
        return frozenset(kept["names"]) if kept["lists"] == lists else frozenset()
    except (ValueError, KeyError, TypeError):
        return frozenset()


def write_known(root: Path, kind: str, audience: Audience, names: Iterable[str], lists: str = "") -> None:
    """Note them; where nothing can be written, they are looked at again."""
    kept = json.dumps({"lists": lists, "names": sorted(names)})
    write_kept(_place(root, kind, audience), kept.encode())


def _place(root: Path, kind: str, audience: Audience) -> Path:
    return root / CACHE / f"{kind}-{audience.value}"
