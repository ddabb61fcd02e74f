"""What a second reader would say, as folders of small files with the remarks beside them."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from curriculum.read.layers import Settings
from curriculum.read.source import parse_page
from curriculum.review import review_everything
from curriculum.review.figures import amounts_in, numbers_in
from curriculum.review.prose import Prose, blocks_of
from curriculum.review.reading import count_syllables, measure
from curriculum.review.sentences import sentences_of
from curriculum.review.wording import Wording, read_wordings
from curriculum.words.model import Language
from curriculum.words.problems import tell
from languages import EN, FR, LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
CASES = Path(__file__).parent / "review"


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir() if path.is_dir()))
def test_what_a_second_reader_says_of(case: str, tmp_path: Path) -> None:
    shutil.copytree(CASES / case, tmp_path, dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    _, problems = review_everything(Settings(tmp_path, "facilitator"))
    said = "\n".join(line for language in LANGUAGES for line in [*tell(problems, language), ""])
    expected = CASES / case / "expected.txt"
    if os.environ.get("REFRESH"):
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")


ENTRIES = [(language, entry) for language in LANGUAGES for entry in read_wordings(language)]


@pytest.mark.parametrize("entry", [entry for _, entry in ENTRIES], ids=lambda entry: entry.id)
def test_each_word_to_weigh_is_found_and_nothing_else(entry: Wording) -> None:
    assert entry.bad
    assert entry.good
    assert [words for words in entry.bad if not entry.pattern.search(words)] == []
    assert [words for words in entry.good if entry.pattern.search(words)] == []


def block(text: str) -> Prose:
    return Prose(text, (1,) * len(text))


@pytest.mark.parametrize(
    ("sentence", "language", "score"),
    [
        ("The cat sat on the mat.", EN, 0.39 * 6 + 11.8 * 6 / 6 - 15.59),
        ("Le chat dormait sur le tapis.", FR, 207 - 1.015 * 6 - 73.6 * 8 / 6),
    ],
)
def test_the_score_of_a_known_sentence(sentence: str, language: Language, score: float) -> None:
    """Six words each, of six syllables and of eight."""
    assert measure([block(sentence)], language).score == round(score, 1)


@pytest.mark.parametrize(
    ("word", "language", "syllables"),
    [
        ("listening", EN, 3),
        ("time", EN, 1),
        ("asked", EN, 1),
        ("wanted", EN, 2),
        ("table", EN, 2),
        ("peer-led", EN, 2),
        ("confidentiality", EN, 6),
        ("écoute", FR, 2),
        ("parlent", FR, 1),
        ("amie", FR, 2),
        ("l’histoire", FR, 2),
        ("confidentialité", FR, 6),
        ("rendez-vous", FR, 3),
    ],
)
def test_syllables(word: str, language: Language, syllables: int) -> None:
    assert count_syllables(word, language) == syllables


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rains. We wait under the roof. Then we go.", ["It rains.", "We wait under the roof.", "Then we go."]),
        ("**Purpose:** all spoke.\n\n**Say**\n\n> It rains.\n\n**At home.** You ask.", ["all spoke.", "You ask."]),
        ("10 minutes. Wait there.", ["Wait there."]),
        ("**1. Land (2 minutes).** Sit down first.", ["Sit down first."]),
        ("**2. Say it,** in their words. (2022). Go on.", ["Say it, in their words.", "Go on."]),
        ("- It rains.\n- Wait.\n\n| It rains. |\n| --- |\n| Wait. |\n\n## Go now. { #go }", []),
        ("“It rains. Wait.” She said: “Go. Now!” They went.", ["She said: “Go, Now!”", "They went."]),
        ("Ask Dr. who came. At 6:30 p.m. we eat.", ["Ask Dr. who came.", "At 6:30 p.m. we eat."]),
        ("Then do this:", []),
    ],
    ids=[
        "three",
        "names",
        "a duration",
        "a numbered name",
        "numbers alone",
        "lists and tables",
        "what people say",
        "a point inside",
        "a lead-in",
    ],
)
def test_sentences_of_running_prose(text: str, expected: list[str]) -> None:
    page, _ = parse_page("docs/page.md", "page.md", f"# Page\n\n{text}\n", LANGUAGES)
    assert [sentence.text for sentence in sentences_of(blocks_of(page))] == expected


def test_numbers_have_one_form_in_both_languages() -> None:
    english = numbers_in("1,500 at 6:30 p.m., 2.5 hours, $5.50, 12:15 p.m.", EN)
    french = numbers_in("1\u00a0500 à 18\u00a0h\u00a030, 2,5 heures, 5,50\u00a0$, 12\u00a0h\u00a015", FR)
    assert english == french == ["12", "15", "1500", "18", "2.5", "30", "5.50"]


def test_amounts_are_called_by_the_same_names() -> None:
    english = amounts_in("10 minutes, then a 2-hour walk; 3 people; Week 4", EN)
    french = amounts_in("10\u00a0minutes, puis 2\u00a0heures de marche; 3 personnes; Semaine 4", FR)
    assert english == {"10": {"minute": "10 minutes"}, "2": {"hour": "2-hour"}}
    assert french == {"10": {"minute": "10\u00a0minutes"}, "2": {"hour": "2\u00a0heures"}}


def test_an_hour_before_another_one_is_of_the_same_half_of_the_day() -> None:
    english = numbers_in("6 to 10 p.m., 9 a.m. to 1:30 p.m.", EN)
    assert english == numbers_in("de 18 heures à 22 heures, de 9 heures à 13 heures 30", FR)


def test_ids_of_words_say_their_language_and_are_in_order() -> None:
    ids = [entry.id for _, entry in ENTRIES]
    assert [entry.id for of, entry in ENTRIES if not re.fullmatch(rf"{of.code}-\d\d\d?", entry.id)] == []
    assert len(ids) == len(set(ids))
