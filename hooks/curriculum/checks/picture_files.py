"""Pictures that would be published though no page shows them, and those that lie where none is published."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator

from curriculum.read.layers import SHARED, Sources
from curriculum.read.picture_files import PICTURES
from curriculum.words.audience import NOTES
from curriculum.words.model import Page, Problem

TARGET = re.compile(rf"(?<![^\s()<>\[\]\"'|])[^\s()<>\[\]\"'|]+\.(?:{'|'.join(PICTURES)})\b", re.I)
"""What looks like the address of a picture, however the page shows it."""
INDEX = "index.md"


def check_picture_files(sources: Sources) -> list[Problem]:
    """Pictures nobody needs. Those of `docs/` that only a note shows are among them: participants could see them all
    the same. Those of facilitators stay with their pages.
    """
    own = [place for place in sources.pictures if place.startswith((f"{SHARED}/", f"{NOTES}/"))]
    problems = [_elsewhere(place) for place in sources.pictures if place not in own]
    problems += [_twice(path) for place, path in sources.theirs.items() if place in sources.files]
    if not own or sources.edition is None or any(problem.path.endswith(".md") for problem in sources.problems):
        return problems  # what could not be read may show them
    layers = {f"{SHARED}/": SHARED, f"{sources.edition.path}/": SHARED, f"{NOTES}/": NOTES}
    pages = [*sources.pages.values(), *sources.notes.values()]
    folders = ((page, folder) for page in pages for start, folder in layers.items() if page.path.startswith(start))
    shown = {place for page, folder in folders for place in _shown(page, folder)}
    unused = [place for place in own if place not in shown]
    return problems + [Problem(place, 1, "picture-unused", {"expected": _near(place, pages)}) for place in unused]


def _shown(page: Page, folder: str) -> Iterator[str]:
    """The places a page's pictures may have in a folder: those of its language, and those all languages share."""
    for target in TARGET.findall(page.body):
        uri = posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), target))
        yield from (f"{folder}/{page.language.prefix}{uri}", f"{folder}/{uri}")


def _near(place: str, pages: Iterable[Page]) -> str:
    """The page of the nearest folder around a picture: `docs/week-01/index.md` for `docs/week-01/images/two.png`."""
    paths = {page.path for page in pages}
    folder = posixpath.dirname(place)
    while folder and f"{folder}/{INDEX}" not in paths:
        folder = posixpath.dirname(folder)
    return f"{folder or place.partition('/')[0]}/{INDEX}"


def _twice(path: str) -> Problem:
    """A picture of facilitators in the place of one that everybody has: of the two, a site could show only one."""
    return Problem(path, 1, "picture-twice", {"found": path.replace(NOTES, SHARED, 1)})


def _elsewhere(place: str) -> Problem:
    """In:  facilitator/week-01/images/two.png     Out: it lies in facilitator; docs/week-01/images/two.png is right."""
    folder, *rest = place.split(f"/{SHARED}/") if f"/{SHARED}/" in place else place.split("/", 1)
    return Problem(
        place, 1, "picture-elsewhere", {"found": folder, "expected": f"{SHARED}/{rest[0] if rest else place}"}
    )
