"""`python run.py edition`: each verb on a small course, without git; bad input is a sentence in both languages."""

from __future__ import annotations

import errno
import os
import re
import shutil
from pathlib import Path

import pytest
from conftest import Run
from curriculum.__main__ import main
from curriculum.checks import check_sources
from curriculum.read.layers import Settings, read_all
from curriculum.watch.texts import SECTIONS
from curriculum.words.model import Problem
from curriculum.words.problems import report
from languages import EN, LANGUAGES
from test_problems import CASES

SAID = Path(__file__).parent / "watched-wrongly" / "expected.txt"
EDITION = "editions/harbour"
WEEK, FRENCH = "docs/week-01/index.md", "docs/fr/week-01/index.md"
BOTH_SAY = {"A short lead.": "A longer lead.", "Tea.": "Tea, and water."}


class Course:
    """The small course in a folder of its own, and the command in it."""

    def __init__(self, root: Path, run: Run) -> None:
        self.root, self.run = root, run

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def own(self, path: str = WEEK) -> str:
        return self.read(f"{EDITION}/{path}")

    def change(self, path: str, *pairs: tuple[str, str]) -> None:
        text = self.read(path)
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        (self.root / path).write_text(text, encoding="utf-8")

    def states(self) -> list[str]:
        return [line for line in self.run("status")[1].splitlines() if re.match(r"(?:docs|facilitator)/", line)]


@pytest.fixture
def course(tmp_path: Path, run: Run) -> Course:
    return Course(tmp_path, lambda *typed: run("edition", *typed))


def test_an_edition_that_replaces_nothing_is_told_so(course: Course) -> None:
    assert course.run("status") == (0, "editions/harbour replaces nothing.\n")


def test_a_page_is_copied_in_every_language_with_what_it_replaced(course: Course) -> None:
    code, said = course.run("replace", WEEK)
    assert code == 0
    assert said.count("is yours now") == 2
    for path in (WEEK, FRENCH):
        assert course.own(path) == course.read(path) == course.own(f"base/{path}")
    assert course.run("replace", WEEK)[0] == 1


def test_a_section_is_copied_alone_and_a_second_one_beside_it(course: Course) -> None:
    course.run("replace", f"{WEEK}#arrive")
    course.run("replace", f"{WEEK}#break")
    assert course.own() == f"{SECTIONS}## Arrive {{ #arrive }}\n\nCome in.\n\n## Break {{ #break }}\n\nTea.\n"
    assert course.own("base/docs/week-01/index+break.md") == "## Break { #break }\n\nTea.\n"
    assert course.run("replace", WEEK)[0] == 1


@pytest.mark.parametrize(
    "words", ["docs/week-01/index.md", "week-01/index.md", "docs\\week-01\\index.md", f"{EDITION}/{WEEK}"]
)
def test_a_part_may_be_named_as_people_name_it(words: str, course: Course) -> None:
    assert course.run("replace", words)[0] == 0


def test_a_part_that_one_language_has_is_found_by_the_name_of_all(course: Course) -> None:
    """`replace week-01/index.md` gives a site in French alone one page: `diff` of the same name is about that one."""
    course.run("replace", WEEK)
    (course.root / EDITION / WEEK).unlink()
    course.change(FRENCH, ("Du thé.", "Du thé et de l’eau."))
    code, said = course.run("diff", "week-01/index.md")
    assert (code, said.partition(":")[0].strip()) == (0, FRENCH)
    assert course.run("diff", "week-01/index.md#nothing")[0] == 1


def test_what_changed_is_shown_and_taken_in(course: Course) -> None:
    course.run("replace", WEEK)
    course.change(f"{EDITION}/{WEEK}", ("Tea.", "Tea from our garden."))
    course.change(f"{EDITION}/{FRENCH}", ("# ", "# Ici, "))
    course.change(WEEK, ("A short lead.", "A short and careful lead."))
    code, said = course.run("status")
    assert code == 1
    assert said.startswith(f"{WEEK}: the shared text changed\n")
    assert f"python run.py edition diff {WEEK}" in said
    code, said = course.run("diff", WEEK)
    assert code == 0
    assert "  ~ A short {+and careful+} lead." in said
    assert "garden" not in said
    assert course.run("merge", WEEK)[0] == 0
    assert "A short and careful lead." in course.own()
    assert "Tea from our garden." in course.own()
    assert course.run("status")[0] == 0
    assert course.own(f"base/{WEEK}") == course.read(WEEK)


