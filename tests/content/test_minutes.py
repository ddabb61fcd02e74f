"""The minutes that notes tell are those of `curriculum.yml`: of parts, of what is done in them, and when late."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from math import prod

import pytest
from conftest import ROOT, read_valid
from curriculum.compose.late import late_items
from curriculum.compose.notes import SUMMARY, note_words
from curriculum.elements.vocabulary import find_elements
from curriculum.read.layers import Settings
from curriculum.words.model import Curriculum, Language, Page, Week
from languages import LANGUAGES

WHOLE = re.compile(r"(?<!\d)(\d+)\s+minutes")
TOLD = re.compile(r"(\d+)(\s+minutes)?")
SHARE = re.compile(r"\((\d+)(?=[ :,)])")
NAMED = re.compile(r"(?<=[^\W\d] )(\d+)(?=[,.]| \(|$)")
FORMULA = re.compile(r"[\d+×() ]+(?=[:;.,])")
"""`2 + 3 × 6`, `3 × (7 + 4) + 2`."""
SENTENCE = re.compile(r"(?<=[^\d\W][.)])\s+(?=[A-ZÀÉÊ])|(?<=\))\.\s")


@cache
def read_course() -> Curriculum:
    """The course as facilitators have it."""
    return read_valid(Settings(ROOT, "facilitator"))


def notes_of(language: Language) -> Iterator[tuple[Week, Page]]:
    """Every session with its note."""
    course = read_course()
    for week in course.arc.sessions:
        yield week, course.notes[language, week.uri]


def tells(parts: Sequence[int], told: Sequence[tuple[int, bool]]) -> bool:
    """True when the minutes of all parts are told in their order, among others; of several at once as their sum."""
    if not parts:
        return True
    for place, (minutes, of_several) in enumerate(told):
        for count in range(1, len(parts) + 1 if of_several else 2):
            if sum(parts[:count]) == minutes and tells(parts[count:], told[place + 1 :]):
                return True
    return False


def told_in(summary: str) -> list[tuple[int, bool]]:
    """The minutes in the evening in short, and whether they may be those of several parts."""
    return [(int(number), bool(several)) for number, several in TOLD.findall(" ".join(summary.split()))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_evening_in_short_tells_every_part_with_its_minutes(language: Language) -> None:
    for week, note in notes_of(language):
        told = told_in(note_words(note)[SUMMARY])
        assert tells([*week.parts.values()], told), (week.id, [*week.parts.values()], told)
        first = [*week.parts.values()]
        first[1] += 2
        assert not tells(first, told), "a part with other minutes would be noticed"


def worth(formula: str) -> int:
    """`3 × (7 + 4) + 2` -> 35."""
    plain = re.sub(r"\(([^()]+)\)", lambda found: str(worth(found[1])), formula)
    return sum(prod(int(factor) for factor in term.split("×")) for term in plain.split("+"))


def shares_of(words: str, minutes: int) -> int | None:
    """How long the things take that a note shares the minutes of its part among; None where it shares nothing."""
    text = " ".join(words.split())
    found = re.search(rf"(?<!\d){minutes} minutes ?[:=,] ?", text)
    if found is None:
        return None
    sentence = SENTENCE.split(text[found.end() :])[0]
    if (formula := FORMULA.match(sentence)) and {*formula[0]} & {*"+×"}:
        return worth(formula[0])
    shares = SHARE.findall(sentence) or ([] if ";" in sentence else NAMED.findall(sentence))
    return sum(map(int, shares)) if len(shares) > 1 else None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_note_shares_the_minutes_of_its_part(language: Language) -> None:
    """Its first minutes are those of the part, and what it says of each thing in it adds up to them."""
    seen, wrong = 0, []
    for week, note in notes_of(language):
        for part, minutes in week.parts.items():
            words = note_words(note).get(part, "")
            shared = shares_of(words, minutes)
            seen += shared is not None
            if shared not in (None, minutes) or not WHOLE.search(words.replace("\u00a0", " ")):
                wrong.append((week.id, part, minutes, shared))
    assert not wrong, "\n".join(map(str, wrong))
    assert seen > 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_for_who_is_late_shares_what_it_leaves(language: Language) -> None:
    seen = 0
    for week, note in notes_of(language):
        for plan in (e for e in find_elements(note.body)[0] if e.name == "late"):
            left = week.parts_when(int(plan.argument))
            for item in late_items(note.body, plan):
                shares = SHARE.findall(item.words)
                seen += len(shares) > 1
                if len(shares) > 1:
                    assert sum(map(int, shares)) == left.get(item.part, 0), (week.id, plan.argument, item.part)
    assert seen > 20
