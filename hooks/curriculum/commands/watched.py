"""The edition of the project in the current folder beside what it replaced; one quiet line a kind of change."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from curriculum.commands.in_step import tell_behind
from curriculum.read.layers import Sources
from curriculum.read.ledger import read_changes
from curriculum.read.ordered import read_ordered
from curriculum.read.today import read_today
from curriculum.watch.acts import EditionDesk
from curriculum.watch.reading import read_edition_place, read_held, read_marked
from curriculum.watch.states import find_states
from curriculum.watch.telling import summary, words
from curriculum.words.model import Problem
from curriculum.words.problems import preferred_languages


def read_edition_desk(root: Path) -> tuple[EditionDesk | None, list[Problem]]:
    """The edition of this project and what lies below it, or what hinders reading it. The course may be in pieces."""
    languages, problems = read_ordered(root)
    if problems:
        return None, problems
    edition, problems = read_edition_place(root, languages)
    if problems:
        return None, problems
    changes, problems = read_changes(root, edition, languages)
    held = replace(read_held(root, edition, languages, changes), marked=read_marked(root, edition))
    return EditionDesk(root, edition, held, read_today()), problems


def tell_watched(sources: Sources) -> None:
    """One quiet line for each kind of thing that a partner should look at; nothing stops for it."""
    tell_behind(sources)
    if sources.edition is None:
        return
    edition = sources.edition.path
    found = find_states(read_held(sources.root, edition, sources.languages, sources.changes))
    for language in preferred_languages():
        for line in summary(found, edition, language):
            print(line, file=sys.stderr)


def tell(name: str, **values: str | int) -> None:
    """Say one sentence of `edition`, in every language that is asked for."""
    for language in preferred_languages():
        print(words(language, name, **values))
