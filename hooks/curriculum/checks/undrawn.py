"""Signs that no typeface of paper has: all of a course in one run, each at its line, before anything is printed.

In:  Press 🎉, then wait → call.
Out: two problems at that line, one for 🎉 and one for →
"""

from __future__ import annotations

from collections.abc import Iterable

from curriculum.checks.paper import is_printed
from curriculum.elements.tree import piece_of
from curriculum.words.composed import Composed, ComposedPart
from curriculum.words.letters import UNDRAWN
from curriculum.words.model import Curriculum, Page, Problem


def check_undrawn(page: Page, body: Composed, curriculum: Curriculum) -> list[Problem]:
    """What the typefaces of the course do not draw, in a page that is printed; another script has one of an edition."""
    if page.language.lender or not is_printed(page, curriculum):
        return []
    return [problem for part in body.parts if UNDRAWN.search(part.text) for problem in _undrawn(part)]


def _undrawn(part: ComposedPart) -> list[Problem]:
    """An address or a comment may hold any sign: nobody prints it. Signs that begin items are told at the first one."""
    printed = "".join(piece_of(part.text).tree.itertext())
    lines, begun = part.text.split("\n"), ""
    problems = []
    for line, place in zip(lines, part.places, strict=False):
        found = [sign for sign in dict.fromkeys(UNDRAWN.findall(line)) if sign in printed]
        begins = next((sign for sign in found if line.lstrip().startswith(sign)), "")
        told = [sign for sign in found if not begins or sign != begun]
        problems += [Problem(place.path, place.line, "missing-sign", {"found": sign}) for sign in told]
        begun = begins
    return problems


def without_told_signs(printing: Iterable[Problem], problems: Iterable[Problem]) -> list[Problem]:
    """What printing found but for signs that were told, with more of their places than printing knows."""
    told = {sign for one in problems if one.rule == "missing-sign" for sign in str(one.values["found"])}
    return [one for one in printing if not (one.rule == "missing-sign" and told.issuperset(str(one.values["found"])))]
