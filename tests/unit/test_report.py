"""Problems as sentences."""

from __future__ import annotations

import pytest
from curriculum.words.model import Problem, Term
from curriculum.words.problems import preferred_languages, report, say
from languages import EN, FR


def test_problems_are_told_once_in_the_order_of_the_files() -> None:
    b, a = Problem("b.md", 2, "missing-title"), Problem("a.md", 9, "missing-title")
    lines = report([b, a, b], [EN]).splitlines()
    assert [line.split(": ")[0] for line in lines[:2]] == ["a.md:9", "b.md:2"]
    assert lines[-1] == "2 problems. Nothing was published."


def test_a_near_word_is_suggested_in_the_language_of_the_reader() -> None:
    problem = Problem("a", 1, "unknown-element", {"found": "line", "expected": "lines", "near": "lines"})
    assert "Did you mean “lines”?" in say(problem, EN)
    assert "Vouliez-vous dire «\u00a0lines\u00a0»?" in say(problem, FR)


def test_terms_are_told_in_one_language() -> None:
    problem = Problem("a", 1, "wrong-value", {"key": "k", "found": "x", "expected": Term("date")})
    assert "a date" in say(problem, EN)
    assert "une date" in say(problem, FR)


@pytest.mark.parametrize(
    ("wish", "system", "expected"), [("fr", "en_CA", "fr"), ("", "fr_CA.UTF-8", "fr"), ("", "C", "en")]
)
def test_messages_follow_the_wish_then_the_computer(
    monkeypatch: pytest.MonkeyPatch, wish: str, system: str, expected: str
) -> None:
    monkeypatch.setenv("CURRICULUM_LANGUAGE", wish)
    monkeypatch.setenv("LC_ALL", system)
    assert [language.code for language in preferred_languages()] == [expected]
