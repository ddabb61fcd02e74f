"""`mkdocs.yml` -> the languages of the project, the default one first: it is at the root of `docs/`.

In:  plugins: [i18n: {languages: [{locale: en, name: English, default: true}, {locale: fr, name: Français}]}]
Out: English, at the root; French, below `fr/`

An edition may put them in another order (`ordered`).

Only the shape is looked at, not the values: what MkDocs fills in, like `!ENV`, does not matter here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from curriculum.read.textfile import read_text
from curriculum.read.yamltext import LOADER, parse_yaml
from curriculum.words.labels import FOLDER
from curriculum.words.model import Language, Problem, Words

PATH = "mkdocs.yml"
LINE = "- { locale: en, name: English, default: true }"
YES = ("true", "yes", "on")
CODE = re.compile(r"[a-z]{2,3}")
Languages = tuple[Language, ...]


class _Entry(NamedTuple):
    """A line of the list."""

    code: str
    name: str
    default: bool
    line: int

    def language(self, words: str) -> Language:
        """The language it names; `words` holds a folder for each, where that is not ours."""
        tables = str(Path(words, self.code)) if words else ""
        place = "" if self.default else f"{self.code}/"
        return Language(self.code, place, self.name, tables, folder=place)


def read_languages(root: Path, words: Path = FOLDER) -> tuple[Languages, list[Problem]]:
    """The languages in `root/mkdocs.yml`, none when they cannot be made out; `words` holds a folder for each."""
    text, problems = read_text(root, PATH)
    if problems:
        return (), problems
    try:
        found = list(_entries(yaml.compose(text, LOADER)))
    except yaml.YAMLError:
        return (), parse_yaml(PATH, text)[1]
    if sum(entry.default for entry in found) != 1 or len({entry.code for entry in found}) != len(found):
        return (), [Problem(PATH, 1, "no-languages", {"expected": LINE})]
    problems = [problem for entry in found for problem in _check_words(entry, words)]
    if problems:
        return (), problems
    own = "" if words == FOLDER else str(words)
    ordered = sorted(found, key=lambda entry: not entry.default)
    return tuple(entry.language(own) for entry in ordered), []


def every(languages: Iterable[Language]) -> Languages:
    """The languages of a site, and after them those that only the project has."""
    listed = tuple(languages)
    return (*listed, *(listed[0].beside if listed else ()))


def of_project(languages: Iterable[Language]) -> Languages:
    """Those of the project, which borrow nothing; an edition may add others."""
    return tuple(language for language in languages if language.lender is None)


def _check_words(entry: _Entry, words: Path) -> list[Problem]:
    """A language needs every table that others have."""
    tables = sorted({path.name for path in FOLDER.glob("*/*.yml")})
    known = CODE.fullmatch(entry.code) is not None
    missing = [name for name in tables if not (known and (words / entry.code / name).is_file())]
    values: dict[str, Words] = {"found": entry.code, "expected": ", ".join(missing)}
    return [Problem(PATH, entry.line, "no-words", values)] if missing else []


def _entries(root: yaml.Node | None) -> Iterator[_Entry]:
    plugins = _value(root, "plugins")
    items = plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]
    i18n = next(filter(None, (_value(item, "i18n") for item in items)), None)
    languages = _value(i18n, "languages")
    for entry in languages.value if isinstance(languages, yaml.SequenceNode) else ():
        code, name, default = (_word(entry, key) for key in ("locale", "name", "default"))
        if code:
            yield _Entry(code, name or code, default.lower() in YES, entry.start_mark.line + 1)


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


def _word(node: yaml.Node, key: str) -> str:
    value = _value(node, key)
    return str(value.value) if isinstance(value, yaml.ScalarNode) else ""
