"""What an edition replaced, as far as it stops a build: safety that changed in the shared text, and nobody looked."""

from __future__ import annotations

from collections.abc import Iterable

from curriculum.read.layers import Sources
from curriculum.read.today import read_today
from curriculum.watch.reading import read_held
from curriculum.watch.states import find_states, news_of
from curriculum.watch.values import PartState
from curriculum.words.audience import NOTES, SHARED
from curriculum.words.changes import Change, Weight
from curriculum.words.model import PUBLISHED, Problem, Words

PATIENCE = 30
"""Days that a published edition has to take in a correction that is there for safety, or to say why it does not."""


def check_watched(sources: Sources) -> list[Problem]:
    """What stops the pages that participants read."""
    return _check(sources, SHARED)


def check_watched_notes(sources: Sources) -> list[Problem]:
    """The same for what only facilitators read."""
    return _check(sources, NOTES)


def _check(sources: Sources, folder: str) -> list[Problem]:
    """Texts are compared only where something was announced in vain: else no page is opened here."""
    edition, problems = sources.edition, []
    if edition is None or edition.status != PUBLISHED or not _is_late(sources, folder):
        return []
    held = read_held(sources.root, edition.path, sources.languages, sources.changes, (folder,))
    for one in find_states(held):
        urgent = _late(one.changes)
        if one.state is PartState.SAFETY and urgent:
            values: dict[str, Words] = {"found": str(one.part), "says": urgent[-1].said, "expected": str(PATIENCE)}
            problems.append(Problem(f"{edition.path}/{one.part.path}", 1, "override-safety", values))
    return problems


def _is_late(sources: Sources, folder: str) -> bool:
    """True when something was announced for safety, long ago, of a part that the edition replaced before."""
    changes = sources.changes
    entries = (entry for part, entry in changes.entries.items() if part.path.startswith(f"{folder}/"))
    return any(_late(news_of(entry, changes.announced, sources.languages)) for entry in entries)


def _late(changes: Iterable[Change]) -> list[Change]:
    today = read_today()
    return [one for one in changes if one.kind is Weight.SAFETY and (today - one.day).days > PATIENCE]
