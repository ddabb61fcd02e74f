"""`words/` in the folder of an edition -> the languages that it adds to those of the project, with what they say.

In:  `partner/words/es/labels.yml`: `menu: Menú`
Out: Spanish, below `es/`, whose label `menu` is “Menú”; what it does not say yet, it borrows

How it writes dates, times and numbers is known by its code (`locales`); a line of its `forms.yml` says it otherwise.
What only a person who runs commands reads is borrowed, and not asked for.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from babel.core import get_global

from curriculum.read.folders import files_in, is_hidden, shown
from curriculum.read.kinds import FIGURES
from curriculum.read.languages import Languages
from curriculum.read.locales import autonym_of, forms_for, is_language, name_of
from curriculum.read.tables import check_table, settled
from curriculum.read.textfile import read_text
from curriculum.read.yamltext import parse_yaml
from curriculum.words.model import Language, Problem, Term

FOLDER, HTML, GUESSED = "words", "html-in-page", "guessed"
TABLES = (
    *("labels", "forms", "styles", "search"),
    *("openings", "telling", "phrases", "spoken"),
    *("reading", "beside", "wording"),
)
"""The tables of what readers see, and of what is held against their pages."""
ONE_OF_MANY = ("ayr", "cwd", "esk", "knc", "kng", "kpv", "ojg")
"""Languages for which libraries take the code of their whole family, of which they know no more than that: Woods Cree,
Eastern Ojibwa. Source: Unicode Common Locale Data Repository, aliases for the reason “macrolanguage”.
"""
UNTOLD: Mapping[str, Mapping[str, Any]] = {
    "beside": {"units": {}, "numbers": {}, "bounds": {}, "answers": {}, "common": ""},
    "reading": {
        **dict.fromkeys(FIGURES, 0.0),
        **dict.fromkeys(("vowels", "silent", "joints"), "(?!)"),
        **{"harder": "", "unheard": []},
    },
    "wording": {},
}
"""What these say of a language whose file does not: nothing."""


def read_added(root: Path, edition: str, ours: Languages) -> tuple[Languages, list[Problem]]:
    """The languages that the edition adds to those of the project, in the order of their codes; what is wrong there."""
    folder = root / edition / FOLDER
    if not edition or not folder.is_dir():
        return (), []
    if linked := read_linked(root, f"{edition}/{FOLDER}"):
        return (), linked
    found, problems = [], []
    codes = sorted(path.name for path in folder.iterdir() if path.is_dir() and not is_hidden(path.relative_to(folder)))
    for code in codes:
        told = check_code(code, ours, f"{edition}/{FOLDER}/{shown(code)}")
        language, more = (None, told) if told else _read_one(root, f"{edition}/{FOLDER}/{code}", ours, codes)
        found += [language] if language else []
        problems += more
    return tuple(found), problems


def read_linked(root: Path, folder: str) -> list[Problem]:
    """Links in the folder of the tables, or in its place: what they lead to is nobody's to read, or to write to."""
    if (root / folder).is_symlink():
        return [Problem(folder, 1, "symbolic-link")]
    places = sorted(files_in(root / folder, links=True)) if (root / folder).is_dir() else []
    return [Problem(f"{folder}/{shown(place)}", 1, "symbolic-link") for place, is_link in places if is_link]


def check_code(code: str, ours: Languages, path: str = "") -> list[Problem]:
    """A code that is none, a second one of a language, or that of a language which the project has."""
    known = [language.code for language in ours]
    if code in known:
        return [Problem(path, 1 if path else 0, "language-ours", {"found": code})]
    if other := rather(code):
        return [Problem(path, 1 if path else 0, "language-other-code", {"found": code, "expected": other})]
    if not is_language(code):
        return [Problem(path, 1 if path else 0, "language-unknown", {"found": shown(code), "near": meant(code)})]
    return []


def rather(code: str) -> str:
    """The code of two letters that libraries and voices know a language by; "" where it is this one, or has none.

    In:  "fra", "iw", "cmn-Hans", "cre", "cwd"     Out: "fr", "he", "zh-Hans", "cr", ""
    """
    base, *parts = code.split("-")
    other = str(get_global("language_aliases").get(base, "")).replace("_", "-")
    is_short = len(other.partition("-")[0]) == 2 and base not in ONE_OF_MANY
    return "-".join([other, *parts]) if is_short and is_language(code) else ""


def meant(code: str) -> str:
    """The code that somebody meant: in other letters, or with another sign; "" where nobody can tell."""
    parts = code.replace("_", "-").split("-")
    written = "-".join([parts[0].lower(), *(part.title() if len(part) > 2 else part.upper() for part in parts[1:])])
    while "-" in written and not is_language(written):  # ca-valencia -> ca
        written = written.rpartition("-")[0]
    return (rather(written) or written) if written != code and is_language(written) else ""


def _read_one(root: Path, path: str, ours: Languages, codes: list[str]) -> tuple[Language, list[Problem]]:
    code, lender = path.rpartition("/")[2], ours[0]
    every_code = [*(language.code for language in ours), *codes]
    guessed = forms_for(code, every_code)
    own: dict[str, Any] = {**UNTOLD, "forms": guessed}
    problems: list[Problem] = []
    for file in sorted((root / path).iterdir()):
        name = file.name.removesuffix(".yml")
        if is_hidden(file.relative_to(root / path)):
            continue
        if name not in TABLES or file.suffix != ".yml":
            near = "".join(difflib.get_close_matches(name, TABLES, 1, 0.6))
            values = {"found": shown(file.name), "near": f"{near}.yml" if near else ""}
            expected = ", ".join(f"{table}.yml" for table in TABLES)
            problems.append(
                Problem(f"{path}/{shown(file.name)}", 1, "language-table", {**values, "expected": expected})
            )
            continue
        values, found = _read_table(root, f"{path}/{file.name}", name, code, lender)
        own[name] = {**own.get(name, {}), **values}
        guessed = {key: value for key, value in guessed.items() if name != "forms" or key not in values}
        problems += found
    called = tuple((one, name) for one in every_code if (name := name_of(code, one)))
    words = json.dumps(own | {GUESSED: guessed}, ensure_ascii=False)
    named = str(own["forms"]["languages"].get(code) or autonym_of(code))
    return Language(code, f"{code}/", named, own=words, folder=f"{code}/", lender=lender, called=called), problems


def _read_table(root: Path, path: str, name: str, code: str, lender: Language) -> tuple[dict[str, Any], list[Problem]]:
    """What a table says, ready to be asked; nothing of it where something is wrong with it."""
    text, problems = read_text(root, path)
    if problems:
        return {}, problems
    file, problems = parse_yaml(path, text)
    problems = [problem for problem in problems if problem.rule != HTML]  # `(?<!a)` is a pattern; labels are looked at
    if file.values is None and not problems:  # every line is still to be translated
        return {}, []
    problems += check_table(file, name, code, lender) if file.values is not None else []
    return ({}, problems) if problems else (settled(file.values, name, code), [])


def expected_of(code: str, options: str) -> Term:
    """What may stand in the list of languages, and how one more is begun."""
    right = code if is_language(code) else meant(code)
    return (
        Term("language-begun", {"options": options, "code": right}) if right else Term("one-of", {"options": options})
    )
