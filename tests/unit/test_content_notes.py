"""What is said before a hard section: where it leads, whom it offers, and that paper has the same words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from conftest import read_valid
from curriculum.compose.calls import support_line
from curriculum.compose.page import compose_handout, compose_page
from curriculum.elements.markdown import to_html
from curriculum.elements.tree import tree_of
from curriculum.formats.pdf.markup import to_markup
from curriculum.formats.word.write import to_docx
from curriculum.read.layers import Settings
from curriculum.read.source import parse_page
from curriculum.words.model import Curriculum
from languages import EN, LANGUAGES

BASE = Path(__file__).parent.parent / "problems" / "nothing-wrong"
TEXT = """# Page

## One { #one }

### A storm { #storm }

/// content-note
A storm is named.
///

It rains.

#### Thunder { #thunder }

Loud.

### Shelter { #shelter }

//// content-note
So is a *flood*.
////

## Two { #two }

Dry.
"""
PAGE, _ = parse_page("docs/page.md", "page.md", TEXT, LANGUAGES)


@pytest.fixture
def curriculum() -> Curriculum:
    return read_valid(Settings(BASE))


def test_the_way_past_leads_to_the_next_section_of_the_same_level_or_above(curriculum: Curriculum) -> None:
    text = compose_page(PAGE, curriculum, {})
    assert "[Go past this part, to “Shelter”](#shelter)" in text
    assert "[Go past this part, to “Two”](#two)" in text
    assert "#thunder)" not in text


def test_words_way_and_line_stand_in_one_box_which_a_voice_calls_a_note(curriculum: Curriculum) -> None:
    html = to_html(compose_page(PAGE, curriculum, {}))
    box = html.split('<div class="box content-note" role="note">')[1].split("</div>")[0]
    assert [part in box for part in ("A storm is named.", 'href="#shelter"', 'href="tel:5550142"')] == [True] * 3
    assert "to be confirmed by the organisation" in box


def test_paper_keeps_the_words_of_the_way_past_and_no_link_that_leads_nowhere(curriculum: Curriculum) -> None:
    html = to_html(compose_handout(PAGE, curriculum))
    printed = to_markup(tree_of(html))
    assert "Go past this part, to “Shelter”" in printed
    assert 'link("#' not in printed
    assert to_docx("Page", EN, "", [tree_of(html)])


def test_the_line_is_one_that_listens_even_where_emergency_services_come_first(curriculum: Curriculum) -> None:
    """The police come with an ambulance: that number is for other moments."""
    line = curriculum.edition.resources[0]
    numbers = {"911": ("urgent",), "1": ("talk",), "2": ("talk", "urgent")}
    lines = tuple(replace(line, number=number, groups=groups) for number, groups in numbers.items())
    assert "tel:2)" in support_line((), replace(curriculum.edition, resources=lines), EN)
    assert "tel:1)" in support_line((), replace(curriculum.edition, resources=lines[:2]), EN)


def test_doubt_about_the_line_is_said_in_the_note_unless_a_list_of_the_page_says_it(curriculum: Curriculum) -> None:
    """A list of another group does not have the line, and says nothing of it."""
    doubt = "to be confirmed by the organisation"
    assert doubt in support_line(("violence",), curriculum.edition, EN)
    assert doubt not in support_line(("talk",), curriculum.edition, EN)
    listed = replace(PAGE, body=f"{PAGE.body}\n/// resources | talk\n///\n")
    assert compose_page(listed, curriculum, {}).count(doubt) == 1
