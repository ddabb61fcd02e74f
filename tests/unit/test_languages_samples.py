"""The sample languages of `tests/languages/`: what a reader needs is there, and says as much as the English.

They are what a third language is tried with, so a table that lost a name or a page that lost a section would let a test
pass for the wrong reason. What the words mean nobody can test; see the README there.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from math import log2
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, read_valid
from curriculum.checks import check_sources
from curriculum.checks.apart import check_addressed
from curriculum.checks.copied import check_copied
from curriculum.checks.telling import check_title
from curriculum.publish.sealed.phrases import COUNT, LEAST, read_list
from curriculum.read.kinds import read_word_lists
from curriculum.read.layers import Settings, read_sources
from curriculum.read.source import parse_page
from curriculum.review import review_everything
from curriculum.review.beside import differing
from curriculum.review.foreign import untranslated
from curriculum.review.parity import check_parity
from curriculum.review.prose import blocks_of
from curriculum.review.wording import check_wording, read_wordings
from curriculum.words.audience import NOTES
from curriculum.words.forms import DAY, clock, day_in_words
from curriculum.words.labels import OF_ONE, fitting, read_words
from curriculum.words.model import Language, Page, Problem
from curriculum.words.problems import say
from languages import EN, LANGUAGES

FOLDER = ROOT / "tests" / "languages"
SAMPLES = tuple(
    Language(path.parent.name, prefix=f"{path.parent.name}/", folder=f"{path.parent.name}/", words=str(path))
    for path in sorted(FOLDER.glob("*/words"))
)
CODES = [language.code for language in SAMPLES]
SAME = ("labels", "forms", "reading", "openings", "telling", "phrases", "spoken", "search", "styles", "beside")
"""Tables with the names of the English ones; `wording` has entries of its own."""
PATTERNS = ("openings", "telling", "phrases", "beside", "reading", "forms")
FILES = ("copy-folder", "copy-audience", "copy-note-name")
"""Names of files, in letters that any system can write."""
LAYERS = ("docs", "facilitator")
PLACE = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")
PAGES = sorted(path for code in CODES for layer in LAYERS for path in (FOLDER / code / layer).rglob("*.md"))
CODE_OF_PAGE = re.compile(
    r"\{\{[^}]*\}\}|\{ #[\w-]+ \}|\{\w*\}|\]\([^)]*\)|`[^`]*`|<!--.*?-->|https?://\S+|\w+=\S+"
    r"|^/{3,} *(?:resources|steps|lines|picture)\b.*|^/{3,} *\w* *\|?",
    re.MULTILINE,
)
"""Facts, ids, places to fill in, targets of links, and elements with what belongs to the program."""
ARABIC = re.compile(r"[\u0621-\u063a\u0640-\u0652]")
LATIN = re.compile(r"[^\W\d_]+")
SIGNS = frozenset(" \n\u00a0،؛؟«»…().,:!/*#>|-–%+·→\"'’_[]=\\{}^?")
"""What may stand beside letters and figures."""
NAMES = """
alongside côte à peers victoria reeves benoit cusick saunders phillips
pdf word epub html zip letter a usb mac windows shift ctrl c markdown mkdocs readme sha sum http https s pm mm
python run py serve port review verify rebuild md yml deploy pip install r requirements txt ar week handouts
"""
"""Letters of other languages that Arabic may hold: names, and what is typed."""


def entries(language: Language, theme: str = "labels") -> dict[str, list[str]]:
    """A table with each entry as a list of its sentences."""
    return {
        name: [entry] if isinstance(entry, str) else list(entry.values())
        for name, entry in read_words(theme, language).items()
    }


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in [*value, *value.values()] if isinstance(value, dict) else value:
            yield from strings(inner)


def test_there_are_samples() -> None:
    assert CODES == ["ar", "es"]
    assert not {*CODES} & {language.code for language in LANGUAGES}  # a language of the site needs no sample


@pytest.mark.parametrize("theme", SAME)
@pytest.mark.parametrize("language", SAMPLES, ids=CODES)
def test_a_table_has_the_names_of_the_english_one(language: Language, theme: str) -> None:
    ours, first = read_words(theme, language), read_words(theme, EN)
    assert list(ours) == list(first)
    if theme == "search":
        assert list(ours["asked"]) == [
            place for place in first["asked"] if place in ours["asked"]
        ]  # others: by their words
    if theme == "beside":
        assert [list(ours[name]) for name in ("units", "answers")] == [
            list(first[name]) for name in ("units", "answers")
        ]


@pytest.mark.parametrize("language", SAMPLES, ids=CODES)
def test_a_label_names_the_same_values(language: Language) -> None:
    first, ours = entries(EN), entries(language)
    places = {name: {place for words in ours[name] for place in PLACE.findall(words)} for name in ours}
    assert places == {name: {place for words in first[name] for place in PLACE.findall(words)} for name in first}
    assert [name for name, words in ours.items() if not all(one.strip() for one in words)] == []
    kinds = {name: type(entry) for name, entry in read_words("labels", EN).items()}
    assert {name: type(entry) for name, entry in read_words("labels", language).items()} == kinds


@pytest.mark.parametrize("language", SAMPLES, ids=CODES)
def test_no_label_was_left_in_english(language: Language) -> None:
    """The same words in both are names of formats, or nothing but places to fill in."""
    same = {"paper-a4", "credit-words", *FILES}
    first = entries(EN)
    left = {
        name
        for name, words in entries(language).items()
        if words == first[name] and LATIN.search(PLACE.sub("", words[0]).replace(" s)", ")"))
    }
    assert {name for name in left - same if not name.startswith("format-")} == set()


@pytest.mark.parametrize("language", SAMPLES, ids=CODES)
def test_words_by_a_number_fit_every_number(language: Language) -> None:
    choices = {name: entry for name, entry in read_words("labels", language).items() if isinstance(entry, dict)}
    for name, choice in choices.items():
        said = [fitting(choice, str(count)) for count in range(201)]
        assert {*said} == {*choice.values()}, name  # each is said of some number
        assert list(choice)[-1] == ".*", name


@pytest.mark.parametrize(
    ("count", "words"),
    [
        *((0, "لا دقائق"), (1, "دقيقة واحدة"), (2, "دقيقتان"), (3, "{count} دقائق"), (10, "{count} دقائق")),
        *((11, "{count} دقيقة"), (99, "{count} دقيقة"), (100, "{count} دقيقة"), (103, "{count} دقائق")),
        *((110, "{count} دقائق"), (111, "{count} دقيقة"), (200, "{count} دقيقة")),
    ],
)
def test_arabic_has_its_plurals(count: int, words: str) -> None:
    assert fitting(read_words("labels", SAMPLES[0])["late-minutes"], str(count)) == words


@pytest.mark.parametrize("theme", PATTERNS)
@pytest.mark.parametrize("language", SAMPLES, ids=CODES)
def test_every_pattern_compiles_and_never_fits_nothing(language: Language, theme: str) -> None:
    table = read_words(theme, language)
    found = [*strings(table)] if theme != "beside" else [*strings([table["units"], table["answers"]])]
    for pattern in found:
        re.compile(pattern.replace("{", "\\{"))
    if theme in ("openings", "telling", "phrases"):
        lists = [entry for entry in table.values() if isinstance(entry, list)]
        assert [pattern for entry in lists for pattern in entry if re.fullmatch(pattern, "")] == []


@pytest.mark.parametrize("language", SAMPLES, ids=CODES)
def test_every_time_and_day_is_said(language: Language) -> None:
    said = {clock(minutes, language) for minutes in range(DAY)}
    written = re.compile(read_words("forms", language)["time-written"], re.IGNORECASE)
    assert len(said) == DAY
    assert [words for words in said if not written.fullmatch(words.replace("\u00a0", " "))] == []
    assert len({day_in_words(f"2026-{month:02}-11", language) for month in range(1, 13)}) == 12


@pytest.mark.parametrize("language", SAMPLES, ids=CODES)
def test_phrases_can_be_drawn(language: Language) -> None:
    words = read_list(language)
    assert COUNT * log2(len(words)) >= LEAST
    assert len(words) == len({*words})


def test_each_list_that_phrases_may_be_drawn_from_is_long_enough() -> None:
    assert {"es", "en_eff"} < {*read_word_lists()}
    assert "en_adjectives" not in read_word_lists()  # 1,296 words
    for name in read_word_lists():
        assert COUNT * log2(len(read_list(Language(name, words=str(FOLDER / "es" / "words"), own=own(name))))) >= LEAST


def own(name: str) -> str:
    """What a language says whose phrases are of a list, and lose nothing of it."""
    return json.dumps({"phrases": {"list": name, "left-out": ["(?!)"]}})


@pytest.mark.parametrize("language", SAMPLES, ids=CODES)
def test_words_to_weigh_find_what_they_name_and_nothing_else(language: Language) -> None:
    for entry in read_wordings(language):
        assert entry.id.startswith(f"{language.code}-")
        assert [words for words in entry.bad if not entry.pattern.search(words)] == []
        assert [words for words in entry.good if entry.pattern.search(words)] == []


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small course whose edition adds these languages, as a partner would; it has a page in Spanish."""
    root = tmp_path_factory.mktemp("samples") / "course"
    for name in ("nothing-wrong", "language-added"):
        shutil.copytree(ROOT / "tests" / "problems" / name, root, dirs_exist_ok=True)
    for code in CODES:
        shutil.copytree(FOLDER / code / "words", root / "editions" / "harbour" / "words" / code, dirs_exist_ok=True)
    return root


