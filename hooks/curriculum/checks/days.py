"""Days in the words of a page that no calendar has.

In:  “on 31 February 2027”, “February 30, 2027”, “April 31st”, “le 31 juin”; “29 February 2028”, “35 May Street”
Out: the first four
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from functools import cache

from curriculum.read.source import DIGIT, text_lines
from curriculum.words.labels import read_spoken, read_words
from curriculum.words.model import Page, Problem

NAMES, DAYS = ("month", "first", "named", "same", "late"), ("day", "number", "nth", "count", "end")
"""What the pattern of a day calls its month, and its number."""
LEAP = 2028
"""A day without its year may be in a leap year."""


@cache
def _months() -> dict[str, int]:
    """The names of months in every language, with their numbers."""
    names = [read_words("forms", language)["months"] for language in read_spoken()]
    return {name: number for months in names for number, name in enumerate(months, 1)}


@cache
def _written() -> re.Pattern[str]:
    """A day as people write it: its number before the month, but in an address; or after it where a year follows, or
    what else says that it is a day: “in June 31 came”. Where a month has a small letter, many write a capital.
    """
    months = "|".join(_months())
    late = "|".join(name.capitalize() for name in _months() if not name[0].isupper())
    on = "|".join(word for language in read_spoken() for word in read_words("leftover", language)["dated"])
    return re.compile(
        rf"(?<![\w.,])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?[ \u00a0](?:of |de )?(?P<month>{months})\b"
        r"(?:,?[ \u00a0](?P<year>\d{4})\b|(?!,?[ \u00a0][A-ZÀ-Þ]))"
        rf"|\b(?P<first>{months}) (?P<number>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<then>\d{{4}})\b"
        rf"|\b(?P<named>{months}) (?P<nth>\d{{1,2}})(?:st|nd|rd|th)\b"
        rf"|\b(?:{on}) (?P<same>{months}) (?P<count>\d{{1,2}})(?!\w|[,.-]?\d|,? \d{{4}})"
        rf"|(?<![\w.,])(?P<end>3[01])[ \u00a0](?P<late>{late})\b"
    )


def check_days(page: Page) -> list[Problem]:
    """The days of a page or note that there are not."""
    return [
        Problem(page.path, number + page.offset, "no-such-day", {"found": found, "expected": last})
        for number, line in text_lines(page.body)
        if DIGIT.search(line)
        for found, last in _wrong_in(line)
    ]


def _wrong_in(line: str) -> Iterator[tuple[str, str]]:
    for found in _written().finditer(line):
        name, day = (next(found[one] for one in names if found[one]) for names in (NAMES, DAYS))
        month, year = _months().get(name) or _months()[name.lower()], int(found["year"] or found["then"] or LEAP)
        last = monthrange(year, month)[1] if year else 0
        if not 1 <= int(day) <= last:
            yield found[0], str(last)
