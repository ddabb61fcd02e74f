"""`python run.py doctor` and `facts --due` on the small course: safety first, one next step, a sheet to write on."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import Run
from curriculum.read.chosen import EXAMPLE
from curriculum.read.edition import read_edition
from curriculum.watch.due import WIDE, sheet_of
from curriculum.watch.health import health_lines, health_of
from curriculum.words.model import Edition
from languages import EN, LANGUAGES

ROOT = Path(__file__).resolve().parent.parent.parent
EDITION, WEEK = "editions/harbour", "docs/week-01/index.md"
PROFILE, LINES = f"{EDITION}/profile.yml", f"{EDITION}/resources.yml"
SAID = Path(__file__).parent / "doctor"
MOST_SECONDS = 0.5
"""Of the computer’s work, which other work does not lengthen."""
CHECKED = "status: confirmed\n    checked_on: '2026-11-01'"
SAFETY = """changes:
  - id: water-first
    on: "2026-11-20"
    kind: safety
    pages: [docs/week-01/index.md]
    says: { en: "Water comes first.", fr: "L’eau vient en premier." }
"""


def change(path: str, *pairs: tuple[str, str]) -> None:
    text = Path(path).read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    Path(path).write_text(text, encoding="utf-8")


def healthy() -> None:
    """Make the small course one in which nothing is the matter."""
    change(LINES, ("status: to-confirm", CHECKED), ("number: 555-0142", "number: 9-1-1"))
    change(PROFILE, ("id: harbour", "id: harbour\nstatus: published"))


def edition() -> Edition:
    found, problems = read_edition(Path.cwd(), EDITION, LANGUAGES)
    assert found, problems
    return found


def golden(name: str, said: str) -> None:
    place = SAID / name
    if os.environ.get("REFRESH"):
        place.parent.mkdir(exist_ok=True)
        place.write_text(said, encoding="utf-8")
    assert said == place.read_text(encoding="utf-8")


def test_safety_leads_then_what_is_to_be_published_then_one_step(run: Run) -> None:
    run("edition", "replace", WEEK)
    change(WEEK, ("Tea.", "Water, then tea."))
    Path("CHANGES.yml").write_text(SAFETY, "utf-8")
    change(LINES, ("groups: [talk]", "groups: [crisis]"))
    change(PROFILE, ("id: harbour", "id: harbour\nto_confirm: [org.name]"))
    code, said = run("doctor", "--language", "both")
    assert code == 1
    golden("sick.txt", said)


def test_nothing_is_the_matter_and_it_ends_with_0(run: Run) -> None:
    healthy()
    code, said = run("doctor", "--language", "both")
    assert code == 0
    golden("well.txt", said)


MATTERS = {
    "a line for a crisis that nobody checked": (LINES, ("groups: [talk]", "groups: [crisis]"), CHECKED, "to-confirm"),
    "one whose check is past its day": (LINES, ("groups: [talk]", "groups: [crisis]"), "2026-11-01", "2026-05-01"),
    "a number of stories": (LINES, ("number: 9-1-1", "number: 250-555-0142"), "", ""),
    "no number of an emergency service": (LINES, ("number: 9-1-1", "number: 250-000-0000"), "", ""),
    "another line": (LINES, (CHECKED, "status: to-confirm"), "", ""),
    "a check for less long": (LINES, (CHECKED, f"{CHECKED}\n    review_after: P10D"), "", ""),
    "a fact": (PROFILE, ("status: published", "status: published\nto_confirm: [org.name]"), "", ""),
    "a draft": (PROFILE, ("status: published", "status: draft"), "", ""),
    "a file that does not read": (PROFILE, ("org:", "orgg:"), "", ""),
    "marks of a merge": (PROFILE, ("org:", "<<<<<<< HEAD\norg:"), "", ""),
    "no arc": ("curriculum.yml", ("edition:", "editionn:"), "", ""),
    "no languages": ("mkdocs.yml", ("i18n", "i19n"), "", ""),
}


@pytest.mark.parametrize("name", MATTERS)
def test_each_thing_that_is_the_matter_is_told_with_its_step(name: str, run: Run) -> None:
    healthy()
    path, pair, old, new = MATTERS[name]
    change(path, pair, *([(old, new if "confirm" not in new else f"status: {new}")] if old else []))
    code, said = run("doctor")
    assert code == 1
    assert said.count("\nNext: ") == 1
    assert ("Safety first" in said) is ("crisis" in name or "number" in name or name.startswith("one whose"))


def test_what_only_facilitators_have_is_looked_at_too(run: Run) -> None:
    """A number of stories there, and a file that does not read."""
    healthy()
    private = Path(EDITION, "facilitator.yml")
    private.write_text('on-call: {name: Robin, number: "250-555-0142"}\n', encoding="utf-8")
    code, said = run("doctor", "--language", "both")
    assert code == 1
    assert "facilitator.yml has a made-up number, as examples have: on-call.number." in said
    assert f"Next: write the number that answers in {EDITION}/facilitator.yml" in said
    assert "facilitator.yml a un numéro inventé" in said
    private.write_text("on-cal: {}\n", encoding="utf-8")
    code, said = run("doctor")
    assert code == 1
    assert "1 thing keeps its files from being read." in said


def test_a_made_up_edition_is_not_for_publishing(run: Run) -> None:
    healthy()
    health = health_of(EXAMPLE, edition(), [], [], date(2026, 11, 28))
    assert [one.name for one in health.publish] == ["example"]
    assert "made up" in "\n".join(health_lines(health, EN, notes=False))


def test_who_has_no_notes_is_not_warned_of_them(run: Run) -> None:
    assert "public repository" in run("doctor")[1]
    shutil.rmtree("facilitator")
    assert "public repository" not in run("doctor")[1]


def test_it_takes_half_a_second_on_the_whole_course() -> None:
    """Of processor time, the best of three; the whole course, not a small one."""
    program = (
        "import resource, subprocess, sys\n"
        "subprocess.run([sys.executable, '-m', 'curriculum', 'doctor'], stdout=subprocess.DEVNULL)\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(used.ru_utime + used.ru_stime)"
    )
    environment = {**os.environ, "PYTHONPATH": "hooks", "CURRICULUM_LANGUAGE": "en"}
    done = [
        subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, check=True)
        for _ in range(3)
    ]
    assert min(float(one.stdout) for one in done) <= MOST_SECONDS


def test_the_sheet_has_what_is_due_and_room_to_write(run: Run) -> None:
    change(LINES, ("groups: [talk]", "groups: [crisis]"))
    change(PROFILE, ("id: harbour", "id: harbour\nto_confirm: [org.name]"))
    code, said = run("facts", "--due", "--language", "both")
    assert code == 0
    golden("sheet.txt", said)
    for language in LANGUAGES:
        text = Path(f"to-print/lines-to-call-{language.code}.txt").read_text(encoding="utf-8")
        assert text in said
        assert max(map(len, text.splitlines())) <= WIDE


def test_what_is_not_due_is_not_called_and_nobody_calls_911(run: Run) -> None:
    healthy()
    assert "Every line of editions/harbour was checked" in run("facts", "--due")[1]
    here = edition()
    emergency = replace(here.resources[0], confirmed=False, number="9-1-1", source="A page")
    said = sheet_of(replace(here, resources=(emergency,)), date(2026, 11, 28), EN)
    assert "Do not call this number" in said
    assert "Ask:" not in said


def test_the_sheet_names_every_due_line_of_the_course_once() -> None:
    here, _ = read_edition(ROOT, "editions/victoria", LANGUAGES)
    assert here
    day = date(2026, 11, 28)
    due = [line for line in here.resources if line.due is None or line.due < day]
    for language in LANGUAGES:
        said = sheet_of(here, day, language)
        assert len(re.findall(r"^\d+\. ", said, re.M)) == len(due)
        assert max(map(len, said.splitlines())) <= WIDE


def test_facts_cannot_be_read_is_told(run: Run) -> None:
    change(LINES, ("number: 555-0142", "numbr: 555-0142"))
    code, said = run("facts", "--due")
    assert code == 1
    assert LINES in said
