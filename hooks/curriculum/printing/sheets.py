"""Which sheets a curriculum prints: every handout of the published weeks, in one language, on each paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import markdown

from curriculum.compose import compose_handout
from curriculum.labels import label
from curriculum.model import Arc, Curriculum, Handout, Language, Paper, Problem, Sheet
from curriculum.printing.press import print_sheet


def render_html(text: str, extensions: list[Any], settings: Mapping[str, Any]) -> str:
    """Markdown -> the HTML of the article, with the site's own extensions: screen and paper have the same tree."""
    return markdown.markdown(text, extensions=extensions, extension_configs=dict(settings))


def sheets_of(curriculum: Curriculum, language: Language, extensions: list[Any], settings: Mapping[str, Any]) -> Iterator[Sheet]:
    """The sheets of one language, two papers for each handout."""
    for handout in curriculum.arc.handouts:
        page = curriculum.pages[language, handout.uri]
        html = render_html(compose_handout(page, curriculum), extensions, settings)
        footer = footer_of(handout, page.title, curriculum.arc, language)
        for paper in Paper:
            yield Sheet(page.path, html, page.title, language, handout.kind, footer, paper)


def footer_of(handout: Handout, title: str, arc: Arc, language: Language) -> str:
    """The words at the foot of every page, without the page number."""
    number = next(week.number for week in arc.weeks if week.id == handout.week)
    return f"{title} · {label('footer', language, number=number, version=arc.version, licence=arc.licence)}"


def print_all(
    curriculum: Curriculum, language: Language, extensions: list[Any], settings: Mapping[str, Any], template: Path
) -> tuple[dict[str, bytes], list[Problem]]:
    """Every PDF of one language by its place in the site (`fr/week-01/handouts/pause-card-a4.pdf`), and problems."""
    pdfs: dict[str, bytes] = {}
    problems: list[Problem] = []
    uris = [handout.uri for handout in curriculum.arc.handouts for _ in Paper]
    for uri, sheet in zip(uris, sheets_of(curriculum, language, extensions, settings), strict=True):
        pdf, found = print_sheet(sheet, template)
        pdfs[language.prefix + sheet.paper.pdf_of(uri)] = pdf
        problems += found
    return pdfs, problems
