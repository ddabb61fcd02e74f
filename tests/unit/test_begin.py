"""An edition begins from nothing: nine questions, the files they make, and what is told when an answer will not do."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from curriculum.__main__ import main
from curriculum.begin.answers import read_answers
from curriculum.begin.files import FILES, files_of, id_of
from curriculum.begin.questions import Question, questions_for
from curriculum.commands.new_edition import ask_all
from curriculum.words.forms import colon
from curriculum.words.labels import read_words
from curriculum.words.model import Language
from languages import EN, FR, LANGUAGES

ROOT = Path(__file__).resolve().parent.parent.parent
WRONGLY = Path(__file__).parent / "begun-wrongly"
ANSWERS = ["Quay Evenings", "Soirées du Quai", "the Quay Circle", "le Cercle du « Quai »", "", "", "13:00", "12", ""]
PROJECT = "plugins: [i18n: {languages: [{locale: en, name: English, default: true}, {locale: fr, name: Français}]}]\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a command finds a project that has these two languages."""
    (tmp_path / "mkdocs.yml").write_text(PROJECT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CURRICULUM_LANGUAGE", "both")
    return tmp_path


def asked(*answers: str) -> tuple[dict[str, str], list[str]]:
    """What is made of answers typed one after the other, and what was left over."""
    typed: Iterator[str] = iter(answers)
    return ask_all(LANGUAGES, EN, lambda prompt: next(typed))[0], list(typed)


def test_nine_questions_make_a_draft_of_one_place(capsys: pytest.CaptureFixture[str]) -> None:
    answers, left = asked(*ANSWERS)
    profile = yaml.safe_load(files_of(answers, LANGUAGES)["profile.yml"])
    assert left == []
    assert len(questions_for(LANGUAGES)) == 9
    assert profile["status"] == "draft"
    assert profile["id"] == "the-quay-circle"
    assert profile["org"] == {"name": {"en": "the Quay Circle", "fr": "le Cercle du « Quai »"}}
    assert profile["schedule"] == {"start": "13:00", "participants": "12"}
    assert profile["territory"] == {"statement": {"en": "", "fr": ""}}
    assert profile["site"]["exit"] == {one.code: read_words("forms", one)["exit"] for one in LANGUAGES}


@pytest.mark.parametrize("name", ["site.name", "org.name"])
def test_an_example_is_in_the_language_of_the_answer(name: str) -> None:
    """Whoever reads the question in another; a language without words of its own gets none in a third."""
    examples = {one: read_words("begin", one)[name]["example"] for one in LANGUAGES}
    lent = Language("es", "es/", "Español", lender=EN)
    for spoken in LANGUAGES:
        for one, example in examples.items():
            assert Question(name, one).words(spoken)[1].endswith(f"{colon(spoken)} {example}")
        assert not any(example in Question(name, lent).words(spoken)[1] for example in examples.values())


@pytest.mark.parametrize("one", LANGUAGES, ids=lambda one: one.code)
def test_a_course_in_one_language_is_asked_for_no_words_in_another(one: Language) -> None:
    """Its name in the other is left empty: that is all there is to do, and no file holds an empty value for it."""
    typed = iter([*("Quay" if of == one else "" for of in LANGUAGES), "the Circle", "We meet here.", "18:30", "8", ""])
    answers, languages = ask_all(LANGUAGES, EN, lambda prompt: next(typed))
    assert list(typed) == []
    made = yaml.safe_load(files_of(answers, languages)["profile.yml"])
    assert made["languages"] == [one.code]
    assert made["site"]["name"] == {one.code: "Quay"}
    assert made["org"] == {"name": {one.code: "the Circle"}}
    assert made["territory"] == {"statement": {one.code: "We meet here."}}


def test_who_knows_no_name_yet_is_asked_in_every_language() -> None:
    typed = iter(["", "", "the Circle", "le Cercle", *[""] * 5])
    answers, languages = ask_all(LANGUAGES, EN, lambda prompt: next(typed))
    assert (answers["org.name.fr"], languages) == ("le Cercle", LANGUAGES)


def test_an_answer_that_will_not_do_is_asked_for_again(capsys: pytest.CaptureFixture[str]) -> None:
    """With the sentence that the profile would be refused with; another answer goes on."""
    answers, left = asked(*ANSWERS[:6], "half past one", "25:99", "13:30", "1", "12", "http://x.example", "")
    assert left == []
    assert answers["schedule.start"] == "13:30"
    assert answers["schedule.participants"] == "12"
    said = capsys.readouterr().out
    assert [said.count(wrong) for wrong in ("half past one", "25:99", "“1”", "http://x.example")] == [1] * 4


def test_nobody_elses_numbers_or_names_come_along() -> None:
    """Values only: what the comments say is held to the schema by whoever follows them."""
    made = "\n".join(files_of({}, LANGUAGES).values())
    other = (ROOT / "editions/victoria/resources.yml").read_text(encoding="utf-8")
    numbers = set(re.findall(r'number: "([^"]{7,})"', other))
    assert len(numbers) > 5
    assert [number for number in numbers if number in made] == []
    assert yaml.safe_load(files_of({}, LANGUAGES)["resources.yml"]) == {"resources": None}


def test_the_lines_that_wait_behind_a_sign_read_once_it_is_taken_away() -> None:
    """Whoever follows the comment, with or without the space behind the sign, gets an example and no slip of YAML."""
    before, key, after = files_of({}, LANGUAGES)["resources.yml"].rpartition("resources:\n")
    for sign in ("#", "# "):
        lines = [line.removeprefix(sign) for line in after.splitlines()]
        read = yaml.safe_load(before + key + "\n".join(lines))
        assert [one["id"] for one in read["resources"]] == ["night-line"]


def test_what_only_facilitators_know_is_asked_for_in_the_same_words() -> None:
    """A new edition has the file of the first course, with every value empty."""
    there = (ROOT / "editions/victoria/facilitator.yml").read_text(encoding="utf-8")
    ours = there.replace("$schema=../../", "$schema=../", 1)
    assert files_of({}, LANGUAGES)["facilitator.yml"] == re.sub(r': "[^"]*"$', ': ""', ours, flags=re.M)


def test_every_language_of_the_course_is_asked_for_and_no_other() -> None:
    only = files_of({"org.name.fr": "le Cercle", "site.name.fr": "Quai"}, [FR])
    assert yaml.safe_load(only["profile.yml"])["org"] == {"name": {"fr": "le Cercle"}}
    assert len(questions_for([EN, FR, FR])) == 12


@pytest.mark.parametrize(
    ("name", "expected"),
    [("The Café of L’Étang", "the-cafe-of-l-etang"), ("ᓄᓇᕗᑦ", "partner"), ("", "partner"), ("a" * 99, "a" * 60)],
)
def test_the_short_name_is_small_letters_and_hyphens(name: str, expected: str) -> None:
    assert id_of({"org.name.en": name}, LANGUAGES) == expected


def test_answers_may_stand_in_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "site:\n  name: {en: Quay Evenings, fr: Soirées du Quai}\nschedule: {start: '13:00', participants: 12}\n"
    (folder / "answers.yml").write_text(text, encoding="utf-8")
    assert main(["new-edition", "--answers", "answers.yml"]) == 0
    written = {path.name: path.read_text(encoding="utf-8") for path in (folder / "partner").iterdir()}
    answers, languages, problems = read_answers(folder / "answers.yml", LANGUAGES)
    assert (languages, problems) == (LANGUAGES, [])
    assert {*written} == {*FILES}
    assert written == files_of(answers, LANGUAGES)
    assert answers["schedule.participants"] == "12"


@pytest.mark.parametrize(("asked", "codes"), [("[fr, en]", ["fr", "en"]), ("[fr]", ["fr"])])
def test_a_file_of_answers_may_order_the_languages(folder: Path, asked: str, codes: list[str]) -> None:
    """What is written then asks for nothing in another."""
    text = f"languages: {asked}\nsite:\n  name: {{fr: Soirées du Quai}}\norg:\n  name: {{fr: le Cercle du Quai}}\n"
    (folder / "answers.yml").write_text(text, encoding="utf-8")
    assert main(["new-edition", "--answers", "answers.yml"]) == 0
    profile = yaml.safe_load((folder / "partner/profile.yml").read_text("utf-8"))
    assert profile["languages"] == codes
    assert [*profile["site"]["name"]] == codes
    assert profile["id"] == "le-cercle-du-quai"


def test_the_language_of_whoever_begins_comes_first(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CURRICULUM_LANGUAGE", "fr")
    typed = iter(["Soirées du Quai", "Quay Evenings", "le Cercle", "the Circle", "", "", "13:00", "12", ""])
    monkeypatch.setattr("builtins.input", lambda prompt: next(typed))
    assert main(["new-edition"]) == 0
    profile = yaml.safe_load((folder / "partner/profile.yml").read_text("utf-8"))
    assert profile["languages"] == ["fr", "en"]
    assert profile["site"]["name"] == {"fr": "Soirées du Quai", "en": "Quay Evenings"}
    assert "la première langue est le français" in capsys.readouterr().out


@pytest.mark.parametrize("case", sorted(path.stem for path in WRONGLY.glob("*.yml")))
def test_a_file_that_will_not_do_is_told_by_its_line(
    case: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And nothing is written."""
    answers, expected = folder / f"{case}.yml", WRONGLY / f"{case}.txt"
    answers.write_bytes((WRONGLY / f"{case}.yml").read_bytes())
    assert main(["new-edition", "--answers", answers.name]) == 1
    said = capsys.readouterr().err
    if os.environ.get("REFRESH"):
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")
    assert not (folder / "partner").exists()


def test_a_file_that_is_not_there_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new-edition", "--answers", "nowhere.yml"]) == 1
    assert "[file-absent]" in capsys.readouterr().err


def test_an_edition_that_is_there_is_left_as_it_is(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "partner").mkdir()
    (folder / "partner" / "profile.yml").write_text("mine", encoding="utf-8")
    assert main(["new-edition", "--answers", "nowhere.yml"]) == 1
    said, expected = capsys.readouterr().err, WRONGLY / "there.txt"
    if os.environ.get("REFRESH"):
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")
    assert [path.read_text(encoding="utf-8") for path in (folder / "partner").iterdir()] == ["mine"]


def test_an_end_in_the_middle_writes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def end(prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", end)
    assert main(["new-edition"]) == 1
    assert "nothing was written" in capsys.readouterr().out
    assert not (folder / "partner").exists()
