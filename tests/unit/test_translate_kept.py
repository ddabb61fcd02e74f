"""What is kept in `l10n/` and is not there, damaged, or another language’s: told, and nothing is current by it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import Run
from curriculum.checks.in_step import check_in_step
from curriculum.read.layers import Settings, read_all
from curriculum.watch.texts import SECTIONS
from test_translate import FRENCH, WEEK, Course

HARBOUR = "editions/harbour"
OWN = {path: f"{HARBOUR}/{path}" for path in (WEEK, FRENCH)}
ENGLISH_BASE, FRENCH_BASE = f"l10n/fr/{WEEK}", f"l10n/en/{FRENCH}"


@pytest.fixture
def course(tmp_path: Path, run: Run) -> Course:
    """Stamped, and its week may be behind in no language."""
    made = Course(tmp_path, lambda *typed: run("translate", *typed))
    made.change("curriculum.yml", ("weeks:", "in-step: [week-01]\n\nweeks:"))
    return made


def told(course: Course, notes: str = "facilitator") -> list[tuple[str, str]]:
    """What stops a build, with the part to name to commands."""
    problems = check_in_step(read_all(Settings(course.root, notes)))
    return [(problem.rule, str(problem.values.get("part", ""))) for problem in problems]


def alone(course: Course, code: str) -> None:
    course.change(f"{HARBOUR}/profile.yml", ("site:", f"languages:\n  - {code}\nsite:"))


def test_an_edition_in_one_language_is_held_against_the_text_that_it_was_made_from(course: Course) -> None:
    alone(course, "fr")
    assert (told(course), course.run("status")[0]) == ([], 0)
    course.change(WEEK, ("Come in.", "Sit down."))
    assert told(course) == told(course, "") == [("section-behind", f"{FRENCH}#arrive")]
    code, said = course.run("status")
    assert (code, said.count(f"{FRENCH}#arrive")) == (1, 2)
    assert "+ Sit down." in course.run("diff", FRENCH)[1]
    assert "[stamp-unchanged]" in course.run("done", FRENCH)[1]
    course.change(FRENCH, ("Entrez.", "Assoyez-vous."))
    assert course.run("done", FRENCH)[0] == 0
    assert told(course) == []


def test_of_a_language_that_is_not_published_nothing_is_asked(course: Course) -> None:
    """Its pages may be behind, lack a section, or be broken."""
    alone(course, "fr")
    course.change(FRENCH, ("Entrez.", "Assoyez-vous."))
    course.write("docs/fr/new.md", "# Nouveau\n")
    course.change("docs/week-01/handouts/first-steps.md", ("# ", "# \u200b"))
    assert told(course) == []
    course.change("docs/week-01/handouts/first-steps.md", ("\u200b", ""))
    assert course.run("status")[0] == 0
    course.change(f"{HARBOUR}/profile.yml", ("  - fr\n", "  - en\n"))
    assert told(course) == [("section-behind", f"{WEEK}#arrive")]


def test_sections_of_an_edition_in_one_language_are_watched_beside_what_they_replaced(course: Course) -> None:
    alone(course, "fr")
    course.write(OWN[FRENCH], f"{SECTIONS}## Pause {{ #break }}\n\nDu café.\n")
    assert (told(course), course.run("status")[0]) == ([], 0)
    course.change(WEEK, ("Tea.", "Water."))
    assert told(course) == []  # the shared French is behind, and nobody reads it here
    course.change(WEEK, ("Come in.", "Sit down."))
    assert told(course) == [("section-behind", f"{FRENCH}#arrive")]


def test_a_page_of_an_edition_in_one_language_is_read_beside_the_shared_one(course: Course) -> None:
    alone(course, "fr")
    course.write(OWN[FRENCH], course.read(FRENCH))
    assert told(course) == [("section-unread", OWN[FRENCH])]
    assert course.run("done", OWN[FRENCH])[0] == 0
    assert told(course) == []
    course.change(WEEK, ("Come in.", "Sit down."))
    assert told(course) == [("section-behind", f"{OWN[FRENCH]}#arrive")]


def test_a_course_in_one_language_says_that_nothing_is_compared(course: Course) -> None:
    course.change("mkdocs.yml", ("        - { locale: fr, name: Français, fixed_link: fr/ }\n", ""))
    shutil.rmtree(course.root / "l10n")
    assert course.run("status") == (0, "There is no other language to compare with.\n")


@pytest.mark.parametrize("folder", ["l10n", "l10n/fr/docs l10n/en/docs"])
def test_a_folder_that_is_gone_is_no_good_news(course: Course, folder: str) -> None:
    """For participants’ site too, which looks at no notes; where nothing has to be in step, nobody began to keep it."""
    for one in folder.split():
        shutil.rmtree(course.root / one)
    assert told(course, "") == [("bases-absent", "")]
    if folder == "l10n":
        assert told(course) == [("bases-absent", "")]
        course.change("curriculum.yml", ("in-step: [week-01]\n", ""))
        assert told(course) == []
    else:
        assert ("section-unread", FRENCH) in told(course)


def test_a_page_of_which_nothing_is_kept_any_more_is_told_once(course: Course) -> None:
    for base in (ENGLISH_BASE, FRENCH_BASE):
        (course.root / base).unlink()
    assert told(course) == told(course, "") == [("section-unread", FRENCH)]


@pytest.mark.parametrize("languages", [[WEEK], [FRENCH], [WEEK, FRENCH]])
def test_an_edition_that_keeps_nothing_has_to_read_what_it_replaced(course: Course, languages: list[str]) -> None:
    for path in languages:
        course.write(OWN[path], course.read(path))
    assert told(course) == [("section-unread", OWN[languages[-1]])]
    assert course.run("done", OWN[languages[0]])[0] == 0
    assert (told(course), course.run("status")[0]) == ([], 0)
    course.change(WEEK, ("Come in.", "Sit down."))
    assert told(course) == ([("section-behind", f"{OWN[FRENCH]}#arrive")] if languages == [FRENCH] else [])


def damaged_by_a_merge(course: Course) -> None:
    course.write(ENGLISH_BASE, course.read(ENGLISH_BASE) + "<<<<<<< HEAD\n")


def damaged_by_hand(course: Course) -> None:
    course.write(ENGLISH_BASE, course.read(ENGLISH_BASE) + "\n## Arrive {: #arrive }\n")


def without_its_half(course: Course) -> None:
    (course.root / ENGLISH_BASE).unlink()


def as_a_link(course: Course) -> None:
    place = course.root / ENGLISH_BASE
    place.rename(course.root / "elsewhere.md")
    try:
        place.symlink_to(course.root / "elsewhere.md")
    except OSError:
        pytest.skip("this computer lets only its administrator make symbolic links")


@pytest.mark.parametrize("damage", [damaged_by_a_merge, damaged_by_hand, without_its_half, as_a_link])
def test_what_was_damaged_stamps_nothing_until_somebody_says_how_it_was_read(course: Course, damage: object) -> None:
    assert callable(damage)
    damage(course)
    course.change(WEEK, ("Come in.", "Sit down."))
    course.change(FRENCH, ("Entrez.", "Assoyez-vous."))
    assert course.run("status")[0] == 1
    for typed in (["diff", FRENCH], ["done", f"{FRENCH}#arrive"], ["minor", f"{WEEK}#arrive", "--reason", "Small"]):
        assert (typed, course.run(*typed)[0]) == (typed, 1)
    before = course.kept()
    code, said = course.run("done", FRENCH)
    assert (code, "[stamp-unread]" in said, "arrive" in said) == (1, True, True)
    assert course.kept() == before
    reason = ("--reason", "Both read aloud, side by side")
    code, said = course.run("done", FRENCH, *reason)
    assert (code, "nothing was compared" in said) == (0, True)
    assert (told(course), course.run("status")[0]) == ([], 0)
    assert any(reason[1] in text for text in course.kept().values())
    assert not (course.root / ENGLISH_BASE).is_symlink()


def test_damage_of_another_page_hinders_nobody(course: Course) -> None:
    damaged_by_a_merge(course)
    course.change("docs/index.md", ("# ", "# The "))
    assert "+" in course.run("diff", "docs/fr/index.md")[1]
    course.change("docs/fr/index.md", ("# ", "# Le "))
    assert course.run("done", "docs/fr/index.md")[0] == 0


def test_a_folder_of_kept_texts_that_leads_elsewhere_is_told(course: Course) -> None:
    place = course.root / "l10n" / "fr"
    place.rename(course.root / "elsewhere")
    try:
        place.symlink_to(course.root / "elsewhere")
    except OSError:
        pytest.skip("this computer lets only its administrator make symbolic links")
    assert "[symbolic-link]" in course.run("status")[1]
    assert "symbolic-link" in [problem.rule for problem in read_all(Settings(course.root)).problems]


def test_a_page_that_cannot_be_read_is_not_missing(course: Course) -> None:
    course.change(FRENCH, ("Entrez.", "En\u200btrez."))
    code, said = course.run("status")
    assert (code, "[unseen-sign]" in said, "not in French" in said) == (1, True, False)


def test_sections_replaced_in_one_language_are_asked_for_in_the_other(course: Course) -> None:
    course.write(OWN[WEEK], f"{SECTIONS}## Break {{ #break }}\n\nCoffee.\n")
    assert course.found() == {(f"{OWN[FRENCH]}#top", "missing")}
    assert f"{OWN[FRENCH]}: not in French yet" in course.run("status")[1]


def test_sections_beside_a_whole_page_are_read_beside_all_of_it(course: Course) -> None:
    course.write(OWN[WEEK], f"{SECTIONS}## Break {{ #break }}\n\nCoffee.\n")
    course.write(OWN[FRENCH], course.read(FRENCH).replace("Du thé.", "Du café."))
    assert told(course) == [("section-unread", OWN[FRENCH])]
    assert course.run("done", OWN[FRENCH])[0] == 0
    assert "nothing was written" in course.run("done", OWN[FRENCH])[1]
    assert (told(course), course.found()) == ([], set())
    course.change(OWN[WEEK], ("Coffee.", "Coffee, and water."))
    assert course.found() == {(f"{OWN[FRENCH]}#break", "changed")}
    course.change(WEEK, ("Come in.", "Sit down."))
    assert (f"{OWN[FRENCH]}#arrive", "changed") in course.found()
    assert ("section-behind", f"{OWN[FRENCH]}#arrive") in told(course)


def test_what_is_in_one_language_alone_is_not_called_unchanged(course: Course) -> None:
    course.write(WEEK, course.read(WEEK) + "\n## Then { #then }\n\nGo home.\n")
    for part in (WEEK, FRENCH, f"{WEEK}#then", f"{FRENCH}#then"):
        said = course.run("diff", part)[1]
        assert ("not in French yet" in said, "nothing changed" in said) == (True, False)
    course.write(FRENCH, course.read(FRENCH) + "\n## Ensuite { #then }\n\nRentrez chez vous.\n")
    assert "nobody has said" in course.run("diff", f"{FRENCH}#then")[1]
    assert "nothing changed" in course.run("diff", f"{FRENCH}#break")[1]
