"""The page of the guide that says where the languages stand: exact, in each language, and for facilitators alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Run
from curriculum.compose.in_step import PAGE, in_step_insertions, in_step_words
from curriculum.elements.tree import to_tree
from curriculum.read.source import parse_page
from curriculum.words.model import Audience, Curriculum, Language, Page
from languages import EN, FR, LANGUAGES
from test_behind import read
from test_translate import FRENCH, WEEK, Course

TEXT = "# Side by side\n\nA lead.\n\n## Now { #now }\n\n## After { #after }\n\nWords.\n"


@pytest.fixture
def course(tmp_path: Path, run: Run) -> Course:
    return Course(tmp_path, lambda *typed: run("translate", *typed))


def page_in(language: Language) -> Page:
    return parse_page(f"facilitator/{language.folder}{PAGE}", f"{language.folder}{PAGE}", TEXT, LANGUAGES)[0]


def told(course: Course, language: Language) -> str:
    return in_step_words(page_in(language), read(course.root))


def rows_in(text: str) -> list[list[str]]:
    """The words of each row of a table, without its head."""
    rows = [["".join(cell.itertext()) for cell in row] for table in to_tree(text).iter("tbody") for row in table]
    assert rows
    return rows


def test_all_in_step_is_one_sentence(course: Course) -> None:
    assert told(course, EN) == "Every section says the same in every language (32 looked at)."
    assert told(course, FR) == "Chaque section dit la même chose dans chaque langue (32 vérifiées)."


def test_each_section_that_waits_is_a_row_under_its_page(course: Course) -> None:
    course.change(WEEK, ("Come in.", "Come in, and sit down."))
    course.change(FRENCH, ("Du thé.", "Du thé et de l’eau."))
    text = told(course, EN)
    assert text.startswith("2 lines wait for somebody, about 4 minutes of work in all.")
    assert rows_in(text) == [
        ["French, beside English", "15", "1", "0", "0", "2"],
        ["English, beside French", "15", "1", "0", "0", "2"],
        ["Break", "the French changed since both were read side by side; the English has to follow", "2"],
        ["Arrive", "the English changed since both were read side by side; the French has to follow", "2"],
    ]
    assert "**French** · [Meeting](week-01/index.md)" in text
    assert "[Arrive](week-01/index.md#arrive)" in text
    assert "**Français** · [Se rencontrer](week-01/index.md)" in told(course, FR)
    assert "[Arriver](week-01/index.md#arrive)" in told(course, FR)


def test_what_is_missing_and_what_was_never_read_have_their_rows(course: Course) -> None:
    course.change(WEEK, ("## Close {", "## Water { #water }\n\nDrink.\n\n## Close {"))
    for path in course.root.glob("l10n/*/facilitator/**/*.md"):
        path.unlink()
    rows = [row for row in rows_in(told(course, EN)) if len(row) == 3]
    assert sorted((row[0], row[2]) for row in rows) == [("Water", "2"), ("the whole page", "2")]


def test_it_stands_under_its_heading_and_nowhere_else(course: Course) -> None:
    curriculum: Curriculum = read(course.root)
    (insertion,) = in_step_insertions(page_in(EN), curriculum)
    assert insertion.before == TEXT.split("\n").index("## Now { #now }") + 2
    assert in_step_insertions(curriculum.pages[EN, "week-01/index.md"], curriculum) == []
    assert in_step_insertions(page_in(EN), replace(curriculum, audience=Audience.PARTICIPANT)) == []
