"""The run sheet of an evening in one paper: a row is a line, all is on the first page, each foot has the clock.

All weeks, in each language, on Letter, in both sizes: A4 shows the same, moved.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

import pytest
from conftest import ROOT, Project, read_valid
from curriculum.elements.tree import to_tree
from curriculum.formats.articles import Articles
from curriculum.formats.documents import evening
from curriculum.formats.pdf.everything import TEMPLATE
from curriculum.formats.pdf.printing import print_documents
from curriculum.read.layers import Settings
from curriculum.words.audience import NOTES
from curriculum.words.paper import Look, Paper, Size
from languages import FR
from reading.pdf.drawn import DrawnPage, Sign, read_drawn
from reading.pdf.leads import read_leads
from reading.pdf.prints import Print, each, read_prints

pytestmark = pytest.mark.slow
HEAD = {Size.STANDARD: 1, Size.LARGE: 4}
"""Pages within which the run sheet ends."""
SPACE = re.compile(r"\s")


def sheets(built: Project, size: Size) -> list[Print]:
    """Every evening in one size."""
    every = [p for p in read_prints(built.root) if p.document.articles[0].look is Look.EVENING]
    found = [p for p in every if (p.variant.paper, p.variant.size) == (Paper.LETTER, size)]
    assert len(found) >= 24
    return found


def rows_of(printed: Print) -> list[str]:
    """The clock cells of each row of the run sheet, as they were written, without white space."""
    table = next(to_tree(printed.document.articles[0].text).iter("table"))
    cells = [[SPACE.sub("", "".join(cell.itertext())) for cell in row] for row in table.iter("tr")]
    return ["".join(row[1:]) for row in cells[1:]]


def lines_of(page: DrawnPage, *, artifacts: bool = False) -> list[str]:
    """What is read from left to right at each height of a page, or stands around it."""
    lines: dict[int, list[Sign]] = defaultdict(list)
    for sign in page.signs:
        if sign.is_artifact is artifacts:
            lines[round(sign.bottom / 2)].append(sign)
    ordered = [sorted(lines[height], key=lambda sign: sign.x0) for height in sorted(lines)]
    return ["".join(sign.text for sign in line) for line in ordered]


def broken_rows(printed: Print) -> list[str]:
    """Rows whose clock cells are not on one line within the pages that the run sheet may take."""
    pages = read_drawn(printed.pdf, HEAD[printed.variant.size])
    lines = [line for page in pages for line in lines_of(page)]
    return [row for row in rows_of(printed) if not any(line.endswith(row) for line in lines)]


@pytest.mark.parametrize("size", Size)
def test_every_row_is_one_line_and_the_last_is_where_it_should_be(built: Project, size: Size) -> None:
    found = each(broken_rows, sheets(built, size))
    assert {place: rows for place, rows in found.items() if rows} == {}


def test_a_row_on_two_lines_would_be_noticed(built: Project) -> None:
    """Times of another evening are nowhere on the page."""
    one, *_, other = (p for p in sheets(built, Size.STANDARD) if p.document.language.code == "en")
    assert broken_rows(replace(one, document=other.document))


def wrong_feet(printed: Print) -> list[str]:
    """Pages whose foot says another time than that of the parts on them."""
    spans = {
        span.part: (SPACE.sub("", span.start), SPACE.sub("", span.end)) for span in printed.document.articles[0].spans
    }
    starts = part_pages(printed)
    last = max(starts.values())
    found = []
    for page in read_drawn(printed.pdf, last):
        before = [part for part in spans if starts[part] < page.number][-1:]
        on = [part for part in spans if starts[part] == page.number]
        feet = "".join(lines_of(page, artifacts=True))
        could = {f"{spans[parts[0]][0]}–{spans[parts[-1]][1]}" for parts in (before + on, on or before) if parts}
        if (could and not any(f"{span}·" in feet for span in could)) or (not could and "–" in feet):
            found.append(f"{page.number}: {feet[:60]} {could}")
    return found


def part_pages(printed: Print) -> dict[str, int]:
    """The page on which each part starts, by the links of the run sheet."""
    article = printed.document.articles[0]
    table = next(to_tree(article.text).iter("table"))
    ids = [link.get("href", "").removeprefix("#") for link in table.iter("a")]
    rows = [lead for lead in read_leads(printed.pdf) if lead.behind.lstrip().startswith("p.")]
    return {id: lead.page for id, lead in zip(ids, rows, strict=True)}


def test_each_foot_says_the_clock_of_its_page(built: Project) -> None:
    prints = sheets(built, Size.STANDARD)
    found = each(wrong_feet, prints)
    assert {place: feet for place, feet in found.items() if feet} == {}
    one = prints[0]
    article = one.document.articles[0]
    late = tuple(span._replace(start=span.end) for span in article.spans)
    wrong = replace(one, document=replace(one.document, articles=(replace(article, spans=late),)))
    assert wrong_feet(wrong), "another clock would be noticed"


@pytest.mark.parametrize("start", ["19:15", "20:45", "22:45"])
def test_an_evening_that_begins_at_another_time_has_room_too(start: str) -> None:
    """In French a time is wide: `21 h 45 (150)` left no room for the parts beside it, in large letters."""
    course = read_valid(Settings(ROOT, NOTES))
    facts = {**course.edition.facts, "schedule.start": replace(course.edition.facts["schedule.start"], plain=start)}
    articles = Articles(replace(course, edition=replace(course.edition, facts=facts)))
    works = [(evening(week, articles, FR), Size.LARGE) for week in course.arc.sessions]
    made, problems = print_documents(works, ROOT / TEMPLATE)
    assert problems == []
    assert len(made) == len(works) >= 10
