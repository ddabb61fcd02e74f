"""What a translation loses is told, on the real pages of this course; nothing is told of them as they are."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from conftest import ROOT, read_valid
from curriculum.checks.languages import check_languages
from curriculum.checks.pages import check_page
from curriculum.read.layers import Settings
from curriculum.read.source import parse_page
from curriculum.review.answers import check_answers
from curriculum.review.beside import check_beside, check_foreign
from curriculum.review.parity import check_parity
from curriculum.words.audience import NOTES
from curriculum.words.model import Curriculum, Page, Problem
from languages import EN, FR, LANGUAGES
from lost import LOST, Loss

PAGES_EACH = 6
"""Pages on which each loss is tried."""


@pytest.fixture(scope="module")
def course() -> Curriculum:
    return read_valid(Settings(ROOT, NOTES))


def pairs(course: Curriculum) -> list[tuple[Page, Page]]:
    """Each page and note in French with the one in English."""
    both = (course.pages, course.notes)
    return [(page, pages[EN, uri]) for pages in both for (language, uri), page in pages.items() if language == FR]


def told(page: Page, first: Page) -> list[Problem]:
    """All that is said of a page beside the one in English; what is said of a note by itself is another matter."""
    pages = {(EN, page.uri): first, (FR, page.uri): page}
    alone = [problem for problem in check_page(page, first, LANGUAGES) if problem.rule in ("missing-id", "wrong-id")]
    beside = [*check_parity(page, first), *check_beside(page, first), *check_answers(page, first)]
    return [*check_languages(pages, LANGUAGES), *alone, *beside, *check_foreign(page, LANGUAGES)]


def test_there_are_enough_of_them() -> None:
    assert len(LOST) >= 45


def test_nothing_is_told_of_the_course_as_it_is(course: Curriculum) -> None:
    assert [problem for page, first in pairs(course) for problem in told(page, first)] == []


@pytest.mark.parametrize("name", LOST)
def test_a_loss_is_told_of_any_page(course: Curriculum, name: str) -> None:
    lose: Loss = LOST[name]
    tried, silent = 0, []
    every = pairs(course)
    random.Random(name).shuffle(every)
    for page, first in every:
        body = lose(page.body)
        if body and body != page.body:
            tried += 1
            parsed, _ = parse_page(str(page.path), page.uri, body, LANGUAGES)
            other = replace(parsed, language=FR, meta=page.meta, offset=page.offset)
            if not told(other, first):
                silent.append(page.path)
        if tried == PAGES_EACH:
            break
    assert tried, "no page has anything of the kind"
    assert silent == []


def test_french_left_in_english_is_told_too(course: Curriculum) -> None:
    page = course.pages[EN, "how-a-session-works.md"]
    left = replace(page, body=f"{page.body}\n\nPrenez votre temps, et dites que vous êtes là pour la personne.\n")
    (problem,) = check_foreign(left, LANGUAGES)
    assert (problem.rule, problem.line) == ("untranslated", page.body.count("\n") + 3 + page.offset)
