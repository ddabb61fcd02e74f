"""What is looked at before a site or a copy of it leaves this computer: whether somebody answers at its numbers."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from curriculum.checks.numbers import check_unanswered
from curriculum.checks.origin import check_answered
from curriculum.commands.watched import read_edition_desk
from curriculum.read.edition import read_edition, read_private
from curriculum.read.today import read_today
from curriculum.watch.health import health_lines, health_of
from curriculum.watch.states import find_states
from curriculum.words.audience import NOTES
from curriculum.words.model import Problem
from curriculum.words.problems import preferred_languages


def check_outgoing(root: Path, theirs: bool = False) -> list[Problem]:
    """Why nothing goes out, before anything is built; `theirs`, also of what only facilitators have.

    What is the matter for safety is said, and hinders nobody.

    Files that cannot be read are the build’s to tell.
    """
    desk, _ = read_edition_desk(root)
    edition = read_edition(root, desk.edition, desk.held.languages)[0] if desk else None
    if desk and theirs:
        edition = read_private(root, edition, desk.held.languages)[0]
    if desk is None or edition is None:
        return []
    problems = check_answered(edition)
    for path, text in desk.held.own.items():
        if theirs or not path.startswith(f"{NOTES}/"):
            problems += check_unanswered(f"{edition.path}/{path}", enumerate(text.split("\n"), 1))
    if problems:
        return problems
    health = health_of(desk.edition, edition, find_states(desk.held), [], read_today())
    kept = tuple(one for one in health.publish if one.name == "draft")
    if health.safety or kept:
        for language in preferred_languages():
            print(*health_lines(replace(health, publish=kept), language, notes=False), sep="\n", file=sys.stderr)
    return []
