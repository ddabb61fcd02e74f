"""`facts --due`: a sheet to print, for calling the lines whose check is missing or too old."""

from __future__ import annotations

from curriculum.commands.options import options_of, refuse, settings_of
from curriculum.formats.pdf.sets import FOLDER
from curriculum.read.edition import read_edition
from curriculum.read.ordered import read_ordered
from curriculum.read.today import read_today
from curriculum.watch.due import sheet_of
from curriculum.watch.reading import read_edition_place
from curriculum.watch.whole import write_whole
from curriculum.words.labels import read_words
from curriculum.words.problems import preferred_languages


def main(arguments: list[str]) -> int:
    """Write the sheet in each language that is asked for, and show it; the exit code."""
    parser = options_of("facts", with_notes=False)
    parser.add_argument("--due", action="store_true", required=True)
    root = settings_of(parser.parse_args(arguments)).root
    languages, problems = read_ordered(root)
    path, found = read_edition_place(root, languages) if languages else ("", [])
    edition, more = read_edition(root, path, languages) if path else (None, [])
    if edition is None:
        return refuse([*problems, *found, *more])
    for language in preferred_languages():
        text, name = sheet_of(edition, read_today(), language), f"{FOLDER}/lines-to-call-{language.code}.txt"
        write_whole(root, name, text)
        print(text, read_words("doctor", language)["sheet"]["made"].format(file=name), sep="\n")
    return 0
