"""Problems as sentences."""

from __future__ import annotations

import re

import pytest
from curriculum.words.labels import read_words
from curriculum.words.model import Language, Problem, Text
from curriculum.words.problems import preferred_languages, report, say

PLACE = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")
FRENCH_SPACING = re.compile(r"(?<![\u00a0\d]):(?= )|[\u00a0 ][;!?]|«(?!\u00a0)|(?<!\u00a0)»|'")


def test_problems_are_told_once_in_the_order_of_the_files() -> None:
    b, a = Problem("b.md", 2, "missing-title"), Problem("a.md", 9, "missing-title")
    lines = report([b, a, b]).splitlines()
    assert [line.split(": ")[0] for line in lines[:2]] == ["a.md:9", "b.md:2"]
    assert lines[-1] == "2 problems. Nothing was published."


def test_a_near_word_is_suggested_in_the_language_of_the_reader() -> None:
    problem = Problem("a", 1, "unknown-element", {"found": "line", "expected": "lines", "near": "lines"})
    assert "Did you mean “lines”?" in say(problem, Language.EN)
    assert "Vouliez-vous dire «\u00a0lines\u00a0»?" in say(problem, Language.FR)


def test_bilingual_values_are_told_in_one_language() -> None:
    problem = Problem("a", 1, "wrong-value", {"key": "k", "found": "x", "expected": Text("a date", "une date")})
    assert "a date" in say(problem, Language.EN)
    assert "une date" in say(problem, Language.FR)


@pytest.mark.parametrize("table", ["messages", "labels"])
def test_both_languages_say_everything_and_name_the_same_values(table: str) -> None:
    first, *others = (read_words(table, language) for language in Language)
    for words in others:
        assert list(words) == list(first)
        differing = [name for name in first if _places(words[name]) != _places(first[name])]
        assert differing == []


def _places(entry: str | dict[str, str]) -> set[str]:
    """What is filled in, in a label or in the sentence of a rule."""
    return set(PLACE.findall(entry if isinstance(entry, str) else entry["say"]))


@pytest.mark.parametrize("table", ["messages", "labels"])
def test_french_is_spaced_as_in_canada(table: str) -> None:
    """A no-break space before a colon and inside guillemets, none before other signs; keys to type are left alone."""
    for name, entry in read_words(table, Language.FR).items():
        words = entry if isinstance(entry, str) else entry["say"]
        prose = re.sub(r"\{\{.*?\}\}|«\u00a0[^»]*\u00a0»|/// .*|kind: \w+, copies: \w+|<!--.*?-->", "x", words)
        assert not FRENCH_SPACING.search(prose), name


@pytest.mark.parametrize(
    ("wish", "system", "expected"), [("fr", "en_CA", "fr"), ("", "fr_CA.UTF-8", "fr"), ("", "C", "en")]
)
def test_messages_follow_the_wish_then_the_computer(
    monkeypatch: pytest.MonkeyPatch, wish: str, system: str, expected: str
) -> None:
    monkeypatch.setenv("CURRICULUM_LANGUAGE", wish)
    monkeypatch.setenv("LC_ALL", system)
    assert [language.value for language in preferred_languages()] == [expected]
