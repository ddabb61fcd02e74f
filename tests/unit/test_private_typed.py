"""What only facilitators know of their place, typed on a page that participants read."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import read_valid
from curriculum.checks.private import check_private, secrets_of
from curriculum.course import open_course
from curriculum.read.frame_files import KNOWN, read_frame_files
from curriculum.read.layers import Settings
from curriculum.words.audience import NOTES
from curriculum.words.model import Curriculum, Text
from languages import EN
from test_problems import BASE, ROOT, lay_out, link_to

SECRETS = {
    "on-call.name": Text(plain="Robin Pelletier"),
    "on-call.number": Text(plain="250-555-0178"),
    "support.name": Text(plain="Wren"),
    "room.where": Text({"en": "The blue room, second floor", "fr": "La salle bleue, au deuxième étage"}),
    "naloxone.trained": Text(plain="Alex Marchand, Sam O’Neil and Kit Roy"),
    "naloxone.practised": Text(plain="2026-11-03"),
}
TYPED = {
    "250-555-0178": "on-call.number",
    "(250) 555-0178": "on-call.number",
    "+1 250 555 0178": "on-call.number",
    "1.250.555.0178": "on-call.number",
    "2505550178": "on-call.number",
    "**250**-555 / 0178": "on-call.number",
    "250\u2011555\u20110178": "on-call.number",
    "٢٥٠-٥٥٥-٠١٧٨": "on-call.number",
    "555-0178": "on-call.number",
    "[Call](tel:2505550178)": "on-call.number",
    "Robin Pelletier": "on-call.name",
    "ROBIN\nPELLETIER": "on-call.name",
    "*Robin* PELLETIER": "on-call.name",
    "Róbin Pelletiér": "on-call.name",
    "la salle bleue au deuxieme etage": "room.where",
    "the blue room (second floor)": "room.where",
    "Sam O'Neil": "naloxone.trained",
    "Alex Marchand": "naloxone.trained",
    "Pelletier, Robin": "on-call.name",
    "Kit Roy": "naloxone.trained",
    "Roy (Kit)": "naloxone.trained",
}
"""As somebody types a value, and the fact that it is."""
FREE = (
    "Robin plays a peer.",
    "Wren sings.",
    "555-01783",
    "2026-11-03",
    "The blue room",
    "250 555",
    "604-155-50178",
    "The kit, royal blue",
)
"""On a page of `docs/`: an invented person, another number, a day."""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Curriculum:
    place = tmp_path_factory.mktemp("private")
    lay_out(BASE, place)
    curriculum = read_valid(Settings(place, NOTES))
    return replace(curriculum, edition=replace(curriculum.edition, private=SECRETS))


def with_words(course: Curriculum, words: str, folder: str = "docs") -> Curriculum:
    page = course.pages[EN, "index.md"]
    pages = {**course.pages, (EN, "index.md"): replace(page, path=f"{folder}/index.md", body=f"# Home\n\n{words}\n")}
    return replace(course, pages=pages)


@pytest.mark.parametrize("words", TYPED)
def test_a_value_is_told_however_it_is_typed(words: str, course: Curriculum) -> None:
    found = check_private(with_words(course, words))
    assert [(problem.values["found"], problem.line) for problem in found] == [(TYPED[words], 3)]
    assert check_private(with_words(course, words, NOTES)) == []


@pytest.mark.parametrize("words", FREE)
def test_what_may_be_something_else_is_not_told(words: str, course: Curriculum) -> None:
    assert check_private(with_words(course, words)) == []


def test_a_short_name_is_told_on_pages_of_the_edition_alone(course: Curriculum) -> None:
    assert len(check_private(with_words(course, "Wren waits outside.", f"{course.edition.path}/docs"))) == 1
    assert check_private(with_words(course, "Wrens wait outside.", f"{course.edition.path}/docs")) == []


def test_what_the_edition_tells_everybody_is_no_secret(course: Curriculum) -> None:
    public = replace(course.edition, written={"a": {"lines": [{"number": "1-250-555-0178"}], "room": "x"}})
    assert "2505550178" not in secrets_of(public)
    assert "2505550178" in secrets_of(course.edition)


def test_a_value_inside_a_fact_of_the_profile_is_told_at_its_line(course: Curriculum) -> None:
    """A fact stands on every page; one that is the value itself, like a house that is also the room, is no secret."""
    statement = Text({"en": "We meet by the sea. Ask Robin Pelletier.", "fr": "Au bord de la mer."})
    told = replace(
        course.edition,
        facts={**course.edition.facts, "territory.statement": statement},
        written={f"{course.edition.path}/profile.yml": {"territory": {"statement": statement.words["en"]}}},
    )
    found = check_private(replace(course, edition=told))
    line = told.lines["territory.statement.en"]
    assert [(p.path, p.line, p.values["found"]) for p in found] == [(f"{told.path}/profile.yml", line, "on-call.name")]
    whole = replace(told, written={f"{told.path}/profile.yml": {"org": "Robin Pelletier"}})
    assert "robinpelletier" not in secrets_of(whole)


def test_a_value_above_a_page_is_told(course: Curriculum) -> None:
    page = replace(course.pages[EN, "index.md"], meta={"description": "Phone 250-555-0178."})
    found = check_private(replace(course, pages={(EN, "index.md"): page}))
    assert [(problem.values["found"], problem.line) for problem in found] == [("on-call.number", 1)]


def test_participants_alone_have_no_value_to_look_for(course: Curriculum) -> None:
    other = with_words(course, "250-555-0178")
    assert check_private(replace(other, edition=replace(other.edition, private={}))) == []


# What lies where MkDocs publishes all there is.

STRANGE = ("assets/room.png", "assets/fonts/notes.pdf", "run-sheet.html", "week-01/week-01.pdf", "assets/x/icon.svg")


def test_every_file_of_the_frame_is_known_and_as_it_was() -> None:
    assert read_frame_files(ROOT) == []
    assert [place for place in STRANGE if KNOWN.fullmatch(place)] == []


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("assets/.room.png", True),
        ("assets/._room.png", True),
        ("assets/.DS_Store", True),
        ("assets/fonts/x.woff2~", True),
        (".room.png", True),
        ("week-01/.x.pdf", True),
        ("notes/index.md", True),
        (".DS_Store", False),
        ("styles/Thumbs.db", False),
        ("partials/.main.html.swp", False),
    ],
)
def test_what_a_computer_leaves_is_let_by_where_nothing_is_published(place: str, told: bool, tmp_path: Path) -> None:
    lay_out("frame-file", tmp_path)
    path = tmp_path / "overrides" / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    assert (f"overrides/{place}" in [p.path for p in read_frame_files(tmp_path)]) is told


def test_a_link_out_of_the_frame_is_told(tmp_path: Path) -> None:
    lay_out("frame-file", tmp_path)
    if link_to(tmp_path / "overrides" / "assets" / "notes", tmp_path / NOTES):
        assert "overrides/assets/notes" in [p.path for p in read_frame_files(tmp_path)]


def test_without_the_frame_there_is_a_sentence_and_no_site(tmp_path: Path) -> None:
    """Gone, or a link to something else."""
    lay_out("frame-file", tmp_path)
    shutil.rmtree(tmp_path / "overrides")
    course, problems = open_course(Settings(tmp_path))
    assert (course, [(p.path, p.rule) for p in problems]) == (None, [("overrides/print", "file-absent")])
    if link_to(tmp_path / "overrides", tmp_path / NOTES):
        course, problems = open_course(Settings(tmp_path))
        assert course is None
        assert {p.rule for p in problems} == {"file-absent", "frame-file"}


@pytest.mark.parametrize("place", ["assets/icon.svg", "assets/minisearch.js", "assets/fonts/noto-sans-bold.woff2"])
def test_what_pages_load_is_pinned(place: str, tmp_path: Path) -> None:
    lay_out("frame-file", tmp_path)
    (tmp_path / "overrides" / place).write_bytes(b"x")
    assert f"overrides/{place}" in [p.path for p in read_frame_files(tmp_path) if p.rule == "frame-changed"]


def lay_out_frame(place: Path) -> None:
    """The small course with a frame of its own in which everything is as it was."""
    lay_out("frame-file", place)
    shutil.rmtree(place / "overrides")
    shutil.copytree(ROOT / "overrides", place / "overrides")


@pytest.mark.parametrize("place", ["assets/icon.svg", "print/fonts/AtkinsonHyperlegibleNext-Bold.ttf"])
def test_what_is_pinned_and_gone_is_told_and_no_page_is_blamed(place: str, tmp_path: Path) -> None:
    """Without a font, the printer takes another one and says nothing, or refuses every page."""
    lay_out_frame(tmp_path)
    (tmp_path / "overrides" / place).unlink()
    found = open_course(Settings(tmp_path))[1]
    assert [(p.path, p.rule) for p in found] == [(f"overrides/{place}", "file-absent")]


def test_no_font_of_paper_is_another_under_its_name(tmp_path: Path) -> None:
    lay_out_frame(tmp_path)
    bold, book = (tmp_path / f"overrides/print/fonts/AtkinsonHyperlegibleNext-{name}.ttf" for name in ("Bold", "Book"))
    bold.write_bytes(book.read_bytes())
    found = open_course(Settings(tmp_path))[1]
    assert [(p.path, p.rule) for p in found] == [(f"overrides/print/fonts/{bold.name}", "frame-changed")]


def test_all_fonts_of_paper_gone_is_told_of_each_and_of_no_page(tmp_path: Path) -> None:
    lay_out_frame(tmp_path)
    fonts = sorted((tmp_path / "overrides/print/fonts").glob("*.ttf"))
    for font in fonts:
        font.unlink()
    found = open_course(Settings(tmp_path))[1]
    assert [(p.path, p.rule) for p in found] == [(f"overrides/print/fonts/{one.name}", "file-absent") for one in fonts]


def test_the_same_file_with_other_ends_of_lines_is_the_same(tmp_path: Path) -> None:
    lay_out("frame-file", tmp_path)
    icon = tmp_path / "overrides" / "assets" / "icon.svg"
    icon.write_bytes((ROOT / "overrides/assets/icon.svg").read_bytes().replace(b"\n", b"\r\n"))
    assert [p.rule for p in read_frame_files(tmp_path)] == ["frame-file"]
