"""A week ready for the printer: its handouts, each as often as the group needs it, and what facilitators hold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from curriculum.compose.holders import evening_in
from curriculum.compose.packs import Group
from curriculum.formats.articles import Articles
from curriculum.formats.documents import evening, handout_documents, handouts_pack, repeated
from curriculum.formats.pdf.asked import Order
from curriculum.formats.pdf.everything import PrintJob, count_pages, in_place, print_jobs
from curriculum.watch.whole import write_all
from curriculum.words.model import Audience, Language, Problem, Week
from curriculum.words.paper import Document, Variant

FOLDER = "to-print"


def print_pack(  # noqa: PLR0913, PLR0917
    week: Week, articles: Articles, root: Path, language: Language, variant: Variant, group: Group
) -> tuple[Document | None, list[Problem]]:
    """The pack of a week's handouts, once these are printed by themselves and their pages are counted."""
    lenders = {language, language.lender or language}
    jobs = [
        (document, variant)
        for handout, document in handout_documents(articles)
        if handout in week.handouts and document.language in lenders
    ]
    pdfs, problems = print_jobs(jobs, root)
    if problems:
        return None, in_place(problems, articles.curriculum)
    pages = count_pages(articles.curriculum, pdfs, language, variant)
    return handouts_pack(week, articles, language, pages, group), []


def write_set(articles: Articles, root: Path, order: Order) -> tuple[list[Path], list[Problem]]:
    """Write `to-print/week-03-en-for-8-letter.pdf` and its like, in each language; their places, or what is wrong.

    With a spare copy of each handout, the file is `week-03-en-for-8-and-1-letter.pdf`.
    """
    curriculum, variant = articles.curriculum, order.variant
    week = curriculum.arc.session(order.week)
    jobs: list[PrintJob] = []
    for language, group in order.groups.items():
        pack, problems = print_pack(week, articles, root, language, variant, group)
        if pack is None:
            return [], problems
        name = f"{week.id}-{language.code}"
        spare = f"-and-{group.spare}" if group.spare else ""
        jobs.append((replace(repeated(pack, week, group), place=f"{name}-for-{group.people}{spare}"), variant))
        if curriculum.audience is Audience.FACILITATOR:
            held = evening(week, articles, evening_in(week, curriculum, language))
            jobs.append((replace(held, place=f"{name}-facilitators"), variant))
    made, problems = print_jobs(jobs, root)
    written = {f"{FOLDER}/{place}": pdf for place, pdf in sorted(made.items()) if pdf}
    write_all(root, written)
    return [root / place for place in written], problems
