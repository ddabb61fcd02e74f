"""By what means a folder or file is held to have nothing of facilitators: each finds what the others may not.

links       nothing leads out of it
theirs      no name, page or mark that only facilitators have (`words.audience`)
strangers   every file is one that participants have: of a site, by the course; of anything else, by its kind
words       nothing in it says what only facilitators' files say, however it is packed and written
rebuilt     made anew beside other notes, it is the same byte for byte; only where that is asked for
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from curriculum.checks.built import ALWAYS
from curriculum.checks.made import MadeWith
from curriculum.read.folders import shown
from curriculum.read.picture_files import PICTURES
from curriculum.verify.search import Search, Trace
from curriculum.verify.target import VerifyTarget
from curriculum.words.audience import find_theirs
from curriculum.words.model import Problem, Term, Words

KINDS = re.compile(
    rf"\.(html|pdf|docx|epub|zip|{'|'.join(PICTURES)}|js|css|svg|woff2)$"
    r"|(^|/)(manifest\.json|edition\.json|LICENCE-[\w.-]+\.txt|[A-Z-]+\.txt|_headers|\.htaccess|sitemap\.xml(\.gz)?)$"
)
"""Kinds of files that participants get, of a site or beside one: a licence, a manifest, how to open a copy."""
DATED = re.compile(rb"<lastmod>[^<]*</lastmod>")


@dataclass
class Case:
    """All that the means ask about."""

    target: VerifyTarget
    made: MadeWith
    """What a site of participants may hold."""
    search: Search
    rebuilt: Mapping[str, bytes] | None = None
    """The files of the site that was made anew, and of the copies of it; none where nobody asked."""
    held: dict[str, int] = field(default_factory=dict)
    """How many files each means looked at."""


def examine(case: Case) -> list[Problem]:
    """Everything in a folder or file that participants must not get, or that nobody can vouch for."""
    return [problem for means in MEANS.values() for problem in means(case)]


def links(case: Case) -> Iterator[Problem]:
    """What is not in the folder, and is shown as if it were."""
    for place in case.target.links:
        yield Problem(shown(place), 1, "verify-link")


def theirs(case: Case) -> Iterator[Problem]:
    """Names, pages and marks of facilitators, in ZIPs too."""
    members = case.target.members
    case.held["theirs"] = len(members)
    for found in find_theirs(members, case.made.guide):
        yield Problem(shown(found.place), found.line, "verify-theirs", {"found": shown(found.what)[:60]})


def strangers(case: Case) -> Iterator[Problem]:
    """Files that participants do not have."""
    target, places = case.target, case.made.places
    for place in target.members:
        whole = place in target.files
        known = place in places or ALWAYS.match(place) if target.is_site and whole else KINDS.search(place)
        if not known:
            yield Problem(shown(place), 1, "verify-stranger", {"found": shown(place)})


def words(case: Case) -> Iterator[Problem]:
    """What the search finds in each file, and what it cannot open."""
    case.held["words"] = len(case.target.files)
    for place, content in case.target.files.items():
        found = [*case.search.look(place.encode()), *case.search.look(content)]
        origins: dict[str, list[Trace]] = {}
        for one in found:
            origins.setdefault(one.origin.path if one.origin else "", []).append(one)
        for path, several in origins.items():
            yield _told(place, path, min(several, key=lambda one: (len(one.way), one.origin or ("", 0))), len(several))


def _told(place: str, path: str, first: Trace, count: int) -> Problem:
    way = shown(" › ".join(first.way))
    if first.origin is None:
        return Problem(shown(place), 1, "verify-closed", {"found": way or shown(place)})
    values: dict[str, Words] = {
        "found": f"{path}:{first.origin.line}",
        "way": way or Term("verify-plain"),
        "count": str(count),
    }
    return Problem(shown(place), 1, "verify-words", values)


def rebuilt(case: Case) -> Iterator[Problem]:
    """Files that are not what the course makes beside other notes."""
    if case.rebuilt is None:
        return
    again = {place: _undated(content) for place, content in case.rebuilt.items()}
    every = set(again.values())
    case.held["rebuilt"] = len(case.target.files)
    for place, content in case.target.files.items():
        same = again.get(place) == _undated(content) if case.target.is_site else _undated(content) in every
        if not same:
            yield Problem(shown(place), 1, "verify-differs", {"found": shown(place)})


def _undated(content: bytes) -> bytes:
    """A list of addresses without the day it was made."""
    return DATED.sub(b"", content) if content.startswith(b"<?xml") else content


MEANS: dict[str, Callable[[Case], Iterator[Problem]]] = {
    "links": links,
    "theirs": theirs,
    "strangers": strangers,
    "words": words,
    "rebuilt": rebuilt,
}
"""In the order in which they are told."""
