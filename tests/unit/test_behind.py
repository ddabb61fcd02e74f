"""What readers are told of a section that another language is ahead of: exact in any edition, order and number."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Project, Run
from curriculum.compose.behind import behind_of, other_address
from curriculum.compose.page import compose_chapter, compose_page
from curriculum.read.layers import Settings, read_all
from curriculum.translate.states import find_states
from curriculum.translate.values import SETTLED
from curriculum.watch.texts import SECTIONS
from curriculum.words.model import Curriculum, Language, Page
from languages import EN, FR
from test_translate import FRENCH, WEEK, Course

URI = "week-01/index.md"
OWN = {path: f"editions/harbour/{path}" for path in (WEEK, FRENCH)}


@pytest.fixture
def course(tmp_path: Path, run: Run) -> Course:
    return Course(tmp_path, lambda *typed: run("translate", *typed))


def read(root: Path, notes: str = "facilitator") -> Curriculum:
    curriculum = read_all(Settings(root, notes)).published
    assert curriculum
    return curriculum


def page_of(curriculum: Curriculum, code: str, uri: str = URI) -> Page:
    return curriculum.pages[curriculum.language(code), uri]


def told(curriculum: Curriculum, code: str) -> list[str]:
    return [row.section for row in behind_of(page_of(curriculum, code), curriculum)]


def test_the_line_and_the_mark_stand_where_they_are_read(course: Course) -> None:
    course.change(WEEK, ("Come in.", "Sit down."), ("A short lead.", "A longer lead."))
    curriculum = read(course.root)
    text = compose_page(page_of(curriculum, "fr"), curriculum, {})
    line = "ces sections ont changé en anglais\u00a0: le début de la page, [Arriver](#arrive).\n{ .since }"
    assert text.index("# Se rencontrer") < text.index(line) < text.index("{ #content-note }")
    way = "[Lire cette section en anglais](../../week-01/#arrive){ hreflang=en }"
    mark = f"Changé depuis en anglais. {way}\n{{ .since }}"
    assert text.split("{ #arrive }")[1].strip().startswith(mark)
    chapter = compose_chapter(page_of(curriculum, "fr"), curriculum)
    assert "anglais\u00a0: le début de la page, Arriver.\n{ .since }" in chapter.rstrip()[-200:]
    assert "{ .since }" not in compose_page(page_of(curriculum, "en"), curriculum, {})


def test_a_note_has_its_mark_inside_and_participants_see_nothing_of_it(course: Course) -> None:
    course.change("facilitator/week-01/index.md", ("Stand by the door.", "Stay by the door."))
    curriculum = read(course.root)
    text = compose_page(page_of(curriculum, "fr"), curriculum, {})
    assert text.count("{ .since }") == 1
    assert text.index("//////// note", text.index("{ #arrive }")) < text.index("{ .since }")
    theirs = read(course.root, "")
    assert "{ .since }" not in compose_page(page_of(theirs, "fr"), theirs, {})


def test_a_section_of_an_edition_hides_the_shared_one_and_is_told_itself(course: Course) -> None:
    course.write(OWN[WEEK], f"{SECTIONS}## Break {{ #break }}\n\nCoffee.\n")
    course.write(OWN[FRENCH], f"{SECTIONS}## Pause {{ #break }}\n\nDu café.\n")
    assert course.run("done", OWN[FRENCH])[0] == 0
    course.change(WEEK, ("Tea.", "Water."), ("Come in.", "Sit down."))
    assert told(read(course.root), "fr") == ["arrive"]
    course.change(OWN[WEEK], ("Coffee.", "Coffee, and water."))
    assert told(read(course.root), "fr") == ["arrive", "break"]
    assert told(read(course.root), "en") == []


def test_a_page_of_an_edition_has_its_base_there(course: Course) -> None:
    for path, own in OWN.items():
        course.write(own, course.read(path))
    course.change(WEEK, ("Come in.", "Sit down."))
    assert told(read(course.root), "fr") == []  # nobody reads the shared page here
    course.run("done", OWN[FRENCH])
    course.change(OWN[FRENCH], ("## Pause {", "## La pause {"))
    assert told(read(course.root), "en") == ["break"]


def test_another_order_of_languages_changes_no_answer(course: Course) -> None:
    """French at the root: the folders stay, and what is kept with them."""
    course.change(WEEK, ("Come in.", "Sit down."))
    course.change("editions/harbour/profile.yml", ("site:", "languages:\n  - fr\n  - en\nsite:"))
    curriculum = read(course.root)
    assert [language.code for language in curriculum.languages] == ["fr", "en"]
    assert told(curriculum, "fr") == ["arrive"]
    assert "](../../en/week-01/#arrive)" not in compose_page(page_of(curriculum, "fr"), curriculum, {})
    assert "](../en/week-01/#arrive)" in compose_page(page_of(curriculum, "fr"), curriculum, {})
    assert course.found() == {(f"{FRENCH}#arrive", "changed")}


def test_readers_of_one_language_alone_are_led_nowhere(course: Course) -> None:
    course.change(WEEK, ("Come in.", "Sit down."))
    course.change("editions/harbour/profile.yml", ("site:", "languages:\n  - fr\nsite:"))
    sources = read_all(Settings(course.root, "facilitator"))
    assert [problem.rule for problem in sources.problems if problem.path.startswith("l10n")] == []
    assert told(read(course.root), "fr") == []  # readers have nowhere to go; whoever keeps the edition is told
    assert course.run("status")[0] == 1


def test_what_an_edition_leaves_out_is_no_change(project: Project) -> None:
    """Links to a week that is left out become words, and folders of weeks follow their numbers: nobody wrote that."""
    own = project.root / "editions" / "victoria" / "schedule.yml"
    own.write_text("drop:\n  week-05:\n    en: We have no room for it.\n    fr: Le temps manque.\n", encoding="utf-8")
    sources = read_all(Settings(project.root, "facilitator"))
    published = sources.published
    assert published
    edited = [page for page in published.pages.values() if page.written not in ("", page.body)]
    assert len(edited) > 3
    for pages in (sources.pages, published.pages):
        states = {one.state for one in find_states({**pages}, sources.bases, sources.languages)}
        assert states <= {*SETTLED}


@pytest.mark.parametrize(
    ("uri", "of", "to", "address"),
    [
        ("index.md", EN, FR, "fr/#a"),
        ("index.md", FR, EN, "../#a"),
        ("about.md", FR, EN, "../../about/#a"),
        ("week-03/handouts/log.md", EN, FR, "../../../fr/week-03/handouts/log/#a"),
    ],
)
def test_the_way_to_the_other_language_is_that_of_a_browser(uri: str, of: Language, to: Language, address: str) -> None:
    page = Page(f"docs/{of.folder}{uri}", uri, of, {}, "", 0, "", ())
    assert other_address(page, to, "a") == address
