"""The languages of a site, as the profile of its edition orders them, and where files go by them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from conftest import Run
from curriculum.course import open_course
from curriculum.read.addressed import is_copied
from curriculum.read.layers import Settings, read_all, read_sources
from curriculum.read.ordered import in_order, read_ordered
from curriculum.read.placed import is_laid_out_anew, site_places, split_folder
from curriculum.read.places import read_places
from curriculum.words.model import Language, Text
from languages import EN, FR, LANGUAGES

BASE = Path(__file__).parent.parent / "problems"
WEEK = "week-01/index.md"
THREE = (*LANGUAGES, Language("qaa", "qaa/", "Lingua", folder="qaa/"))
DOOR, LAMP = "week-01/images/door.png", "week-01/images/lamp.png"
FILES = {place: f"docs/{place}" for place in (DOOR, f"fr/{DOOR}", LAMP)}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small course, without an order of its own."""
    shutil.copytree(BASE / "nothing-wrong", tmp_path, dirs_exist_ok=True)
    shutil.copytree(BASE.parent.parent / "overrides", tmp_path / "overrides")
    return tmp_path


def ask(root: Path, codes: str) -> None:
    profile = root / "editions/harbour/profile.yml"
    text = re.sub(r"^languages: .*\n", "", profile.read_text("utf-8"))
    profile.write_text(f"languages: {codes}\n{text}", encoding="utf-8")


def test_without_a_word_they_are_those_of_the_project(small: Path) -> None:
    languages, problems = read_ordered(small)
    assert [(of.code, of.prefix, of.folder, of.beside) for of in languages] == [
        ("en", "", "", ()),
        ("fr", "fr/", "fr/", ()),
    ]
    assert problems == []
    assert not is_laid_out_anew(languages)


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ("[fr, en]", [("fr", "", "fr/"), ("en", "en/", "")]),
        ("[en, fr]", [("en", "", ""), ("fr", "fr/", "fr/")]),
        ("[fr]", [("fr", "", "fr/")]),
        ("[en]", [("en", "", "")]),
    ],
)
def test_the_first_is_at_the_root_and_folders_stay(small: Path, codes: str, expected: list[tuple[str, ...]]) -> None:
    ask(small, codes)
    languages, problems = read_ordered(small)
    assert [(of.code, of.prefix, of.folder) for of in languages] == expected
    assert problems == []
    assert is_laid_out_anew(languages) is (codes != "[en, fr]")


def test_the_order_of_the_project_written_out_is_the_one_without_a_word(small: Path) -> None:
    before = read_ordered(small)[0]
    ask(small, "[en, fr]")
    assert read_ordered(small)[0] == before


def test_a_place_in_a_folder_is_of_its_language_whichever_is_first() -> None:
    first = in_order(LANGUAGES, ["fr", "en"])
    assert split_folder(f"fr/{WEEK}", first) == (first[0], WEEK)
    assert split_folder(WEEK, first) == (first[1], WEEK)
    french, english = in_order(LANGUAGES, ["fr"]), in_order(LANGUAGES, ["en"])
    assert split_folder(WEEK, french) == (None, WEEK)
    assert split_folder(f"fr/{WEEK}", english) == (None, WEEK)
    assert split_folder(WEEK, english) == (english[0], WEEK)


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (["en", "fr"], {place: f"docs/{place}" for place in FILES}),
        (["fr", "en"], {DOOR: f"docs/fr/{DOOR}", f"en/{DOOR}": f"docs/{DOOR}", LAMP: f"docs/{LAMP}"}),
        (["fr"], {DOOR: f"docs/fr/{DOOR}", LAMP: f"docs/{LAMP}"}),
        (["en"], {DOOR: f"docs/{DOOR}", LAMP: f"docs/{LAMP}"}),
    ],
)
def test_a_picture_of_all_languages_makes_way_for_one_of_the_first(codes: list[str], expected: dict[str, str]) -> None:
    assert site_places(FILES, in_order(LANGUAGES, codes)) == expected


