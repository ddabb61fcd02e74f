"""`python run.py translate`: what is behind, in either direction; what cannot be said; with git and without."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, Run
from curriculum.__main__ import main
from curriculum.translate.desk import every_state, read_desk
from curriculum.translate.pieces import pieces_of
from curriculum.translate.telling import summary
from curriculum.translate.values import State
from curriculum.watch.texts import SECTIONS
from languages import EN, FR, LANGUAGES

SAID = Path(__file__).parent / "translated-wrongly" / "expected.txt"
WEEK, FRENCH = "docs/week-01/index.md", "docs/fr/week-01/index.md"
PAGES = ("docs/fr/index.md", FRENCH, "docs/fr/week-01/handouts/first-steps.md", "facilitator/fr/week-01/index.md")
FAKE = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}

STAMPS: dict[str, str] = {}
"""What is kept of the small course once somebody read it in both languages."""


class Course:
    """The small course, stamped, in a folder of its own; the command and git in it."""

    def __init__(self, root: Path, run: Run) -> None:
        self.root, self.run = root, run
        if not STAMPS:  # the small course is always the same: it is read once
            for page in PAGES:
                assert run("done", page)[0] == 0
            STAMPS.update(self.kept())
        for path, text in STAMPS.items():
            self.write(path, text)

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def change(self, path: str, *pairs: tuple[str, str]) -> None:
        text = self.read(path)
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new, 1)
        self.write(path, text)

    def found(self) -> set[tuple[str, str]]:
        """What is not current, of both languages."""
        return found_in(self.root)

    def kept(self) -> dict[str, str]:
        paths = self.root.rglob("l10n/**/*.*")
        return {path.relative_to(self.root).as_posix(): path.read_text(encoding="utf-8") for path in paths}

    def git(self, *arguments: str) -> str:
        return git(self.root, *arguments)


def found_in(root: Path) -> set[tuple[str, str]]:
    desk, problems = read_desk(root)
    assert desk, problems
    return {(one.part, one.state.value) for one in every_state(desk) if one.state is not State.CURRENT}


def git(root: Path, *arguments: str) -> str:
    quiet = {**os.environ, **FAKE, "GIT_CONFIG_GLOBAL": os.devnull}
    call = ["git", "-c", "init.defaultBranch=main", "-C", str(root), *arguments]
    return subprocess.run(call, env=quiet, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def course(tmp_path: Path, run: Run) -> Course:
    return Course(tmp_path, lambda *typed: run("translate", *typed))


def test_a_course_that_was_read_in_both_languages_is_current(course: Course) -> None:
    assert course.run("status") == (0, "Every section says the same in every language (32 looked at).\n")
    assert course.read(f"l10n/fr/{WEEK}") == course.read(WEEK)
    assert course.read(f"l10n/en/{FRENCH}") == course.read(FRENCH)


def test_the_section_of_a_sentence_that_changed_is_named_and_nothing_else(course: Course) -> None:
    course.change(WEEK, ("Come in.", "Come in, and sit down."))
    assert course.found() == {(f"{FRENCH}#arrive", "changed")}
    code, said = course.run("status")
    line = course.read(FRENCH).split("\n").index("## Arriver { #arrive }") + 1
    assert (code, said) == (
        1,
        f"{FRENCH}#arrive ({FRENCH}:{line}): the English changed since both were read side by side; "
        f"the French has to follow\n\n"
        f"Next: python run.py translate diff {FRENCH}#arrive\n",
    )


def test_either_language_may_lead(course: Course) -> None:
    course.change(FRENCH, ("## Pause { #break }", "## La pause { #break }"))
    assert course.found() == {(f"{WEEK}#break", "changed")}
    course.change(WEEK, ("Come in.", "Come in, and sit down."))
    assert course.found() == {(f"{WEEK}#break", "changed"), (f"{FRENCH}#arrive", "changed")}


def test_where_both_changed_each_is_behind_until_somebody_says_that_they_agree(course: Course) -> None:
    course.change(WEEK, ("Come in.", "Sit down."))
    course.change(FRENCH, ("Entrez.", "Assoyez-vous."))
    assert course.found() == {(f"{WEEK}#arrive", "changed"), (f"{FRENCH}#arrive", "changed")}
    assert course.run("done", f"{FRENCH}#arrive")[0] == 0
    assert course.found() == set()


def test_what_changed_is_shown_with_the_place_to_write_it(course: Course) -> None:
    course.change(WEEK, ("Come in.", "Come in, and sit down."))
    code, said = course.run("diff", f"{FRENCH}#arrive")
    assert code == 0
    assert "+ Come in, and sit down." in said
    assert re.search(rf"{FRENCH}:\d+, “Arriver”", said)
    assert course.run("diff", WEEK)[1] == course.run("diff", FRENCH)[1]
    assert "nothing changed" in course.run("diff", "index.md")[1]


def test_a_translation_that_was_not_touched_cannot_be_called_current(course: Course) -> None:
    course.change(WEEK, ("Come in.", "Sit down."))
    before = course.kept()
    for part in (FRENCH, f"{FRENCH}#arrive", WEEK, f"{WEEK}#arrive"):
        code, said = course.run("done", part)
        assert (code, "[stamp-unchanged]" in said) == (1, True)
    assert course.kept() == before
    assert course.run("done", f"{FRENCH}#break")[0] == 0


ELEMENTS = {
    "table": "| A | B |\n| --- | --- |\n| C | D |",
    "list": "- One\n- Two",
    "ticks": "- [ ] One\n- [ ] Two",
    "blank": "Write: ____",
    "box": "/// keep\nA.\n///",
    "lines": "/// lines | 3\n///",
    "quotation": "> A.",
    "link": "[A](../index.md)",
    "site": "[A](https://example.org/)",
}


@pytest.mark.parametrize("element", ELEMENTS)
@pytest.mark.parametrize("lacking", [WEEK, FRENCH])
def test_a_text_that_lost_what_the_other_has_does_not_agree_with_it(course: Course, element: str, lacking: str) -> None:
    """In either language, of a section or the whole page."""
    for path, old in {WEEK: "Come in.", FRENCH: "Entrez."}.items():
        course.change(path, (old, f"{old}\n\n{ELEMENTS[element]}"))
    assert course.run("done", FRENCH)[0] == 0
    for path, old in {WEEK: "Come in.", FRENCH: "Entrez."}.items():
        course.change(path, (old, f"{old} !"))
    course.change(lacking, (ELEMENTS[element], "Now in words."))
    before = course.kept()
    for part in (f"{FRENCH}#arrive", FRENCH, f"{WEEK}#arrive"):
        code, said = course.run("done", part)
        assert (code, said.count("arrive"), said.count("[parity]")) == (1, 1, 1), said
    assert course.kept() == before


EMERGENCY = (
    "Come in.\n\nCall **9-1-1**, or 250-555-0142, before 6:30 p.m.\n\nBreathe too.\n\n"
    "1. Stay with them, and talk to them.\n"
    "2. Give 0.4 mg, and wait 5 minutes.\n3. If it is your friend, wait 72 hours.\n\nYou did what you could.",
    "Entrez.\n\nAppelez le **9-1-1**, ou le 250-555-0142, avant 18 h 30.\n\nRespirez, vous aussi.\n\n"
    "1. Restez là, et parlez à la personne.\n"
    "2. Donnez 0,4 mg, et attendez 5 minutes.\n3. Si c’est quelqu’un de proche, attendez 72 heures.\n\n"
    "Vous avez fait ce que vous pouviez.",
)
"""A section on which somebody acts, in both languages."""
LOST = {
    "the last paragraph": ("\n\nVous avez fait ce que vous pouviez.", "", "paragraphs: 3"),
    "a paragraph inside": ("Respirez, vous aussi.\n\n", "", "paragraphs: 3"),
    "a step": ("1. Restez là, et parlez à la personne.\n", "", "lists: ol 2"),
    "a step cut to a word": (
        "Restez là, et parlez à la personne.",
        "Restez.",
        "number of words: 1 (Restez.); in docs/week-01/index.md: 7 (Stay",
    ),
    "a step cut to a dash": ("Restez là, et parlez à la personne.", "—", "number of words: 0 (—)"),
    "hours": ("72 heures", "27 heures", "numbers: 27;"),
    "a time": ("18 h 30", "17 h 30", "numbers: 17, 250-555-0142"),
    "a telephone number": ("250-555-0142", "250-555-0124", "numbers: 18, 250-555-0124"),
    "groups of a telephone number": ("250-555-0142", "555-250-0142", "numbers: 18, 30, 555-250-0142"),
    "a number to call": ("**9-1-1**", "**8-1-1**", "8-1-1;"),
    "a dose": ("0,4 mg", "4 mg", "numbers: 4, 5"),
    "a unit": ("0,4 mg", "0,4 g", "amounts: 0,4 g"),
    "a step in the other language": (
        "Restez là, et parlez à la personne.",
        "Stay with them, and talk to them.",
        "Stay",
    ),
    "a sentence in it": ("18 h 30.", "18 h 30. You did what you could for them.", "You did what you could"),
}
"""What a French text may lose of it: words, what stands in their place, what is said."""


@pytest.mark.parametrize("what", LOST)
def test_what_somebody_acts_on_is_not_lost_without_a_word(course: Course, what: str) -> None:
    """Whoever types it is told the section and what it lacks; nothing is kept."""
    old, new, named = LOST[what]
    course.change(WEEK, ("Come in.", EMERGENCY[0]))
    course.change(FRENCH, ("Entrez.", EMERGENCY[1]))
    course.change(FRENCH, (old, new))
    before = course.kept()
    for part in (f"{FRENCH}#arrive", FRENCH, WEEK):
        code, said = course.run("done", part)
        assert (code, named in said, said.count("[parity]") + said.count("[untranslated]")) == (1, True, 1), said
        assert re.match(rf"{FRENCH}:\d+: ", said), said
    assert course.kept() == before
    course.change(FRENCH, (new, old)) if new else course.change(FRENCH, ("Entrez.", "Entrez."))
    if new:
        assert course.run("done", FRENCH)[0] == 0


NAMES = [
    "W̱SÁNEĆ, SENĆOŦEN, lək̓ʷəŋən, hən̓q̓əmin̓əm̓",
    "We Wai Kai, We Wai Kum, Kwiakah et K’ómoks",
    "xʷməθkʷəy̓əm, Sḵwx̱wú7mesh, səlilwətaɬ, sc̓əwaθən məsteyəxʷ",
    "Tla-o-qui-aht, Snaw-naw-as, To-quaht, T’Sou-ke, Sts’ailes",
    "Huy ch q’u, siem",
    "ÍY, SȻÁĆEL TŦE SĆÁ, ÁTOL ȽTE",
    "Nuu-chah-nulth, Haíɫzaqv, Łingít, Tŝilhqot’in, Stó:lō",
    "Kanien’kehá:ka, Anishinaabeg, nêhiyawak, Inuit Nunangat, Mi’kma’ki",
    "ᓀᐦᐃᔭᐁᐧᐃᐧᐣ, ᐃᓄᒃᑎᑐᑦ, ᐊᓂᔑᓈᐯᒧᐎᓐ, ᐁᓂᓂᒧᐎᐣ",
]
"""Words of Nations, in the letters that each writes: none is English, nor French."""


@pytest.mark.parametrize("names", NAMES)
def test_names_and_words_of_a_nation_are_of_no_other_language(course: Course, names: str) -> None:
    for path, old in {WEEK: "Come in.", FRENCH: "Entrez."}.items():
        course.change(path, (old, f"{old}\n\n- {names.replace(' et ', ' and ') if path == WEEK else names}"))
    assert course.run("done", FRENCH) == (0, f"{FRENCH}: both languages are kept as they are now.\n")


def test_what_one_text_always_lacked_was_agreed_on(course: Course) -> None:
    """Kept so before anybody asked; it is not told again, and hides nothing that is new."""
    course.change(WEEK, ("Come in.", "Come in.\n\n- One\n- Two"))
    for place, page in {f"l10n/fr/{WEEK}": WEEK, f"l10n/en/{FRENCH}": FRENCH}.items():
        course.write(place, course.read(page))
    course.change(WEEK, ("Come in.", "Sit down."))
    course.change(FRENCH, ("Entrez.", "Assoyez-vous."))
    assert course.run("done", FRENCH)[0] == 0
    assert course.found() == set()
    course.change(WEEK, ("Sit down.", "Sit down: ____"))
    course.change(FRENCH, ("Assoyez-vous.", "Assoyez-vous là."))
    code, said = course.run("done", FRENCH)
    assert (code, said.count("[parity]")) == (1, 1), said


def test_saying_it_twice_writes_nothing(course: Course) -> None:
    course.change(WEEK, ("Come in.", "Sit down."), ("Tea.", "Tea and water."))
    course.change(FRENCH, ("Entrez.", "Assoyez-vous."))
    course.run("done", f"{FRENCH}#arrive")
    course.run("minor", f"{WEEK}#break", "--reason", "Water was always there")
    once = course.kept()
    assert "nothing was written" in course.run("done", f"{FRENCH}#arrive")[1]
    assert "nothing was written" in course.run("minor", f"{WEEK}#break", "--reason", "Another reason")[1]
    assert course.kept() == once
    assert course.found() == {(f"{FRENCH}#break", "equivalent")}


def test_what_asks_nothing_may_be_named_by_the_text_that_is_behind(course: Course) -> None:
    """It is the name that `status` shows."""
    course.change(WEEK, ("Tea.", "Tea, hot."))
    course.run("minor", f"{FRENCH}#break", "--reason", "It always is")
    assert course.found() == {(f"{FRENCH}#break", "equivalent")}


def test_words_that_are_kept_elsewhere_under_another_heading_were_not_read_here(course: Course) -> None:
    """“Never call anybody”, over the steps of another section, is another section."""
    for page, sheet, title in (
        (WEEK, "docs/week-01/handouts/first-steps.md", "Never do this"),
        (FRENCH, "docs/fr/week-01/handouts/first-steps.md", "Toujours"),
    ):
        piece = next(piece for piece in pieces_of(course.read(page)) if piece.id == "arrive")
        course.write(sheet, f"{course.read(sheet)}\n## {title} {{ #never }}\n\n{piece.text}\n")
    found = {(part.rpartition("#")[2], state) for part, state in course.found()}
    assert found == {("never", "new")}


def test_two_pages_that_a_merge_left_its_marks_in_are_not_said_to_agree(course: Course) -> None:
    course.change(WEEK, ("Come in.", "<<<<<<< HEAD\nCome in.\n=======\nSit.\n>>>>>>> other"))
    course.change(FRENCH, ("Entrez.", "<<<<<<< HEAD\nEntrez.\n=======\nAssis.\n>>>>>>> other"))
    before = course.kept()
    assert "[merge-left]" in course.run("done", FRENCH)[1]
    assert course.kept() == before


@pytest.mark.parametrize("broken", [WEEK, FRENCH])
def test_a_page_that_cannot_be_read_agrees_with_nothing(course: Course, broken: str) -> None:
    """Its keys are not known: that they are broken is no translation, and nobody is sent them to translate."""
    whole, other = course.read(broken), FRENCH if broken == WEEK else WEEK
    course.change(other, ("description: ", f"description: {'Les mots. ' if other == FRENCH else 'What to say. '}"))
    course.change(broken, ("description: ", "description: Good: "))
    kept = course.kept()
    typed = [("done", page) for page in (WEEK, FRENCH, f"{FRENCH}#top", f"{WEEK}#arrive")]
    typed += [("minor", f"{other}#top", "--reason", "a comma")]
    typed += [("pack", "fr" if broken == FRENCH else "en", *named) for named in ((), (FRENCH,))]
    for words in typed:
        code, said = course.run(*words)
        assert code == 1, words
        assert said.startswith(f"{broken}:2: “description: Good: "), words
        assert said.count("[broken-front-matter]") == 1
    assert course.kept() == kept
    assert not (course.root / "to-translate").exists()
    course.write(broken, whole)
    course.change(broken, ("description: ", "description: Good. "))
    assert course.run("done", FRENCH)[0] == 0


def test_a_place_that_cannot_be_written_is_a_sentence(course: Course) -> None:
    course.change(WEEK, ("Come in.", "Sit down."))
    course.change(FRENCH, ("Entrez.", "Assoyez-vous."))
    folder = course.root / "l10n" / "fr" / "docs" / "week-01"
    shutil.rmtree(folder)
    folder.write_text("", encoding="utf-8")
    code, said = course.run("done", FRENCH, "--reason", "Read both aloud")
    assert code == 1
    assert "[write-refused]" in said


def test_a_change_that_asks_nothing_hides_no_other(course: Course) -> None:
    """It is said of two texts: what came before or after them is still seen, and the way back is the same way."""
    course.change(WEEK, ("Tea.", "Tea, hot."))
    course.run("minor", f"{WEEK}#break", "--reason", "It always is")
    course.change(WEEK, ("Tea, hot.", "Tea, hot, and water."))
    assert course.found() == {(f"{FRENCH}#break", "changed")}
    course.change(WEEK, ("Tea, hot, and water.", "Tea, hot."))
    assert course.found() == {(f"{FRENCH}#break", "equivalent")}
    course.change(FRENCH, ("## Pause { #break }", "## La pause { #break }"))
    assert course.found() == {(f"{FRENCH}#break", "equivalent"), (f"{WEEK}#break", "changed")}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("An hour together.", "An hour\ntogether."),
        ("- Say hello.", "* Say  hello."),
        ("Come in.", "<!-- en-20: said so -->\nCome in."),
        ("Come in.", "\n\nCome in.  \n"),
    ],
)
def test_wrapping_and_signs_are_no_change(course: Course, old: str, new: str) -> None:
    course.change(WEEK, (old, new))
    assert course.found() == set()


@pytest.mark.parametrize(("old", "new"), [("Come in.", "come in."), ("Come in.", "Come in!"), ("We meet.", "We met.")])
def test_a_letter_is_one(course: Course, old: str, new: str) -> None:
    course.change(WEEK, (old, new))
    assert [state for _, state in course.found()] == ["changed"]


def test_a_section_under_another_id_is_the_same(course: Course) -> None:
    for path in (WEEK, FRENCH):
        course.change(path, ("{ #break }", "{ #tea }"))
    assert course.found() == {(f"{WEEK}#tea", "renamed"), (f"{FRENCH}#tea", "renamed")}
    course.change(WEEK, ("## Break {", "## Tea {"))
    assert course.found() == {(f"{WEEK}#tea", "renamed"), (f"{FRENCH}#tea", "changed")}
    assert course.run("done", FRENCH)[0] == 1
    course.change(FRENCH, ("## Pause {", "## Le thé {"))
    assert course.run("done", FRENCH)[0] == 0
    assert course.found() == set()


def test_a_section_in_another_place_is_the_same(course: Course) -> None:
    for path in (WEEK, FRENCH):
        text = course.read(path)
        start, end = text.index("\n## ", text.index("{ #expect }") + 1), len(text)
        block = re.search(r"\n## [^\n]*\{ #close \}\n.*?(?=\n## |\Z)", text, re.S)
        assert block
        assert start < block.start() < end
        course.write(path, text.replace(block[0], "").replace(text[start : start + 4], f"{block[0]}\n## ", 1))
    assert {state for _, state in course.found()} == {"moved"}
    assert {part.partition("#")[2] for part, _ in course.found()} == {"close"}


def test_a_section_that_went_to_another_page_keeps_its_translation(course: Course) -> None:
    for path, home in ((WEEK, "docs/index.md"), (FRENCH, "docs/fr/index.md")):
        block = re.search(r"\n## [^\n]*\{ #break \}\n\n.*?\n(?=\n|\Z)", course.read(path), re.S)
        assert block
        course.change(path, (block[0], ""))
        course.write(home, course.read(home) + block[0])
    assert course.found() == {
        *((f"{home}#break", "moved") for home in ("docs/index.md", "docs/fr/index.md")),
        (f"{FRENCH}#break", "removed"),
    }
    assert course.run("done", FRENCH)[0] == course.run("done", "docs/index.md")[0] == 0
    assert course.found() == set()


def test_new_missing_and_unstamped_are_told_apart(course: Course) -> None:
    course.write(WEEK, course.read(WEEK) + "\n## Then { #then }\n\nGo home.\n")
    assert course.found() == {(f"{FRENCH}#then", "missing")}
    assert "[sections-differ]" in course.run("done", FRENCH)[1]
    course.write(FRENCH, course.read(FRENCH) + "\n## Ensuite { #then }\n\nRentrez chez vous.\n")
    assert course.found() == {(f"{WEEK}#then", "new"), (f"{FRENCH}#then", "new")}
    assert course.run("status")[1].count("#then (") == 1  # it holds for both, and is said once
    course.run("done", f"{FRENCH}#then")
    assert course.found() == set()
    course.write("docs/fr/new.md", "# Nouveau\n")
    assert course.found() == {("docs/new.md#top", "missing")}
    course.write("docs/new.md", "# New\n")
    assert {state for _, state in course.found()} == {"unstamped"}


def test_part_of_the_work_is_kept(course: Course) -> None:
    """The other section is as it was, and stays behind; when both are done, what is kept is the page to the byte."""
    course.change(WEEK, ("Come in.", "Sit down."), ("Tea.", "Water."))
    course.change(FRENCH, ("Entrez.", "Assoyez-vous."))
    assert course.run("done", f"{FRENCH}#arrive")[0] == 0
    assert course.found() == {(f"{FRENCH}#break", "changed")}
    course.change(FRENCH, ("## Pause {", "## De l’eau {"))
    assert course.run("done", f"{FRENCH}#break")[0] == 0
    assert course.read(f"l10n/fr/{WEEK}") == course.read(WEEK)


def test_a_section_of_an_edition_has_its_base_there(course: Course) -> None:
    """It hides what the shared one is behind with, and is behind itself; a page of its own likewise."""
    own = {path: f"editions/harbour/{path}" for path in (WEEK, FRENCH)}
    course.write(own[WEEK], f"{SECTIONS}## Break {{ #break }}\n\nCoffee.\n")
    course.write(own[FRENCH], f"{SECTIONS}## Pause {{ #break }}\n\nDu café.\n")
    assert course.run("done", own[FRENCH])[0] == 0
    assert course.read(f"editions/harbour/l10n/fr/{WEEK}") == course.read(own[WEEK])
    assert course.found() == set()
    course.change(own[WEEK], ("Coffee.", "Coffee, and water."))
    assert course.found() == {(f"{own[FRENCH]}#break", "changed")}


def on_two_branches(course: Course, one: Callable[[], object], other: Callable[[], object]) -> None:
    """The work of two people from the same start, joined by git; a conflict ends the test."""
    course.git("init", "-q")
    course.git("add", "-A")
    course.git("commit", "-qm", "start")
    for name, work in (("one", one), ("other", other)):
        course.git("checkout", "-qb", name, "main")
        work()
        course.git("add", "-A")
        course.git("commit", "-qm", name)
    course.git("merge", "-q", "one")


@pytest.mark.parametrize(("first", "second"), [("arrive", "break"), ("break", "close"), ("expect", "top")])
def test_two_people_in_different_sections_do_not_meet(course: Course, first: str, second: str) -> None:
    """Neighbours too: one translates a section, somebody else the next one, each says so."""

    def work(section: str) -> Callable[[], object]:
        def change() -> int:
            for path, words in ((WEEK, "More words."), (FRENCH, "Plus de mots.")):
                text = course.read(path)
                place = text.index(f"{{ #{section} }}") if section != "top" else text.index("\n# ") + 1
                end = text.index("\n", place)
                course.write(path, f"{text[: end + 1]}\n{words}\n{text[end + 1 :]}")
            return course.run("done", f"{FRENCH}#{section}")[0]

        return change

    on_two_branches(course, work(first), work(second))
    assert course.found() == set()
    assert course.read(f"l10n/fr/{WEEK}") == course.read(WEEK)


def test_two_people_who_say_that_nothing_has_to_follow_do_not_meet(course: Course) -> None:
    def say(old: str, section: str) -> Callable[[], object]:
        def change() -> None:
            course.change(WEEK, (old, f"{old} "[:-2] + "!"))
            course.run("minor", f"{WEEK}#{section}", "--reason", "Tone")

        return change

    on_two_branches(course, say("Come in.", "arrive"), say("Goodbye.", "close"))
    assert course.found() == {(f"{FRENCH}#arrive", "equivalent"), (f"{FRENCH}#close", "equivalent")}


def test_the_answer_is_the_same_without_history(course: Course, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A shallow copy, a ZIP, a squash merge: what is kept are texts, and no name of a commit."""
    course.git("init", "-q")
    course.git("add", "-A")
    course.git("commit", "-qm", "start")
    course.git("checkout", "-qb", "work")
    course.change(WEEK, ("Come in.", "Sit down."), ("Tea.", "Tea, hot."), ("Goodbye.", "Bye."))
    course.change(FRENCH, ("Entrez.", "Assoyez-vous."))
    course.run("done", f"{FRENCH}#arrive")
    course.run("minor", f"{WEEK}#break", "--reason", "It always is")
    course.git("add", "-A")
    course.git("commit", "-qm", "work")
    expected = {(f"{FRENCH}#break", "equivalent"), (f"{FRENCH}#close", "changed")}
    assert course.found() == expected
    course.git("checkout", "-q", "main")
    course.git("merge", "-q", "--squash", "work")
    course.git("commit", "-qm", "squashed")
    course.git("branch", "-qD", "work")
    course.git("reflog", "expire", "--expire=now", "--all")
    course.git("gc", "-q", "--prune=now")
    assert course.found() == expected
    place = tmp_path_factory.mktemp("copies")
    git(place, "clone", "-q", "--depth", "1", f"file://{course.root}", "shallow")
    course.git("archive", "-o", str(place / "course.zip"), "HEAD")
    shutil.unpack_archive(place / "course.zip", place / "zip")
    assert not (place / "zip" / ".git").exists()
    assert found_in(place / "shallow") == found_in(place / "zip") == expected


