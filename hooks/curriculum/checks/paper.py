"""What a page holds and paper does not know, each at its own line and in the signs of its author."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Sequence

from curriculum.checks.allowed import is_inside
from curriculum.checks.plain import PlainParts
from curriculum.elements.table import REFUSED, row_of
from curriculum.elements.tree import elements_in
from curriculum.elements.vocabulary import lists_a_site
from curriculum.elements.words import words_of
from curriculum.formats.refusal import VOCABULARY
from curriculum.words.model import HOME, Curriculum, Page, Problem

TOLD = ("not-printable", "handout-picture", "lines-drawn", "remote-picture", "html-in-page")
"""Rules that name an element which paper refuses."""
DRAWN = re.compile(r"[ \t]*_{3,}[ \t]*$")


def check_paper(page: Page, body: PlainParts, curriculum: Curriculum) -> list[Problem]:
    """Everything without a form on paper, in a page, a note or a handout that is printed; titles that hold marks."""
    lines = ["", *page.body.split("\n")]
    problems: list[Problem] = []
    unsure = (part for part, links in body if links is None)
    for element, place in (found for part in unsure for found in elements_in(part)):
        line = place.line - page.offset
        if element.tag == "h1" and (marked := _marked(element)) is not None:
            values = {"found": lines[line].strip("# ")[:60], "expected": words_of(element)[:60], "mark": marked}
            problems.append(Problem(place.path, place.line, "title-marks", values))
        elif is_printed(page, curriculum) and _is_refused(element, page):
            problems += _refused(element, place.line, lines, page)
    return problems


def is_printed(page: Page, curriculum: Curriculum) -> bool:
    """True for handouts, notes and pages of books; not for the first page, nor for those that list what is there."""
    shown = curriculum.pages.get((page.language, page.uri)) is page
    only_here = page.uri == HOME or lists_a_site(page.body)
    return not (shown and only_here)


def _marked(title: etree.Element) -> str | None:
    """The first mark in a title, which tabs, menus and files would show as it was written."""
    return next((element.tag for element in title.iter() if element.tag in ("strong", "em", "a", "code", "img")), None)


def _is_refused(element: etree.Element, page: Page) -> bool:
    """In a book, the words of a picture file stand in its place; one from elsewhere is told by its address."""
    row = row_of(element)
    if row is None or row.pdf != REFUSED:
        return False
    return element.tag != "img" or (page.is_handout and is_inside(element.get("src", "")))


def _refused(element: etree.Element, at: int, lines: Sequence[str], page: Page) -> list[Problem]:
    line = lines[at - page.offset]
    if line.strip() == "---" and not any(above.startswith("#") for above in lines[: at - page.offset]):
        return []  # keys of the page that do not end, or start too late: `source` says so
    if element.tag == "hr" and DRAWN.match(line):
        count = _drawn_from(lines, at - page.offset)
        values = {"found": line.strip()[:60], "expected": f"/// lines | {count}"}
        return [Problem(page.path, at, "lines-drawn", values)] if count else []
    if element.tag == "code" and "\n" in (element.text or ""):
        return []  # its `pre` says it
    if element.tag == "img":
        shown = f"![{element.get('alt')}]({element.get('src')})"
        return [Problem(page.path, at, "handout-picture", {"found": shown[:60]})]
    found = (f"`{element.text or ''}`" if element.tag == "code" else line.strip() or element.tag)[:60]
    return [Problem(page.path, at, "not-printable", {"found": found, "expected": VOCABULARY})]


def _drawn_from(lines: Sequence[str], start: int) -> int:
    """How many lines are drawn one under another from here; none for one that is not the first of them."""
    before = next((line for line in reversed(lines[:start]) if line.strip()), "")
    if DRAWN.match(before):
        return 0
    count = 0
    for line in lines[start:]:
        if line.strip() and not DRAWN.match(line):
            break
        count += bool(line.strip())
    return count


def without_told(printing: Iterable[Problem], problems: Iterable[Problem]) -> list[Problem]:
    """What printing found, without what stops it in a page whose elements were all told: it knows no lines of these."""
    told = {problem.path for problem in problems if problem.rule in TOLD}
    slipped = {problem.path for problem in problems if problem.rule.startswith("element-")}
    return [
        problem
        for problem in printing
        if not (problem.rule == "not-printable" and problem.path in told)
        and not (problem.rule == "element-filled" and problem.path in slipped)
    ]