def test_an_edition_may_add_them(place: Path) -> None:
    assert [say(problem, EN) for problem in check_sources(read_sources(place))] == []


def test_a_second_reader_reads_them(place: Path) -> None:
    """With the tables of the language; where it has none of those that it cannot borrow, nothing is said of them."""
    written = [reading for page, reading in review_everything(Settings(place))[0] if page.language.code == "es"]
    assert written
    assert all(0 < reading.score < 120 for reading in written)
    for name in OF_ONE:
        (place / "editions" / "harbour" / "words" / "es" / f"{name}.yml").unlink()
    readings, problems = review_everything(Settings(place))
    assert {reading.score for page, reading in readings if page.language.code == "es"} == {0.0}
    assert [problem for problem in problems if problem.rule.startswith("reading-")] == []


def stray(text: str) -> tuple[set[str], set[str]]:
    """Latin words that are no names, and signs that are neither letters of Arabic, figures nor known signs."""
    bare = CODE_OF_PAGE.sub(" ", text)
    latin = {word.lower() for word in LATIN.findall(bare) if not ARABIC.search(word)}
    signs = {sign for sign in bare if not (ARABIC.match(sign) or sign.isdecimal() or LATIN.match(sign))}
    odd = {sign for sign in bare if sign.isdecimal() and not sign.isascii()}
    return latin - {*NAMES.split()}, (signs - SIGNS) | odd


