"""Merging by paragraphs, and showing what changed: nothing is lost, and what is clean for git is clean here."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from curriculum.watch.merging import Labels, merge
from curriculum.watch.showing import differences
from curriculum.watch.texts import SECTIONS, hash_of, normal, paragraphs, parts_of, section_of, with_section
from hypothesis import given, settings
from hypothesis import strategies as st

LABELS = Labels("yours", "when you copied", "now")
THEN = "# Words\n\nOne.\n\nTwo.\n\nThree.\n"
CLEAN = {
    "only yours": ("# Words\n\nOne.\n\n2.\n\nThree.\n", THEN, "# Words\n\nOne.\n\n2.\n\nThree.\n"),
    "only theirs": (THEN, "# Words\n\nOne.\n\n2.\n\nThree.\n", "# Words\n\nOne.\n\n2.\n\nThree.\n"),
    "neighbours": (THEN.replace("One", "1"), THEN.replace("Two", "2"), "# Words\n\n1.\n\n2.\n\nThree.\n"),
    "the same": (THEN.replace("One", "1"), THEN.replace("One", "1"), THEN.replace("One", "1")),
    "taken out": (THEN.replace("One.\n\n", ""), THEN.replace("Three", "3"), "# Words\n\nTwo.\n\n3.\n"),
    "added at the end": (THEN + "\nFour.\n", THEN.replace("One", "1"), THEN.replace("One", "1") + "\nFour.\n"),
    "added, and the last one changed": (
        THEN + "\nFour.\n",
        THEN.replace("Three", "3"),
        THEN.replace("Three", "3") + "\nFour.\n",
    ),
    "line ends of Windows": (
        THEN.replace("One", "1").replace("\n", "\r\n"),
        THEN.replace("Two", "2"),
        "# Words\n\n1.\n\n2.\n\nThree.\n",
    ),
    "items": ("- a\n- B\n- c\n", "- A\n- b\n- c\n", "- A\n- B\n- c\n"),
    "keys at the top": (
        "---\ntitle: A\ndescription: B\n---\n# C\n",
        "---\ntitle: a\ndescription: b\n---\n# C\n",
        "---\ntitle: A\ndescription: b\n---\n# C\n",
    ),
}
BASES = {"items": "- a\n- b\n- c\n", "keys at the top": "---\ntitle: a\ndescription: B\n---\n# C\n"}


@pytest.mark.parametrize("name", CLEAN)
def test_what_only_one_side_changed_is_taken_from_it(name: str) -> None:
    yours, now, expected = CLEAN[name]
    assert merge(BASES.get(name, THEN), yours, now, LABELS) == (expected, 0)


def test_what_both_changed_stands_between_marks_with_what_it_was() -> None:
    merged = merge(THEN, THEN.replace("Two.", "Ours."), THEN.replace("Two.", "Theirs."), LABELS)
    assert merged.open == 1
    marks = "<<<<<<< yours\nOurs.\n||||||| when you copied\nTwo.\n=======\nTheirs.\n>>>>>>> now\n"
    assert merged.text == f"# Words\n\nOne.\n\n{marks}\nThree.\n"


def test_two_insertions_at_one_place_are_for_somebody_to_order() -> None:
    assert merge(THEN, THEN + "\nOurs.\n", THEN + "\nTheirs.\n", LABELS).open == 1


WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=8)


def text(letters: list[str]) -> str:
    return "\n\n".join(f"Paragraph {letter}." for letter in letters) + "\n"


@given(WORDS, WORDS, WORDS)
@settings(max_examples=150, deadline=None)
def test_no_paragraph_of_either_side_is_lost(then: list[str], yours: list[str], now: list[str]) -> None:
    """Each side’s new paragraphs are in what comes out; without a change of one, the other comes out whole."""
    merged = merge(text(then), text(yours), text(now), LABELS)
    for letter in (set(yours) - set(then)) | (set(now) - set(then)):
        assert f"Paragraph {letter}." in merged.text
    assert merge(text(then), text(then), text(now), LABELS) == (normal(text(now)), 0)
    assert merge(text(then), text(yours), text(then), LABELS) == (normal(text(yours)), 0)


@pytest.mark.skipif(not shutil.which("git"), reason="git is not here")
def test_what_git_merges_without_a_conflict_is_merged_alike(tmp_path: Path) -> None:
    """Git, which joins by lines, has one line for each paragraph here, and a line between them."""
    then = [f"Paragraph {number}." for number in range(12)]
    for step in range(2, 11, 2):
        yours, now = [*then], [*then]
        yours[step - 2] = "Ours."
        now[step : step + 1] = ["Theirs.", "More of theirs."]
        sides = {"yours": yours, "then": then, "now": now}
        for name, side in sides.items():
            (tmp_path / name).write_text("\n\n".join(side) + "\n", encoding="utf-8", newline="\n")
        command = ["git", "merge-file", "-p", *(str(tmp_path / name) for name in sides)]
        done = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8")
        texts = ["\n\n".join(sides[name]) + "\n" for name in ("then", "yours", "now")]
        assert merge(texts[0], texts[1], texts[2], LABELS) == (done.stdout, 0)


@given(st.lists(st.sampled_from(["a", "- b", "| c |", "", "# d", "```", "    e", "/// f", "g: h"]), max_size=12))
@settings(max_examples=150, deadline=None)
def test_pieces_are_the_text_again(lines: list[str]) -> None:
    words = "\n".join(lines)
    assert normal("".join(paragraphs(words))) == normal(words)


def test_code_stays_in_one_piece() -> None:
    assert len(paragraphs("```\na\n\n- b\n```\n")) == 1


PAGE = "---\ntitle: A\n---\n# A\n\n## One { #one }\n\nA.\n\n### In it { #in-it }\n\nB.\n\n## Two { #two }\n\nC.\n"


def test_a_section_holds_what_is_below_it() -> None:
    assert section_of(PAGE, "one") == "## One { #one }\n\nA.\n\n### In it { #in-it }\n\nB.\n"
    assert section_of(PAGE, "three") is None


@pytest.mark.parametrize("id", ["one", "in-it", "two"])
def test_a_section_is_put_back_where_it_was(id: str) -> None:
    assert with_section(PAGE, id, section_of(PAGE, id) or "") == PAGE
    assert id not in {section.id for section in parts_of(with_section(PAGE, id, ""))[2]}


def test_a_new_section_goes_to_the_end() -> None:
    assert with_section(SECTIONS, "one", "## One { #one }\n") == f"{SECTIONS}## One {{ #one }}\n"


def test_ends_of_lines_are_no_difference() -> None:
    assert hash_of("a \r\nb\r\n\r\n") == hash_of("a\nb\n")
    assert hash_of("a b\n") != hash_of("a\nb\n")


def test_what_changed_is_shown_by_words_under_its_heading() -> None:
    now = PAGE.replace("A.\n\n###", "A, and then breathe out.\n\n###").replace("C.\n", "C.\n\nD.\n")
    then = PAGE.replace("A.\n\n###", "A, and then breathe in.\n\n###")
    shown = ["§ One", "  ~ A, and then breathe [-in.-] {+out.+}", "§ Two", "  + D."]
    assert differences(then, now) == shown


def test_what_has_nothing_in_common_is_shown_one_under_the_other() -> None:
    assert differences("# A\n\nOne two three.\n", "# A\n\nFour.\n") == ["§ A", "  - One two three.", "  + Four."]


def test_nothing_is_shown_where_nothing_changed() -> None:
    assert differences(PAGE, PAGE.replace("\n", "\r\n")) == []
