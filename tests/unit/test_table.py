"""One table says what an article may hold: each output has an answer for each row, and knows nothing else."""

from __future__ import annotations

import re

import pytest
from curriculum.checks.allowed import MARKDOWN, SAYING
from curriculum.checks.built import INSIDE
from curriculum.elements.table import COLUMNS, REFUSED, ROWS, names_in, row_of
from curriculum.elements.tree import tree_of
from curriculum.formats.epub.article import SHAPES
from curriculum.formats.form.names import Mark
from curriculum.formats.pdf import markup
from curriculum.formats.word import blocks, runs

KNOWN = {
    "pdf": set(markup.FORMS),
    "word": {*blocks.FORMS, *runs.FORMS},
    "epub": {"same", "shape", "open"},
    "form": {*(mark.name.lower().replace("_cell", "") for mark in Mark), "ticks", "line", "block", "words"},
    "search": {"heading", "block", "words", "unseen"},
}
"""The forms that each output has."""


@pytest.mark.parametrize("column", COLUMNS)
def test_each_output_has_a_form_for_each_answer_and_no_other(column: str) -> None:
    assert names_in(column) == KNOWN[column]


def test_what_authors_write_is_what_markdown_may_make() -> None:
    written = {row.name for row in ROWS.values() if row.writer == "author"}
    assert set(SAYING) <= set(MARKDOWN)
    for name in written | {"div.note", "p.note-title"}:
        tag, _, look = name.partition(".")
        pattern = MARKDOWN[tag].get("class", "")
        assert not look or re.fullmatch(pattern, look) or re.fullmatch(pattern, f"box {look}"), name


def test_a_finished_page_holds_the_rows_and_what_forms_and_the_search_are_made_of() -> None:
    made = {"section", "form", "label", "input", "textarea", "button"}
    assert {name.partition(".")[0] for name in ROWS} | made == set(INSIDE)


def test_the_shapes_of_a_book_are_those_of_the_table() -> None:
    assert {row.name for row in ROWS.values() if row.epub == "shape"} == set(SHAPES)


def test_what_paper_refuses_is_refused_on_all_paper() -> None:
    """A message says so once, from the column of PDF."""
    for row in ROWS.values():
        if row.writer == "author":
            assert len({row.pdf == REFUSED, row.word == REFUSED, row.epub == REFUSED}) == 1, row


def test_an_element_has_the_row_of_its_last_class_or_of_its_name() -> None:
    tree = tree_of('<div class="box content-note"></div><div></div><p class="large"></p><ul class="ticks"></ul><b></b>')
    found = [row_of(element) for element in tree]
    assert [row.name if row else None for row in found] == ["div.content-note", None, "p", "ul.ticks", None]
