"""`edition propose`: a change that the shared course can take, without a fact of the place; what is left is told."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import Run
from curriculum.watch.proposing import local_in, turned_back
from test_problems import CASES

EDITION = "editions/harbour"
WEEK, FRENCH = "docs/week-01/index.md", "docs/fr/week-01/index.md"
PATCH = "to-propose/docs-week-01-index-arrive.patch"


def add(root: Path, path: str, words: str) -> None:
    file = root / EDITION / path
    file.write_text(f"{file.read_text('utf-8').rstrip()}\n\n{words}\n", "utf-8")


def taken_by_upstream(root: Path, place: Path) -> Path:
    """The shared course with the change, by git."""
    shutil.copytree(CASES / "nothing-wrong", place)
    subprocess.run(["git", "init", "-q"], cwd=place, check=True)
    done = subprocess.run(["git", "apply", str(root / PATCH)], cwd=place, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return place


def test_the_shared_course_takes_what_is_proposed_with_facts_by_name(run: Run, tmp_path: Path) -> None:
    """In both languages, also where a name bends after a word; the rest of the page is as it was."""
    run("edition", "replace", f"{WEEK}#arrive")
    add(tmp_path, WEEK, "Ask Harbour\nHouse for tea.")
    add(tmp_path, FRENCH, "Le thé de la Maison du Havre est chaud.")
    code, said = run("edition", "propose", f"{WEEK}#arrive")
    assert (code, PATCH in said, "org.name" in said) == (0, True, True)
    place = taken_by_upstream(tmp_path, tmp_path.parent / "upstream")
    for path, old, new in (
        (WEEK, "Come in.\n", "Come in.\n\nAsk {{ org.name }} for tea.\n"),
        (FRENCH, None, "Le thé {{ org.name.de }} est chaud.\n"),
    ):
        before, now = ((root / path).read_text("utf-8") for root in (tmp_path, place))
        assert new in now
        assert old is None or now == before.replace(old, new)


def test_what_belongs_to_the_place_is_told_with_its_line(run: Run, tmp_path: Path) -> None:
    run("edition", "replace", f"{WEEK}#arrive")
    add(tmp_path, WEEK, "Ring A line, 555-0142, or write to us@harbour.example.")
    code, said = run("edition", "propose", f"{WEEK}#arrive")
    assert code == 1
    line = "editions/harbour/docs/week-01/index.md:8: "
    assert [what for what in ("555-0142", "us@harbour.example", "A line") if f"{line}“{what}”" in said] == [
        "555-0142",
        "us@harbour.example",
        "A line",
    ]
    assert "Take these out" in said


def test_a_page_of_its_own_is_a_new_file(run: Run, tmp_path: Path) -> None:
    page = tmp_path / EDITION / "docs" / "our-house.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Harbour House\n\nIts door is blue.\n", "utf-8")
    code, said = run("edition", "propose", "docs/our-house.md")
    assert (code, "org.name" in said) == (0, True)
    patch = (tmp_path / "to-propose" / "docs-our-house.patch").read_text("utf-8")
    assert patch.startswith("--- /dev/null\n+++ b/docs/our-house.md\n")
    assert "+# {{ org.name }}\n" in patch


def test_nothing_is_proposed_where_nothing_differs(run: Run, tmp_path: Path) -> None:
    run("edition", "replace", WEEK)
    code, said = run("edition", "propose", WEEK)
    assert (code, "nothing to propose" in said) == (1, True)
    assert not (tmp_path / "to-propose").exists()
    assert run("edition", "propose", "docs/nowhere.md")[0] == 1


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("Harbour Houses, Harbour House.", "Harbour Houses, {{ org.name }}."),
        ("{{ org.name }} is Harbour House", "{{ org.name }} is {{ org.name }}"),
        ("The 8 of us", "The 8 of us"),
        ("From Harbour House Two to Harbour House", "From {{ site.name }} to {{ org.name }}"),
    ],
)
def test_the_longest_value_is_turned_back_first_and_only_whole_words(text: str, turned: str) -> None:
    facts = {"org.name": "Harbour House", "site.name": "Harbour House Two", "schedule.participants": "8"}
    assert turned_back(text, facts)[0] == turned


@pytest.mark.parametrize(
    "local", ["1-902-555-0142", "(902) 555-0142", "555-0142", "9-1-1", "https://a.example/x", "a@b.example"]
)
def test_numbers_and_addresses_belong_to_a_place(local: str) -> None:
    assert [*local_in(f"Ring {local} now", [])] == [local]


@pytest.mark.parametrize("shared", ["From 2 to 4 o’clock", "In 2024-2025", "doi 10.1234/5678", "Step 3-4", "Page 12"])
def test_other_figures_do_not(shared: str) -> None:
    assert [*local_in(shared, [])] == []
