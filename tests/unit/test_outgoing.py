"""What leaves this computer has no number that nobody answers, and its safety is spoken of before anything is built."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from conftest import Run
from curriculum.watch.made_up import made_up

PROFILE, LINES = Path("editions/harbour/profile.yml"), Path("editions/harbour/resources.yml")
PRIVATE = PROFILE.with_name("facilitator.yml")
WAYS = (
    ["publish"],
    ["publish", "--to", "../course"],
    *(["publish", "--offline", *of] for of in ([], ["--facilitators"])),
)
NUMBERS = {
    "a number of stories": ("555-0142", "1-902-555-0177"),
    "one in a single group": ("555-0142", "9025550177"),
    "one on a pocket card": ("source:", 'short: {en: "Text 902 555 01 77", fr: "Texto 902 555 01 77"}\n    source:'),
    "one in a note": ("source:", 'note: {en: "By text: 555 0177.", fr: "Par texto : 555\u20110177."}\n    source:'),
}


WRITTEN = {
    "902-555-0142": True,
    "9025550142": True,
    "18005550142": True,
    "+1 902 555-0142": True,
    "902-555-01-42": True,
    "902 – 555 – 0142": True,
    "(902) 555.0142": True,
    "902-555-0142, 24/7": True,
    "902&nbsp;555&nbsp;0142": True,
    "902-555&#8209;0142": True,
    "902-**555**-**0142**": True,
    "902-555-<b>0142</b>": True,
    "902_555_0142": True,
    "٩٠٢-٥٥٥-٠١٤٢": True,
    "۹۰۲ ۵۵۵ ۰۱۴۲": True,
    "902-555-0142 poste 3": True,
    "902-555-0242": False,
    "+34 555 01 23 45": False,
    "555, 01-12-2026": False,
    "$555,0123": False,
    "ISBN 978-1-555-0142-3": False,
    "55501 99 rue": False,
    "902-550-1420": False,
    "902-555-01420": False,
    "250-590-1420": False,
}
"""A number however it is written, and whether nobody answers it."""


@pytest.mark.parametrize("number", WRITTEN)
def test_a_number_of_stories_is_known_however_it_is_written(number: str) -> None:
    assert bool(made_up(f"Text {number}.")) is WRITTEN[number]


@pytest.mark.parametrize("row", ["1-", "-", "5-", "555 ", "555&#", "<b ", "&nbsp;", "+34 555 01 23 "])
def test_a_long_row_of_what_may_stand_in_a_number_takes_no_time(row: str) -> None:
    begun = time.process_time()
    assert made_up(f"555{row * 30_000}") == ""
    assert time.process_time() - begun < 1


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("status", ["draft", ""])
@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("way", [*WAYS, ["seal", "Ana"]], ids=" ".join)
def test_a_number_that_nobody_answers_does_not_go_out(way: list[str], name: str, status: str, run: Run) -> None:
    """Whatever stands at the head of a page: not online, not in a copy; and nothing was built for it."""
    if status:
        change(PROFILE, "id: harbour", f"id: harbour\nstatus: {status}")
    if "555-0142" not in NUMBERS[name]:
        change(LINES, "555-0142", "250-000-0000")
    change(LINES, *NUMBERS[name])
    code, said = run(*way)
    assert code == 1
    assert said.count("[number-made-up]") == 1
    assert said.startswith(f"{LINES.as_posix()}:2: ")
    assert "[file-absent]" not in said
    assert [path for path in (Path("site"), Path(".build"), Path("../course")) if path.exists()] == []


@pytest.mark.parametrize("way", [*WAYS, ["seal", "Ana"]], ids=" ".join)
def test_a_number_of_facilitators_that_nobody_answers_goes_to_none_of_them(way: list[str], run: Run) -> None:
    """Whom to phone during a session stands on their papers alone: what participants get does not wait for it."""
    change(LINES, "555-0142", "250-000-0000")
    PRIVATE.write_text('on-call: {name: Robin, number: "250-555-0142"}\n', encoding="utf-8")
    said = run(*way)[1]
    stops = "seal" in way or "--facilitators" in way
    assert said.count("[number-made-up]") == stops
    assert (f"{PRIVATE.as_posix()}:1: nobody answers on-call.number (250-555-0142)" in said) == stops


@pytest.mark.parametrize("folder", ["docs", "facilitator"])
@pytest.mark.parametrize("way", [*WAYS, ["seal", "Ana"]], ids=" ".join)
def test_a_number_on_a_page_of_the_edition_that_nobody_answers_does_not_go_out(
    way: list[str], folder: str, run: Run
) -> None:
    """Nor one in a note of it, to those who would get the note."""
    change(LINES, "555-0142", "250-000-0000")
    page = PROFILE.with_name(folder) / "week-01/ours.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text("# Ours\n\nOr text Robin: 250-555-0142.\n", encoding="utf-8")
    said = run(*way)[1]
    stops = folder == "docs" or "seal" in way or "--facilitators" in way
    assert (f"{page.as_posix()}:3: nobody answers 250-555-0142" in said) == stops
    assert said.count("[number-made-up]") == stops


@pytest.mark.parametrize("way", WAYS, ids=" ".join)
def test_what_is_not_confirmed_is_said_and_goes_out(way: list[str], run: Run) -> None:
    """Pages say of such a line that it is to be confirmed. Safety comes first, then the build."""
    change(LINES, "555-0142", "250-000-0000")
    change(LINES, "[talk]", "[crisis]")
    change(PROFILE, "id: harbour", "id: harbour\nstatus: draft")
    said = run(*way)[1]
    first, built = said.index("1 line for a crisis was not checked"), said.index("[file-absent]")
    assert said.index("Safety first") < first < said.index("does not say “status: published”") < built


@pytest.mark.parametrize("status", ["draft", "published"])
def test_of_what_waits_before_publishing_only_that_it_is_a_draft_is_said(status: str, run: Run) -> None:
    """The rest is for `doctor`: who publishes every week would no longer read it."""
    change(LINES, "555-0142", "911")
    change(PROFILE, "id: harbour", f"id: harbour\nstatus: {status}")
    said, asked = run("publish")[1], run("doctor")[1]
    for words in ("other line to call was not checked", "Who can read what"):
        assert words in asked
        assert words not in said
    assert "Safety first" not in said
    assert ("does not say “status: published”" in said) is (status == "draft")
    assert ("Next: " in said) is (status == "draft")


@pytest.mark.parametrize("path", [PROFILE, LINES, Path("curriculum.yml")], ids=str)
def test_files_that_cannot_be_read_are_left_to_the_build_to_tell(path: Path, run: Run) -> None:
    path.write_text("id: [", encoding="utf-8")
    code, said = run("publish")
    assert code == 1
    assert "problem" in said
    assert "Safety first" not in said
