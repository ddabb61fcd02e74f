"""The folder of words of each language: the same tables, the same names, the same places to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from curriculum.words import labels
from curriculum.words.forms import DAY, clock, day_in_words, number_in, region_of_code, size_of
from curriculum.words.labels import fitting, read_words
from curriculum.words.model import Language
from languages import EN, FR, LANGUAGES

PLACE = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")
FRENCH_SPACING = re.compile(r"(?<![\u00a0\d]):(?= )|[\u00a0 ][;!?]|«(?!\u00a0)|(?<!\u00a0)»|'")
NAMED = ("forms", "labels", "messages", "reading", "rules", "styles", "terms", "watch")
"""Tables that a module asks for names; the others are lists of a language's own words."""
SAID = ("labels", "messages", "terms", "watch")


def said(theme: str, entry: str | dict[str, str]) -> list[str]:
    """The words of an entry: one sentence, or one for each number."""
    if isinstance(entry, str):
        return [entry]
    return [entry["say"]] if theme == "messages" else list(entry.values())


def filled_in(theme: str, entry: str | dict[str, str]) -> set[str]:
    return {name for words in said(theme, entry) for name in PLACE.findall(words)}


def choices(values: Any) -> Iterator[dict[str, str]]:
    """The tables inside a table whose names are patterns."""
    for value in values.values():
        if isinstance(value, dict) and ".*" in value:
            yield value


def test_every_language_has_the_same_tables() -> None:
    folder = Path(labels.__file__).parent
    tables = {language: sorted(path.name for path in (folder / language.code).iterdir()) for language in LANGUAGES}
    first = tables.pop(next(iter(LANGUAGES)))
    assert {f"{name}.yml" for name in NAMED} < set(first)
    assert [found for found in tables.values() if found != first] == []


@pytest.mark.parametrize("theme", NAMED)
def test_every_language_has_the_same_names_in_the_same_order(theme: str) -> None:
    first, *others = (list(read_words(theme, language)) for language in LANGUAGES)
    assert [names for names in others if names != first] == []


@pytest.mark.parametrize("theme", SAID)
def test_every_language_names_the_same_values(theme: str) -> None:
    first, *others = (
        {name: filled_in(theme, entry) for name, entry in read_words(theme, language).items()} for language in LANGUAGES
    )
    assert [places for places in others if places != first] == []


@pytest.mark.parametrize("theme", ["labels", "terms"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_words_by_a_number_fit_every_number(theme: str, language: Language) -> None:
    for choice in choices(read_words(theme, language)):
        assert [count for count in range(2000) if not fitting(choice, str(count))] == []
        assert list(choice)[-1] == ".*"  # what stands after it would never be said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_time_and_day_is_said(language: Language) -> None:
    """No pattern is left that nothing fits, and no two moments are said alike."""
    forms = read_words("forms", language)
    assert len({clock(minutes, language) for minutes in range(DAY)}) == DAY
    days = {day_in_words(f"2026-{month:02}-{day:02}", language) for month in range(1, 13) for day in range(1, 29)}
    assert len(days) == 12 * 28
    assert [pattern for pattern in forms["clock"] if not any(_said_by(pattern, forms["clock"]))] == []


def _said_by(pattern: str, patterns: dict[str, str]) -> Iterator[bool]:
    before = list(patterns)[: list(patterns).index(pattern)]
    for minutes in range(DAY):
        plain = f"{minutes // 60}:{minutes % 60:02}"
        yield bool(re.fullmatch(pattern, plain)) and not any(re.fullmatch(other, plain) for other in before)


@pytest.mark.parametrize("theme", SAID)
def test_french_is_spaced_as_in_canada(theme: str) -> None:
    """A no-break space before a colon and inside guillemets, none before other signs; keys to type are left alone."""
    for name, entry in read_words(theme, FR).items():
        for words in said(theme, entry):
            prose = re.sub(r"\{\{.*?\}\}|«\u00a0[^»]*\u00a0»|/// .*|kind: \w+, copies: \w+|<!--.*?-->", "x", words)
            prose = re.sub(r"\b[a-z]{2}: …", "x", prose)  # a line to write in a YAML file
            assert not FRENCH_SPACING.search(prose), name


@pytest.mark.parametrize(
    ("value", "english", "french"), [(7.5, "7.5", "7,5"), (-3.25, "-3.2", "−3,2"), (60.0, "60.0", "60,0")]
)
def test_numbers_have_the_signs_of_their_language(value: float, english: str, french: str) -> None:
    assert (number_in(value, EN), number_in(value, FR)) == (english, french)


def test_a_size_is_never_nothing() -> None:
    assert size_of(0, EN) == "1\u00a0KB"


def test_an_author_may_name_a_language_without_words() -> None:
    assert (region_of_code("fr"), region_of_code("str")) == ("fr-CA", "str")
