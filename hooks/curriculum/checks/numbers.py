"""Numbers to call that are typed on a page: they stand once, among the lines to call, where somebody checks them.

In:  “Call 250-555-0142”, “[call](tel:+12505550142)”, “9-1-1”, “call 911” or “or 911 if” on a shared page
Out: a problem at that line; on a page of the edition, only where one of its lines has the number, of ten digits, or
     where nobody answers it

In:  “to 911 people”, “Room 911”, “988 Pandora Avenue”
Out: nothing
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from curriculum.checks.keys import shown_lines
from curriculum.checks.tables import CODE
from curriculum.read.marks import digits_of, numbers_in
from curriculum.read.places import is_shared
from curriculum.read.source import DIGIT
from curriculum.watch.made_up import made_up_in
from curriculum.words.labels import read_spoken, read_words
from curriculum.words.model import PUBLISHED, Curriculum, Page, Problem

CALL = re.compile(r"(?<=\(tel:)[^()\s]*\d", re.IGNORECASE)
SHORT = re.compile(r"(?<![\w-])(?:[2-9]-1-1|9-8-8)(?![\w-]|[.,]\d)")
"""Numbers of three digits that whole countries have; a law may name one."""


@cache
def _bare() -> re.Pattern[str]:
    """The same without signs, which may also count people or houses: after a word of calling, by itself between signs
    that end something, or, of 911, in the middle of what is said of a number and of no people.
    """
    lists = [read_words("leftover", language) for language in read_spoken()]
    before, near, after = (
        "|".join(word for words in lists for word in words[name]) for name in ("calling", "reaching", "goes_on")
    )
    number = r"(?:911|988)(?![\w-]|[.,]\d)"
    end = r"(?=\W*$|[*_]*[.;:!?)»”](?:\s|$))"
    on = rf"(?=\W*$|[*_]*,? (?i:{after})(?![\w-])|[*_]*[.,;:!?)»”](?:\s|$)(?! ?(?:[A-ZÀ-Þ]|rue|av|boul|chemin)))"
    return re.compile(
        rf"(?i:\b(?:{before})) (?:[^\W\d]+ ){{0,2}}?[*_]*(?P<called>{number}(?!,? [A-ZÀ-Þ]))"
        rf"|(?:^|[:;.!?(«“—–]) ?[*_]*(?P<alone>{number}){end}"
        rf"|(?i:\b(?:{near})) [*_]*(?P<meant>911){on}|^[*_]*(?P<first>911) (?i:{after})\b"
    )


def check_numbers(page: Page, curriculum: Curriculum) -> list[Problem]:
    """The first such number of each line, in a page or note, or above one."""
    known = {digits_of(line.number) for line in curriculum.edition.resources}
    is_any = is_shared(page, curriculum.edition.path)
    lines = [(number, line) for number, line in shown_lines(page) if DIGIT.search(line)]
    found = ((number, next(_typed(CODE.sub("", line)), "")) for number, line in lines)
    is_held = not is_any and curriculum.edition.status == PUBLISHED
    own = check_unanswered(page.path, lines) if is_held else []  # a draft may hold them while it is written
    return own + [
        Problem(page.path, number, "number-in-text", {"found": typed})
        for number, typed in found
        if typed and (is_any or (digits_of(typed) in known and len(digits_of(typed)) > 3))
    ]


def check_unanswered(path: str, lines: Iterable[tuple[int, str]]) -> list[Problem]:
    """A number that nobody answers, in each numbered line of a text."""
    return [Problem(path, at, "number-made-up", {"found": number}) for at, number in made_up_in(lines)]


def _typed(line: str) -> Iterator[str]:
    yield from (found[0] for found in CALL.finditer(line))
    yield from (found[0] for found in numbers_in(line))
    yield from (found[0] for found in SHORT.finditer(line))
    yield from (found[str(found.lastgroup)] for found in _bare().finditer(line))
