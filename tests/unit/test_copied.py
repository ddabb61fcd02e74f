"""A note pasted into a page of participants is told at its line; the real course has none."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from functools import partial

import pytest
from conftest import ROOT, read_valid
from curriculum.checks.copied import SAID, WORD, WORDS, _in_a_row, check_copied, words_of
from curriculum.read.layers import Settings
from curriculum.words.audience import NOTES
from curriculum.words.model import Curriculum, Page, Text
from languages import EN
from pace import timed

PASTED = 240
CHANGES = {
    "as it is": lambda words: words,
    "in capitals": str.upper,
    "without signs": partial(re.sub, r"[.,;:!?*_]", ""),
    "in lines of another length": lambda words: "\n".join(words.split()),
    "in bold": lambda words: f"**{words}**",
    "in an item": lambda words: f"- {words}",
    "as the title of a link": lambda words: f'[x](y.md "{words}")',
    "with codes for spaces": lambda words: words.replace(" ", "&nbsp;"),
    "in a cell": lambda words: f"| {words} | x |",
}
"""What becomes of words that are pasted."""


@pytest.fixture(scope="module")
def course() -> Curriculum:
    return read_valid(Settings(ROOT, NOTES))


@pytest.fixture(scope="module")
def paragraphs(course: Curriculum) -> list[str]:
    """Of everything that only facilitators have, what is long enough to be told, without signs that begin a line."""
    theirs = [page for page in course.pages.values() if course.only_for_facilitators(page)]
    found = []
    for page in (*course.notes.values(), *theirs):
        for block in re.split(r"\n[ \t>]*\n", page.body):
            text = re.sub(r"^(?:[>\s*-]|\d+\.|#+)+", "", re.sub(r"\n[ \t]*>[ \t]*", "\n", block))
            said = block.lstrip().startswith((">", "#")) or "“" in block or "«" in block
            if len(words_of(text)) >= (SAID if said else WORDS) and "///" not in text and "|" not in text:
                found.append(text)
    return found


def pasted(course: Curriculum, page: Page, words: str) -> Curriculum:
    """The course with words at the end of a page."""
    key = page.language, page.uri
    return replace(course, pages={**course.pages, key: replace(page, body=f"{page.body}\n\n{words}\n")})


def alone(course: Curriculum, page: Page) -> Curriculum:
    """The same without the other pages of participants, which are looked at once, below."""
    theirs = {key: other for key, other in course.pages.items() if course.only_for_facilitators(other)}
    return replace(course, pages={**theirs, (page.language, page.uri): page})


def test_no_page_of_participants_holds_a_passage_of_facilitators(course: Curriculum) -> None:
    assert check_copied(course) == []


def test_every_paragraph_that_is_pasted_is_told_at_its_line(course: Curriculum, paragraphs: list[str]) -> None:
    """Into any page, changed in any of these ways; one into each page at a time, and all looked at together."""
    chance, lost, tried = random.Random(14), [], 0
    ours = [page for page in course.pages.values() if not course.only_for_facilitators(page)]
    while tried < PASTED:
        other, put = course, {}
        for page in chance.sample(ours, min(len(ours), PASTED - tried)):
            words, name = chance.choice(paragraphs), chance.choice(list(CHANGES))
            other = pasted(other, page, CHANGES[name](words))
            put[page] = name, words
        last = {problem.path: problem.line for problem in check_copied(other)}
        lost += [what for page, what in put.items() if last.get(page.path, 0) < page.body.count("\n") + 3 + page.offset]
        tried += len(put)
    assert len(paragraphs) > PASTED
    assert lost == []


def test_a_few_words_fewer_are_not_told(course: Curriculum) -> None:
    note = next(iter(course.notes.values()))
    page = next(page for page in course.pages.values() if not course.only_for_facilitators(page))
    words = [f"word{number}" for number in range(40)]
    for said, sign in ((WORDS, ""), (SAID, "> "), (SAID, "## ")):
        written = {(note.language, note.uri): replace(note, body=f"{sign}{' '.join(words)}")}
        for count, told in ((said, 1), (said - 1, 0)):
            for first in range(10 if sign else 20):
                some = " ".join(words[first : first + count])
                assert len(check_copied(pasted(replace(alone(course, page), notes=written), page, some))) == told


def test_what_is_pasted_above_a_page_is_told(course: Curriculum, paragraphs: list[str]) -> None:
    page = next(page for page in course.pages.values() if not course.only_for_facilitators(page))
    other = replace(page, meta={**page.meta, "description": paragraphs[0]})
    assert [(problem.path, problem.line) for problem in check_copied(alone(course, other))] == [(page.path, 1)]
    facts = {**course.edition.facts, "site.description": Text({EN.code: paragraphs[0]})}
    told = check_copied(replace(alone(course, page), edition=replace(course.edition, facts=facts)))
    line = course.edition.lines["site.description.en"]
    assert [(problem.path, problem.line) for problem in told] == [(f"{course.edition.path}/profile.yml", line)]


def test_participants_alone_have_no_note_to_look_for(course: Curriculum) -> None:
    ours = {key: page for key, page in course.pages.items() if not course.only_for_facilitators(page)}
    assert check_copied(replace(course, notes={}, pages=ours)) == []


def test_facts_ids_and_addresses_are_no_words() -> None:
    text = "## One { #one }\n\n[two](three.md) {{ four }} l’eau\n/// box | five\n<!-- en-20: six -->"
    assert [word for word in words_of(text) if not word.isspace()] == ["one", "two", "l’eau", "five"]
    assert WORD.findall("a\n \nb") == ["a", "\n \n", "b"]


@pytest.mark.alone
def test_it_costs_little(course: Curriculum) -> None:
    _in_a_row.cache_clear()
    assert timed(lambda: check_copied(course))[1] < 0.5
