"""Any right translation comes back from each form of a pack to the letter; one nobody filled in changes nothing."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import pytest
from conftest import ROOT
from curriculum.packs.cleaning import cleaned
from curriculum.packs.lines import laid_out, typed
from curriculum.packs.making import Shelf, rows_named
from curriculum.packs.marked import to_markdown
from curriculum.packs.opened import rows_in
from curriculum.packs.taken import Taken
from curriculum.packs.taking import take
from curriculum.packs.values import Filled, Form, Pack, Row
from curriculum.packs.word import to_word
from curriculum.packs.xliff import to_xliff
from curriculum.translate.desk import every_state, read_desk
from hypothesis import given, settings
from hypothesis import strategies as st
from languages import FR

COURSE, ENGLISH = ROOT / "tests" / "problems" / "nothing-wrong", "docs/week-01/index.md"
MAKERS = {Form.WORD: to_word, Form.XLIFF: to_xliff, Form.MARKDOWN: to_markdown}
PART = "docs/fr/week-01/index.md#arrive"
WORDS = (
    "Entrez",
    "doucement",
    "l’eau",
    "avec",
    "vous",
    "«\u00a0oui\u00a0»",
    "cœur",
    "à",
    "où",
    "thé",
    "“a”",
    "R&D",
    "Ça",
)
TWICE = re.compile(r"(\w+)(\W+)(?=\1\b)", re.IGNORECASE)
"""What no page may say, a word twice in a row: `avec avec` becomes `avec puis avec`; nor a paragraph twice."""
ENDS = (".", "\u00a0!", "…", "\u202f?", ";", ")", "-là")
word = st.sampled_from(WORDS)
styled = st.builds(
    lambda stars, words: f"{stars}{' '.join(words)}{stars}",
    st.sampled_from(("", "**", "*")),
    st.lists(word, min_size=1, max_size=4),
)
sentence = st.builds(
    lambda pieces, end: " ".join(pieces) + end, st.lists(styled, min_size=1, max_size=6), st.sampled_from(ENDS)
)
paragraph = st.lists(sentence, min_size=1, max_size=9).map(" ".join)
prose = st.lists(paragraph, min_size=1, max_size=4).map(
    lambda some: TWICE.sub(r"\1 puis\2", "\n\n".join(dict.fromkeys(some)))
)
items = st.lists(sentence, min_size=1, max_size=4)
row = st.lists(sentence, min_size=2, max_size=2).map(lambda cells: f"| {' | '.join(cells)} |")
block = st.one_of(
    paragraph,
    items.map(lambda found: "\n".join(f"- {one}" for one in found)),
    items.map(lambda found: "\n".join(f"1. {one}" for one in found)),
    items.map(lambda found: "- " + "\n    - ".join(found)),
    items.map(lambda found: "\n".join(f"- [ ] {one}" for one in found)),
    items.map(lambda found: "\n".join(f"> {one}  " for one in found)[:-2]),
    items.map("  \n".join),
    st.lists(row, min_size=2, max_size=4).map(lambda rows: "\n".join([rows[0], "| --- | --- |", *rows[1:]])),
    sentence.map(lambda words: f"### {words} {{ #more }}"),
    paragraph.map(lambda words: f"/// box | Titre\n{words}\n///"),
    sentence.map(lambda words: f"{words} {{{{ org.name }}}} [{words}](../week-02/index.md#there) `x  y`"),
    sentence.map(lambda words: f"{words} ____"),
)
section = st.lists(block, min_size=1, max_size=5).map(lambda blocks: "\n\n".join(["## Arriver { #arrive }", *blocks]))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """The small course."""
    return shelf_in(shutil.copytree(COURSE, tmp_path_factory.mktemp("course"), dirs_exist_ok=True))


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, whose English may be written anew."""
    return shutil.copytree(COURSE, tmp_path_factory.mktemp("other"), dirs_exist_ok=True)


def shelf_in(root: Path) -> Shelf:
    desk, problems = read_desk(root)
    assert desk, problems
    return Shelf(desk)


def saying_as_much(root: Path, text: str) -> Shelf:
    """The course whose English has as many paragraphs, and as many words in each."""
    counts = [len(re.findall(r"[^\W\d_]+", one)) for one in text.split("\n\n")]
    said = "\n\n".join(f"{' '.join(islice(cycle(('come', 'in', 'and', 'sit')), count))}." for count in counts)
    english = (COURSE / ENGLISH).read_text(encoding="utf-8")
    (root / ENGLISH).write_text(english.replace("Come in.", said), encoding="utf-8")
    return shelf_in(root)


def row_in(shelf: Shelf) -> Row:
    (row,) = rows_named(shelf, every_state(shelf.desk), [PART])[PART]
    return row


def back(form: Form, row: Row, text: str) -> Filled:
    """The row out of a pack of this form in whose place for the translation a text stands."""
    rows = rows_in(MAKERS[form](Pack(FR, (replace(row, present=text),))))
    assert not isinstance(rows, str), rows
    (found,) = rows
    return replace(found, name=row.name)


def brought(shelf: Shelf, filled: Filled) -> Taken:
    return take(shelf, every_state(shelf.desk), [filled], "pack")


@pytest.mark.parametrize("form", Form)
@given(text=section)
@settings(max_examples=120, deadline=None)
def test_every_line_comes_back_as_it_was_written(shelf: Shelf, form: Form, text: str) -> None:
    row = row_in(shelf)
    filled = back(form, row, text)
    assert (cleaned(filled.lines, row.source), filled.left) == (typed(text), frozenset())


@pytest.mark.parametrize("form", Form)
@given(text=prose)
@settings(max_examples=20, deadline=None)
def test_a_right_translation_stands_in_its_page_and_nothing_else_moved(other: Path, form: Form, text: str) -> None:
    shelf = saying_as_much(other, f"Bienvenue. {text}")
    row = row_in(shelf)
    whole = f"## Arriver {{ #arrive }}\n\nBienvenue. {text}"
    taken = brought(shelf, back(form, row, whole))
    before, path = Path(shelf.desk.root / row.found.path).read_text(encoding="utf-8"), row.found.path
    assert taken.problems == []
    assert taken.files == {path: before.replace(row.present, laid_out(typed(whole), ""))}


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("filled", ["as it was sent", "nothing"])
def test_a_pack_that_nobody_filled_in_changes_nothing(shelf: Shelf, form: Form, filled: str) -> None:
    row = row_in(shelf)
    taken = brought(shelf, back(form, row, row.present if filled == "as it was sent" else ""))
    assert (taken.files, taken.rows) == ({}, [])
    assert [problem.rule for problem in taken.problems] == ["pack-untouched" if "sent" in filled else "pack-empty"]
