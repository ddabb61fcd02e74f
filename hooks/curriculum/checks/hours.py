"""The hour at which sessions start, typed on a page: it stands once, in the profile of the edition, and changes there.

In:  “We start at 6:30 pm.”, « La rencontre commence à 18 h 30. », where the profile says `start: "18:30"`
Out: a problem at that line

In:  “The clinic opens at 6:30 pm.”, “We start at 7.”
Out: nothing
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from curriculum.checks.keys import shown_lines
from curriculum.checks.tables import CODE
from curriculum.read.source import DIGIT
from curriculum.words.labels import read_spoken, read_words
from curriculum.words.model import Curriculum, Page, Problem

START = "schedule.start"
GAP = r"[ \u00a0\u202f]?"
HOUR = rf"(?P<hour>\d{{1,2}}){GAP}(?:[:.h]{GAP}(?P<minute>\d\d)?)?{GAP}(?P<half>[ap](?:\.m\b\.?|m\b))?(?![\w:])"


@cache
def _starts() -> re.Pattern[str]:
    """Words that say that sessions start, and the hour behind them in the same sentence."""
    words = "|".join(word for language in read_spoken() for word in read_words("leftover", language)["starting"])
    return re.compile(rf"\b(?:{words})\b[^.!?\d]{{0,40}}?(?P<typed>{HOUR})", re.IGNORECASE)


def check_hours(page: Page, curriculum: Curriculum) -> list[Problem]:
    """Each line of a page or note that says when sessions start, as the profile does."""
    start = curriculum.edition.facts.get(START)
    hours, _, minutes = start.plain.partition(":") if start else ("", "", "")
    return [
        Problem(page.path, number, "start-typed", {"found": typed, "expected": f"{{{{ {START} }}}}"})
        for number, line in shown_lines(page)
        if hours and DIGIT.search(line)
        for typed in _typed(CODE.sub("", line), hours, minutes)
    ]


def _typed(line: str, hours: str, minutes: str) -> Iterator[str]:
    """The first hour of a line that is this one; an hour before noon may be meant as one after it.

    In:  "We begin at 6:30.", "18", "30"     Out: "6:30"
    """
    for found in _starts().finditer(line):
        hour, half = int(found["hour"]), (found["half"] or "").lower()[:1]
        meant = {hour % 12 + 12} if half == "p" else {hour} if half or hour > 12 else {hour, hour + 12}
        if hours.isdigit() and int(hours) in meant and (found["minute"] or "00") == minutes:
            yield found["typed"].strip()
            return
