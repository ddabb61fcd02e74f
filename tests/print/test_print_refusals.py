"""What cannot be printed for everyone is a problem that says what was found, and there is no PDF."""

from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import ROOT
from curriculum.model import Kind, Problem
from curriculum.printing.press import print_sheet
from curriculum.printing.sheets import TEMPLATE
from specimen import sheet_of

pytestmark = pytest.mark.slow
TITLE = "# Title\n\n"


def refusal_of(text: str, kind: Kind = Kind.WORKSHEET) -> Problem:
    """The one problem of a handout that must not be printed."""
    pdf, problems = print_sheet(sheet_of(TITLE + text, kind), ROOT / TEMPLATE)
    assert pdf == b""
    (problem,) = problems
    assert problem.path == "docs/specimen.md"
    return problem


@pytest.mark.parametrize("tag", ["video", "img", "iframe", "details", "h5", "pre", "hr"])
def test_unknown_element_is_refused(tag: str) -> None:
    """An element without a form on paper is named, not left out."""
    problem = refusal_of(f"Before.\n\n<{tag}></{tag}>")
    assert (problem.rule, problem.values["found"]) == ("not-printable", f"<{tag}>")


def test_unknown_element_inside_a_line_is_refused() -> None:
    """Neither is an element without a form on paper left out in the middle of a sentence."""
    assert refusal_of("Press <kbd>Enter</kbd> now.").values["found"] == "<kbd>"


def test_full_card_is_refused() -> None:
    """A face with more words than it has room for is named, with its height and the room there is."""
    problem = refusal_of(f"/// card | Pause\n{'Many words. ' * 100}\n///", Kind.POCKET_CARD)
    assert (problem.rule, problem.values["found"]) == ("card-too-full", "Pause")
    assert int(str(problem.values["height"])) > int(str(problem.values["expected"]))


@pytest.mark.parametrize("sign", ["漢", "🙂", "م"])
def test_sign_without_a_font_is_refused(sign: str) -> None:
    """A sign that would be an empty box on paper is named."""
    problem = refusal_of(f"One sign: {sign}.")
    assert (problem.rule, problem.values["found"]) == ("missing-sign", sign)


def test_skipped_heading_level_is_refused() -> None:
    """Headings that a screen reader cannot follow are refused by the printer program itself."""
    assert refusal_of("### Too deep { #deep }").rule == "print-refused"


def test_refusal_does_not_last() -> None:
    """The same handout, mended, is printed."""
    sheet = sheet_of(TITLE + "漢")
    print_sheet(sheet, ROOT / TEMPLATE)
    pdf, problems = print_sheet(replace(sheet, html=sheet.html.replace("漢", "Chinese")), ROOT / TEMPLATE)
    assert pdf
    assert problems == ()
