"""`new-language CODE`: the tables of a language in the edition, each entry waiting for its words, and its place in the
list of languages. Run once more, it adds what the course says since. What is wrong in a file that it would add to is
told first, and nothing is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from curriculum.begin.language import (
    check_growing,
    check_listed,
    listed_in,
    read_entries,
    table_of,
    with_language,
    with_more,
)
from curriculum.commands.options import options_of, refuse, settings_of
from curriculum.publish.refused import unwritten
from curriculum.read.added import FOLDER, HTML, TABLES, check_code, read_added, read_linked
from curriculum.read.chosen import PROFILE
from curriculum.read.languages import Languages, of_project, read_languages
from curriculum.read.locales import autonym_of, locale_of, name_of
from curriculum.read.ordered import read_ordered
from curriculum.read.tables import check_table
from curriculum.read.textfile import read_text
from curriculum.read.tops import read_tops
from curriculum.read.yamltext import parse_yaml
from curriculum.watch.reading import read_edition_place
from curriculum.watch.whole import unbroken, write_changed
from curriculum.words.forms import name_in
from curriculum.words.labels import read_words
from curriculum.words.model import Language, Problem
from curriculum.words.problems import preferred_languages


def main(arguments: list[str]) -> int:
    """Write the files, and say how to go on; the exit code."""
    parser = options_of("new-language", with_notes=False)
    parser.add_argument("code")
    chosen = parser.parse_args(arguments)
    root, code = settings_of(chosen).root, chosen.code
    ours, problems = read_languages(root)
    edition, found = read_edition_place(root, ours) if ours else ("", [])
    problems = [*problems, *found, *(check_code(code, ours) if ours else [])]
    problems = problems or check_begun(root, edition, ours, code)
    if problems or not edition:
        return refuse(problems)
    lender = _lender(root, ours)
    try:
        with unbroken():
            written = write_tables(root, f"{edition}/{FOLDER}/{code}", code, lender)
            write_listed(root, f"{edition}/{PROFILE}", [one.code for one in ours], code)
    except OSError as error:
        return refuse([unwritten(error, root)])
    for language in preferred_languages():
        values = {"folder": f"{edition}/{FOLDER}/{code}/", "files": ", ".join(written), "code": code}
        values |= {"pages": f"{edition}/docs/{code}/", "own": autonym_of(code), "source": name_in(lender, language)}
        names = ["language-done" if written else "language-there"]
        names += ["language-forms"] if written and locale_of(code) is None else []
        for name in names:
            print(read_words("begin", language)[name].format(name=called(code, language), **values))
    return 0


def check_begun(root: Path, edition: str, ours: Languages, code: str) -> list[Problem]:
    """What hinders adding to the files that are there: links, texts that do not read, a list that cannot grow."""
    if linked := read_tops(root, edition) or read_linked(root, f"{edition}/{FOLDER}"):
        return linked
    places = {name: f"{edition}/{FOLDER}/{code}/{name}.yml" for name in TABLES}
    there = {name: path for name, path in places.items() if (root / path).exists()}
    problems = [found for name, path in there.items() for found in _check_table(root, path, name, code, ours[0])]
    path = f"{edition}/{PROFILE}"
    profile, found = read_text(root, path)
    added = [one for one in read_added(root, edition, ours)[0] if one.code != code]
    languages = (*ours, *added, Language(code, lender=ours[0]))
    return [*problems, *(found or check_listed(path, profile, languages, code))]


def _check_table(root: Path, path: str, name: str, code: str, lender: Language) -> list[Problem]:
    """Why nothing can be added to a table: whoever translates would lose what they wrote among it; it is no table."""
    text, problems = read_text(root, path)
    if problems:
        return problems
    file, found = parse_yaml(path, text)
    problems = [one for one in found if one.rule != HTML]
    is_table = file.values is None or isinstance(file.values, dict)
    return problems or (check_growing(path, text) if is_table else check_table(file, name, code, lender))


def _lender(root: Path, ours: Languages) -> Language:
    """The language whose words it starts from: the first of the edition that is one of the project’s."""
    return (*of_project(read_ordered(root)[0]), *ours)[0]


def write_tables(root: Path, folder: str, code: str, lender: Language) -> list[str]:
    """The tables that are not there, and what others lack; the names of those that were written."""
    written = []
    for name in TABLES:
        place, entries = f"{folder}/{name}.yml", read_entries(name, lender, code)
        if write_changed(root, place, partial(_table_with, entries, code, head_of(code, lender))):
            written.append(f"{name}.yml")
    return written


def _table_with(entries: Mapping[str, str], code: str, head: str, text: str) -> str:
    """A table with what it lacks; a new one where there is none."""
    return with_more(text, entries, code) if text else table_of(entries, code, head)


def called(code: str, language: Language) -> str:
    """What a language calls one that has no tables yet; its own name where it has none for it."""
    return name_of(code, language.code) or autonym_of(code)


def head_of(code: str, lender: Language) -> str:
    """How to go on, in the languages of whoever begins."""
    said = []
    for language in preferred_languages():
        values = {"name": called(code, language), "source": name_in(lender, language)}
        said.append(read_words("begin", language)["language-head"].format(**values))
    return "\n".join(said)


def write_listed(root: Path, place: str, codes: list[str], code: str) -> None:
    """The language in the list of the profile, unless it stands there."""

    def change(profile: str) -> str:
        listed = listed_in(parse_yaml(place, profile)[0].values)
        return profile if code in listed else with_language(profile, listed or codes, code)

    write_changed(root, place, change)
