"""A language more is a folder of words, a line of `mkdocs.yml` and its pages: nothing of the package is touched.

The language is made up: `qaa` is a code that ISO 639 leaves to private use. Its words are those of English, some of
them changed, so that a word taken from another language shows.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from curriculum.checks import check_sources
from curriculum.compose.page import compose_page
from curriculum.course import Course, make_course
from curriculum.formats.record import RECORD
from curriculum.publish.offline.copies import copy_of
from curriculum.read.layers import Sources, read_notes, read_sources
from curriculum.read.source import split_language
from curriculum.review.parity import check_parity
from curriculum.site.frame import lost_words
from curriculum.site.menus import menu_for
from curriculum.words.forms import name_in
from curriculum.words.labels import FOLDER
from curriculum.words.model import Language, Problem
from curriculum.words.problems import report, say
from languages import EN, FR, LANGUAGES

CODE, NAME = "qaa", "Lingua"
BASE = Path(__file__).parent.parent / "problems" / "nothing-wrong"
ROOT = BASE.parent.parent.parent
WEEK, HANDOUT = "week-01/index.md", "week-01/handouts/first-steps.md"
CHANGED = {
    "labels": {
        "handouts": "Folia",
        "at-a-glance": "Summa",
        "run-copies": {"1": "unum {title}", ".*": "{count} {title}"},
    },
    "forms": {"clock": {".*": "hora {hour}.{minute}"}, "colon": " -"},
    "telling": {"words": ["secretum"]},
    "terms": {"count": {"1": "Unum vitium.", ".*": "{count} vitia."}},
}


@dataclass(frozen=True)
class Place:
    """A small curriculum in three languages, and the folder of their words."""

    root: Path
    words: Path

    def read(self) -> Sources:
        return read_notes(read_sources(self.root, self.words), "facilitator")

    def problems(self) -> set[tuple[str, str]]:
        return {(problem.path, problem.rule) for problem in check_sources(self.read())}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return _lay_out(tmp_path)


def _lay_out(folder: Path) -> Place:
    root, words = folder / "project", folder / "words"
    shutil.copytree(BASE, root)
    shutil.copytree(ROOT / "overrides", root / "overrides")
    for language in LANGUAGES:
        shutil.copytree(FOLDER / language.code, words / language.code)
    shutil.copytree(FOLDER / EN.code, words / CODE)
    for theme, entries in CHANGED.items():
        _change(words / CODE / f"{theme}.yml", lambda values, entries=entries: {**values, **entries})
    _name(root / "mkdocs.yml")
    for path in [root / "curriculum.yml", *(root / "editions" / "harbour").glob("*.yml")]:
        _change(path, _translated)
    for layer in ("docs", "facilitator"):
        shutil.copytree(root / layer, root / layer / CODE, ignore=shutil.ignore_patterns(FR.code))
    return Place(root, words)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    sources = _lay_out(tmp_path_factory.mktemp("third")).read()
    course, problems = make_course(sources, check_sources(sources))
    assert course, problems
    return course


@pytest.fixture(scope="module")
def third(course: Course) -> Language:
    return course.curriculum.language(CODE)


def _change(path: Path, change: Any) -> None:
    values = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    path.write_text(yaml.safe_dump(change(values), allow_unicode=True, sort_keys=False), encoding="utf-8")


def _name(config: Path) -> None:
    """A line below the last language, as somebody would write it."""
    text = config.read_text(encoding="utf-8")
    last = next(line for line in text.splitlines(keepends=True) if f"locale: {FR.code}" in line)
    config.write_text(text.replace(last, f"{last}        - {{ locale: {CODE}, name: {NAME} }}\n"), encoding="utf-8")


def _translated(values: Any) -> Any:
    """Wherever something is said in each language, it is said in one more."""
    if isinstance(values, list):
        return [_translated(value) for value in values]
    if not isinstance(values, dict):
        return values
    if values.keys() == {language.code for language in LANGUAGES}:
        return {**values, CODE: f"{values[EN.code]} ({CODE})"}
    return {key: _translated(value) for key, value in values.items()}


def test_nothing_is_wrong_with_it(place: Place) -> None:
    assert place.problems() == set()


def test_its_pages_are_below_a_folder_of_its_code(course: Course, third: Language) -> None:
    assert [language.code for language in course.curriculum.languages] == [EN.code, FR.code, CODE]
    assert (third.prefix, third.name) == ("qaa/", NAME)
    assert split_language(f"{CODE}/{WEEK}", course.curriculum.languages) == (third, WEEK)
    assert {uri for language, uri in course.curriculum.pages if language == third} >= {WEEK, HANDOUT, "index.md"}


def test_its_pages_say_its_words_and_facts(course: Course, third: Language) -> None:
    text = compose_page(course.curriculum.pages[third, WEEK], course.curriculum, {})
    for words in (
        "## Folia { #handouts }",
        "| Summa",
        "| hora 18.30 (20) |",
        "8 [First steps](handouts/first-steps.md)",
    ):
        assert words in text
    home = compose_page(course.curriculum.pages[third, "index.md"], course.curriculum, {})
    assert f"Hello from Harbour House ({CODE})." in home


def test_it_has_a_menu(course: Course, third: Language) -> None:
    home, week = menu_for(course.curriculum, third)
    assert home == {"Home": "index.md"}
    assert week == {"1. Meeting": [WEEK, {"First steps": HANDOUT}]}


def test_every_file_is_made_in_it(course: Course, third: Language) -> None:
    english = {place for place in course.files if not place.startswith((FR.prefix, third.prefix))} - {RECORD}
    assert {place.removeprefix(third.prefix) for place in course.files if place.startswith(third.prefix)} == english
    assert f'<html lang="{CODE}">'.encode() in course.files[f"{third.prefix}week-01/week-01.html"]


def test_its_copy_says_where_the_files_of_the_others_are(course: Course, third: Language) -> None:
    french = f"{FR.prefix}week-01/week-01.zip"
    page = f'<div class="note"><a href="../{french}">ZIP</a></div>'
    site = {f"{third.prefix}index.html": page.encode(), french: b""}
    made = copy_of(site, course.curriculum, third)
    assert b"<span>ZIP</span> (in the French copy)" in made[f"harbour-{CODE}-facilitators.html"]


def test_lost_visitors_find_it(course: Course) -> None:
    assert [(words["code"], words["place"]) for words in lost_words(course.curriculum.languages)] == [
        (FR.code, "fr/"),
        (CODE, "qaa/"),
    ]


def test_others_call_it_what_it_calls_itself(third: Language) -> None:
    assert (name_in(third, EN), name_in(third, FR), name_in(FR, third)) == (NAME, NAME, "French")


def test_a_page_it_lacks_is_told(place: Place) -> None:
    (place.root / "docs" / CODE / HANDOUT).unlink()
    found = [problem for problem in check_sources(place.read()) if problem.rule == "no-counterpart"]
    assert [say(problem, EN) for problem in found] == [
        f"docs/{HANDOUT}:1: the page has no {NAME}; all languages have the same pages. "
        f"Write docs/{CODE}/{HANDOUT}. [no-counterpart]"
    ]


def test_it_is_held_against_the_first_language(place: Place) -> None:
    """Each language against the one at the root, not only the second."""
    page = place.root / "docs" / CODE / HANDOUT
    page.write_text(page.read_text(encoding="utf-8").replace("{ #today }", "{ #hodie }"), encoding="utf-8")
    assert (f"docs/{CODE}/{HANDOUT}", "sections-differ") in place.problems()
    sources = place.read()
    first, *_, third = (sources.pages[language, HANDOUT] for language in sources.languages)
    assert {problem.rule for problem in check_parity(third, first)} == {"parity"}


def test_its_telling_words_hold_for_every_page(place: Place) -> None:
    page = place.root / "docs" / FR.code / "index.md"
    page.write_text("# Secretum\n\n/// weeks\n///\n", encoding="utf-8")
    assert (f"docs/{FR.code}/index.md", "telling-title") in place.problems()


def test_a_fact_it_lacks_is_told(place: Place) -> None:
    _change(
        place.root / "editions/harbour/profile.yml", lambda values: {**values, "org": {"name": {"en": "A", "fr": "B"}}}
    )
    assert place.problems() == {("editions/harbour/profile.yml", "missing-key")}


def test_what_is_wrong_can_be_told_in_it(third: Language) -> None:
    problems = [Problem("a.md", line, "missing-title") for line in (1, 2)]
    assert report(problems[:1], [third]).endswith("\nUnum vitium.")
    assert report(problems, [third]).endswith("\n2 vitia.")


def test_an_edition_may_put_it_first_and_leave_another_out(place: Place) -> None:
    """Its pages lie where they lay, below the folder of its code; the languages that are left are not read."""
    _change(place.root / "editions/harbour/profile.yml", lambda values: {"languages": [CODE, FR.code], **values})
    (place.root / "docs" / HANDOUT).unlink()
    sources = place.read()
    course, problems = make_course(sources, check_sources(sources))
    assert course, problems
    first, second = course.curriculum.languages
    assert (first.code, first.prefix, second.prefix) == (CODE, "", "fr/")
    assert course.curriculum.pages[first, WEEK].path == f"docs/{CODE}/{WEEK}"
    assert f'<html lang="{CODE}">'.encode() in course.files["week-01/week-01.html"]
    assert not [place for place in course.files if place.startswith("en/")]
