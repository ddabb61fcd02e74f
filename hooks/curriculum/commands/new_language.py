"""`new-language CODE`: the tables of a language in the edition, each entry waiting for its words, and its place in the
list of languages. Run once more, it adds what the course says since.
"""

from __future__ import annotations

from pathlib import Path

from curriculum.begin.language import added_to, read_entries, table_of, with_language
from curriculum.commands.options import options_of, refuse, settings_of
from curriculum.publish.refused import unwritten
from curriculum.read.added import FOLDER, TABLES, check_code, read_linked
from curriculum.read.chosen import PROFILE
from curriculum.read.languages import Languages, of_project, read_languages
from curriculum.read.locales import autonym_of, name_of
from curriculum.read.ordered import KEY, read_ordered
from curriculum.read.textfile import read_text
from curriculum.read.tops import read_tops
from curriculum.read.yamltext import parse_yaml
from curriculum.watch.reading import read_edition_place
from curriculum.words.forms import name_in
from curriculum.words.labels import read_words
from curriculum.words.model import Language
from curriculum.words.problems import preferred_languages


def main(arguments: list[str]) -> int:
    """Write the files, and say how to go on; the exit code."""
    parser = options_of("new-language", with_notes=False)
    parser.add_argument("code")
    chosen = parser.parse_args(arguments)
    root, code = settings_of(chosen).root, chosen.code
    ours, problems = read_languages(root)
    edition, found = read_edition_place(root, ours) if ours else ("", [])
    profile, more = read_text(root, f"{edition}/{PROFILE}") if edition else ("", [])
    more += (read_tops(root, edition) or read_linked(root, f"{edition}/{FOLDER}")) if edition else []
    problems = [*problems, *found, *more, *(check_code(code, ours) if ours else [])]
    if problems or not edition:
        return refuse(problems)
    lender = _lender(root, ours)
    try:
        written = write_tables(root / edition / FOLDER / code, code, lender)
        write_listed(root / edition / PROFILE, profile, [one.code for one in ours], code)
    except OSError as error:
        return refuse([unwritten(error, root)])
    for language in preferred_languages():
        values = {"folder": f"{edition}/{FOLDER}/{code}/", "files": ", ".join(written), "code": code}
        values |= {"pages": f"{edition}/docs/{code}/", "own": autonym_of(code), "source": name_in(lender, language)}
        name = "language-done" if written else "language-there"
        print(read_words("begin", language)[name].format(name=called(code, language), **values))
    return 0


def _lender(root: Path, ours: Languages) -> Language:
    """The language whose words it starts from: the first of the edition that is one of the project’s."""
    return (*of_project(read_ordered(root)[0]), *ours)[0]


def write_tables(folder: Path, code: str, lender: Language) -> list[str]:
    """The tables that are not there, and what others lack; the names of those that were written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in TABLES:
        file, entries = folder / f"{name}.yml", read_entries(name, lender)
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        more = added_to(before, entries, code) if before else table_of(entries, code, head_of(code, lender))
        if more:
            file.write_text(before + more, encoding="utf-8")
            written.append(file.name)
    return written


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


def write_listed(file: Path, profile: str, codes: list[str], code: str) -> None:
    """The language in the list of the profile, unless it stands there."""
    values = parse_yaml(file.name, profile)[0].values
    listed = values.get(KEY) if isinstance(values, dict) else None
    if isinstance(listed, list) and code in listed:
        return
    file.write_text(with_language(profile, codes, code), encoding="utf-8")
