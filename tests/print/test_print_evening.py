"""The evening in one paper: its page numbers are right, its letters large enough, its last page the card."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

import pikepdf
import pytest
from conftest import Project
from curriculum.formats.pdf.assemble import pages_of
from curriculum.words.model import Kind
from curriculum.words.paper import Look, Size
from reading.pdf.breakages import change_pdf
from reading.pdf.drawn import DrawnPage, Sign, read_drawn
from reading.pdf.leads import Lead, read_leads
from reading.pdf.prints import Print, each, read_prints

pytestmark = pytest.mark.slow
LEAST, SAID = 11.9, {Size.STANDARD: 15.0, Size.LARGE: 23.0}
"""Points: of anything that is read, and of what facilitators say."""
LONGEST = {"en": 18, "fr": 20}
"""Pages of an evening without its handouts, on Letter and A4, with an empty one where a card to cut follows."""
BEHIND = re.compile(r"^\u00a0 *\(?p\.\u00a0(\d+)")
STRAY = re.compile(r"\(?p\.\d|·")
"""What belongs to the line before."""


def evenings(built: Project) -> list[Print]:
    """Every evening, each on one paper and in one size, the next one in the next."""
    every = [p for p in read_prints(built.root) if p.document.articles[0].look is Look.EVENING]
    return [printed for number, printed in enumerate(every) if number % 4 == (number // 4) % 4]


class Drawn(NamedTuple):
    """What is looked at of the signs on the pages of one evening, which are read once."""

    small: list[float]
    """The sizes of signs in the evening itself and on its last sheet that are too small to read standing."""
    sizes: set[float]
    """The sizes of all signs in the evening itself."""
    shrunk: list[str]
    """Lines of what is to be said in which some signs are smaller than the others."""
    turned: list[str]
    """Lines that begin with the page of the link on the line before, or with the dot behind it."""


@pytest.fixture(scope="module")
def led(built: Project) -> dict[str, tuple[list[str], list[str]]]:
    """Of each evening the links that lead elsewhere, and the rows that do not lead to their part."""
    return each(leading_wrongly, evenings(built))


def leading_wrongly(printed: Print) -> tuple[list[str], list[str]]:
    leads = read_leads(printed.pdf)
    return wrong_leads(leads), lost_parts(leads)


def wrong_leads(leads: list[Lead]) -> list[str]:
    """Links without the page they lead to behind them, or that lead to no heading; and how few links there are."""
    found = []
    for lead in leads:
        named = BEHIND.match(lead.behind)
        if named is None or int(named[1]) != lead.page or not lead.title:
            found.append(f"{lead.words} {lead.behind} {lead.page} {lead.title}")
    return found if len(leads) > 12 else ["hardly any links"]


def lost_parts(leads: list[Lead]) -> list[str]:
    """Rows of the run sheet that do not lead to the heading with their name."""
    rows = [lead for lead in leads if lead.behind.lstrip().startswith("p.")]
    return [lead.words for lead in rows if lead.words not in lead.title] if len(rows) > 8 else ["few rows"]


@pytest.fixture(scope="module")
def drawn(built: Project) -> dict[str, Drawn]:
    """What is drawn of one evening in three."""
    return each(drawn_of, evenings(built)[::3])


def drawn_of(printed: Print) -> Drawn:
    pages = read_drawn(printed.pdf)
    own = pages[: pages_of_evening(printed)]
    read = [sign for page in [*own, *pages[-2:]] for sign in page.signs if not sign.is_artifact]
    sizes = {round(sign.size, 1) for page in own for sign in page.signs if not sign.is_artifact}
    small = sorted({round(sign.size, 1) for sign in read if sign.size < LEAST})
    lines = [(page.number, line) for page in own for line in lines_of(page)]
    return Drawn(small, sizes, shrunk_lines(lines, SAID[printed.variant.size]), turned_lines(lines))


def lines_of(page: DrawnPage) -> list[list[Sign]]:
    """What is read on each line of a page, from its left."""
    lines: dict[int, list[Sign]] = {}
    for sign in page.signs:
        if not sign.is_artifact:
            lines.setdefault(round(sign.bottom), []).append(sign)
    return [sorted(line, key=lambda sign: sign.x0) for line in lines.values()]


def shrunk_lines(lines: list[tuple[int, list[Sign]]], said: float) -> list[str]:
    sizes = [(number, {round(sign.size, 1) for sign in line}) for number, line in lines]
    return [f"page {number}: {found}" for number, found in sizes if said in found and len(found) > 1]


def turned_lines(lines: list[tuple[int, list[Sign]]]) -> list[str]:
    words = [(number, "".join(sign.text for sign in line)) for number, line in lines]
    return [f"page {number}: {found}" for number, found in words if STRAY.match(found)]


def pages_of_evening(printed: Print) -> int:
    """How many pages come before the first handout, or before the last sheet."""
    leads = read_leads(printed.pdf)
    names = {article.title for article in printed.document.articles[1:]}
    return min(lead.page for lead in leads if lead.title in names) - 1


def test_every_link_names_the_page_that_it_leads_to(led: dict[str, tuple[list[str], list[str]]]) -> None:
    assert len(led) >= 24
    assert {place: wrong for place, (wrong, _) in led.items() if wrong} == {}


def test_the_run_sheet_leads_to_each_part(led: dict[str, tuple[list[str], list[str]]]) -> None:
    assert {place: lost for place, (_, lost) in led.items() if lost} == {}


def test_nothing_is_too_small_to_be_read_standing_and_what_is_said_is_larger(drawn: dict[str, Drawn]) -> None:
    assert len(drawn) >= 8
    assert {place: seen.small for place, seen in drawn.items() if seen.small} == {}
    for place, seen in drawn.items():
        assert SAID[Size.LARGE if "-large" in place else Size.STANDARD] in seen.sizes, place


def test_a_quotation_within_what_is_said_is_as_large(drawn: dict[str, Drawn]) -> None:
    assert {place: seen.shrunk for place, seen in drawn.items() if seen.shrunk} == {}


def test_no_line_begins_with_the_page_of_a_link_or_with_a_dot(drawn: dict[str, Drawn]) -> None:
    assert {place: seen.turned for place, seen in drawn.items() if seen.turned} == {}


def test_an_evening_is_as_short_as_was_promised_and_ends_with_its_sheet(built: Project) -> None:
    """In standard letters the last two pages are one sheet; each handout is there once, and what is cut is alone."""
    for printed in evenings(built):
        document, count = printed.document, pages_of(printed.pdf)
        assert [article.look for article in document.articles[-2:]] == [Look.CARD, Look.CARD]
        handouts = [article.uri for article in document.articles[1:-2]]
        assert len(handouts) == len({*handouts})
        assert all(b.recto for a, b in pairwise(document.articles) if a.kind is Kind.POCKET_CARD)
        assert all(article.recto for article in document.articles if article.kind is Kind.POCKET_CARD)
        if printed.variant.size is Size.STANDARD:
            assert count % 2 == 0, "front and back of one sheet"
            code = document.language.code
            assert pages_of_evening(printed) + 2 <= LONGEST[code], printed.place


def test_a_wrong_page_would_be_noticed(built: Project) -> None:
    """One page more at the beginning, and every link names the page before the one it leads to."""
    one = evenings(built)[0]
    longer = replace(one, pdf=change_pdf(one.pdf, add_a_page))
    assert wrong_leads(read_leads(one.pdf)) == []
    assert len(wrong_leads(read_leads(longer.pdf))) == len(read_leads(one.pdf))


def add_a_page(file: pikepdf.Pdf) -> None:
    """An empty page before all others."""
    file.pages.insert(0, file.add_blank_page(page_size=(612, 792)))
    del file.pages[-1]