@pytest.mark.parametrize("theme", ["labels", "styles"])
def test_arabic_words_are_written_in_arabic(theme: str) -> None:
    words = {name: said for name, said in entries(SAMPLES[0], theme).items() if name not in FILES}
    found = {name: stray("\n".join(said)) for name, said in words.items()}
    assert {name: odd for name, odd in found.items() if any(odd)} == {}


def pages_of(path: Path) -> tuple[Page, Page]:
    """A page, and its English."""
    language = next(one for one in SAMPLES if FOLDER / one.code in path.parents)
    layer, _, uri = path.relative_to(FOLDER / language.code).as_posix().partition("/")
    read = [
        (f"{layer}/{uri}", uri, ROOT / layer / uri),
        (f"{layer}/{language.code}/{uri}", f"{language.code}/{uri}", path),
    ]
    first, ours = (
        parse_page(name, place, file.read_text(encoding="utf-8"), (EN, language))[0] for name, place, file in read
    )
    return ours, first


def told(problems: list[Problem]) -> list[tuple[str, int, str, str]]:
    return [(problem.path, problem.line, problem.rule, str(problem.values)) for problem in problems]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_a_page_says_as_much_as_its_english(path: Path) -> None:
    """The same sections, elements, lists, tables, links, facts, and numbers in each block."""
    ours, first = pages_of(path)
    assert [(section.id, section.level) for section in ours.sections] == [
        (section.id, section.level) for section in first.sections
    ]
    assert list(ours.meta) == list(first.meta)
    assert told(check_parity(ours, first)) == []
    blocks, others = blocks_of(ours), blocks_of(first)
    assert len(blocks) == len(others)
    languages = (ours.language, EN)
    for block, other in zip(blocks, others, strict=True):
        place = Problem(ours.path, (block.lines or (0,))[0], "parity", {})
        texts = (block.text, other.text)
        assert told([*differing(place, texts, languages), *untranslated(place, texts, languages)]) == []
    assert told(check_wording(ours, blocks)) == []


def test_what_is_held_of_every_page_holds() -> None:
    """No note stands on a page, no page speaks to facilitators, no title tells: in the words of these languages too."""
    course = read_valid(Settings(ROOT, NOTES))
    read = [(path.relative_to(FOLDER).parts[1], pages_of(path)[0]) for path in PAGES]
    pages, notes = ({(page.language, page.uri): page for layer, page in read if layer == one} for one in LAYERS)
    course = replace(course, languages=(*course.languages, *SAMPLES), pages=pages, notes=notes)
    told = [problem for page in pages.values() for problem in check_addressed(page, course)]
    told += [problem for page in pages.values() for problem in check_title(page.path, 1, page.title, course.languages)]
    assert [say(problem, EN) for problem in (*check_copied(course), *told)] == []


@pytest.mark.parametrize(
    "path",
    [path for path in PAGES if FOLDER / "ar" in path.parents],
    ids=lambda path: path.relative_to(FOLDER).as_posix(),
)
def test_an_arabic_page_is_written_in_arabic(path: Path) -> None:
    assert stray(path.read_text(encoding="utf-8").removeprefix("---\ndescription:")) == (set(), set())
