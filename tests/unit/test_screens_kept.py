"""Pages that earlier builds made are kept, a line for each; what cannot be made out is made again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from curriculum.elements.headings import Heading
from curriculum.formats import screens
from curriculum.formats.screen import Screen
from curriculum.formats.screens import FOLDER, Read, name_of, read_known, write_known
from curriculum.site.search_words import Part
from curriculum.words.model import Audience, Page
from languages import LANGUAGES

READ = Read(Screen("<p>Été &amp; \u2028 “words”</p>\n", (Heading("a", "A b"),), True), [Part(2, "a", "A b", "words")])
THEIRS = Audience.PARTICIPANT


def file_of(root: Path) -> Path:
    """Where they are."""
    (path,) = (root / FOLDER).iterdir()
    return path


def kept(root: Path, *names: str) -> dict[str, Read]:
    """What is there after a build with pages of these names."""
    write_known(root, THEIRS, dict.fromkeys(names, READ), read_known(root, THEIRS))
    return read_known(root, THEIRS)


def test_what_was_kept_is_what_was_made(tmp_path: Path) -> None:
    assert kept(tmp_path, "one") == {"one": READ}


def test_a_line_in_which_a_letter_was_changed_is_made_again(tmp_path: Path) -> None:
    """A number on a page, by whom or whatever: nothing after this looks at the words of a page that is kept."""
    kept(tmp_path, "one", "two")
    whole = file_of(tmp_path).read_text(encoding="utf-8")
    file_of(tmp_path).write_text(whole.replace("Été", "Éte", 1), encoding="utf-8")
    assert read_known(tmp_path, THEIRS) == {"two": READ}


def test_a_line_of_another_program_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path, "one")
    monkeypatch.setattr(screens, "read_program", lambda: "another")
    assert read_known(tmp_path, THEIRS) == {}


def test_a_borrowed_page_is_another_page_than_the_same_words_of_its_own() -> None:
    own = Page("docs/fr/a.md", "a.md", LANGUAGES[1], {}, "", 0, "A", ())
    assert name_of(own, "words", (), "") != name_of(replace(own, borrowed=LANGUAGES[0]), "words", (), "")


def test_a_page_that_changed_is_added_and_the_others_are_not_written_again(tmp_path: Path) -> None:
    kept(tmp_path, "one", "two", "three")
    before = file_of(tmp_path).read_bytes()
    assert kept(tmp_path, "one", "two", "four").keys() == {"one", "two", "three", "four"}
    assert file_of(tmp_path).read_bytes().startswith(before)


def test_what_no_page_has_any_more_goes_when_it_is_too_much(tmp_path: Path) -> None:
    for last in ("three", "four", "five"):
        found = kept(tmp_path, "one", "two", last)
    assert found.keys() == {"one", "two", "five"}


def test_nothing_new_writes_nothing(tmp_path: Path) -> None:
    kept(tmp_path, "one", "two")
    before = file_of(tmp_path).read_bytes()
    kept(tmp_path, "one", "two")
    assert file_of(tmp_path).read_bytes() == before


@pytest.mark.parametrize("damage", [b"?", b'\n["two"', b"\n7", b'\n["two", 1, 2, 3, 4]', b"\n[]"])
def test_a_line_that_was_broken_off_spoils_no_other(damage: bytes, tmp_path: Path) -> None:
    kept(tmp_path, "one", "two", "three")
    whole = file_of(tmp_path).read_bytes()
    file_of(tmp_path).write_bytes(whole[:-1] + damage)
    assert kept(tmp_path, "one", "two", "three", "four") == dict.fromkeys(("one", "two", "three", "four"), READ)
    file_of(tmp_path).write_bytes(b"\xff")
    assert read_known(tmp_path, THEIRS) == {}
    assert kept(tmp_path, "one") == {"one": READ}