def test_a_third_language_keeps_the_picture_that_it_shared() -> None:
    found = site_places(FILES, in_order(THREE, ["fr", "en", "qaa"]))
    assert found == {
        DOOR: f"docs/fr/{DOOR}",
        **dict.fromkeys((f"en/{DOOR}", f"qaa/{DOOR}"), f"docs/{DOOR}"),
        LAMP: f"docs/{LAMP}",
    }


def test_of_what_the_generator_finds_only_what_has_its_place_is_copied(small: Path) -> None:
    for place in FILES:
        (small / "docs" / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(BASE / "a-page-with-a-picture-file/docs" / DOOR, small / "docs" / place)
    ask(small, "[fr, en]")
    curriculum = read_sources(small).curriculum
    assert curriculum
    found = {place: is_copied(place, curriculum) for place in (*FILES, WEEK, f"fr/{WEEK}", "assets/icon.svg")}
    assert {place for place, copied in found.items() if copied} == {LAMP, "assets/icon.svg"}
    assert curriculum.local == {DOOR: f"docs/fr/{DOOR}", f"en/{DOOR}": f"docs/{DOOR}"}


def test_pages_of_a_language_that_is_left_out_are_not_read(small: Path) -> None:
    """Whatever is wrong with them is nothing to a site that has no such pages."""
    (small / "docs" / WEEK).write_text("# Broken [\n\n/// nothing\n", encoding="utf-8")
    ask(small, "[fr]")
    course, problems = open_course(Settings(small, "facilitator"))
    assert course, problems
    assert {language.code for language, _ in course.curriculum.pages} == {"fr"}
    assert not [place for place in course.files if place.startswith("en/")]


def test_words_are_asked_for_in_the_languages_of_the_site_alone(small: Path) -> None:
    ask(small, "[fr]")
    profile = small / "editions/harbour/profile.yml"
    text = profile.read_text("utf-8").replace("{en: Harbour House, fr: la Maison du Havre}", "{en: Harbour House}")
    profile.write_text(text, encoding="utf-8")
    problems = read_all(Settings(small)).problems
    assert [(problem.rule, problem.values["expected"]) for problem in problems] == [("missing-key", "fr")]


def test_whoever_reads_another_language_is_told_in_the_words_there_are() -> None:
    """A message is told in the language of the person, who may work on a site that lacks it."""
    assert Text({"fr": "Le Havre"})[EN] == "Le Havre"
    assert Text({"en": "", "fr": "x"})[EN] == ""
    assert Text()[FR] == ""


def test_words_of_everyday_in_a_language_that_is_left_out_are_no_names(small: Path) -> None:
    """A line of another edition has an English name; of its words, those that shared pages use stand anywhere."""
    other = small / "editions/elsewhere"
    shutil.copytree(small / "editions/harbour", other)
    lines = other / "resources.yml"
    text = lines.read_text("utf-8").replace("{en: A line, fr: Une ligne}", "{en: Sexual Assault Line, fr: Ligne}")
    lines.write_text(text, encoding="utf-8")
    page = small / "docs" / WEEK
    page.write_text(page.read_text("utf-8") + "\nThis is about sexual assault, and lines to call.\n", encoding="utf-8")
    foreign = {}
    for codes in ("[en, fr]", "[fr]"):
        ask(small, codes)
        foreign[codes] = read_places(read_sources(small)).foreign.names
    assert foreign["[fr]"] == foreign["[en, fr]"]


@pytest.mark.parametrize("command", ["check", "review", "doctor"])
@pytest.mark.parametrize("value", ["fr", "[de]", "[]", "[fr, fr]", "[FR]", "{fr: 1}"])
def test_no_command_breaks_on_languages_that_cannot_be_made_out(run: Run, command: str, value: str) -> None:
    profile = Path("editions/harbour/profile.yml")
    profile.write_text(f"{profile.read_text(encoding='utf-8')}languages: {value}\n", encoding="utf-8")
    code, said = run(command)
    assert code == 1
    assert "{'" not in said  # a value as the program holds it
    assert ("editions/harbour" if command == "doctor" else "editions/harbour/profile.yml:12") in said, said
