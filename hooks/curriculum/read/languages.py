"""`mkdocs.yml` -> the languages of the site, the default one first: it is at the root of `docs/`.

In:  plugins: [i18n: {languages: [{locale: en, name: English, default: true}, {locale: fr, name: Français}]}]
Out: English, at the root; French, below `fr/`

Only the shape is looked at, not the values: what MkDocs fills in, like `!ENV`, does not matter here.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from curriculum.read.textfile import read_text
from curriculum.read.yamlfile import LOADER
from curriculum.words.labels import FOLDER
from curriculum.words.model import Language, Problem

PATH = "mkdocs.yml"
LINE = "- { locale: en, name: English, default: true }"
YES = ("true", "yes", "on")
Languages = tuple[Language, ...]


def read_languages(root: Path, words: Path = FOLDER) -> tuple[Languages, list[Problem]]:
    """The languages in `root/mkdocs.yml`, none when they cannot be made out; `words` holds a folder for each."""
    text, problems = read_text(root, PATH)
    if problems:
        return (), problems
    try:
        found = list(_entries(yaml.compose(text, LOADER)))
    except yaml.YAMLError:
        found = []
    first = [entry for entry in found if entry[2]]
    if len(first) != 1:
        return (), [Problem(PATH, 1, "no-languages", {"expected": LINE})]
    tables = sorted(path.name for path in FOLDER.glob("*/*.yml"))
    wanted = sorted(set(tables))
    languages = []
    for code, name, default, line in sorted(found, key=lambda entry: not entry[2]):
        folder = words / code
        if missing := [table for table in wanted if not (folder / table).is_file()]:
            problems.append(Problem(PATH, line, "no-words", {"found": code, "expected": ", ".join(missing)}))
        own = "" if words == FOLDER else str(folder)
        languages.append(Language(code, "" if default else f"{code}/", name, own))
    return (() if problems else tuple(languages)), problems


def _entries(root: yaml.Node | None) -> Iterator[tuple[str, str, bool, int]]:
    """Code, name, whether it is the default, and line, of each language."""
    plugins = _value(root, "plugins")
    items = plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]
    i18n = next(filter(None, (_value(item, "i18n") for item in items)), None)
    languages = _value(i18n, "languages")
    for entry in languages.value if isinstance(languages, yaml.SequenceNode) else ():
        code, name, default = (_word(entry, key) for key in ("locale", "name", "default"))
        if code:
            yield code, name or code, default.lower() in YES, entry.start_mark.line + 1


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


def _word(node: yaml.Node, key: str) -> str:
    value = _value(node, key)
    return str(value.value) if isinstance(value, yaml.ScalarNode) else ""
