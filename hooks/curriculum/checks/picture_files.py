"""Pictures that would be published though no page shows them, and those that lie where none is published."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from curriculum.read.layers import SHARED, Sources
from curriculum.read.picture_files import PICTURES
from curriculum.words.model import Page, Problem

TARGET = re.compile(rf"(?<![^\s()<>\[\]\"'|])[^\s()<>\[\]\"'|]+\.(?:{'|'.join(PICTURES)})\b", re.I)
"""What looks like the address of a picture, however the page shows it."""
INDEX = "index.md"


def check_picture_files(sources: Sources) -> list[Problem]:
    """Pictures nobody needs. Those only a note shows are among them: participants could see them all the same."""
    public = [place for place in sources.pictures if place.startswith(f"{SHARED}/")]
    problems = [_elsewhere(place) for place in sources.pictures if place not in public]
    if not public or sources.edition is None or any(problem.path.endswith(".md") for problem in sources.problems):
        return problems  # what could not be read may show them
    layers = (f"{SHARED}/", f"{sources.edition.path}/")
    shown = {place for page in sources.pages.values() if page.path.startswith(layers) for place in _shown(page)}
    unused = [place for place in public if place not in shown]
    return problems + [Problem(place, 1, "picture-unused", {"expected": _near(place, sources)}) for place in unused]


def _shown(page: Page) -> Iterator[str]:
    """The places a page's pictures may have: those of its language, and those all languages share."""
    for target in TARGET.findall(page.body):
        uri = posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), target))
        yield from (f"{SHARED}/{page.language.prefix}{uri}", f"{SHARED}/{uri}")


def _near(place: str, sources: Sources) -> str:
    """The page of the nearest folder around a picture: `docs/week-01/index.md` for `docs/week-01/images/two.png`."""
    paths = {page.path for page in sources.pages.values()}
    folder = posixpath.dirname(place)
    while folder and f"{folder}/{INDEX}" not in paths:
        folder = posixpath.dirname(folder)
    return f"{folder or SHARED}/{INDEX}"


def _elsewhere(place: str) -> Problem:
    """In:  facilitator/week-01/images/two.png     Out: it lies in facilitator; docs/week-01/images/two.png is right."""
    folder, *rest = place.split(f"/{SHARED}/") if f"/{SHARED}/" in place else place.split("/", 1)
    return Problem(
        place, 1, "picture-elsewhere", {"found": folder, "expected": f"{SHARED}/{rest[0] if rest else place}"}
    )
