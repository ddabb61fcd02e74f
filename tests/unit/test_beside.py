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
from curriculum.review.beside import differing, replaced
from curriculum.review.foreign import check_foreign
from curriculum.review.held import differences, lost_in
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
    beside = [*differences(page, first, LANGUAGES), *check_answers(page, first)]
    return [*check_languages(pages, LANGUAGES), *alone, *beside, *check_foreign(page, LANGUAGES)]


def test_there_are_enough_of_them() -> None:
    assert len(LOST) >= 45


def test_nothing_is_told_of_the_course_as_it_is(course: Curriculum) -> None:
    assert [problem for page, first in pairs(course) for problem in told(page, first)] == []


def test_nothing_keeps_anybody_from_saying_that_the_course_agrees(course: Curriculum) -> None:
    """Whichever of the two was translated."""
    both = [pair for page, first in pairs(course) for pair in ((page, first), (first, page))]
    assert len(both) > 150
    assert [problem for page, other in both for problem in lost_in(page, other, LANGUAGES)] == []


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


APART = [
    ("Call 250-555-0142.", "Appelez le 555-250-0142."),
    ("Call 9-1-1.", "Appelez le 8-1-1."),
    ("Take 5 mg.", "Prenez 5 ml."),
    ("Hold 3 cm away.", "Tenez à 3 mm."),
    ("A dose of 0.4 mg/ml.", "Une dose de 0,4 mg/mg."),
    ("1,500 kg", "1 500 g"),
    ("About 90% felt safer.", "Environ 90 $ de plus."),
    ("Call four people.", "Appelez trois personnes."),
    ("Two of us, then five.", "Nous deux, puis six."),
    ("A ten-minute talk", "Un échange de douze minutes"),
    ("Under 19, it is so.", "À plus de 19 ans, c’est ainsi."),
    ("13 and up", "13 ans et moins"),
    ("No more than 4 pills", "Plus de 4 comprimés"),
    ("At least three people", "Au plus trois personnes"),
    ("May I? Yes. Then go on.", "Je peux? Non. Puis continuez."),
    ("They say: “No.” You stop.", "La personne dit : « Oui. » Vous arrêtez."),
    ("“Not now,” they say.", "« Non », dit la personne."),
]
"""Pairs of which somebody may act on either: each says another thing."""
ALIKE = [
    ("Take 5 mg, and 2 ml.", "Prenez 2 ml, et 5 mg."),
    ("Rest 10 minutes at 6:30 p.m.", "Reposez-vous 10 minutes à 18 h 30."),
    ("The two of you take three rounds.", "Faites trois tours."),
    ("In threes, or in pairs", "En trio, ou à deux"),
    ("More than 90 of 100", "Plus de 90 sur 100"),
    ("No more than 4", "Pas plus de 4"),
    ("Within 48 hours, at least 2 calls", "D’ici 48 heures, au moins 2 appels"),
    ("Ages 13 and up", "13 ans et plus"),
    ("Yes. No. Yes.", "Oui. Non. Oui."),
    ("Know what you want", "Sachez dire non à ce que vous ne voulez pas"),
    ("Twenty-five of us", "Nous sommes vingt-cinq"),
    ("Call 250-555-0142.", "Appelez le 250\u00a0555-0142."),
    ("Call 1-800-668-6868, or (250) 555-0142.", "Appelez le 1\u00a0800\u00a0668-6868, ou le 250-555-0142."),
]


def said_of(texts: tuple[str, str]) -> list[Problem]:
    """What is said of an English text and a French one."""
    place, pair = Problem("docs/fr/a.md", 1, "parity", {}), ((texts[1], texts[0]), (FR, EN))
    return [*differing(place, *pair), *replaced(place, *pair)]


@pytest.mark.parametrize("texts", APART)
def test_amounts_bounds_numbers_and_answers_that_are_others_are_told(texts: tuple[str, str]) -> None:
    assert [problem.rule for problem in said_of(texts)] == ["parity"]


@pytest.mark.parametrize("texts", ALIKE)
def test_the_same_said_otherwise_is_not_told(texts: tuple[str, str]) -> None:
    assert said_of(texts) == []


def test_french_left_in_english_is_told_too(course: Curriculum) -> None:
    page = course.pages[EN, "how-a-session-works.md"]
    left = replace(page, body=f"{page.body}\n\nPrenez votre temps, et dites que vous êtes là pour la personne.\n")
    (problem,) = check_foreign(left, LANGUAGES)
    assert (problem.rule, problem.line) == ("untranslated", page.body.count("\n") + 3 + page.offset)


def test_a_paragraph_that_names_another_language_may_hold_words_of_it() -> None:
    said = "En {}\u00a0: «\u00a0Are you all right with that?\u00a0»"
    pages = [
        parse_page("docs/fr/x.md", "fr/x.md", f"# Une page\n\n{said.format(name)}\n", LANGUAGES)[0]
        for name in ("anglais", "somme")
    ]
    assert [len(check_foreign(page, LANGUAGES)) for page in pages] == [0, 1]


def test_a_key_left_in_english_is_told_on_a_page_of_one_line() -> None:
    """At its own line, which stands above all that the page says."""
    said = "This is what you will need when the group is in the room with you."
    page = parse_page(
        "docs/fr/x.md", "fr/x.md", f"---\ntitle: Une page\ndescription: {said}\n---\n# Une page\n", LANGUAGES
    )[0]

    assert [(problem.rule, problem.line) for problem in check_foreign(page, LANGUAGES)] == [("untranslated", 3)]
