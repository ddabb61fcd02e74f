"""`translate done`: both texts of a page or a section agree, and are kept as they are now, or why they cannot be."""

from __future__ import annotations

import argparse

from curriculum.commands.options import refuse
from curriculum.elements.given import give_the_same
from curriculum.publish.refused import unwritten
from curriculum.read.textfile import check_marks, read_text
from curriculum.review.agreed import what_is_lost
from curriculum.translate.desk import Desk
from curriculum.translate.stamping import refusals, statements_unread, unread_in, write_stamped, write_statements
from curriculum.translate.telling import words
from curriculum.translate.values import Found, State
from curriculum.watch.whole import unbroken
from curriculum.words.model import Problem
from curriculum.words.problems import preferred_languages


def stamp(desk: Desk, rows: list[Found], section: str | None, chosen: argparse.Namespace) -> int:
    """`done`: both agree; refused where one moved on and the other was not touched, or lacks what the other has."""
    unread = unread_in(desk, rows, chosen.part)
    held = [row for row in rows if not unread or row.state is State.MISSING]
    problems = refusals(desk, held, give_the_same) + marks_in(desk, rows)
    problems += [] if problems else what_is_lost(desk, rows)
    problems += [] if chosen.reason else unread
    if chosen.reason and not unread:
        problems.append(Problem("", 0, "reason-idle", {"found": chosen.part}))
    if problems:
        return refuse(problems)
    try:
        with unbroken():
            write_statements(desk.root, statements_unread(desk, rows, chosen.reason) if chosen.reason else {})
            written = write_stamped(desk, rows, section)
    except OSError as error:
        return refuse([unwritten(error, desk.root)])
    for language in preferred_languages():
        print(words(language, ("done-unread" if unread else "done") if written else "done-already", part=chosen.part))
    return 0


def marks_in(desk: Desk, rows: list[Found]) -> list[Problem]:
    """What a merge left in a page: it says two things, and nobody agreed to both."""
    paths = sorted({path for row in rows for path in (row.path, row.source_path) if (desk.root / path).exists()})
    return [problem for path in paths for problem in check_marks(path, read_text(desk.root, path)[0])]
