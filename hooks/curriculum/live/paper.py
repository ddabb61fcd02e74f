"""What one prints of a page: the handout itself, the handouts or the notes of a week, else the book it stands in."""

from __future__ import annotations

from curriculum.compose.downloads import GUIDE, WORKBOOK, evening_name, handouts_name
from curriculum.words.model import Audience, Curriculum, Page
from curriculum.words.paper import Paper, Variant


def paper_of(page: Page, curriculum: Curriculum) -> str:
    """The place of a PDF: `fr/week-01/handouts/pause-card-letter.pdf`."""
    for_facilitators = curriculum.audience is Audience.FACILITATOR
    week = curriculum.arc.session_at(page.uri)
    name = GUIDE if for_facilitators and curriculum.only_for_facilitators(page) else WORKBOOK
    if page.is_handout:
        name = page.uri.removesuffix(".md")
    elif week and for_facilitators:
        name = evening_name(week)
    elif week and week.handouts:
        name = handouts_name(week)
    return page.language.prefix + Variant(Paper.LETTER).pdf_of(name)
