"""The languages of a site: those of `mkdocs.yml`, and those that the edition adds, as its profile orders them.

In:  `languages: [fr, en]`     Out: French, at the root of the site; English, below `en/`
In:  `languages: [fr]`         Out: French alone
Without that key they are as in `mkdocs.yml`. Nobody who keeps an edition edits that file, and folders stay as they are.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from curriculum.read.added import expected_of, read_added
from curriculum.read.arc import PATH as ARC
from curriculum.read.arc import read_place
from curriculum.read.chosen import PROFILE
from curriculum.read.languages import Languages, of_project, read_languages
from curriculum.read.limits import MOST_SHOWN
from curriculum.read.textfile import NO_TEXTS, ReadTexts, read_text
from curriculum.read.tops import read_tops
from curriculum.read.yamltext import YamlFile, parse_yaml
from curriculum.words.forms import name_in
from curriculum.words.labels import FOLDER
from curriculum.words.model import Problem, Term, Words

KEY = "languages"
REGION = re.compile(r"[-_].*")
"""What follows the language in a code like `fr-CA`."""


def read_ordered(root: Path, words: Path = FOLDER) -> tuple[Languages, list[Problem]]:
    """The languages of the site in `root`, none when they cannot be made out; `words` holds a folder for each."""
    languages, _, problems = read_first(root, words)
    return languages, problems


def read_first(root: Path, words: Path = FOLDER) -> tuple[Languages, ReadTexts, list[Problem]]:
    """The same, with the texts that had to be read for it: whoever reads all of them opens no file again."""
    languages, problems = read_languages(root, words)
    if problems:
        return (), NO_TEXTS, problems
    texts = {ARC: read_text(root, ARC)}
    edition = read_place(root, languages, texts)[1]
    path = f"{edition}/{PROFILE}"
    if problems := read_tops(root, edition):
        return (), texts, problems
    if edition:
        texts[path] = read_text(root, path)
    text = texts[path][0] if edition else ""
    file = parse_yaml(path, text)[0] if text else YamlFile(path)  # what does not read is told by who reads it all
    added, problems = read_added(root, edition, languages)
    if problems:
        return (), texts, problems
    languages, problems = order_of(file, languages, added)
    return languages, texts, problems


def order_of(file: YamlFile, languages: Languages, added: Languages = ()) -> tuple[Languages, list[Problem]]:
    """The languages as a file asks for them, none when that cannot be made out; where it says nothing, those of the
    project as they are. `added` are those that the edition adds to them.
    """
    if not isinstance(file.values, dict) or KEY not in file.values:
        return tuple(replace(one, beside=added) for one in languages) if added else languages, []
    problems = list(_check(file, file.values[KEY], (*languages, *added)))
    return ((), problems) if problems else (in_order((*languages, *added), file.values[KEY]), [])


def in_order(languages: Languages, codes: Sequence[str]) -> Languages:
    """The languages of these codes, in this order: the first at the root of the site; one that borrows does so from the
    first of them that does not.
    """
    known = {language.code: language for language in languages}
    beside = tuple(language for language in languages if language.code not in codes)
    places = ["", *(f"{code}/" for code in codes[1:])]
    placed = zip(codes, places, strict=True)
    ordered = tuple(replace(known[code], prefix=place, beside=beside) for code, place in placed)
    first = next(iter(of_project(ordered)), None)
    return tuple(replace(one, lender=first) if one.lender and first else one for one in ordered)


def _check(file: YamlFile, found: Any, languages: Languages) -> Iterator[Problem]:
    """What is no list, names a language that the project does not have, or names one twice."""
    codes = [language.code for language in languages]
    if not isinstance(found, list) or not found:
        said = re.findall(r"[^\s,;/]+", found) if isinstance(found, str) else []
        near = dict.fromkeys(_near(word, languages) for word in said)
        right = f"{KEY}: [{', '.join(near)}]" if near and "" not in near else ""
        yield _wrong(file, -1, found, Term("languages-list", {"options": ", ".join(codes)}), right)
        return
    ours = [language.code for language in of_project(languages)]
    if not {*map(str, found)} & {*ours} and {*map(str, found)} & {*codes}:
        yield _wrong(file, -1, str(found[0]), Term("language-lends", {"options": ", ".join(ours)}))
    for place, code in enumerate(found):
        if not isinstance(code, str) or code not in codes:
            meant = _near(str(code), languages)
            expected = expected_of("" if meant else str(code), ", ".join(codes))
            yield _wrong(file, place, code, expected, meant)
        elif code in found[:place]:
            yield _wrong(file, place, code, Term("language-once"))


def _wrong(file: YamlFile, place: int, found: Any, expected: Term, near: str = "") -> Problem:
    at = (KEY,) if place < 0 else (KEY, place)
    said = ", ".join(f"{name}: {value}" for name, value in found.items()) if isinstance(found, dict) else str(found)
    shown = " ".join(said.split())[:MOST_SHOWN]
    values: dict[str, Words] = {"key": KEY, "found": shown, "expected": expected, "near": near}
    return Problem(file.path, file.line(at), "wrong-value", values)


def _near(found: str, languages: Languages) -> str:
    """The code that somebody meant by another code, or by the name of a language in any of them."""
    names = {name_in(one, other).casefold(): one.code for one in languages for other in languages}
    names |= {name.casefold(): one.code for one in languages for name in (one.name, one.code)}
    near = difflib.get_close_matches(REGION.sub("", found).casefold(), names, 1, 0.6)
    return names[near[0]] if near else ""
