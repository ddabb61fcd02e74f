"""An edition says its own facts, lines and pages; lines of the whole country stand once; days of checking are days."""

from __future__ import annotations

import shutil
from datetime import date

import pytest
from conftest import ROOT, Project
from curriculum.checks import check_sources
from curriculum.read.layers import Sources, read_sources
from curriculum.read.others import folded, paragraphs_of
from curriculum.read.resources import COUNTRY
from curriculum.read.today import TODAY, read_today
from curriculum.words.dates import day_after, day_of
from curriculum.words.problems import report
from languages import LANGUAGES

VICTORIA, EXAMPLE = "editions/victoria", "editions/example"


def moved_to(project: Project, edition: str) -> Sources:
    """What is read of the project for another edition."""
    path = project.root / "curriculum.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(VICTORIA, edition), encoding="utf-8")
    return read_sources(project.root)


@pytest.fixture
def fork(project: Project) -> Project:
    """The project with a copy of Victoria of which only the profile was filled in."""
    place = project.root / "editions/harbour"
    shutil.copytree(project.root / VICTORIA, place)
    profile = (project.root / EXAMPLE / "profile.yml").read_text(encoding="utf-8")
    own = profile.replace('"example"', '"harbour"').replace("Lantern", "Harbour").replace("a place", "a port")
    own = own.replace("un lieu", "un port").replace("example.org", "harbour.example").replace("xercer", "ssayer")
    (place / "profile.yml").write_text(own.replace("Evenings", "Nights").replace("Soir", "Nuit"), encoding="utf-8")
    return project


def test_a_copy_of_victoria_with_a_new_profile_is_refused_in_one_sentence_a_kind(fork: Project) -> None:
    problems = check_sources(moved_to(fork, "editions/harbour"))
    assert sorted(problem.rule for problem in problems) == ["other-place-line", "other-place-page"]
    said = {problem.rule: str(problem.values["found"]) for problem in problems}
    own = ids_of(fork, "editions/harbour")
    assert own
    assert all(f"{id_} (" in said["other-place-line"] for id_ in own)
    for name in ("law.md", "week-05/handouts/law-in-brief.md"):
        assert f"docs/{name} (" in said["other-place-page"]
        assert f"docs/fr/{name} (" in said["other-place-page"]
    assert all("editions/victoria" in block for block in report(problems, LANGUAGES).split("\n\n")[::2])


def ids_of(project: Project, edition: str) -> list[str]:
    """The ids of the lines to call in an edition's own file."""
    text = (project.root / edition / "resources.yml").read_text(encoding="utf-8")
    return [line.split()[-1] for line in text.splitlines() if line.startswith("  - id:")]


def test_what_is_kept_on_purpose_is_not_told(fork: Project) -> None:
    path = fork.root / "editions/harbour/profile.yml"
    names = [*ids_of(fork, "editions/harbour"), "docs/law.md", "docs/week-05/handouts/law-in-brief.md"]
    kept = "".join(f"  - {{name: {name}, reason: The same province}}\n" for name in names)
    path.write_text(f"{path.read_text(encoding='utf-8')}\nkept:\n{kept}", encoding="utf-8")
    assert check_sources(moved_to(fork, "editions/harbour")) == []


def test_the_invented_place_has_nothing_to_mend_and_names_only_numbers_of_fiction(project: Project) -> None:
    sources = moved_to(project, EXAMPLE)
    assert check_sources(sources) == []
    edition = sources.edition
    assert edition
    assert {line.number[:6] for line in edition.resources if line.id in edition.call_lines} == {"555-01"}


def test_a_national_number_that_is_corrected_reaches_every_edition(project: Project) -> None:
    path = project.root / COUNTRY
    path.write_text(path.read_text(encoding="utf-8").replace("1-855-242-3310", "1-855-555-0199"), encoding="utf-8")
    for edition in (VICTORIA, EXAMPLE):
        sources = moved_to(project, edition)
        numbers = {line.id: line.number for line in sources.edition.resources} if sources.edition else {}
        assert numbers["hope-for-wellness"] == "1-855-555-0199"
        (project.root / "curriculum.yml").write_text((ROOT / "curriculum.yml").read_text(encoding="utf-8"), "utf-8")


@pytest.mark.parametrize(
    ("written", "alike"),
    [
        ("1-888-555-0142", "1 (888) 555\u20110142"),
        ("l’Île-aux-Érables", "L'ILE AUX  ERABLES"),
        ("555-0142", "\u0665\u0665\u0665-\u0660\u0661\u0664\u0662"),
        ("Harbour House", "Harbour\u00a0House"),
    ],
)
def test_dress_makes_no_difference(written: str, alike: str) -> None:
    assert folded(written) == folded(alike)
    assert folded(written) != folded(f"{written}2")


def test_paragraphs_are_known_by_their_lines() -> None:
    long = "Here is a paragraph of a page that two people would not write in the same words."
    assert [line for line, _ in paragraphs_of(f"# Title\n\n{long}\n\n\nShort.\n\n{long}\n{long}")] == [3, 8]


def test_days_and_lengths_of_time() -> None:
    assert day_of("2027-02-31") is None
    day = date(2026, 8, 31)
    after = [day_after(day, span) for span in ("P6M", "P1Y", "P30D", "P2W")]
    assert after == [date(2027, 2, 28), date(2027, 8, 31), date(2026, 9, 30), date(2026, 9, 14)]


def test_today_is_the_day_that_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TODAY, "2026-11-28")
    assert read_today() == date(2026, 11, 28)
    monkeypatch.setenv(TODAY, "soon")
    assert read_today() >= date(2026, 11, 28)