def test_a_text_that_is_kept_costs_git_nothing(course: Course) -> None:
    course.git("init", "-q")
    assert course.git("hash-object", WEEK) == course.git("hash-object", f"l10n/fr/{WEEK}")


WRONGLY = (
    ("done", FRENCH),
    ("diff", "docs/fr/week-01/idnex.md"),
    ("done", f"{FRENCH}#arive"),
    ("minor", WEEK, "--reason", "No section"),
    ("minor", f"{WEEK}#arrive", "--reason", "<b>A comma</b>"),
    ("status", FRENCH),
    ("done", f"{FRENCH}#break", "--reason", "It looks fine"),
    ("done", "docs/fr/index.md", "--reason", "It looks fine"),
    ("done", "docs/fr/week-01/handouts/first-steps.md"),
    ("minor", f"{WEEK}#arrive"),
)


def test_other_signs_are_no_translation(course: Course) -> None:
    course.change(WEEK, ("Come in.", "Come in, and sit down."))
    course.change(FRENCH, ("{ #arrive }\n\nEntrez.", "{#arrive} ##\n\nEntrez\\."))
    before = course.kept()
    for part in (f"{FRENCH}#arrive", FRENCH):
        code, said = course.run("done", part)
        assert (code, "[stamp-unchanged]" in said) == (1, True), said
    assert course.kept() == before


