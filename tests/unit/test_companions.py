"""A session beside the weeks: made, read and printed like one, and counted in none of them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import read_valid
from curriculum.checks.loads import check_loads
from curriculum.compose.downloads import names_of_files
from curriculum.compose.facts import facts_for
from curriculum.compose.packs import Group
from curriculum.compose.page import compose_page
from curriculum.formats.articles import Articles
from curriculum.formats.documents import evening, handouts_pack, week_documents
from curriculum.read.layers import Settings
from curriculum.site.menus import book_pages, menu_for, neighbours
from curriculum.words.model import Curriculum
from languages import EN, FR

CASES = Path(__file__).resolve().parents[1] / "problems"
HOME, WEEK, PAGE = "index.md", "week-01/index.md", "extra-01/index.md"


@pytest.fixture
def course(tmp_path: Path) -> Curriculum:
    """One week, and one companion session of 40 minutes beside it."""
    shutil.copytree(CASES / "nothing-wrong", tmp_path, dirs_exist_ok=True)
    shutil.copytree(CASES / "a-companion-session", tmp_path, dirs_exist_ok=True)
    return read_valid(Settings(tmp_path, "facilitator"))


def words_of(course: Curriculum, uri: str) -> str:
    return "".join(part.text for part in compose_page(course.pages[EN, uri], course, {}).parts)


def test_no_week_is_counted_more(course: Curriculum) -> None:
    assert facts_for(course, EN, HOME)["curriculum.weeks"] == "1"
    assert "week.number" not in facts_for(course, EN, PAGE)
    assert neighbours(course) == {WEEK: ("", "")}


def test_the_rules_of_the_arc_do_not_look_at_it(course: Curriculum) -> None:
    """Its emotional load of 4 would break them in a week after one of 1."""
    assert check_loads(course.arc) == []
    heavy = replace(course.arc.companions[0], number=2)
    assert check_loads(replace(course.arc, weeks=(*course.arc.weeks, heavy))) != []


def test_it_stands_after_the_weeks_without_a_number(course: Curriculum) -> None:
    titles = [title for entry in menu_for(course, EN) for title in entry]
    assert titles.index("Meeting apart") == titles.index("1. Meeting") + 1
    uris = [page.uri for page in book_pages(course, FR)]
    assert uris.index(PAGE) == uris.index(WEEK) + 1


def test_it_lasts_as_long_as_it_says(course: Curriculum) -> None:
    assert "40 minutes, with a break of 5." in words_of(course, PAGE)
    assert "(40) |" in words_of(course, PAGE), "the end of the run sheet"
    assert "60 minutes, with a break of 15." in words_of(course, WEEK)


def test_its_week_leads_to_it_and_leads_nowhere_without_it(course: Curriculum) -> None:
    link = "[Meeting apart](../extra-01/index.md)"
    assert link in words_of(course, WEEK)
    left_out = replace(course, arc=replace(course.arc, companions=()))
    assert link not in words_of(left_out, WEEK)


def test_it_has_files_like_a_week(course: Curriculum) -> None:
    assert {"extra-01/extra-01.docx", "extra-01/extra-01.zip"} <= names_of_files(course)
    places = [document.place for document in week_documents(Articles(course))]
    assert places == ["week-01/week-01", "extra-01/extra-01", "fr/week-01/week-01", "fr/extra-01/extra-01"]


def test_its_papers_have_its_title_as_a_course_may_have_several(course: Curriculum) -> None:
    articles, counts = Articles(course), {handout.uri: 1 for handout in course.arc.handouts}
    week, session = course.arc.sessions
    packs = [handouts_pack(one, articles, EN, counts, Group(8)) for one in (week, session)]
    assert [pack.title for pack in packs] == ["Week 1: handouts to print", "Meeting apart: handouts to print"]
    assert evening(session, articles, EN).title == "Meeting apart: the evening in one paper"
