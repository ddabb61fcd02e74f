"""How long a section takes to bring up, in minutes: a rule of thumb of ours, said wherever a number of it is shown.

In:  40 words of which 12 are new or gone
Out: 4 minutes: one to find one's way, two for what changed, a part of one for reading the rest
"""

from __future__ import annotations

import math
from difflib import SequenceMatcher

from curriculum.translate.pieces import pieces_of
from curriculum.translate.sides import side_of
from curriculum.translate.values import Found, State
from curriculum.words.bases import Bases
from curriculum.words.model import Page

WRITTEN, READ = 6, 150
"""Words in a minute: of what has to be written anew and read over, and of what is only read."""


def minutes_for(before: str, now: str, has_text: bool) -> int:
    """For a text that was `before` when somebody last read it beside its translation; "" where nobody did."""
    words = now.split()
    new = 0 if has_text else len(words)
    changed = _changed(before.split(), words) if before else new
    return 1 + math.ceil(changed / WRITTEN + len(words) / READ)


def minutes_of(found: Found, here: Page | None, there: Page | None, bases: Bases) -> int:
    """For a section as it was found, in its page and beside the other one; of a page that is missing, for all of it.

    Of a page of which nothing is kept, all of it has to be read.
    """
    if there is None:
        return minutes_for("", "", has_text=True)
    if here is None or found.state is State.UNSTAMPED:
        whole = " ".join(piece.words for piece in pieces_of(there.written or there.body))
        return minutes_for("", whole, has_text=here is not None)
    side = side_of(there, here, bases)
    now, then = side.now.get(found.section), side.base.get(found.other or found.section)
    before = then.words if then and found.state is State.CHANGED else ""
    return minutes_for(before, now.piece.words if now else "", has_text=found.state is not State.MISSING)


def _changed(old: list[str], new: list[str]) -> int:
    """Words that are gone or new; of words that others took the place of, the longer side."""
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return sum(max(i2 - i1, j2 - j1) for tag, i1, i2, j1, j2 in steps if tag != "equal")