def test_signs_that_changed_on_both_sides_are_kept(course: Course) -> None:
    course.change(WEEK, ("Come in.", "Come in\\."))
    course.change(FRENCH, ("Entrez.", "Entrez\\."))
    assert course.run("done", f"{FRENCH}#arrive")[0] == 0
    assert course.found() == set()


def test_what_cannot_be_done_is_a_sentence_in_both_languages(
    course: Course, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    course.change(WEEK, ("Come in.", "Sit down."))
    course.change("l10n/fr/docs/week-01/handouts/first-steps.md", ("# ", "<<<<<<< HEAD\n# "))
    capsys.readouterr()
    said = ""
    for typed in WRONGLY:
        monkeypatch.setattr("sys.argv", ["run.py", "translate", *typed])
        for language in LANGUAGES:
            monkeypatch.setenv("CURRICULUM_LANGUAGE", language.code)
            try:
                code = main(["translate", *typed])
            except SystemExit as stop:
                code = int(str(stop.code))
            assert code in (1, 2)
            said += f"{' '.join(typed)}\n{capsys.readouterr().err}"
    if os.environ.get("REFRESH"):
        SAID.write_text(said, encoding="utf-8")
    assert said == SAID.read_text(encoding="utf-8")


def test_every_verb_speaks_french(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    course.change(WEEK, ("Come in.", "Sit down."))
    monkeypatch.setenv("CURRICULUM_LANGUAGE", FR.code)
    assert "le texte en anglais a changé depuis" in course.run("status")[1]
    assert "Le texte en français qui doit suivre" in course.run("diff", FRENCH)[1]
    assert "votre raison est conservée" in course.run("minor", f"{WEEK}#arrive", "--reason", "Le ton")[1]
    assert "(32 vérifiées)" in course.run("status")[1]


def test_the_verbs_that_compare_nothing_load_no_packs_and_no_second_reader() -> None:
    """What a command does not need is not loaded."""
    said = "import sys, curriculum.commands.translate; print([*filter(None, sys.modules)])"
    at_home = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    done = subprocess.run([sys.executable, "-c", said], check=True, capture_output=True, text=True, env=at_home)
    assert "curriculum.translate.desk" in done.stdout
    for room in ("packs", "formats.word", "review", "checks"):
        assert f"'curriculum.{room}" not in done.stdout, room


def test_a_page_that_is_not_there_is_not_called_behind(course: Course) -> None:
    course.change(WEEK, ("Come in.", "Sit down."))
    course.write("docs/extra.md", "# Water\n\nDrink.\n")
    desk, problems = read_desk(course.root)
    assert desk, problems
    said = [summary(every_state(desk), EN, language)[:-1] for language in LANGUAGES]
    assert said == [
        ["French: 1 section is behind English.", "French: 1 page or section is not there yet; it is in English."],
        [
            "En français\u00a0: 1 section en retard sur le texte en anglais.",
            "En français\u00a0: 1 page ou section n’existe pas encore, alors qu’elle est en anglais.",
        ],
    ]
