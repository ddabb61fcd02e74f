"""A week ready for the printer: its handouts, each as often as the group needs it, and what facilitators hold."""

from __future__ import annotations

import difflib
from dataclasses import replace
from pathlib import Path

from curriculum.formats.articles import Articles
from curriculum.formats.documents import handout_documents, handouts_pack, notes_pack, repeated
from curriculum.formats.pdf.everything import Job, count_pages, print_jobs
from curriculum.words.model import Arc, Audience, Problem
from curriculum.words.paper import Variant

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


def write_set(
    articles: Articles, root: Path, week_id: str, participants: int, variant: Variant
) -> tuple[list[Path], list[Problem]]:
    """Write `to-print/week-03-en-letter-for-8.pdf` and its like, in each language; their places, or what is wrong."""
    curriculum = articles.curriculum
    pdfs, problems = print_jobs([(document, variant) for _, document in handout_documents(articles)], root)
    if problems:
        return [], problems
    week = next(week for week in curriculum.arc.sessions if week.id == week_id)
    jobs: list[Job] = []
    for language in curriculum.languages:
        pages = count_pages(curriculum, pdfs, language, variant)
        name = f"{week.id}-{language.code}"
        pack = handouts_pack(week, articles, language, pages, participants)
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
