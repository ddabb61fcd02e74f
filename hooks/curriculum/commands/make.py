"""`make`: one file of the site, by its place: `make week-01/week-01.zip --to folder`."""

from __future__ import annotations

import sys
from pathlib import Path

from curriculum.commands.options import options_of, refuse, settings_of
from curriculum.course import read_checked
from curriculum.formats.articles import Articles
from curriculum.formats.one import make_one
from curriculum.formats.tonight.frame import read_insides
from curriculum.watch.whole import write_whole
from curriculum.words.labels import label
from curriculum.words.problems import preferred_languages


def main(arguments: list[str]) -> int:
    """Write the file below a folder; the exit code."""
    parser = options_of("make")
    parser.add_argument("place")
    parser.add_argument("--to", type=Path, required=True)
    chosen = parser.parse_args(arguments)
    settings = settings_of(chosen)
    sources, problems = read_checked(settings)
    curriculum = sources.published
    if curriculum is None or problems:
        return refuse(problems)
    insides = read_insides(settings.root, sources.scripts, sources.styles)
    content, problems = make_one(Articles(curriculum), insides, settings.root, chosen.place)
    if problems:
        return refuse(problems)
    if not content:
        print(label("make-unknown", preferred_languages()[0], found=chosen.place), file=sys.stderr)
        return 1
    write_whole(chosen.to, chosen.place, content)
    return 0
