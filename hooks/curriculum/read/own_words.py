"""`words.yml` of an edition -> the languages of the site, each with the words that the edition says in its own way.

In:  `menu: {fr: Pages}`
Out: French, whose label `menu` is “Pages”; every other language as it was

A key is that of a label in `words/en/labels.yml`; a language that is left out keeps its own words. Words hold the same
`{places}` as those they stand for, and none of the signs that Markdown or HTML would read. What a terminal says, names
of copies and the credit are not an edition's to change.
"""

from __future__ import annotations

import difflib
import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from curriculum.read.languages import Languages, every
from curriculum.read.limits import MOST_SHOWN
from curriculum.read.tables import SIGNS
from curriculum.read.textfile import read_text
from curriculum.read.yamlfile import compare_with_schema
from curriculum.read.yamltext import YamlFile, parse_yaml
from curriculum.words.labels import LABELS, PLACE, Choice, read_words
from curriculum.words.model import Language, Problem, Term, Words

FILE = "words.yml"
APART = (
    *("build-", "copy-", "credit", "live", "make-", "plain-", "publish-", "review-", "stage-", "verify-"),
    *("sealed-again", "sealed-said", "sealed-written"),
)
"""How labels begin that no reader of a site meets, or that say where the course is from."""
LETTERS = "\\u0020-\\u024f\\u1e00-\\u1eff–—‘’‚“”„•…−"
"""Of what is printed, the letters of the course have these; a drawing (emoji) would be missing on paper."""
MOST = 300
"""Signs of an entry."""
BAR = {"menu": 5, "leave": 9}
"""The same of words in the bar above each page: on a narrow phone, longer ones would lie on each other."""


def read_own_words(root: Path, edition: str, languages: Languages) -> tuple[Languages, list[Problem]]:
    """The languages with the edition's words; as they were when its file is not there, or has problems."""
    path = f"{edition}/{FILE}"
    if not edition or not os.path.lexists(root / path):
        return languages, []
    text, problems = read_text(root, path)
    if problems:
        return languages, problems
    file, found = _read_checked(path, text, languages)
    if found:
        return languages, list(found)
    made = {language: _with(language, file.values) for language in languages}
    return tuple(
        replace(one, lender=made.get(one.lender, one.lender)) if one.lender else one for one in made.values()
    ), []


def _with(language: Language, values: Mapping[str, Mapping[str, Choice]]) -> Language:
    """The first pattern that fits is said: they keep the order of the words they stand for."""
    own = {name: said[language.code] for name, said in values.items() if language.code in said}
    labels = read_words("labels", language)
    ordered = {
        name: said if isinstance(said, str) else {of: said[of] for of in labels[name]} for name, said in own.items()
    }
    before = json.loads(language.own) if language.own else {}
    words = {**before, LABELS: {**before.get(LABELS, {}), **ordered}}
    return replace(language, own=json.dumps(words, ensure_ascii=False)) if own else language


@lru_cache(maxsize=8)  # the live site reads all files again when one changed
def _read_checked(path: str, text: str, languages: Languages) -> tuple[YamlFile, tuple[Problem, ...]]:
    file, problems = parse_yaml(path, text)
    if file.values is not None or not problems:
        problems += compare_with_schema(file, words_schema(languages))
        problems += _check_names(file, languages)
    return file, tuple(problems or _check_places(file, languages))


def _check_names(file: YamlFile, languages: Languages) -> Iterator[Problem]:
    """Keys that are no word of the site, or one that an edition leaves as it is."""
    known, labels = words_schema(languages)["properties"], read_words("labels", languages[0])
    for name in file.values if isinstance(file.values, dict) else ():
        if name not in known:
            near = difflib.get_close_matches(name, known, 1, 0.6) if name not in labels else ()
            yield Problem(file.path, file.line((name,)), "own-word-unknown", {"found": name, "near": "".join(near)})


@lru_cache(maxsize=4)
def words_schema(languages: Languages) -> dict[str, Any]:
    """What the file may hold: every label that readers meet, in each language."""
    names = [name for name in read_words("labels", languages[0]) if not name.startswith(APART)]
    entries = {
        name: _object({of.code: _entry(read_words("labels", of)[name], BAR.get(name, MOST)) for of in every(languages)})
        for name in names
    }
    return {"type": "object", "properties": entries, "x-expected": "own-words"}


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "minProperties": 1, "properties": properties}


def _entry(said: Choice, most: int) -> dict[str, Any]:
    """Words, or words by a pattern where the label has them so."""
    if not isinstance(said, str):
        return {**_object({pattern: _entry(words, most) for pattern, words in said.items()}), "required": list(said)}
    theirs = PLACE.sub("", said)
    signs = re.escape("".join(sign for sign in SIGNS if sign not in theirs))
    pattern = rf"^(?=.*\S)(?:(?![{signs}])[{LETTERS}{re.escape(theirs)}])*$"
    return {"type": "string", "pattern": pattern, "maxLength": most, "x-expected": "own-word"}


def _check_places(file: YamlFile, languages: Languages) -> Iterator[Problem]:
    """Words that lack a `{place}` to fill in, or have one that nothing fills."""
    for name, said in file.values.items():
        for language in every(languages):
            theirs = dict(_flat(read_words("labels", language)[name]))
            for pattern, words in _flat(said.get(language.code, "") or theirs):
                if _places(words) != _places(theirs[pattern]):
                    place = (name, language.code, pattern) if pattern else (name, language.code)
                    named = ", ".join(sorted(f"{{{one}}}" for one in _places(theirs[pattern])[0]))
                    values: dict[str, Words] = {"key": ".".join(place), "found": words[:MOST_SHOWN], "near": ""}
                    values["expected"] = Term("own-places", {"places": named}) if named else Term("own-no-places")
                    yield Problem(file.path, file.line(place), "wrong-value", values)


def _flat(said: Choice) -> Iterator[tuple[str, str]]:
    """Words, or those of each pattern; a table that is already one of patterns and words, as it is."""
    yield from [("", said)] if isinstance(said, str) else said.items()


def _places(words: str) -> tuple[frozenset[str], bool]:
    """The names in braces, and whether braces are left that name nothing."""
    return frozenset(PLACE.findall(words)), bool(re.search(r"[{}]", PLACE.sub("", words)))
