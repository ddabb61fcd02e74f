"""Addresses follow the numbers of an edition: pages, sheets, links and files move together, and each only once."""

from __future__ import annotations

from dataclasses import replace

from conftest import ROOT, read_valid
from curriculum.commands.materialise import paths_of_pictures
from curriculum.read.addressed import addressed, is_copied, moves_of
from curriculum.read.layers import Settings
from curriculum.read.source import parse_page
from curriculum.words.model import Curriculum
from curriculum.words.schedule import Changed
from languages import EN, FR, LANGUAGES

ORDER = ("week-01", "week-03", "week-02", "week-10")
TEXT = """# Three

[two](../week-02/index.md#teach), [ten](../week-10/handouts/next-steps.md) and [one](../week-01/index.md).
[Here](index.md), [again](../week-03/index.md), [its sheet](handouts/reflecting.md), `[two](../week-02/index.md)`.
![A door](../week-02/images/door.png) [law](../law.md) [file](../week-10/week-10-handouts-letter.pdf)

[two]: ../week-02/index.md#teach
"""
MOVED = """# Three

[two](../week-03/index.md#teach), [ten](../week-04/handouts/next-steps.md) and [one](../week-01/index.md).
[Here](index.md), [again](index.md), [its sheet](handouts/reflecting.md), `[two](../week-02/index.md)`.
![A door](../week-03/images/door.png) [law](../law.md) [file](../week-04/week-04-handouts-letter.pdf)

[two]: ../week-03/index.md#teach
"""


def course() -> Curriculum:
    """The real course with four of its weeks, the second and the third exchanged."""
    whole = read_valid(Settings(ROOT, "facilitator"))
    weeks = {week.id: week for week in whole.arc.weeks}
    chosen = tuple(replace(weeks[id], number=number) for number, id in enumerate(ORDER, 1))
    page, _ = parse_page("docs/week-03/index.md", "week-03/index.md", TEXT, LANGUAGES)
    arc = replace(whole.arc, weeks=chosen, changed=Changed(1))
    files = frozenset({"week-02/images/door.png", "fr/week-02/images/door.png", "week-01/images/one.png"})
    return replace(whole, arc=arc, pages={**whole.pages, (EN, "week-03/index.md"): page}, files=files)


def test_a_course_whose_weeks_nobody_changed_is_the_very_same() -> None:
    whole = read_valid(Settings(ROOT))
    assert addressed(whole) is whole


def test_pages_links_and_sheets_have_the_numbers_that_readers_see() -> None:
    made = addressed(course())
    assert [week.id for week in made.arc.weeks] == ["week-01", "week-02", "week-03", "week-04"]
    assert [week.folder for week in made.arc.weeks] == list(ORDER)
    page = made.pages[EN, "week-02/index.md"]
    assert (page.path, page.uri, page.body) == ("docs/week-03/index.md", "week-02/index.md", MOVED)
    for week in made.arc.weeks:
        assert all((EN, handout.uri) in made.pages for handout in week.handouts)
        assert {row.sheet for row in week.outcomes} <= {handout.uri for handout in made.arc.handouts}


def test_files_move_with_their_week_and_are_copied_from_where_they_lie() -> None:
    made = addressed(course())
    assert made.files == {"week-03/images/door.png", "fr/week-03/images/door.png", "week-01/images/one.png"}
    assert made.local["week-03/images/door.png"] == "docs/week-02/images/door.png"
    assert not is_copied("week-02/images/door.png", made)
    assert is_copied("week-01/images/one.png", made)


def test_the_plain_project_takes_pictures_from_where_they_lie() -> None:
    """Under the address that readers see, a language's own before the shared one."""
    paths = {language: paths_of_pictures(addressed(course()), language) for language in (EN, FR)}
    assert paths[EN] == {
        "docs/week-03/images/door.png": "docs/week-02/images/door.png",
        "docs/week-01/images/one.png": "docs/week-01/images/one.png",
    }
    assert paths[FR] == {**paths[EN], "docs/week-03/images/door.png": "docs/fr/week-02/images/door.png"}


def test_once_is_enough() -> None:
    assert moves_of(addressed(course()).arc) == {}