def test_where_both_changed_the_same_words_marks_are_left_and_nothing_is_built(course: Course) -> None:
    course.run("replace", WEEK)
    course.change(f"{EDITION}/{WEEK}", ("Tea.", "Tea from our garden."))
    course.change(WEEK, ("Tea.", "Tea, and water."))
    code, said = course.run("merge", WEEK)
    assert code == 1
    assert "1 place" in said
    marks = (
        "<<<<<<< yours\nTea from our garden.\n||||||| when you copied\nTea.\n=======\nTea, and water.\n>>>>>>> now\n"
    )
    assert marks in course.own()
    assert f"{WEEK}: a merge left its marks" in course.states()
    assert "[merge-left]" in checked(course)
    assert course.run("merge", WEEK)[0] == course.run("done", WEEK)[0] == 1
    course.change(f"{EDITION}/{WEEK}", (marks, "Tea and water from our garden.\n"))
    assert course.run("done", WEEK)[0] == 0
    course.run("drop", FRENCH)
    assert course.states() == [f"{WEEK}: the shared text shows in French"]


def checked(course: Course) -> str:
    return report(check_sources(read_all(Settings(course.root, "facilitator"))), [EN])


def test_a_section_is_merged_where_it_stands(course: Course) -> None:
    course.run("replace", f"{WEEK}#arrive")
    course.change(f"{EDITION}/{WEEK}", ("Come in.\n", "Come in.\n\nShoes off.\n"))
    course.change(WEEK, ("Come in.", "Come in, all of you."), ("A short lead.", "Another lead."))
    assert course.run("merge", f"{WEEK}#arrive")[0] == 0
    assert course.own() == f"{SECTIONS}## Arrive {{ #arrive }}\n\nCome in, all of you.\n\nShoes off.\n"


def test_a_renamed_page_is_followed_with_what_changed(course: Course) -> None:
    course.run("replace", "docs/week-01/handouts/first-steps.md")
    for prefix in ("", "fr/"):
        old = course.root / f"docs/{prefix}week-01/handouts/first-steps.md"
        course.change(f"{EDITION}/docs/{prefix}week-01/handouts/first-steps.md", ("# ", "# Our "))
        (course.root / f"docs/{prefix}week-01/handouts/steps.md").write_text(
            old.read_text("utf-8") + "\nMore.\n", "utf-8"
        )
        old.unlink()
    assert "is now docs/week-01/handouts/steps.md" in course.run("status")[1]
    assert course.run("merge", "docs/week-01/handouts/first-steps.md")[0] == 0
    moved = course.own("docs/week-01/handouts/steps.md")
    assert "# Our " in moved
    assert "More." in moved
    assert not (course.root / EDITION / "docs/week-01/handouts/first-steps.md").exists()
    assert "first-steps" not in course.own("changes.yml").replace("fr/week-01/handouts/first-steps", "")


def test_what_is_looked_at_stays_as_it_is_with_the_reason(course: Course) -> None:
    course.run("replace", WEEK)
    course.change(f"{EDITION}/{WEEK}", ("Tea.", "Coffee."))
    course.change(f"{EDITION}/{FRENCH}", ("# ", "# Ici, "))
    course.change(WEEK, ("Tea.", "Tea, and water."))
    assert course.run("done", WEEK, "--why", "Nobody here drinks “tea”: it’s fine")[0] == 0
    assert 'why: "Nobody here drinks “tea”: it’s fine"' in course.own("changes.yml")
    assert course.run("status")[0] == 0
    assert "is what it was" in course.run("diff", WEEK)[1]


def test_what_is_given_up_is_kept_beside(course: Course) -> None:
    course.run("replace", WEEK)
    course.change(f"{EDITION}/{WEEK}", ("Tea.", "Coffee."))
    yours = course.own()
    code, said = course.run("drop", WEEK)
    assert code == 0
    copy = f"to-keep/2026-11-28/{EDITION}/{WEEK}"
    assert copy in said
    assert course.read(copy) == yours
    assert not (course.root / EDITION / WEEK).exists()
    course.run("drop", FRENCH)
    assert not (course.root / EDITION / "base").exists()
    assert not (course.root / EDITION / "changes.yml").exists()


def test_of_two_sections_one_is_given_up(course: Course) -> None:
    course.run("replace", f"{WEEK}#arrive")
    course.run("replace", f"{WEEK}#break")
    course.run("drop", f"{WEEK}#arrive")
    assert course.own() == f"{SECTIONS}## Break {{ #break }}\n\nTea.\n"
    course.run("drop", f"{WEEK}#break")
    assert not (course.root / EDITION / WEEK).exists()


