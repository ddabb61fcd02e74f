"""An edition says words of the site in its own way, in one language or in each."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT, read_valid
from curriculum.formats.screens import name_of
from curriculum.live.answers import Answers
from curriculum.live.moment import Moment, first_moment, new_memory, next_moment
from curriculum.read.fitting import fits
from curriculum.read.layers import Settings, read_sources
from curriculum.read.own_words import APART, LETTERS, read_own_words, words_schema
from curriculum.read.textfile import UNSEEN
from curriculum.site.frame import frame_words
from curriculum.words.labels import label, read_words
from curriculum.words.model import Language
from fontTools.ttLib import TTFont
from languages import EN, FR, LANGUAGES

WORDS = 'menu: {fr: Pages}\npack-spare:\n  fr:\n    ".*": "{count} de plus."\n    "1": "Une de plus."\n'


def own(text: str, write_files: Callable[[dict[str, str]], Path]) -> tuple[Language, ...]:
    languages, problems = read_own_words(write_files({"partner/words.yml": text}), "partner", LANGUAGES)
    assert problems == []
    return languages


def test_words_are_those_of_the_edition_where_it_has_its_own(write_files: Callable[[dict[str, str]], Path]) -> None:
    english, french, *_ = own(WORDS, write_files)
    assert english == EN
    assert (label("menu", french), label("pack-spare", french, count=1)) == ("Pages", "Une de plus.")
    assert label("pack-spare", french, count=5) == "5 de plus."
    assert label("skip", french) == label("skip", FR)
    assert frame_words(french)["menu"] == "Pages"


def test_what_is_saved_anew_is_said_at_once(write_files: Callable[[dict[str, str]], Path]) -> None:
    assert label("menu", own("menu: {en: List}", write_files)[0]) == "List"
    assert label("menu", own("menu: {en: Pages}", write_files)[0]) == "Pages"


def test_pages_are_read_in_the_languages_of_the_edition(write_files: Callable[[dict[str, str]], Path]) -> None:
    files = {"curriculum.yml": "edition: editions/x\n", "docs/index.md": "# Home", "docs/fr/index.md": "# Accueil"}
    files |= {"editions/x/profile.yml": "id: x\n", "editions/x/words.yml": WORDS}
    sources = read_sources(write_files(files))
    assert [of.own for of in sources.languages] == ["", sources.languages[1].own]
    assert {of for of, _ in sources.pages} == set(sources.languages)


def test_a_page_made_with_other_words_is_made_again() -> None:
    curriculum = read_valid(Settings(ROOT))
    page = curriculum.pages[FR, "index.md"]
    other = replace(page, language=replace(FR, own='{"menu": "Pages"}'))
    assert name_of(page, "", (), "") != name_of(other, "", (), "")


def test_every_label_is_an_editions_or_is_set_apart() -> None:
    names = set(read_words("labels", EN))
    left = names - words_schema(LANGUAGES)["properties"].keys()
    assert {"menu", "week", "leave", "tonight-left"} <= names - left
    assert left == {name for name in names if name.startswith(APART)}
    assert [start for start in APART if not any(name.startswith(start) for name in left)] == []


def test_every_letter_that_an_edition_may_take_is_in_the_letters_of_the_course() -> None:
    folder = ROOT / "overrides" / "print" / "fonts"
    fonts = [TTFont(folder / name) for name in ("AtkinsonHyperlegibleNext-Bold.ttf", "NotoSans-Bold.ttf")]
    known = {chr(code) for font in fonts for code in font.getBestCmap()}
    allowed = {sign for sign in map(chr, range(0x20, 0x3000)) if re.fullmatch(f"[{LETTERS}]", sign)}
    assert {sign for sign in allowed - known if not UNSEEN.match(sign)} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_may_be_said_as_it_is(language: Language) -> None:
    """What a label holds, its own words may hold: nobody has to rewrite a sign to change a word."""
    own = {name: {language.code: said} for name, said in read_words("labels", language).items()}
    schema = words_schema(LANGUAGES)
    known = {name: said for name, said in own.items() if name in schema["properties"]}
    assert fits(known, schema, schema)


def test_the_live_site_says_them_as_they_are_saved_and_goes_on_while_they_are_to_be_mended(tmp_path: Path) -> None:
    root, memory = tmp_path / "course", new_memory()
    shutil.copytree(ROOT / "tests/problems/nothing-wrong", root)
    shutil.copytree(ROOT / "overrides", root / "overrides")
    path = root / "editions/harbour/words.yml"

    def said(moment: Moment, place: str) -> str:
        content = Answers(moment, {}, lambda *_: "", {}).of(place).content
        assert isinstance(content, bytes)
        return content.decode()

    moment = first_moment(root, 1, memory)
    assert "<summary>Menu</summary>" in said(moment, "/fr/")
    path.write_text("menu: {fr: Pages}\nat-a-glance: {fr: En bref}\n", encoding="utf-8")
    moment = next_moment(moment, ["editions/harbour/words.yml"], memory)
    assert moment.problems == ()
    assert "<summary>Pages</summary>" in said(moment, "/fr/")
    assert "<summary>Menu</summary>" in said(moment, "/")
    assert "En bref" in said(moment, "/fr/week-01/")
    path.write_text("menuu: {fr: Pages}\n", encoding="utf-8")
    moment = next_moment(moment, ["editions/harbour/words.yml"], memory)
    assert [problem.rule for problem in moment.problems] == ["own-word-unknown"]
    for place in ("/fr/", "/fr/week-01/", "/-/facilitators/fr/week-01/"):
        assert "<summary>Pages</summary>" in said(moment, place)
    assert "En bref" in said(moment, "/fr/week-01/")
