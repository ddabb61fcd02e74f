"""A section that an edition took out of a page, while shared text leads to it: told where it was taken out."""

from __future__ import annotations

from curriculum.words.model import Page, Problem
from curriculum.words.woven import Woven, place_in


def lost_section(id: str, page: Page, place: tuple[str, int], edition: str) -> Problem | None:
    """The problem, where `page` had the section; none where the edition itself leads to it, or where it never was.

    `place` is the line of a page or note that leads there.
    """
    path, line = place_in(*place)
    if not isinstance(page.path, Woven) or path.startswith(f"{edition}/"):
        return None
    by = page.path.weft.lost.get(id)
    return Problem(str(page.path), by, "section-linked", {"found": id, "other": f"{path}:{line}"}) if by else None