def test_a_page_copied_by_hand_is_watched_from_now_on(course: Course) -> None:
    for path in (WEEK, FRENCH):
        (course.root / EDITION / path).parent.mkdir(parents=True)
        (course.root / EDITION / path).write_text(course.read(path) + "\nOurs.\n", "utf-8")
    assert course.states() == [
        f"{path}: copied by hand, nothing is kept of what it replaced" for path in (FRENCH, WEEK)
    ]
    assert course.run("merge", WEEK)[0] == course.run("diff", WEEK)[0] == 1
    for path in (WEEK, FRENCH):
        assert course.run("done", path)[0] == 0
    assert course.states() == []
    course.change(WEEK, ("Tea.", "Water."))
    assert course.states() == [f"{WEEK}: the shared text changed"]


def test_a_new_page_with_a_slip_in_its_name_is_told_until_it_is_meant(course: Course) -> None:
    path = course.root / EDITION / "docs/week-01/indx.md"
    path.parent.mkdir(parents=True)
    path.write_text("# Ours\n", "utf-8")
    assert course.states() == ["docs/week-01/indx.md: a new page; was docs/week-01/index.md meant?"]
    assert course.run("done", "docs/week-01/indx.md")[0] == 0
    assert course.states() == []


def test_a_page_that_lost_what_it_replaced_may_stay_as_one_of_its_own(course: Course) -> None:
    course.run("replace", "docs/week-01/handouts/first-steps.md")
    for prefix in ("", "fr/"):
        (course.root / f"docs/{prefix}week-01/handouts/first-steps.md").unlink()
        name = f"docs/{prefix}week-01/handouts/first-steps.md"
        assert f"{name}: the shared page is gone" in course.states()
        assert course.run("done", name)[0] == 0
    assert course.states() == []
    assert (course.root / EDITION / "docs/week-01/handouts/first-steps.md").exists()


def test_a_base_that_was_deleted_by_hand_still_tells_that_the_text_changed(course: Course) -> None:
    course.run("replace", WEEK)
    shutil.rmtree(course.root / EDITION / "base")
    course.change(f"{EDITION}/{WEEK}", ("Tea.", "Coffee."))
    course.change(WEEK, ("Tea.", "Water."))
    assert f"{WEEK}: the shared text changed" in course.states()
    assert course.run("diff", WEEK)[0] == course.run("merge", WEEK)[0] == 1


def test_a_build_says_one_quiet_line_a_kind_and_stops_for_none(
    course: Course, capsys: pytest.CaptureFixture[str]
) -> None:
    course.run("replace", WEEK)
    for path in (WEEK, FRENCH):
        course.change(f"{EDITION}/{path}", ("# ", "# Ici, "))
        course.change(path, ("---\ndescription", "---\ntitle: Arrive\ndescription"))
    shutil.copytree(CASES.parent.parent / "overrides", course.root / "overrides")
    assert main(["check"]) == 0
    assert capsys.readouterr().err == (
        "editions/harbour: 2 replaced parts: the shared text changed.\nSee: python run.py edition status\n"
    )


SAFETY = """changes:
  - id: water-first
    on: "2026-10-01"
    kind: safety
    pages: [docs/week-01/index.md]
    says: { en: "Water comes first.", fr: "L’eau vient en premier." }
"""


def stops(course: Course) -> list[Problem]:
    """What stops the build of the course because of what it replaced."""
    sources = read_all(Settings(course.root, "facilitator"))
    return [problem for problem in check_sources(sources) if problem.rule == "override-safety"]


