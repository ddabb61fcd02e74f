"""`print`: a week ready for the printer, in each language, into to-print/."""

from __future__ import annotations

from curriculum.commands.options import options_of, refuse, settings_of
from curriculum.course import read_checked
from curriculum.formats.articles import Articles
from curriculum.formats.pdf.everything import participants_of
from curriculum.formats.pdf.sets import check_set, write_set
from curriculum.words.paper import Paper, Size, Variant


def main(arguments: list[str]) -> int:
    """Write the files and say where they are; the exit code."""
    parser = options_of("print")
    parser.add_argument("--week", default="", help="the folder of the week, like week-03")
    parser.add_argument("--for", default="", dest="participants", help="how many people; else as in the profile")
    parser.add_argument("--paper", type=str.lower, choices=[paper.value for paper in Paper], default=Paper.LETTER.value)
    parser.add_argument("--large", action="store_true", help="in letters of 18 points")
    chosen = parser.parse_args(arguments)
    settings = settings_of(chosen)
    sources, problems = read_checked(settings)
    curriculum = sources.curriculum
    if curriculum is None or problems:
        return refuse(problems)
    participants = chosen.participants or str(participants_of(curriculum))
    if problems := check_set(curriculum.arc, chosen.week, participants):
        return refuse(problems)
    variant = Variant(Paper(chosen.paper), Size.LARGE if chosen.large else Size.STANDARD)
    written, problems = write_set(Articles(curriculum), settings.root, chosen.week, int(participants), variant)
    if problems:
        return refuse(problems)
    print(*(path.relative_to(settings.root).as_posix() for path in written), sep="\n")
    return 0
