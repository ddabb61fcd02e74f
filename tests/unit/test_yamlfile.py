"""YAML read as text, with lines, against a schema."""

from __future__ import annotations

from pathlib import Path

import pytest
from curriculum.read.yamlfile import compare_with_schema, parse_yaml, read_schema, read_yaml
from curriculum.words.model import Term
from hypothesis import given
from hypothesis import strategies as st
from languages import LANGUAGES


@pytest.mark.parametrize("word", ["18:30", "NO", "1_000", "2026-11-22", "0x1F", "1e3", "~"])
def test_every_value_stays_the_text_that_was_written(word: str) -> None:
    assert parse_yaml("a.yml", f"key: {word}")[0].values == {"key": word}


def test_each_key_knows_its_line() -> None:
    file, _ = parse_yaml("a.yml", "a:\n  b: 1\n  c:\n    - x\n    - y\n")
    assert [file.line(place) for place in [("a",), ("a", "b"), ("a", "c", 1), ("a", "lost")]] == [1, 2, 5, 1]


def test_a_quote_that_is_not_closed_is_told_where_it_opens() -> None:
    _, (problem,) = parse_yaml("a.yml", 'a: 1\nb: "two\nc: 3\n')
    assert (problem.line, problem.values["found"]) == (2, 'b: "two')


def test_a_misspelt_key_is_told_once_and_not_also_as_missing() -> None:
    file, _ = parse_yaml("profile.yml", "id: x\nsight: {}\n")
    rules = [
        (p.rule, p.values.get("found") or p.values["expected"])
        for p in compare_with_schema(file, read_schema("profile", LANGUAGES))
    ]
    assert ("unknown-key", "sight") in rules
    assert ("missing-key", "org") in rules


def test_signs_that_end_a_line_for_yaml_alone_are_no_reason_to_break() -> None:
    _, (problem,) = parse_yaml("a.yml", "\u2028\u2028\u2028a: [b\n")
    assert problem.rule == "not-yaml"


def test_a_value_that_leads_to_itself_is_told() -> None:
    _, (problem,) = parse_yaml("a.yml", "a: 1\nb: &b\n  - *b\n")
    assert (problem.line, problem.rule) == (3, "not-yaml")


@pytest.mark.parametrize(
    ("text", "line", "mend"),
    [
        ("a: 1\n\tb: 2\n", 2, "yaml-tab"),
        ("\ta: 1\n", 1, "yaml-tab"),
        ("a:\n\u00a0\u00a0b: 1\n  c: 2\n", 2, "yaml-blank"),
        ("a:\n\u202f b: 1\n  c: 2\n", 2, "yaml-blank"),
        ('a: "one\nb: 2\nc: 3\n', 1, "yaml-quote"),
        ('a:\n  - number: "1\n    how: {en: "Call"}\n    hours: x\n', 2, "yaml-quote"),
        ("a: {b: 1\nc: 2\n", 1, "yaml-bracket"),
        ("a: [b\nc: 2\n", 1, "yaml-bracket"),
        ("a: 'l'été'\n", 1, "yaml-after-quote"),
        ("a: {fr: 'l'eau', en: x}\n", 1, "yaml-after-quote"),
        ('a: "One" and two\n', 1, "yaml-after-quote"),
        ("a: b: c\n", 1, "yaml-colon"),
        ("a: {en: Next: then, fr: Ensuite}\n", 1, "yaml-colon"),
        ("a: @home\n", 1, "yaml-sign"),
        ("a: 1\nb: *a\n", 2, "yaml-sign"),
        ("a:\n   b: x\n  c: y\n", 3, "yaml-indent"),
        ("a:\n  b: x\n   c: y\n", 3, "yaml-indent"),
        ("- id: x\n name: y\n", 2, "yaml-indent"),
        (" a: 1\nb: 2\n", 2, "yaml-indent"),
        ("drop\n  week-09: {en: x, fr: y}\n", 1, "yaml-space"),
        ("a:b\nc: d\n", 1, "yaml-space"),
        ("a: 1\nb\nc: 2\n", 2, "yaml-space"),
        ("---\na: 1\n---\nb: 2\n", 3, "yaml-line"),
    ],
)
def test_what_does_not_read_is_told_at_its_own_line_with_its_own_mend(text: str, line: int, mend: str) -> None:
    _, (problem,) = parse_yaml("a.yml", text)
    assert isinstance(problem.values["mend"], Term)
    assert (problem.line, problem.values["mend"].name) == (line, mend)


def test_a_file_of_another_system_is_the_same_file(tmp_path: Path) -> None:
    """Editors of Windows begin it with a mark, and end lines with two signs."""
    text = b"logo: logo.svg\nalt: {en: A bell, fr: Une cloche}\n"
    read = []
    for written in (text, b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n")):
        (tmp_path / "theme.yml").write_bytes(written)
        file, problems = read_yaml(tmp_path, "theme.yml", "theme", LANGUAGES)
        read.append((file.values, file.lines, problems))
    assert read[0] == read[1]
    assert read[0][2] == []


@given(st.text(max_size=60))
def test_any_text_gives_values_or_problems_and_never_fails(text: str) -> None:
    file, problems = parse_yaml("a.yml", text)
    if not problems:
        list(compare_with_schema(file, read_schema("curriculum", LANGUAGES)))
