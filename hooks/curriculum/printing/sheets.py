"""Which sheets a curriculum prints: every handout of the published weeks, in each language, on each paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from curriculum.compose import compose_handout
from curriculum.elements import to_html
from curriculum.facts import title_of
from curriculum.labels import label
from curriculum.model import Arc, Curriculum, Handout, Language, Page, Paper, Problem, Sheet
from curriculum.printing.kept import FOLDER, read_fingerprint, read_or_print

TEMPLATE = "overrides/print"
MARKS = {"<img": "![", "<code": "`", "<hr": "---", "<pre": "```"}
"""What an author writes for elements that paper does not know."""


def print_all(curriculum: Curriculum, root: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """Every PDF by its place in the site (`fr/week-01/handouts/pause-card-a4.pdf`), and what cannot be printed."""
    pdfs: dict[str, bytes] = {}
    problems: list[Problem] = []
    template = root / TEMPLATE
    state = read_fingerprint(template)
    for place, page, sheet in sheets_of(curriculum):
        pdf, found = read_or_print(sheet, template, root / FOLDER, state)
        pdfs[place] = pdf
        problems += [replace(problem, line=_line_of(problem, page)) for problem in found]
    return pdfs, problems


def sheets_of(curriculum: Curriculum) -> Iterator[tuple[str, Page, Sheet]]:
    """Each sheet with its place in the site and its page; a handout without page or title is passed over."""
    for language in Language:
        for handout in curriculum.arc.handouts:
            page = curriculum.pages.get((language, handout.uri))
            if page is None or not page.title:
                continue
            html = to_html(compose_handout(page, curriculum))
            title = title_of(page, curriculum)
            footer = footer_of(handout, title, curriculum.arc, language)
            for paper in Paper:
                sheet = Sheet(page.path, html, title, language, handout.kind, footer, paper)
                yield language.prefix + paper.pdf_of(handout.uri), page, sheet


def footer_of(handout: Handout, title: str, arc: Arc, language: Language) -> str:
    """The words at the foot of every page, without the page number."""
    number = next(week.number for week in arc.weeks if week.id == handout.week)
    return f"{title} · {label('footer', language, number=number, version=arc.version, licence=arc.licence)}"


def _line_of(problem: Problem, page: Page) -> int:
    """The line that holds what was found: the title of a card, a sign, or what makes an element in Markdown."""
    found = str(problem.values.get("found", "")).rstrip(">")
    mark = MARKS.get(found, found)
    lines = enumerate(page.body.split("\n"), page.offset + 1)
    if problem.rule == "table-too-wide":
        return next((number for number, line in lines if line.count("|") >= int(found)), 1 + page.offset)
    return next((number for number, line in lines if mark and mark in line), 1 + page.offset)
