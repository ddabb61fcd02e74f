"""The evening in one paper: its page numbers are right, its letters large enough, its last page the card."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pytest
from conftest import Project
from curriculum.formats.pdf.assemble import pages_of
from curriculum.words.model import Kind
from curriculum.words.paper import Look, Size
from reading.pdf.breakages import change_pdf
from reading.pdf.drawn import read_drawn
from reading.pdf.leads import read_leads
from reading.pdf.prints import Print, each, read_prints

pytestmark = pytest.mark.slow
LEAST, SAID = 11.9, {Size.STANDARD: 15.0, Size.LARGE: 23.0}
"""Points: of anything that is read, and of what facilitators say."""
LONGEST = {"en": 18, "fr": 20}
"""Pages of an evening without its handouts, on Letter and A4, with an empty one where a card to cut follows."""
BEHIND = re.compile(r"^ *\(?p\.\u00a0(\d+)")


def evenings(built: Project) -> list[Print]:
    """Every evening, each on one paper and in one size, the next one in the next."""
    every = [p for p in read_prints(built.root) if p.document.articles[0].look is Look.EVENING]
    return [printed for number, printed in enumerate(every) if number % 4 == (number // 4) % 4]


def wrong_leads(printed: Print) -> list[str]:
    """Links without the page they lead to behind them, or that lead to no heading; and how few links there are."""
    leads = read_leads(printed.pdf)
    found = []
    for lead in leads:
        named = BEHIND.match(lead.behind)
        if named is None or int(named[1]) != lead.page or not lead.title:
            found.append(f"{lead.words} {lead.behind} {lead.page} {lead.title}")
    return found if len(leads) > 12 else ["hardly any links"]


def lost_parts(printed: Print) -> list[str]:
    """Rows of the run sheet that do not lead to the heading with their name."""
    rows = [lead for lead in read_leads(printed.pdf) if lead.behind.lstrip().startswith("p.")]
    return [lead.words for lead in rows if lead.words not in lead.title] if len(rows) > 8 else ["few rows"]


def small_signs(printed: Print) -> list[float]:
    """The sizes of signs in the evening itself and on its last sheet that are too small to read standing."""
    pages = read_drawn(printed.pdf)
    own = [*pages[: pages_of_evening(printed)], *pages[-2:]]
    return sorted({round(s.size, 1) for page in own for s in page.signs if not s.is_artifact and s.size < LEAST})


def said_sizes(printed: Print) -> set[float]:
    """The sizes of signs that are larger than the body."""
    pages = read_drawn(printed.pdf)[: pages_of_evening(printed)]
    return {round(sign.size, 1) for page in pages for sign in page.signs if not sign.is_artifact}


def pages_of_evening(printed: Print) -> int:
    """How many pages come before the first handout, or before the last sheet."""
    leads = read_leads(printed.pdf)
    names = {article.title for article in printed.document.articles[1:]}
    return min(lead.page for lead in leads if lead.title in names) - 1


def test_every_link_names_the_page_that_it_leads_to(built: Project) -> None:
    found = each(wrong_leads, evenings(built))
    assert len(found) >= 24
    assert {place: wrong for place, wrong in found.items() if wrong} == {}


def test_the_run_sheet_leads_to_each_part(built: Project) -> None:
    found = each(lost_parts, evenings(built))
    assert {place: lost for place, lost in found.items() if lost} == {}


def test_nothing_is_too_small_to_be_read_standing_and_what_is_said_is_larger(built: Project) -> None:
    prints = evenings(built)[::3]
    assert {place: sizes for place, sizes in each(small_signs, prints).items() if sizes} == {}
    for printed, sizes in zip(prints, each(said_sizes, prints).values(), strict=True):
        assert SAID[printed.variant.size] in sizes


def shrunk_quotes(printed: Print) -> list[str]:
    """Lines of what is to be said in which some signs are smaller than the others."""
    said = SAID[printed.variant.size]
    found = []
    for page in read_drawn(printed.pdf)[: pages_of_evening(printed)]:
        lines: dict[int, set[float]] = {}
        for sign in page.signs:
            if not sign.is_artifact:
                lines.setdefault(round(sign.bottom), set()).add(round(sign.size, 1))
        found += [f"page {page.number}: {sizes}" for sizes in lines.values() if said in sizes and len(sizes) > 1]
    return found


def test_a_quotation_within_what_is_said_is_as_large(built: Project) -> None:
    prints = evenings(built)[::3]
    assert {place: lines for place, lines in each(shrunk_quotes, prints).items() if lines} == {}


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
    assert wrong_leads(one) == []
    assert len(wrong_leads(longer)) == len(read_leads(one.pdf))


def add_a_page(file: pikepdf.Pdf) -> None:
    """An empty page before all others."""
    file.pages.insert(0, file.add_blank_page(page_size=(612, 792)))
    del file.pages[-1]
