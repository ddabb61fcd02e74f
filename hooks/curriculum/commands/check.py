"""`check`: say everything that is to be mended, and nothing else."""

from __future__ import annotations

from curriculum.commands.options import options_of, refuse, settings_of
from curriculum.commands.watched import tell_watched
from curriculum.course import open_course


def main(arguments: list[str]) -> int:
    """The exit code: 1 when anything is to be mended."""
    settings = settings_of(options_of("check").parse_args(arguments))
    _, problems = open_course(settings)
    tell_watched(settings.root)
    return refuse(problems) if problems else 0
