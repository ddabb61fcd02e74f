"""What only facilitators know of their place: known, known in part, and not known; on a screen and on paper."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT, read_valid
from curriculum.compose.evening import compose_evening
from curriculum.compose.outline import outline_of
from curriculum.compose.page import compose_chapter, compose_page
from curriculum.compose.private import NAMES, ROWS, people_and_place, private_facts, rows_of
from curriculum.elements.markdown import to_html
from curriculum.read.layers import Settings
from curriculum.read.yamlfile import read_schema
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Language, Resource, Text
from languages import EN, FR, LANGUAGES

CASES = Path(__file__).parent.parent / "problems"
CONFIRM = {EN: "to be confirmed by the organisation", FR: "à confirmer par l’organisme"}
WEEK = "week-01/index.md"
BLANK = '<span aria-hidden="true" class="blank"></span>'


@pytest.fixture
def nobody() -> Curriculum:
    """A place without the file."""
    return read_valid(Settings(CASES / "nothing-wrong", "facilitator"))


def known(course: Curriculum, private: Mapping[str, Text]) -> Curriculum:
    return replace(course, edition=replace(course.edition, private=private))


@pytest.fixture
def some(tmp_path: Path) -> Curriculum:
    """The golden case in which all that is known is right."""
    for case in ("nothing-wrong", "private-right"):
        shutil.copytree(CASES / case, tmp_path, dirs_exist_ok=True)
    return read_valid(Settings(tmp_path, "facilitator"))


def value(course: Curriculum, id: str, language: Language = EN, *, on_paper: bool = False) -> str | None:
    """As people read it: its spaces may be broken."""
    found = {row.id: row.value for row in rows_of(course, language, on_paper=on_paper)}[id]
    return found.replace("\u00a0", " ") if found else found


def test_every_value_of_the_file_has_a_row_and_every_row_a_name() -> None:
    properties = read_schema("facilitator", LANGUAGES)["properties"]
    values = {f"{group}.{key}" for group, one in properties.items() for key in one["properties"]}
    assert values == {name for names in ROWS.values() for name in names}
    assert values | ROWS.keys() == NAMES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_place_without_the_file_makes_nothing_up(nobody: Curriculum, language: Language) -> None:
    """Rows without a value; each fact is the label on a screen, and a line to write on on paper."""
    assert [row.value for row in rows_of(nobody, language)] == [None] * len(ROWS)
    assert set(private_facts(nobody, language, on_paper=False).values()) == {CONFIRM[language]}
    assert all("____" in words for words in private_facts(nobody, language, on_paper=True).values())
    block = people_and_place(nobody, language, on_paper=False)
    assert block.count(CONFIRM[language][1:]) == 1
    paper = people_and_place(nobody, language, on_paper=True)
    assert paper.count("____") >= len(NAMES - ROWS.keys())
    assert CONFIRM[language] not in paper


@pytest.mark.parametrize("language", LANGUAGES)
def test_victoria_knows_nothing_yet_but_the_line_of_its_list(language: Language) -> None:
    """Nobody stands in the file upstream; the line to report a child is one of the lines to call, with its doubt."""
    course = read_valid(Settings(ROOT, "facilitator"))
    assert course.edition.private == {}
    lines = [line for line in course.edition.resources if "child" in line.groups]
    rows = {row.id: row.value for row in rows_of(course, language) if row.value}
    assert rows.keys() == {"child"}
    assert all(f"[{line.number}](tel:" in rows["child"] for line in lines)
    assert (CONFIRM[language] in rows["child"]) is not all(line.confirmed for line in lines)


def test_values_are_shown_in_the_language_of_the_page(some: Curriculum) -> None:
    assert value(some, "on-call") == r"Robin\_Field · [250-555-0142](tel:2505550142)"
    assert value(some, "address", FR) == "1, rue de l’Exemple &#124; porte arrière"
    assert value(some, "naloxone", on_paper=True) == (
        "where ____ · trained to give it: Robin, Kim · hands-on practice: 12 January 2027"
    )
    assert value(some, "naloxone", FR) == (
        "où : à confirmer par l’organisme · formation pour la donner : Robin, Kim"
        " · formation pratique : 12 janvier 2027"
    )
    assert value(some, "support") is None


def test_a_number_to_report_a_child_takes_the_place_of_the_line_to_call(some: Curriculum) -> None:
    line = replace(some.edition.resources[0], groups=("child",), number="1-800-555-0142", confirmed=True)
    both = replace(some, edition=replace(some.edition, resources=(line,)))
    assert value(both, "child") == "[310-1234](tel:3101234)"
    neither = known(both, {})
    assert value(neither, "child") == "[1-800-555-0142](tel:18005550142)"
    assert value(_with(neither, replace(line, confirmed=False)), "child") == (
        "[1-800-555-0142](tel:18005550142) (to be confirmed by the organisation)"
    )


def _with(course: Curriculum, line: Resource) -> Curriculum:
    return replace(course, edition=replace(course.edition, resources=(line,)))


def test_a_note_and_a_page_of_the_guide_show_what_they_ask_for(some: Curriculum) -> None:
    """A number is pressed; on paper what is unknown is a line to write on, once: elsewhere the way there is."""
    page = some.pages[EN, WEEK]
    html = to_html(str(compose_page(page, some, {})))
    number = '<a href="tel:2505550142"><span class="number">250-555-0142</span></a>'
    assert f"<p>Phone Robin_Field · {number}: Robin_Field.</p>" in html
    assert "<li>to be confirmed by the organisation</li>" in html
    assert '<th scope="row">1 Example Street &#124; back door</th>' in html
    paper = to_html(str(compose_evening(page, some.arc.weeks[0], "Notes", some)))
    assert '<li><a href="#run-sheet">what you wrote</a></li>' in paper
    assert paper.count(f"number\u00a0{BLANK}") == paper.count(f"</strong> name\u00a0{BLANK} number\u00a0{BLANK}") == 1
    guide = replace(page, path="facilitator/guide.md", uri="guide.md", body="# Guide\n\nPhone {{ support }}.")
    assert f"Phone name\u00a0{BLANK} number\u00a0{BLANK}." in to_html(str(compose_chapter(guide, some)))


SIGNS = ("[x](javascript:alert)", "*star*_", "<b>&", "| bar", "# hash", "{{ org.name }}", "`code`", "/// box", "____")


@pytest.mark.parametrize("words", SIGNS)
def test_a_value_shows_exactly_its_words(nobody: Curriculum, words: str) -> None:
    """In the block and as a fact, on a screen and on paper."""
    course = known(nobody, {"room.exits": Text({"en": words, "fr": words}), "on-call.name": Text(plain=words)})
    page = replace(course.pages[EN, WEEK], path="facilitator/guide.md", uri="guide.md", body="# G\n\n- {{ exits }}.")
    shown = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("|", "&#124;")
    assert f"<li>{shown}.</li>" in to_html(str(compose_page(page, course, {})))
    assert f"<li>{shown}.</li>" in to_html(str(compose_chapter(page, course)))
    week = course.pages[EN, WEEK]
    for text in (compose_page(week, course, {}), compose_evening(week, course.arc.weeks[0], "Notes", course)):
        assert f"<li><strong>Ways out:</strong> {shown}</li>" in to_html(str(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_block_opens_the_run_sheet(some: Curriculum, language: Language) -> None:
    text = str(compose_page(some.pages[language, WEEK], some, {}))
    places = [text.index(words) for words in ("#run-sheet", label("private", language), "250-555-0142", "| --- |")]
    assert places == sorted(places)


def test_participants_have_none_of_it(some: Curriculum) -> None:
    theirs = read_valid(Settings(CASES / "nothing-wrong"))
    assert theirs.edition.private == {}
    assert label("private", EN) not in str(compose_page(theirs.pages[EN, WEEK], theirs, {}))


def test_every_page_is_looked_at_again_when_a_value_changes(some: Curriculum) -> None:
    other = known(some, {**some.edition.private, "on-call.name": Text(plain="Kim")})
    assert outline_of(some) != outline_of(other)
