"""Pictures that would be published though no page shows them, and two that would take one place."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator

from curriculum.read.layers import Sources
from curriculum.read.picture_files import PICTURES
from curriculum.read.placed import split_folder
from curriculum.words.audience import NOTES, SHARED
from curriculum.words.model import Page, Problem

TARGET = re.compile(rf"(?<![^\s()<>\[\]\"'|])[^\s()<>\[\]\"'|]+\.(?:{'|'.join(PICTURES)})\b", re.I)
"""What looks like the address of a picture, however the page shows it."""
INDEX = "index.md"


def check_picture_files(sources: Sources) -> list[Problem]:
    """Pictures nobody needs. Those of `docs/` that only a note shows are among them: participants could see them all
    the same. Those of facilitators stay with their pages.
    """
    problems = [_twice(path, sources) for place, path in sources.theirs.items() if place in sources.files]
    unread = any(problem.path.endswith(".md") for problem in sources.problems)  # it may show them
    if not sources.pictures or sources.edition is None or unread:
        return problems
    edition, pages = sources.edition.path, [*sources.every_page]
    layers = [(folder, f"{edition}/{folder}") for folder in (SHARED, NOTES)]
    shown = {
        f"{folder}/{place}"
        for layer in layers
        for page in pages
        if page.path.startswith(tuple(f"{folder}/" for folder in layer))
        for place in _shown(page)
        for folder in layer
    }
    unused = [place for place in sources.pictures if place not in shown and _may_show(place, layers, sources)]
    return problems + [
        Problem(place, 1, "picture-unused", {"expected": _near(place, edition, pages)}) for place in unused
    ]


def _may_show(path: str, layers: Iterable[Iterable[str]], sources: Sources) -> bool:
    """False for a picture of a language that the site does not have: its pages were not read."""
    places = (path.removeprefix(f"{one}/") for layer in layers for one in layer if path.startswith(f"{one}/"))
    return all(split_folder(place, sources.languages)[0] for place in places)


def _shown(page: Page) -> Iterator[str]:
    """The places a page's pictures may have in a folder: those of its language, and those all languages share."""
    for target in TARGET.findall(page.body):
        uri = posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), target))
        yield from (page.language.folder + uri, uri)


def _near(place: str, edition: str, pages: Iterable[Page]) -> str:
    """The page of the nearest folder around a picture; of an edition, its own or, where it has none, the shared one's
    place in it: that is where whoever shows it would write.

    In:  `docs/week-01/images/two.png`      `partner/docs/week-01/images/two.png`
    Out: `docs/week-01/index.md`            `partner/docs/week-01/index.md`
    """
    own = f"{edition}/" if place.startswith(f"{edition}/") else ""
    there = {page.path.removeprefix(own) for page in pages}
    folder = posixpath.dirname(place.removeprefix(own))
    while folder and f"{folder}/{INDEX}" not in there:
        folder = posixpath.dirname(folder)
    return f"{own}{folder or SHARED}/{INDEX}"


def _twice(path: str, sources: Sources) -> Problem:
    """A picture of facilitators in the place of one that everybody has: of the two, a site could show only one."""
    place = path.partition(f"{NOTES}/")[2]
    return Problem(path, 1, "picture-twice", {"found": sources.local.get(place, f"{SHARED}/{place}")})
