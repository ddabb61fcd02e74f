"""A language is begun in files that somebody wrote in: what is there stays to the byte, or nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run
from curriculum.begin.language import check_listed, read_borrowed, read_entries, with_more
from curriculum.read.locales import forms_for, is_language, pattern_of, plurals_of, script_of
from curriculum.read.ordered import read_ordered
from curriculum.watch.whole import changed
from curriculum.words.forms import clock, day_in_words, direction_of, name_in
from curriculum.words.labels import label, read_words
from curriculum.words.model import Language
from languages import EN, FR, LANGUAGES

EDITION = "editions/harbour"
PROFILE, LABELS = f"{EDITION}/profile.yml", f"{EDITION}/words/es/labels.yml"
OF_THIS_LAND = ["crk", "moe", "clc", "haa", "hur", "atj", "ojs", "crk-Latn", "oj", "moh", "iu", "mic"]
"""Some of the languages of Nations in Canada; of most of these the library knows neither dates nor plurals."""


def files(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("place", [PROFILE, LABELS])
def test_a_file_in_another_encoding_is_told_at_its_line_and_nothing_is_written(
    place: str, run: Run, tmp_path: Path
) -> None:
    run("new-language", "es")
    file = tmp_path / place
    file.write_bytes(b"# one\n" + "a: Menú\n".encode("latin-1") + file.read_bytes())
    before = files(tmp_path)
    code, said = run("new-language", "pa")
    again, more = run("new-language", "es")
    assert f"{place}:2: " in more
    assert (again, "[not-utf8]" in more, files(tmp_path) == before) == (1, True, place == PROFILE)
    assert (code, f"{place}:2: " in said) == ((1, True) if place == PROFILE else (0, False))


def test_ends_of_lines_and_the_mark_at_the_start_stay(run: Run, tmp_path: Path) -> None:
    run("new-language", "es")
    for place in (PROFILE, LABELS):
        text = (tmp_path / place).read_text(encoding="utf-8").replace("# menu: Menu\n", "")
        (tmp_path / place).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    before = {place: (tmp_path / place).read_bytes() for place in (PROFILE, LABELS)}
    assert run("new-language", "es")[0] == run("new-language", "pa")[0] == 0
    profile, labels = ((tmp_path / place).read_bytes() for place in (PROFILE, LABELS))
    assert labels == before[LABELS] + b"# menu: Menu\r\n"
    assert profile == before[PROFILE].replace(b"fr, es]", b"fr, es, pa]")


@pytest.mark.parametrize(
    ("listed", "line"),
    [
        ("languages: en, fr\n", 1),
        ("languages: [en, fr\n", 1),
        ("languages: [en, francais]\n", 1),
        ("languages: []\n", 1),
        ("languages: [en, # first\n  fr]\n", 1),
        ("languages: &all [en, fr]\nid: x\n", 1),
        ("id: x\nlanguages:\n- en # first\n- fr\n  # and no other\n-\n", 2),
    ],
)
def test_a_list_that_cannot_take_one_more_is_told_and_left(listed: str, line: int, run: Run, tmp_path: Path) -> None:
    file = tmp_path / PROFILE
    file.write_text(listed + file.read_text(encoding="utf-8").replace("id: x\n", ""), encoding="utf-8")
    before = files(tmp_path)
    code, said = run("new-language", "es")
    lines = [int(one.split(":")[1]) for one in said.splitlines() if one.startswith(PROFILE)]
    assert (code, files(tmp_path) == before, bool(lines)) == (1, True, True), said
    assert min(lines) <= line + 5


def test_a_list_in_a_form_of_its_own_is_asked_to_be_lengthened_by_hand() -> None:
    (problem,) = check_listed(
        "profile.yml", "languages: [en, # first\n  fr]\n", (*LANGUAGES, Language("es", lender=EN)), "es"
    )
    assert (problem.rule, problem.line) == ("wrong-value", 1)
    for text in ("id: x\n", "languages: [en]\n", "languages:\n- en\n- fr\n", "languages: [en, es]\n"):
        assert check_listed("profile.yml", text, (*LANGUAGES, Language("es", lender=EN)), "es") == []


def test_a_table_that_does_not_read_is_told_and_left(run: Run, tmp_path: Path) -> None:
    run("new-language", "es")
    (tmp_path / LABELS).write_text('menu: "Menú\nskip: Saltar\n', encoding="utf-8")
    before = files(tmp_path)
    code, said = run("new-language", "es")
    assert (code, "[not-yaml]" in said, files(tmp_path) == before) == (1, True, True)


@pytest.mark.parametrize("text", ["- menu: Menú\n", "Menú\n", "[menu, skip]\n"])
def test_a_table_of_another_shape_is_told_and_left(text: str, run: Run, tmp_path: Path) -> None:
    """To a list, entries would be added that make it unreadable."""
    run("new-language", "es")
    (tmp_path / LABELS).write_text(text, encoding="utf-8")
    before = files(tmp_path)
    code, said = run("new-language", "es")
    assert (code, f"{LABELS}:1: " in said, "[wrong-value]" in said) == (1, True, True), said
    assert files(tmp_path) == before


def test_what_is_added_starts_on_a_line_of_its_own() -> None:
    assert with_more("menu: Menú", {"menu": "menu: Menu", "skip": "skip: Skip"}, "es") == "menu: Menú\n# skip: Skip\n"
    assert with_more("menu: Menú", {"menu": "menu: Menu"}, "es") == "menu: Menú"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_change_leaves_what_it_does_not_change(end: str, mark: str) -> None:
    text = f"{mark}a{end}b\n{end}c"
    assert changed(text, lambda now: now) == text
    assert changed(text, lambda now: now.replace("c", "c\nd\n")) == f"{text}{end}d{end}"
    assert changed(text, lambda now: f"x\n{now}") == text.replace(f"{mark}a", f"{mark}x{end}a")
    assert changed("", lambda now: f"{now}a\n") == "a\n"


@pytest.mark.parametrize("code", OF_THIS_LAND)
def test_every_language_of_this_land_may_be_added(code: str, run: Run, tmp_path: Path) -> None:
    done, said = run("new-language", code)
    assert (done, "forms.yml asks" in said) == (0, not plurals_of(code)), said
    languages, problems = read_ordered(tmp_path)
    assert (problems, [one.code for one in languages]) == ([], ["en", "fr", code])
    assert f"words/{code}" not in run("check")[1]
    waiting = (tmp_path / f"{EDITION}/words/{code}/forms.yml").read_text(encoding="utf-8")
    assert ("# direction: ltr" in waiting, "# months:" in waiting) == (not plurals_of(code), not plurals_of(code))


@pytest.mark.parametrize("code", ["crk", "es", "zh-Hans"])
def test_a_form_that_is_guessed_waits_until_somebody_says_it(code: str, run: Run, tmp_path: Path) -> None:
    run("new-language", code)
    language = read_ordered(tmp_path)[0][-1]
    asked = read_entries("forms", EN, code)
    assert read_borrowed(language)["forms"] == (len(asked), len(asked))
    (tmp_path / f"{EDITION}/words/{code}/forms.yml").write_text("name-forms: {}\n", encoding="utf-8")
    language = read_ordered(tmp_path)[0][-1]
    assert read_borrowed(language)["forms"] == (len(asked) - 1, len(asked))


@pytest.mark.parametrize("code", ["zzz", "qqq", "und", "mul", "zxx", "plains-cree", "crk-latn", "cree"])
def test_what_names_no_language_names_none(code: str) -> None:
    assert not is_language(code)


def test_what_no_library_knows_is_said_by_those_who_speak_it(run: Run, tmp_path: Path) -> None:
    """In figures, from left to right and as others call it until then; nobody is led to a page that does not exist."""
    run("new-language", "crk")
    cree = read_ordered(tmp_path)[0][-1]
    assert (day_in_words("2026-02-03", cree), clock(18 * 60 + 30, cree)) == ("2026-02-03", "18:30")
    assert (name_in(cree, EN), name_in(cree, FR), cree.name) == ("Plains Cree", "cri des plaines", "crk")
    assert read_words("forms", cree)["exit"] == read_words("forms", EN)["exit"]
    assert label("late-minutes", cree, count=1) == label("late-minutes", EN, count=1)
    words = tmp_path / f"{EDITION}/words/crk"
    months = ", ".join(f"m{number}" for number in range(12))
    (words / "forms.yml").write_text(
        f"languages: {{crk: nêhiyawêwin, en: âkayâsîmowin}}\nmonths: [{months}]\n"
        "date: {'.*': '{month} {day}, {year}'}\ndirection: rtl\n",
        encoding="utf-8",
    )
    (words / "labels.yml").write_text(
        "late-minutes: {'1': 'A', '2|3': 'B {count}', other: 'C {count}'}\n", encoding="utf-8"
    )
    languages, problems = read_ordered(tmp_path)
    assert problems == []
    cree = languages[-1]
    assert (cree.name, name_in(EN, cree), direction_of(cree)) == ("nêhiyawêwin", "âkayâsîmowin", "rtl")
    assert day_in_words("2026-02-03", cree) == "m1 3, 2026"
    assert [label("late-minutes", cree, count=number) for number in (1, 2, 7)] == ["A", "B 2", "C 7"]


def test_a_plural_that_nobody_can_place_is_told(run: Run, tmp_path: Path) -> None:
    run("new-language", "crk")
    table = tmp_path / f"{EDITION}/words/crk/labels.yml"
    table.write_text("late-minutes:\n  one: A\n  few: B\n  other: C {count}\n", encoding="utf-8")
    code, said = run("check")
    assert (code, "words/crk/labels.yml:3: " in said, "[wrong-value]" in said) == (1, True, True), said
    table.write_text("late-minutes:\n  one: A\n  other: C {count}\n", encoding="utf-8")
    assert "words/crk" not in run("check")[1]


def test_the_script_of_a_code_is_that_which_it_names() -> None:
    assert [script_of(code) for code in ("crk", "crk-Latn", "ur", "haa")] == ["Cans", "Latn", "Arab", "Latn"]
    assert [forms_for(code, [])["direction"] for code in ("crk", "crk-Arab", "aeb")] == ["ltr", "rtl", "rtl"]
    assert [pattern_of("crk", name) for name in ("one", "two", "other")] == ["1", "2", ".*"]
