"""A week ready for the printer: its handouts, each as often as the group needs it, and what facilitators hold."""

from __future__ import annotations

import difflib
from dataclasses import replace
from pathlib import Path

from curriculum.formats.articles import Articles
from curriculum.formats.documents import handout_documents, handouts_pack, notes_pack, repeated
from curriculum.formats.pdf.everything import Job, count_pages, in_place, print_jobs
from curriculum.words.model import Arc, Audience, Language, Problem, Week
from curriculum.words.paper import Document, Variant

FOLDER = "to-print"
MOST = 200
"""People in the largest group; more is a slip of the finger."""


def check_set(arc: Arc, week_id: str, participants: str) -> list[Problem]:
    """What is wrong with the week or the number asked for on the command line."""
    problems = []
    weeks = [week.id for week in arc.sessions]
    if week_id not in weeks:
        near = difflib.get_close_matches(week_id, weeks, 1)
        values = {"found": week_id, "expected": ", ".join(weeks), "near": near[0] if near else ""}
        problems.append(Problem("", 0, "print-week", values))
    if not (participants.isascii() and participants.isdigit() and 1 <= int(participants) <= MOST):
        problems.append(Problem("", 0, "print-for", {"found": participants, "expected": str(MOST)}))
    return problems


def print_pack(  # noqa: PLR0913, PLR0917
    week: Week, articles: Articles, root: Path, language: Language, variant: Variant, participants: int
) -> tuple[Document | None, list[Problem]]:
    """The pack of a week's handouts, once these are printed by themselves and their pages are counted."""
    jobs = [
        (document, variant)
        for handout, document in handout_documents(articles)
        if handout in week.handouts and document.language == language
    ]
    pdfs, problems = print_jobs(jobs, root)
    if problems:
        return None, in_place(problems, articles.curriculum)
    pages = count_pages(week.handouts, pdfs, language, variant)
    return handouts_pack(week, articles, language, pages, participants), []


def write_set(
    articles: Articles, root: Path, week_id: str, participants: int, variant: Variant
) -> tuple[list[Path], list[Problem]]:
    """Write `to-print/week-03-en-letter-for-8.pdf` and its like, in each language; their places, or what is wrong."""
    curriculum = articles.curriculum
    week = curriculum.arc.session(week_id)
    jobs: list[Job] = []
    for language in curriculum.languages:
        pack, problems = print_pack(week, articles, root, language, variant, participants)
        if pack is None:
            return [], problems
        name = f"{week.id}-{language.code}"
        jobs.append((replace(repeated(pack, week, participants), place=f"{name}-for-{participants}"), variant))
        if curriculum.audience is Audience.FACILITATOR:
            jobs.append((replace(notes_pack(week, articles, language), place=f"{name}-facilitators"), variant))
    made, problems = print_jobs(jobs, root)
    written = []
    for place, pdf in sorted(made.items()):
        if pdf:
            written.append(root / FOLDER / place)
            written[-1].parent.mkdir(exist_ok=True)
            written[-1].write_bytes(pdf)
    return written, problems
