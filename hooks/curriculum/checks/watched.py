"""What an edition replaced, as far as it stops a build: safety that changed in the shared text, and nobody looked."""

from __future__ import annotations

from collections.abc import Collection

from curriculum.read.layers import SHARED, Sources
from curriculum.read.today import read_today
from curriculum.watch.reading import read_held
from curriculum.watch.states import find_states
from curriculum.watch.values import Kind, State
from curriculum.words.audience import NOTES
from curriculum.words.model import Problem, Words

PATIENCE = 30
"""Days that a published edition has to take in a correction that is there for safety, or to say why it does not."""
PUBLISHED = "published"


def check_watched(sources: Sources) -> list[Problem]:
    """What stops the pages that participants read, and what is wrong with the list of what was replaced."""
    return _check(sources, (SHARED,), told=True)


def check_watched_notes(sources: Sources) -> list[Problem]:
    """The same for what only facilitators read."""
    return _check(sources, (NOTES,), told=False)


def _check(sources: Sources, folders: Collection[str], told: bool) -> list[Problem]:
    edition = sources.edition
    if edition is None:
        return []
    held, problems = read_held(sources.root, edition.path, sources.languages, folders)
    problems = problems if told else []
    if edition.status != PUBLISHED:
        return problems
    for one in find_states(held):
        urgent = [change for change in one.changes if change.kind is Kind.SAFETY]
        if one.state is State.SAFETY and (read_today() - urgent[-1].day).days > PATIENCE:
            values: dict[str, Words] = {"found": str(one.part), "says": urgent[-1].said, "expected": str(PATIENCE)}
            problems.append(Problem(f"{edition.path}/{one.part.path}", 1, "override-safety", values))
    return problems
