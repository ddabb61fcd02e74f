"""`print`: a week ready for the printer, in each language, into to-print/."""

from __future__ import annotations

from curriculum.commands.options import options_of, refuse, settings_of
from curriculum.course import read_checked
from curriculum.formats.articles import Articles
from curriculum.formats.pdf.asked import Typed, order_of
from curriculum.formats.pdf.everything import participants_of
from curriculum.formats.pdf.sets import write_set
from curriculum.words.paper import Paper


def main(arguments: list[str]) -> int:
    """Write the files and say where they are; the exit code."""
    parser = options_of("print")
    parser.add_argument("--week", default="")
    parser.add_argument("--for", default="", dest="people")
    parser.add_argument("--spare", default="0")
    parser.add_argument("--paper", default=Paper.LETTER.value)
    parser.add_argument("--large", action="store_true")
    chosen = parser.parse_args(arguments)
    settings = settings_of(chosen)
    sources, problems = read_checked(settings)
    curriculum = sources.published
    if curriculum is None or problems:
        return refuse(problems)
    people = chosen.people or str(participants_of(curriculum))
    order, problems = order_of(Typed(chosen.week, people, chosen.spare, chosen.paper, chosen.large), curriculum)
    if order is None:
        return refuse(problems)
    written, problems = write_set(Articles(curriculum), settings.root, order)
    if problems:
        return refuse(problems)
    print(*(path.relative_to(settings.root).as_posix() for path in written), sep="\n")
    return 0
