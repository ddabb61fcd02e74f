"""`edition.json`: what a program may ask of an edition. `schemas/edition.json` is the only description of it.

What it was made from, what it changed, under which licence, and when each line to call was checked; no more of a place
than its own site says anyway.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from curriculum.words.credit import Source
from curriculum.words.model import Curriculum, Resource

RECORD = "edition.json"
FORMAT = 1
"""Raised when a key changes its sense."""


def record_of(curriculum: Curriculum) -> bytes:
    """The file; the same bytes for the same edition."""
    edition, arc = curriculum.edition, curriculum.arc
    credit = edition.credit
    said: dict[str, Any] = {
        "format": FORMAT,
        "edition": PurePosixPath(edition.path).name,
        "title": dict(edition.facts["site.name"].words),
        "languages": [language.code for language in curriculum.languages],
        "status": edition.status,
        "version": arc.version,
        "licence": arc.licence,
        "upstream": [_source(source) for source in credit.sources],
        "reviewed_by_upstream": False,
        "changes": {"replaced": list(credit.replaced), "added": list(credit.added)},
        "weeks": [week.folder or week.id for week in arc.published],
        "lines": [_line(line) for line in edition.resources],
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def _line(line: Resource) -> Mapping[str, Any]:
    """A line to call: its number, and until when a check of it holds; without days where nobody checked it."""
    said = {"id": line.id, "name": dict(line.name.words), "number": line.number, "groups": list(line.groups)}
    days = {"checked_on": line.checked_on, "check_again": line.due.isoformat()} if line.confirmed and line.due else {}
    return {**said, **days}


def _source(source: Source) -> Mapping[str, Any]:
    if source.withdrawn:
        return {"credit": "withdrawn", "licence": source.licence}
    said = {
        "title": dict(source.title.words),
        "authors": source.authors,
        "licence": source.licence,
        "version": source.version,
        "source": source.address,
        "retrieved": source.retrieved,
    }
    return {key: value for key, value in said.items() if value}
