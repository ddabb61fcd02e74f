"""`publish --offline`: build, then a ZIP for each language, to open without internet; each audience has its folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from curriculum.commands import build
from curriculum.commands.options import options_of, refuse, settings_of
from curriculum.commands.outgoing import check_outgoing
from curriculum.commands.verify import read_case
from curriculum.publish.offline.copies import check_copies, read_built, write_copies
from curriculum.read.layers import Settings, read_curriculum
from curriculum.verify.means import examine
from curriculum.words.audience import COPIES, FOLDERS
from curriculum.words.forms import size_of
from curriculum.words.model import Audience, Curriculum, Problem
from curriculum.words.problems import preferred_languages

OpenedSite = tuple[Curriculum | None, Mapping[str, bytes], list[Problem]]
"""A course, the files of its site by their places, and why no copy is made of them."""


def main(arguments: list[str]) -> int:
    """Write the copies and say where they are and how large; the exit code."""
    parser = options_of("publish")
    parser.add_argument("--offline", action="store_true", required=True)
    parser.add_argument("--facilitators", action="store_true")
    chosen = parser.parse_args(arguments)
    settings = settings_of(chosen)
    if problems := check_outgoing(settings.root, theirs=chosen.facilitators):
        return refuse(problems)
    if code := build.main([]):
        return code
    curriculum, files, problems = (
        read_their_site(settings) if chosen.facilitators else read_looked_through(settings.root)
    )
    if curriculum is None or problems:
        return refuse(problems)
    for path in write_copies(curriculum, files, settings.root / COPIES[curriculum.audience]):
        print(f"{path.relative_to(settings.root).as_posix()}, {size_of(path.stat().st_size, preferred_languages()[0])}")
    return 0


def read_their_site(settings: Settings) -> OpenedSite:
    """The course and the site of facilitators."""
    curriculum, problems = read_curriculum(settings)
    if curriculum is None:
        return None, {}, problems
    files = read_built(settings.root / FOLDERS[Audience.FACILITATOR])
    return curriculum, files, check_copies(files, curriculum)


def read_looked_through(root: Path) -> OpenedSite:
    """The course and the site of participants, looked through: a copy is handed out as a site is given out."""
    case, curriculum, problems = read_case(root, root / FOLDERS[Audience.PARTICIPANT])
    if case is None or curriculum is None:
        return None, {}, problems
    return curriculum, case.target.files, check_copies(case.target.files, curriculum) or examine(case)
