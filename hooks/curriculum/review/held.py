"""A section beside the one in another language -> what keeps anybody from saying that they agree: something is lost.

In:  `Wait 72 hours.` and « Attendez 27 heures. »
Out: the line of the second: the number 27 where the first has 72

The same for whoever types a translation and whoever sends it in a file. What the second reader says of two pages is
held, but for words in bold; of one page alone, that a sentence of it is in another language.
"""

from __future__ import annotations

from dataclasses import replace

from curriculum.read.languages import Languages
from curriculum.review.beside import check_beside
from curriculum.review.foreign import check_foreign
from curriculum.review.lengths import check_lengths
from curriculum.review.parity import check_parity
from curriculum.words.model import Page, Problem, Term

FREE = Term("parity-bold")
"""What each language may do in its own way."""
FOLLOWING = LENGTH, PARAGRAPH = Term("parity-length"), Term("parity-paragraph")
SHAPES = {PARAGRAPH, *(Term(f"parity-{kind}") for kind in ("list", "table", "element", "quotation"))}
"""Where one of these is lost, so are words, and perhaps a paragraph: that is told once."""


def differences(page: Page, other: Page, languages: Languages) -> list[Problem]:
    """All in which a page differs from the one in another language."""
    return [*check_parity(page, other), *check_beside(page, other), *_lengths(page, other, languages)]


def lost_in(page: Page, other: Page, languages: Languages) -> list[Problem]:
    """What a page lacks beside another, or has in place of something else; then its sentences in another language."""
    told = [one for one in differences(page, other, languages) if one.values.get("kind") != FREE]
    for kind in FOLLOWING:
        others = {one.values["section"] for one in told if one.values.get("kind") in SHAPES - {kind}}
        told = [one for one in told if one.values.get("kind") != kind or one.values["section"] not in others]
    told += [one for one in check_foreign(page, languages) if one not in told]
    return sorted(told, key=lambda one: one.rule != "parity")


def _lengths(page: Page, other: Page, languages: Languages) -> list[Problem]:
    """What a later language has for the words of an earlier one is known, so the two are always held in this order."""
    if languages.index(page.language) > languages.index(other.language):
        return check_lengths(page, other)
    return [
        replace(one, values={**one.values, "found": one.values["expected"], "expected": one.values["found"]})
        for one in check_lengths(other, page)
    ]
