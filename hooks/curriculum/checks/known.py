"""Finished pages that were found right before: the same bytes, held to the same lists, are not looked at again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from curriculum.words.values import Audience

FOLDER = ".cache"


def digest_of(page: bytes) -> str:
    """The name of a page by its bytes."""
    return hashlib.sha256(page).hexdigest()


def read_known(root: Path, audience: Audience, lists: str) -> frozenset[str]:
    """The digests of the pages of a site that were found right; `lists` names all that they are held to."""
    try:
        kept = json.loads(_place(root, audience).read_text(encoding="utf-8"))
        return frozenset(kept["pages"]) if kept["lists"] == lists else frozenset()
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()


def write_known(root: Path, audience: Audience, lists: str, pages: Iterable[str]) -> None:
    """Note them; where nothing can be written, they are looked at again."""
    place = _place(root, audience)
    with suppress(OSError):
        place.parent.mkdir(exist_ok=True)
        place.write_text(json.dumps({"lists": lists, "pages": sorted(pages)}), encoding="utf-8")


def _place(root: Path, audience: Audience) -> Path:
    return root / FOLDER / f"right-{audience.value}.json"
