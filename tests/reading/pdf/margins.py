"""Rules about what stands around the words of a page: its foot, its number, its code, and how small any of it may be.

What is outside the tags is in a margin, but for the head of a table that goes on over a page, repeated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from curriculum.words.paper import Paper, Size
from languages import EN, FR

from reading.pdf.drawn import Box, DrawnPage, Sign
from reading.pdf.prints import OpenPrint

MILLIMETRE = 72 / 25.4
BODY = {Size.STANDARD: 12.0, Size.LARGE: 18.0}
SMALL = {Size.STANDARD: 9.0, Size.LARGE: 18.0}
"""Points of the smallest letters: in large print, nothing is smaller than the words."""
NUMBER = {EN: re.compile(r"page(\d+)of(\d+)"), FR: re.compile(r"page(\d+)de(\d+)")}
STRIP = (215.9 - 85.6) / 2, (210.0 - 85.6) / 2
"""Millimetres to the left of the strip of a card sheet, on Letter and on A4."""


def check_text_size(opened: OpenPrint) -> Iterator[str]:
    """Words are set in 12 points or more, those in margins in 9 or more; in large print all in 18."""
    size = opened.printed.variant.size
    for page in opened.pages:
        for sign in page.signs:
            least = SMALL[size] if is_in_margin(sign) else BODY[size]
            if sign.size < least - 0.01:
                yield f"page {page.number}: {sign.text} in {sign.size:.1f} points"


def check_foot(opened: OpenPrint) -> Iterator[str]:
    """What it is, its version, licence and number are on every page; pages are counted in order, none twice."""
    document = opened.printed.document
    count, due, at = len(opened.pages), 0, -1
    for page in opened.pages:
        words = margin_words(page)
        if not page.signs:
            continue  # the back of what will be cut, or of the last page of a handout
        number = NUMBER[document.language].search(words)
        if number is None:
            yield f"page {page.number}: no number"
            return
        shown, last = int(number[1]), int(number[2])
        starts = _plain(document.articles[min(at + 1, len(document.articles) - 1)].foot[0]) in words and (
            document.whole or shown == 1
        )
        at += starts and at + 1 < len(document.articles)
        due = page.number if document.whole else 1 if starts else due + 1
        if shown != due or (document.whole and last != count) or shown > last:
            yield f"page {page.number}: number {shown} of {last}, not {due}"
        yield from (
            f"page {page.number}: no “{line}”" for line in document.articles[at].foot if _plain(line) not in words
        )
    if at != len(document.articles) - 1:
        yield f"{len(document.articles) - 1 - at} articles missing"


def check_margin_is_free(opened: OpenPrint) -> Iterator[str]:
    """No word of a page runs into its margins."""
    for page in opened.pages:
        margin = [sign for sign in page.signs if is_in_margin(sign)]
        lines = {(sign.top, sign.bottom) for sign in margin}  # few, so that few words are compared with each sign
        near = [sign for sign in page.signs if any(sign.top < low and high < sign.bottom for high, low in lines)]
        if any(_overlap(sign, other) for other in near if not is_in_margin(other) for sign in margin):
            yield f"page {page.number}"


def is_in_margin(sign: Sign) -> bool:
    """Outside the tags and not among the words: above or below them, or beside the strip of a card sheet."""
    if not sign.is_artifact:
        return False
    return sign.size < 11 or sign.bottom < 17 * MILLIMETRE or sign.top > 232 * MILLIMETRE


def margin_words(page: DrawnPage) -> str:
    """All signs in the margins, without white space, in the order they were drawn."""
    return _plain("".join(sign.text for sign in page.signs if is_in_margin(sign)))


def _plain(words: str) -> str:
    return re.sub(r"\s", "", words.replace("\u202f", ""))


def _overlap(one: Box, other: Box) -> bool:
    apart = one.x0 >= other.x1 or other.x0 >= one.x1
    return not apart and one.top < other.bottom and other.top < one.bottom


def strip_left(paper: Paper) -> float:
    """Where the strip of a card sheet begins, in points."""
    return STRIP[paper is Paper.A4] * MILLIMETRE


MARGIN_RULES: Mapping[str, Callable[[OpenPrint], Iterator[str]]] = {
    "text-size": check_text_size,
    "foot": check_foot,
    "margin-is-free": check_margin_is_free,
}
