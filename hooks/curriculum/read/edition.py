"""`profile.yml` of an edition -> its facts, with the lines to call of `resources`; `facilitator.yml` -> what only
facilitators know of the place.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from curriculum.read.chosen import PARTNER, PRIVATE, PROFILE, read_editions
from curriculum.read.credit import sources_of
from curriculum.read.languages import every
from curriculum.read.resources import read_resources
from curriculum.read.textfile import NO_TEXTS, ReadTexts
from curriculum.read.yamlfile import read_yaml
from curriculum.read.yamltext import YamlFile
from curriculum.words.model import Credit, Edition, Language, Problem, Term, Text, Words


def read_edition(
    root: Path, path: str, languages: Sequence[Language], texts: ReadTexts = NO_TEXTS
) -> tuple[Edition | None, list[Problem]]:
    """Read the edition in `root/path`; none when a file has problems."""
    profile, problems = read_yaml(root, f"{path}/{PROFILE}", "profile", languages, texts)
    lines, more = read_resources(root, path, languages)
    problems += _check_id(root, profile, path, problems)
    if problems or lines is None:
        return None, problems + more
    edition = Edition(
        path=path,
        facts={name: text for name, text in flatten(profile.values, languages) if "." in name},
        to_confirm=frozenset(profile.values.get("to_confirm", ())),
        resources=lines.resources,
        lines=_dotted(profile),
        status=profile.values.get("status", ""),
        kept=frozenset(one["name"] for one in profile.values.get("kept", ())),
        call_lines=lines.places,
        sites=lines.sites,
        written={profile.path: profile.values, **lines.written},
        credit=Credit(sources_of(profile.values.get("upstream", ()))),
    )
    return edition, more


def read_private(
    root: Path, edition: Edition | None, languages: Sequence[Language]
) -> tuple[Edition | None, list[Problem]]:
    """The same edition with what its `facilitator.yml` says; without that file nothing is known, and nothing is wrong.

    Only `read_notes` asks for it: a build for participants alone never opens the file.
    """
    path = f"{edition.path}/{PRIVATE}" if edition else ""
    if edition is None or not os.path.lexists(root / path):
        return edition, []
    file, problems = read_yaml(root, path, "facilitator", languages)
    if problems:
        return edition, problems
    said = dict(flatten(file.values, languages))
    known = {name: text for name, text in said.items() if any(text[language].strip() for language in languages)}
    lines = _dotted(file)
    problems = [Problem(path, line, "wrong-value", values) for line, values in _half_said(known, lines, languages)]
    return replace(edition, private=known, private_lines=lines), problems


def _half_said(
    known: Mapping[str, Text], lines: Mapping[str, int], languages: Sequence[Language]
) -> Iterator[tuple[int, dict[str, Words]]]:
    """Words that one language has and another has not: its readers would be told that nobody knows."""
    for name, text in known.items():
        for language in languages:
            if language.code in text.words and not text[language].strip():
                expected = Term("words-too", {"language": language})
                yield (
                    lines[f"{name}.{language.code}"],
                    {"key": language.code, "found": "", "expected": expected, "near": ""},
                )


def _dotted(file: YamlFile) -> dict[str, int]:
    return {".".join(map(str, place)): line for place, line in file.lines.items()}


def _check_id(root: Path, profile: YamlFile, path: str, told: Sequence[Problem]) -> list[Problem]:
    """An edition is called as its folder is, one in `partner/` as no other: two of one name could not be told apart.

    `told` may say so already.
    """
    line, folder = profile.line(("id",)), Path(path).name
    found = profile.values.get("id", folder) if isinstance(profile.values, dict) else folder
    taken = [Path(edition).name for edition in read_editions(root)]
    right = found not in taken if path == PARTNER else found == folder
    if right or any(problem.line == line for problem in told):
        return []
    names = ", ".join(taken)
    expected = Term("name-of-its-own", {"names": names}) if path == PARTNER else Term("folder-name", {"folder": folder})
    values: dict[str, Words] = {"key": "id", "found": found, "expected": expected, "near": ""}
    return [Problem(profile.path, line, "wrong-value", values)]


def flatten(values: Mapping[str, Any], languages: Sequence[Language], prefix: str = "") -> Iterator[tuple[str, Text]]:
    """Nested values -> dotted names: {"org": {"name": {"en": …, "fr": …}}} -> ("org.name", Text(…)).

    Words are said in each language of the site that borrows none, and perhaps in others.
    """
    asked = {(of.lender or of).code for of in languages}
    known = {of.code for of in every(languages)}
    for key, value in values.items():
        name = f"{prefix}{key}"
        if isinstance(value, str):
            yield name, Text(plain=value)
        elif isinstance(value, Mapping) and asked <= value.keys() <= known and _is_said(value):
            yield name, Text(value)
        elif isinstance(value, Mapping):
            yield from flatten(value, languages, f"{name}.")


def _is_said(values: Mapping[str, Any]) -> bool:
    return all(isinstance(value, str) for value in values.values())
