"""`publish --offline`: build, then a ZIP for each language, to open without internet; each audience has its folder."""

from __future__ import annotations

from curriculum.commands import build
from curriculum.commands.options import options_of, refuse, settings_of
from curriculum.commands.verify import read_case
from curriculum.publish.offline.copies import check_copies, read_built, write_copies
from curriculum.read.layers import Settings, read_curriculum
from curriculum.verify.means import examine
from curriculum.words.audience import COPIES, FOLDERS
from curriculum.words.forms import size_of
from curriculum.words.problems import preferred_languages


def main(arguments: list[str]) -> int:
    """Write the copies and say where they are and how large; the exit code."""
    parser = options_of("publish")
    parser.add_argument("--offline", action="store_true", required=True)
    parser.add_argument("--facilitators", action="store_true")
    chosen = parser.parse_args(arguments)
    settings = settings_of(chosen)
    if code := build.main([]):
        return code
    curriculum, problems = read_curriculum(settings if chosen.facilitators else Settings(settings.root))
    if curriculum is None:
        return refuse(problems)
    site = settings.root / FOLDERS[curriculum.audience]
    files = read_built(site)
    problems = check_copies(files, curriculum)
    if not problems and not chosen.facilitators:  # a copy is handed out as a site is given out: looked through first
        case, _, problems = read_case(settings.root, site)
        problems += [] if case is None else examine(case)
    if problems:
        return refuse(problems)
    for path in write_copies(curriculum, files, settings.root / COPIES[curriculum.audience]):
        print(f"{path.relative_to(settings.root).as_posix()}, {size_of(path.stat().st_size, preferred_languages()[0])}")
    return 0
