"""`edition rescue` and `edition originals`: edits in place go to the edition; what a release brings for it."""

from __future__ import annotations

from pathlib import Path

from curriculum.commands.options import refuse
from curriculum.watch.acts import KEPT, EditionDesk
from curriculum.watch.originals import FILE, read_originals, write_originals
from curriculum.watch.rescue import Rescued, write_rescued
from curriculum.watch.telling import words
from curriculum.words.model import Problem
from curriculum.words.problems import preferred_languages


def rescue(desk: EditionDesk, source: str) -> int:
    """Move what was changed in place; the exit code: 1 where something is left to join by hand."""
    place = Path(source) if source else desk.root / FILE
    originals = read_originals(place)
    if not originals or place.resolve() == desk.root.resolve():
        return refuse([Problem("", 0, "edition-from", {"found": source or FILE})])
    done = write_rescued(desk, originals)
    for name, paths in _groups(done).items():
        for path in paths:
            say(name, path=path, edition=desk.edition)
    if done.moved:
        say("rescued-next", kept=KEPT)
    if not (done.moved or done.back or done.taken):
        say("rescued-none")
    return int(bool(done.taken))


def _groups(done: Rescued) -> dict[str, tuple[str, ...]]:
    return {
        "rescued": done.moved,
        "rescued-back": done.back,
        "rescued-taken": done.taken,
        "rescued-elsewhere": done.elsewhere,
    }


def keep_originals(root: Path) -> int:
    """Write what a release brings, so that edits in place can be told from it without git."""
    say("originals", file=FILE, count=write_originals(root))
    return 0


def say(name: str, **values: str | int) -> None:
    """One sentence in every language that is asked for."""
    for language in preferred_languages():
        print(words(language, name, **values))