def test_a_published_edition_looks_at_what_changed_for_safety_in_time(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.run("replace", WEEK)
    course.change(WEEK, ("Tea.", "Water, then tea."))
    (course.root / "CHANGES.yml").write_text(SAFETY, "utf-8")
    assert stops(course) == []  # a draft: nobody reads it yet
    course.change(f"{EDITION}/profile.yml", ("id: harbour", "id: harbour\nstatus: published"))
    said = report(stops(course), LANGUAGES) + "\n"
    if os.environ.get("REFRESH"):
        SAID.with_name("safety.txt").write_text(said, encoding="utf-8")
    assert said == SAID.with_name("safety.txt").read_text(encoding="utf-8")
    assert "1\xa0October\xa02026, safety: Water comes first." in course.run("status")[1]
    monkeypatch.setenv("CURRICULUM_TODAY", "2026-10-31")  # the thirtieth day
    assert stops(course) == []
    monkeypatch.setenv("CURRICULUM_TODAY", "2026-11-28")
    code, said = course.run("done", WEEK)
    assert code == 1
    assert "say why yours stays" in said
    course.run("done", WEEK, "--why", "We have no kitchen")
    assert stops(course) == []


MARKED = {
    "the arc": "curriculum.yml",
    "the languages": "mkdocs.yml",
    "the profile": f"{EDITION}/profile.yml",
    "the list of what was replaced": f"{EDITION}/changes.yml",
    "a style": "overrides/styles/base.css",
    "a template": "overrides/main.html",
    "words of the program": "hooks/curriculum/words/en/labels.yml",
    "a logo": f"{EDITION}/theme/logo.svg",
}


@pytest.mark.parametrize("name", MARKED)
def test_marks_of_a_merge_are_told_in_any_file_and_nothing_else_is(name: str, course: Course) -> None:
    path = course.root / MARKED[name]
    text = path.read_text("utf-8") if path.exists() else ""
    path.parent.mkdir(parents=True, exist_ok=True)
    if name == "a logo":
        path.with_name("theme.yml").write_text("logo: logo.svg\nalt: { en: A lamp, fr: Une lampe }\n", "utf-8")
    path.write_text(f"{text}\n<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> upstream\n", "utf-8")
    problems = check_sources(read_all(Settings(course.root, "facilitator")))
    assert [(problem.path, problem.rule) for problem in problems] == [(MARKED[name], "merge-left")]
    assert problems[0].line == text.count("\n") + 2


def test_marks_among_the_keys_of_a_page_are_told_as_such(course: Course) -> None:
    course.change(WEEK, ("description: We meet.", "<<<<<<< HEAD\ndescription: We meet.\n=======\n>>>>>>> upstream"))
    problems = check_sources(read_all(Settings(course.root, "facilitator")))
    assert [(problem.line, problem.rule) for problem in problems] == [(2, "merge-left")]


WRONG = {
    "a slip": ("diff", "docs/week-01/indexx.md"),
    "nothing like it": ("replace", "partner/elsewhere.md"),
    "a section that is not there": ("replace", f"{WEEK}#arive"),
    "a folder up": ("replace", "../../secret.md"),
    "no release": ("rescue", "--from", "nowhere.zip"),
    "a reason with HTML": ("done", WEEK, "--why", "<b>So</b>"),
    "a reason without end": ("done", WEEK, "--why", "so " * 200),
}


def test_what_cannot_be_done_is_told_in_both_languages(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    course.run("replace", WEEK)
    monkeypatch.setenv("CURRICULUM_LANGUAGE", "both")
    before = {path: path.read_bytes() for path in course.root.rglob("*") if path.is_file()}
    said = ""
    for name, typed in WRONG.items():
        code, words = course.run(*typed)
        assert code == 1, name
        said += words
    if os.environ.get("REFRESH"):
        SAID.write_text(said, encoding="utf-8")
    assert said == SAID.read_text(encoding="utf-8")
    assert before == {path: path.read_bytes() for path in course.root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("typed", [[], ["status", WEEK], ["diff"], ["mrege", WEEK], ["diff", WEEK, "--why", "so"]])
def test_a_slip_in_the_command_is_told(typed: list[str], course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["edition", *typed])
    assert ended.value.code == 2
    assert "[command-line]" in capsys.readouterr().err


LEDGERS = {
    "no YAML": "replaced: [",
    "marks of a merge": "<<<<<<< yours\nreplaced:\n=======\n>>>>>>> now\n",
    "a path out of the edition": "replaced:\n  - part: ../../run.py\n    hash: 0123456789abcdef\n    on: 2026-11-01\n",
    "a list": "- a\n",
    "another key": "replacd: []\n",
}


@pytest.mark.parametrize("name", LEDGERS)
def test_a_damaged_list_is_told_and_nothing_is_written(name: str, course: Course) -> None:
    (course.root / EDITION / "changes.yml").write_text(LEDGERS[name], "utf-8")
    code, said = course.run("replace", WEEK)
    assert code == 1
    assert said.startswith(f"{EDITION}/changes.yml:")
    assert not (course.root / EDITION / "docs").exists()


@pytest.mark.parametrize("full", [WEEK, f"base/{WEEK}", "changes.yml"])
def test_a_full_disk_leaves_no_page_without_what_it_replaced(
    full: str, course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor an entry without its page: all of a part is written, or nothing."""
    whole = {path: path.read_bytes() for path in course.root.rglob("*") if path.is_file()}
    write = Path.write_bytes

    def half(path: Path, content: bytes) -> int:
        if path.with_name(path.name.strip(".").removesuffix(".new")) == course.root / EDITION / full:
            write(path, content[:1])
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(path, content)

    with monkeypatch.context() as disk:
        disk.setattr(Path, "write_bytes", half)
        assert course.run("replace", WEEK)[0] == 1
    assert {path: path.read_bytes() for path in course.root.rglob("*") if path.is_file()} == whole
    assert course.run("replace", WEEK)[0] == 0
