"""What cannot be printed for everyone is a problem that says what was found, and there is no PDF."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT
from curriculum.formats.pdf.everything import TEMPLATE
from curriculum.formats.pdf.printing import print_document
from curriculum.words.model import Kind, Problem
from curriculum.words.paper import Paper, Size, Variant
from reading.pdf.specimen import LETTER, book_of, document_of

pytestmark = pytest.mark.slow
TITLE = "# Title\n\n"


def refusal_of(text: str, kind: Kind = Kind.WORKSHEET, variant: Variant = LETTER) -> Problem:
    """The one problem of a handout that must not be printed."""
    pdf, problems = print_document(document_of(TITLE + text, kind), variant, ROOT / TEMPLATE)
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


SLIPS = {
    "a word too much": ("elements.typ", "#let ", "#lett "),
    "a function that is not there": ("document.typ", "set text(", "set texxt("),
    "a brace left open": ("grid.typ", "#let ", "#let never = {\n#let "),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_in_a_template_is_told_of_the_template(slip: str, tmp_path: Path) -> None:
    """Once, whatever is printed: no page is to be mended."""
    template = tmp_path / TEMPLATE
    shutil.copytree(ROOT / TEMPLATE, template)
    name, right, wrong = SLIPS[slip]
    text = (template / name).read_text(encoding="utf-8")
    assert right in text
    (template / name).write_text(text.replace(right, wrong, 1), encoding="utf-8")
    pages = [document_of(TITLE + words) for words in ("One.", "Other.")]
    first, second = (print_document(page, LETTER, template)[1] for page in pages)
    (problem,) = first
    assert second == first
    assert (problem.path, problem.rule) == (f"{TEMPLATE}/{name}", "print-template")
    assert problem.line > 1


@pytest.mark.parametrize("name", ["document.typ", "elements.typ"])
def test_a_template_that_is_gone_is_told_by_its_name(name: str, tmp_path: Path) -> None:
    template = tmp_path / TEMPLATE
    shutil.copytree(ROOT / TEMPLATE, template)
    (template / name).unlink()
    problems = print_document(document_of(f"{TITLE}Words."), LETTER, template)[1]
    assert [(problem.path, problem.rule) for problem in problems] == [(f"{TEMPLATE}/{name}", "file-absent")]


def test_refusal_does_not_last() -> None:
    """The same handout, mended, is printed."""
    print_document(document_of(TITLE + "漢"), LETTER, ROOT / TEMPLATE)
    pdf, problems = print_document(document_of(TITLE + "Chinese"), LETTER, ROOT / TEMPLATE)
    assert pdf
    assert problems == ()


def test_wide_table_is_refused_in_the_size_it_does_not_fit() -> None:
    """Words that fit side by side at 12 points and not at 18 are refused there, by the number of columns."""
    heads = (
        "| Disappointed | Enthusiastic | Misunderstood | Uncomfortable |\n| --- | --- | --- | --- |\n| a | b | c | d |"
    )
    assert print_document(document_of(TITLE + heads), LETTER, ROOT / TEMPLATE)[1] == ()
    problem = refusal_of(heads, variant=Variant(Paper.LETTER, Size.LARGE))
    assert (problem.rule, problem.values["found"]) == ("table-too-wide", "4")


def test_refusal_in_a_book_names_its_page() -> None:
    """In a document of many pages, the file with the mistake is named, and only that one."""
    book = book_of(["# Book", "# One\n\nFine.", "# Two\n\nNot fine: 漢."])
    wrong = replace(book.articles[2], path="docs/two.md")
    _, problems = print_document(replace(book, articles=(*book.articles[:2], wrong)), LETTER, ROOT / TEMPLATE)
    assert [(problem.path, problem.rule) for problem in problems] == [("docs/two.md", "missing-sign")]
