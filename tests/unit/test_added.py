"""A language that an edition adds: the files that are begun, what is borrowed, and what is known by its code."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Run
from curriculum.begin.language import entries_in, left_lines, waiting, with_language
from curriculum.checks.allowed import LANGUAGE
from curriculum.checks.built import FILES, OPENING, UP
from curriculum.checks.telling import telling_words
from curriculum.read.added import check_code
from curriculum.read.locales import forms_for, locale_of, pattern_of, plurals_of
from curriculum.read.ordered import read_ordered
from curriculum.review.senses import bounds_in
from curriculum.translate.desk import every_state, read_desk
from curriculum.translate.values import State
from curriculum.words.forms import clock, day_in_words, direction_of, name_in
from curriculum.words.labels import fitting, label, read_words, says
from curriculum.words.model import Text
from languages import EN, FR

ASKED = ["es", "pa", "ar", "zh-Hans"]


@pytest.mark.parametrize("code", [*ASKED, "ru", "cy", "fr", "he"])
def test_every_number_has_its_plural(code: str) -> None:
    """As the library itself says, for whole numbers."""
    locale = locale_of(code)
    assert locale
    choice = {pattern_of(code, plural): plural for plural in plurals_of(code)}
    assert [count for count in range(1200) if fitting(choice, str(count)) != locale.plural_form(count)] == []


@pytest.mark.parametrize("code", ASKED)
def test_every_day_and_time_is_said(code: str) -> None:
    """Whatever its language; no two are said alike."""
    forms = forms_for(code, ["en", code])
    assert (
        len(
            {
                fitting(forms["clock"], f"{hour}:30").format(hour=hour, hour12=hour % 12, minute="30")
                for hour in range(24)
            }
        )
        == 24
    )
    assert len(set(forms["months"])) == 12
    assert "{" not in fitting(forms["date"], "2026-11-01").format(day=1, month="x", year="2026")


def test_a_language_begins_with_files_that_wait_and_borrows_the_rest(run: Run, tmp_path: Path) -> None:
    for code in ASKED:
        assert run("new-language", code)[0] == 0
    (tmp_path / "editions/harbour/words/es/labels.yml").write_text("menu: Menú\n", encoding="utf-8")
    languages, problems = read_ordered(tmp_path)
    assert problems == []
    assert [one.code for one in languages] == ["en", "fr", *ASKED]
    spanish, *_, arabic, _ = languages[2:]
    assert (label("menu", spanish), label("skip", spanish)) == ("Menú", label("skip", EN))
    assert (says("labels", "menu", spanish), says("labels", "skip", spanish)) == (True, False)
    assert (spanish.name, name_in(spanish, FR), direction_of(spanish), direction_of(arabic)) == (
        *("español", "espagnol"),
        *("ltr", "rtl"),
    )
    assert day_in_words("2026-11-22", spanish) == "22 de noviembre de 2026"
    assert clock(18 * 60 + 30, spanish) == "18:30"
    assert Text({"fr": "Un", "en": "One"})[spanish] == "One"
    assert next(left_lines(languages, EN)).startswith("Spanish, words still to be translated:")


def test_a_language_more_makes_no_lock_weaker(run: Run, tmp_path: Path) -> None:
    assert run("new-language", "es")[0] == 0
    (tmp_path / "editions/harbour/words/es/openings.yml").write_text("words: [notas para]\n", encoding="utf-8")
    (tmp_path / "editions/harbour/words/es/telling.yml").write_text("words: [suicidio]\n", encoding="utf-8")
    spanish = read_ordered(tmp_path)[0][-1]
    assert {*read_words("openings", EN)["words"], "notas para"} == {*read_words("openings", spanish)["words"]}
    assert read_words("openings", spanish)["names"] == read_words("openings", EN)["names"]
    assert telling_words((spanish,)).search("suicidio y crisis")
    assert telling_words((spanish,)).search("a crisis")


def test_begun_twice_it_adds_only_what_is_new(run: Run, tmp_path: Path) -> None:
    assert run("new-language", "es")[0] == 0
    file = tmp_path / "editions/harbour/words/es/labels.yml"
    before = file.read_text(encoding="utf-8")
    assert "already" in run("new-language", "es")[1]
    assert file.read_text(encoding="utf-8") == before
    file.write_text(before.replace("# menu: Menu\n", ""), encoding="utf-8")
    assert "labels.yml" in run("new-language", "es")[1]
    assert file.read_text(encoding="utf-8").endswith("# menu: Menu\n")


@pytest.mark.parametrize("said", ['{menu: "Menú"}\n', 'menu: "Menú"\n...\n', '  menu: "Menú"\n'])
def test_a_table_that_cannot_grow_stays_as_it_is(said: str, run: Run, tmp_path: Path) -> None:
    """Entries under it would be no part of it, or make it unreadable, as soon as somebody translates one."""
    folder = tmp_path / "editions/harbour/words/es"
    folder.mkdir(parents=True)
    (folder / "labels.yml").write_text(said, encoding="utf-8")
    done, told = run("new-language", "es")
    assert (done, "labels.yml:1: " in told, "each start a line" in told) == (1, True, True), told
    assert (folder / "labels.yml").read_text(encoding="utf-8") == said
    assert [path.name for path in folder.iterdir()] == ["labels.yml"]


@pytest.mark.parametrize("code", ["cwd", "ojg", "xsl", "crk", "cr"])
def test_languages_of_this_land_are_languages(code: str) -> None:
    """Woods Cree, Eastern Ojibwa, South Slavey too, for which libraries only know their families."""
    assert check_code(code, (EN, FR)) == []


@pytest.mark.parametrize(
    ("code", "rule", "near"),
    [
        *(("zz", "language-unknown", ""), ("zh_Hans", "language-unknown", "zh-Hans"), ("fr", "language-ours", "fr")),
        *(
            ("fra", "language-other-code", "fr"),
            ("eng", "language-other-code", "en"),
            ("cre", "language-other-code", "cr"),
            ("oji", "language-other-code", "oj"),
            ("iw", "language-other-code", "he"),
        ),
        *(("cmn-Hans", "language-other-code", "zh-Hans"), ("es_419", "language-unknown", "es-419")),
        *(
            ("ca-valencia", "language-unknown", "ca"),
            ("es-XQ", "language-unknown", "es"),
            ("FRA", "language-unknown", "fr"),
        ),
    ],
)
def test_a_code_that_will_not_do_is_refused(code: str, rule: str, near: str, run: Run, tmp_path: Path) -> None:
    """And the right one is said."""
    done, said = run("new-language", code)
    assert (done, f"[{rule}]" in said, near in said.replace(code, "") or near == code) == (1, True, True), said
    assert not (tmp_path / "editions/harbour/words").exists()


@pytest.mark.parametrize("code", [*ASKED, "es-MX", "zh-Hant-HK", "es-419", "sr-Latn"])
def test_a_code_that_may_be_added_may_stand_on_a_page(code: str) -> None:
    assert locale_of(code)
    assert re.fullmatch(LANGUAGE, code)
    assert re.fullmatch(UP, f"../{code}/")
    assert FILES.fullmatch(f"{code}/search-index.js")
    assert OPENING.match(
        f'<!doctype html><html lang="{code}"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" content="x">'
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("id: x\n", "id: x\n\nlanguages: [en, fr, es]\n"),
        ("languages: [fr, en] # French first\nid: x\n", "languages: [fr, en, es] # French first\nid: x\n"),
        ("languages: [fr,\n  en,\n]\nid: x\n", "languages: [fr,\n  en, es]\nid: x\n"),
        ('"languages":\n  [fr, en]\n', '"languages":\n  [fr, en, es]\n'),
        ("languages:\n  - fr\n  - en\nid: x\n", "languages:\n  - fr\n  - en\n  - es\nid: x\n"),
    ],
)
def test_the_list_keeps_its_order(before: str, after: str) -> None:
    assert with_language(before, ["en", "fr"], "es") == after


def test_words_by_a_number_wait_for_each_plural() -> None:
    entries = dict(entries_in('copies: # how many\n  "1": "1 copy"\n  ".*": "{count} copies"\nmenu: Menu\n'))
    assert waiting(entries["menu"], "ar") == "# menu: Menu\n"
    assert waiting(entries["copies"], "es").split("\n")[1:3] == ['#   one: "1 copy"', '#   other: "{count} copies"']
    assert waiting(entries["copies"], "ar").count("{count}") == 5


def test_what_another_language_lends_has_the_address_of_its_lender() -> None:
    """The first of the site that is one of the project’s."""
    spanish = replace(EN, code="es", lender=FR, own='{"labels": {}}')
    assert label("skip", spanish) == label("skip", FR)


@pytest.mark.parametrize("said", ["", "bounds: {less: menos de}\n", "units: {minute: minutos?}\n"])
def test_a_pack_comes_back_whatever_the_table_of_its_language_lacks(said: str, run: Run, tmp_path: Path) -> None:
    """Every row is read beside the first language; a bound without numbers in words is that of figures alone."""
    assert run("new-language", "es")[0] == 0
    (tmp_path / "editions/harbour/words/es/beside.yml").write_text(said, encoding="utf-8")
    assert run("translate", "pack", "es", "docs/index.md", "--into", "pack.md")[0] == 0
    pack = tmp_path / "pack.md"
    text = pack.read_text(encoding="utf-8")
    pack.write_text(re.sub(r"(?<=<!-- translation -->\n)", "\nHola, menos de nadie.\n", text), encoding="utf-8")
    assert "[pack-" in run("translate", "import", "pack.md")[1]
    spanish = read_ordered(tmp_path)[0][-1]
    assert bounds_in("menos de “nadie”", spanish) == {}
    assert bounds_in("menos de 19", spanish).keys() == ({"19"} if "bounds" in said else set())


@pytest.mark.parametrize("place", ["docs/es/solo.md", "facilitator/es/solo.md", "docs/es/week-01/handouts/solo.md"])
def test_a_page_that_two_languages_lack_is_told_of_each(place: str, run: Run, tmp_path: Path) -> None:
    assert run("new-language", "es")[0] == 0
    page = tmp_path / "editions/harbour" / place
    page.parent.mkdir(parents=True)
    page.write_text("# Solo\n\nHola.\n", encoding="utf-8")
    desk, problems = read_desk(tmp_path)
    assert desk, problems
    lacking = [row for row in every_state(desk) if row.source_path == f"editions/harbour/{place}"]
    assert {(row.state, row.language.code) for row in lacking} == {(State.MISSING, "en"), (State.MISSING, "fr")}
    for code in ("en", "fr"):
        assert run("translate", "pack", code, f"editions/harbour/{place}", "--into", f"{code}.md")[0] == 0
        assert "Solo" in (tmp_path / f"{code}.md").read_text(encoding="utf-8")
    assert run("translate", "status")[0] == 1
    assert "[no-counterpart]" in run("check")[1]


@pytest.mark.skipif(os.name == "nt", reason="not everybody may make links there")
@pytest.mark.parametrize("place", ["words", "words/es", "words/es/labels.yml"])
def test_nothing_is_read_or_written_through_a_link(place: str, run: Run, tmp_path: Path) -> None:
    assert run("new-language", "es")[0] == 0
    link, elsewhere = tmp_path / "editions/harbour" / place, tmp_path / "elsewhere"
    link.rename(elsewhere)
    link.symlink_to(elsewhere)
    file = elsewhere if elsewhere.is_file() else next(elsewhere.rglob("labels.yml"))
    file.write_text("secret: words of somebody else\n", encoding="utf-8")
    for command in (["check"], ["new-language", "es"]):
        code, said = run(*command)
        assert (code, "[symbolic-link]" in said, "secret" in said) == (1, True, False)
    assert file.read_text(encoding="utf-8") == "secret: words of somebody else\n"
