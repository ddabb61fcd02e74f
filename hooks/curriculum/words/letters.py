"""Words that the first typeface cannot write, and the typeface that writes them: one companion for each script.

In:  We meet on the lands of the xʷməθkʷəy̓əm.
Out: We meet on the lands of the <span class="companion">xʷməθkʷəy̓əm</span>.

Another script is a row here and one in `overrides/print/fonts/make_companion.py`, which makes its files; a test holds
both, and what browsers fetch (overrides/styles/letters.css), to one another.
"""

from __future__ import annotations

import html
import math
import re
from typing import NamedTuple
from unicodedata import combining


class Companion(NamedTuple):
    """A typeface beside the first one."""

    family: str
    """On paper, as its files name it; none is in a PDF that has no letter of it."""
    letters: str
    """What it writes and the first one does not, as it stands between brackets in a pattern."""
    office: str
    """What a Word document asks for instead: comes with every Word."""
    wide: float
    """How wide its widest words are, beside those of as many letters in the first typeface."""


LATIN = r"\u0100-\u0151\u0154-\u036f\u0398\u039b\u03a7\u03b8\u03bb\u03c7"
"""Beyond English and French (œ and Œ are French; so is Ÿ, which the first typeface lacks); three Greek letters are
Latin ones in many orthographies."""
RAISED = (
    r"\u1d43-\u1d4d\u1d7d\u1d9c-\u1dbf\u1e00-\u1eff\u2c60-\u2c7f\ua789\ua78b-\ua78d\ua78f\ua7aa-\ua7ae\ua7b0-\ua7b3"
    r"\ua7c5\ua7dc\uab53"
)
COMPANIONS = (
    Companion("Noto Sans", LATIN + RAISED, "Calibri", 1.2),
    Companion("Noto Sans CanAborig", r"\u1400-\u167f\u18b0-\u18f5", "Gadugi", 1.8),
)
RARE = f"[{''.join(one.letters for one in COMPANIONS)}]"
LETTER = r"[^\W\d_]|[\u0300-\u036f\ua789\ua7dc]"
JOINED = r"7·:\u2011"
BEFORE, AFTER = rf"(?:{LETTER}|[{JOINED}](?={LETTER}))*", rf"(?:{LETTER}|[{JOINED}’'](?={LETTER}))*"
"""What goes with a rare letter, so that a word has one typeface: a 7, a dot, a colon (Stó:lō) and an apostrophe are
letters in some orthographies, and a hyphen that parts no lines is within a word; but `d’` before a word is French."""
WORD = f"{BEFORE}{RARE}{AFTER}"
FOUND = re.compile(WORD)
FIRST = (
    r"\u0020-\u007e\u00a0-\u00ac\u00ae-\u00b4\u00b6-\u00ff\u0152-\u0153\u02c6\u02da\u02dc\u2009\u2010-\u2011\u2013-\u2014"
    r"\u2018-\u201a\u201c-\u201e\u2022\u2026\u2039-\u203a\u2044\u20ac\u2122\u2212\u2215"
)
"""What the first typeface draws in each of its cuts."""
UNSEEN = r"\u0000-\u001f\u007f-\u009f\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u206f\ufe00-\ufe0f\ufeff"
UNDRAWN = re.compile(rf"(?:[^{FIRST}{UNSEEN}{RARE[1:-1]}][\ufe0f\u200d]*)+")
"""Signs side by side that no typeface of the course draws."""
ANY = re.compile(RARE)
KINDS = tuple((re.compile(f"[{one.letters}]"), one) for one in COMPANIONS)


def spelt(words: str) -> str:
    """Words as HTML, those that a companion writes marked."""
    return FOUND.sub(r'<span class="companion">\g<0></span>', html.escape(words, quote=False))


def whole(words: str) -> str:
    """The same as one element, for what stands beside others in a line that parts them."""
    found = spelt(words)
    return f"<span>{found}</span>" if "<" in found else found


def reach(word: str) -> int:
    """How many letters of the first typeface take as much room as a word; marks on letters take none."""
    if not ANY.search(word):
        return len(word)
    return math.ceil(sum(not combining(sign) for sign in word) * companion_of(word).wide)


def companion_of(words: str) -> Companion:
    """Which companion writes words that were marked."""
    return next((one for pattern, one in KINDS if pattern.search(words)), COMPANIONS[0])
