"""How long a section takes to bring up, in minutes: a rule of thumb of ours, said wherever a number of it is shown.

In:  40 words of which 12 are new or gone
Out: 4 minutes: one to find one's way, two for what changed, a part of one for reading the rest
"""

from __future__ import annotations

import math
from difflib import SequenceMatcher

WRITTEN, READ = 6, 150
"""Words in a minute: of what has to be written anew and read over, and of what is only read."""


def minutes_for(before: str, now: str, has_text: bool) -> int:
    """For a text that was `before` when somebody last read it beside its translation; "" where nobody did."""
    words = now.split()
    new = 0 if has_text else len(words)
    changed = _changed(before.split(), words) if before else new
    return 1 + math.ceil(changed / WRITTEN + len(words) / READ)


def _changed(old: list[str], new: list[str]) -> int:
    """Words that are gone or new; of words that others took the place of, the longer side."""
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return sum(max(i2 - i1, j2 - j1) for tag, i1, i2, j1, j2 in steps if tag != "equal")
