"""`doctor`: what is the matter with the edition, safety first, and one next step. Ends with 1 when anything is."""

from __future__ import annotations

from pathlib import Path

from curriculum.begin.language import left_lines
from curriculum.commands.options import options_of, settings_of
from curriculum.commands.watched import read_edition_desk
from curriculum.read.edition import read_edition, read_private
from curriculum.read.ordered import read_ordered
from curriculum.read.today import read_today
from curriculum.watch.health import Health, health_lines, health_of
from curriculum.watch.states import find_states
from curriculum.words.audience import NOTES
from curriculum.words.problems import preferred_languages


def main(arguments: list[str]) -> int:
    """The exit code: 1 when anything is the matter. That a public repository publishes notes is said each time."""
    root = settings_of(options_of("doctor", with_notes=False).parse_args(arguments)).root
    health, languages = read_health(root), read_ordered(root)[0]
    for language in preferred_languages():
        print(*left_lines(languages, language), *health_lines(health, language, (root / NOTES).is_dir()), sep="\n")
    return int(bool(health.safety or health.publish))


def read_health(root: Path) -> Health:
    """What is the matter, as far as files can be read: those of the edition, and the pages that it replaced."""
    desk, problems = read_edition_desk(root)
    if desk is None:
        folder = problems[0].path.rpartition("/")[0]
        return health_of(folder, None, [], problems, read_today())
    edition, found = read_edition(root, desk.edition, desk.held.languages)
    edition, more = read_private(root, edition, desk.held.languages)
    return health_of(desk.edition, edition, find_states(desk.held), [*problems, *found, *more], read_today())
