"""The edition of the project in the current folder beside what it replaced; one quiet line a kind of change."""

from __future__ import annotations

import sys
from pathlib import Path

from curriculum.read.languages import read_languages
from curriculum.read.today import read_today
from curriculum.watch.acts import Desk
from curriculum.watch.reading import read_edition_place, read_held
from curriculum.watch.states import find_states
from curriculum.watch.telling import summary
from curriculum.watch.values import Watched
from curriculum.words.model import Problem
from curriculum.words.problems import preferred_languages


def read_desk(root: Path) -> tuple[Desk | None, list[Problem]]:
    """The edition of this project and what lies below it, or what hinders reading it."""
    languages, problems = read_languages(root)
    if problems:
        return None, problems
    edition, problems = read_edition_place(root, languages)
    if problems:
        return None, problems
    held, problems = read_held(root, edition, languages)
    return Desk(root, edition, held, read_today()), problems


def tell_watched(root: Path) -> list[Watched]:
    """One quiet line for each kind of thing that a partner should look at; nothing stops for it. All that was found."""
    desk, problems = read_desk(root)
    found = find_states(desk.held) if desk and not problems else []
    for language in preferred_languages():
        for line in summary(found, desk.edition if desk else "", language):
            print(line, file=sys.stderr)
    return found
