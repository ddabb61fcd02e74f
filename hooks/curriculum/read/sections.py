"""A page of an edition that names sections, and the shared page in its place -> one page that knows its lines.

In:  "## Arrive { #arrive }" / "Come in." / "## Break { #break }" / "Tea."; of the edition "## Break …" / "Water."
Out: "## Arrive { #arrive }" / "Come in." / "## Break …" / "Water."

A section goes with all that is below it. What is not named stays shared, and follows what the shared course says next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import lru_cache

from curriculum.read.named import Cut, find_cuts
from curriculum.read.source import find_sections
from curriculum.words.model import Page, Problem
from curriculum.words.woven import Weft, Woven


@lru_cache(maxsize=512)  # what did not change is the same value: the live site knows by it what to show again
def weave(shared: Page, own: Page) -> tuple[Page, tuple[Problem, ...]]:
    """The shared page with the sections of the edition's, and what is to be mended in these."""
    found = find_cuts(shared, own)
    return _joined(shared, own, sorted(found.cuts, key=lambda cut: cut.order)), tuple(found.problems)


@lru_cache(maxsize=512)
def unwoven(shared: Page, own: Page) -> Page:
    """The shared page in the place of the edition's, as if that one named no section."""
    return _joined(shared, own, ())


def _joined(shared: Page, own: Page, cuts: Sequence[Cut]) -> Page:
    """The page, with the place of each of its lines; cuts that lie in each other are told, and not made well."""
    lines = [*_lines(shared, own, cuts)]
    while len(lines) > 1 and not lines[-1][0].strip():
        lines.pop()
    body = "\n".join([*(text for text, _ in lines), ""])
    places = (*(place for _, place in lines), lines[-1][1])
    title, sections = find_sections(body)
    lost = _lost(shared, own, cuts, {section.id for section in sections})
    path = Woven(str(own.path), Weft(shared.path, own.offset, places, lost))
    meta = {**shared.meta, **own.meta}
    return replace(own, path=path, meta=meta, body=body, title=title, sections=sections, was=shared.was + own.was)


def _lost(shared: Page, own: Page, cuts: Sequence[Cut], left: Set[str]) -> dict[str, int]:
    """The ids of the shared page that went, each with the line that took it out: of the key, or of the new heading."""
    lines = dict(own.asked.remove) if own.asked else {}
    ids = {section.line - 1: section.id for section in shared.sections}
    return {
        id: cut.section.line + own.offset if cut.section else lines[ids[cut.first]]
        for line, id in ids.items()
        for cut in cuts
        if cut.first <= line < cut.last and id and id not in left
    }


def _lines(shared: Page, own: Page, cuts: Sequence[Cut]) -> Iterator[tuple[str, int]]:
    """Each line with its number: in the edition's file, or below zero in the shared one. An empty line parts pieces."""
    theirs, mine = shared.body.split("\n"), own.body.split("\n")
    reached = 0
    for cut in cuts:
        yield from ((text, -(shared.offset + n)) for n, text in enumerate(theirs[reached : cut.first], reached + 1))
        reached = max(reached, cut.last)
        if cut.section:
            first, last = cut.section.line, cut.section.end - 1
            yield "", own.offset + first
            yield from ((text, own.offset + n) for n, text in enumerate(mine[first - 1 : last], first))
            yield "", own.offset + last
    yield from ((text, -(shared.offset + n)) for n, text in enumerate(theirs[reached:], reached + 1))
