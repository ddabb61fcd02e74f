"""`check`: say everything that is to be mended, or that nothing is."""

from __future__ import annotations

from curriculum.commands.options import options_of, refuse, settings_of, tell_remarks
from curriculum.commands.watched import tell_watched
from curriculum.course import make_course, read_checked
from curriculum.words.labels import label
from curriculum.words.problems import preferred_languages


def main(arguments: list[str]) -> int:
    """The exit code: 1 when anything is to be mended."""
    sources, problems = read_checked(settings_of(options_of("check").parse_args(arguments)))
    _, problems = make_course(sources, problems)
    tell_watched(sources)
    tell_remarks(sources.remarks)
    if problems:
        return refuse(problems)
    for language in preferred_languages():
        print(label("check-done", language))
    return 0
