"""The words the site itself says, a folder for each language: labels on pages and paper, the sentences of problems."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from curriculum.words.model import Language

FOLDER = Path(__file__).parent
DEFAULT = Language("en")
"""What messages are told in where nobody says otherwise."""
LABELS = "labels"
LOCKS = ("openings", "telling", "phrases", "spoken")
"""Tables whose lists are those of the lender and of the language: a language more makes no lock weaker."""
OF_ONE = ("reading", "wording", "beside")
"""Tables that say nothing of another language, and are not borrowed."""
ENTRIES = ("search",)
"""A table whose entry is a table of its own, which may be said in part."""
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
PLACE = re.compile(r"\{(\w+)\}")
"""What is filled in."""
Choice = str | Mapping[str, str]
"""Words, or words by a pattern of what they speak of: {"1": "1 copy", ".*": "{count} copies"}."""


@lru_cache(maxsize=256)  # an edition's own words may change while the live site runs
def read_words(theme: str, language: Language) -> Mapping[str, Any]:
    """A table of a language, like `fr/labels.yml` beside this module, with what an edition says in its own way.

    What a language lacks that an edition adds, it borrows.
    """
    own = _tables_in(language.own).get(theme, {})
    if language.lender is None:
        return {**_read_table(folder_of(language) / f"{theme}.yml"), **own}
    return own if theme in OF_ONE else joined(theme, read_words(theme, language.lender), own)


def joined(theme: str, lent: Mapping[str, Any], own: Mapping[str, Any]) -> Mapping[str, Any]:
    """A table with what a language says itself over what it borrows."""
    if theme not in (*LOCKS, *ENTRIES):
        return {**lent, **own}
    return {key: _both(value, own.get(key)) for key, value in lent.items()}


def _both(lent: Any, own: Any) -> Any:
    """Both lists, each item of both where they are lists themselves; of anything else, what the language says."""
    if own and isinstance(lent, list):
        lists = isinstance(lent[0], list)
        return [[*a, *b] for a, b in zip(lent, own, strict=True)] if lists else [*lent, *own]
    return {**lent, **own} if own and isinstance(lent, dict) else own or lent


def says(theme: str, name: str, language: Language) -> bool:
    """True where a language has its own words for an entry, and need not borrow them."""
    return language.lender is None or name in _tables_in(language.own).get(theme, {})


@lru_cache(maxsize=64)  # every title in a menu asks which language says the words around it
def _tables_in(own: str) -> Mapping[str, Mapping[str, Any]]:
    """The tables of `Language.own`."""
    tables: Mapping[str, Mapping[str, Any]] = json.loads(own) if own else {}
    return tables


def folder_of(language: Language) -> Path:
    """Where the words of a language are."""
    return Path(language.words) if language.words else FOLDER / language.code


def read_text_of(name: str, language: Language) -> str:
    """A file of a language as it is written, for whoever looks for words in it; of one that borrows, all it says."""
    return language.own if language.lender else (folder_of(language) / name).read_text(encoding="utf-8")


def read_spoken() -> tuple[Language, ...]:
    """The languages that messages can be told in: each folder beside this module."""
    return tuple(Language(path.parent.name) for path in sorted(FOLDER.glob("*/messages.yml")))


@cache
def _read_table(path: Path) -> Mapping[str, Any]:
    """Read once, also for a language that is asked for by its code alone."""
    words: Mapping[str, Any] = yaml.load(path.read_text(encoding="utf-8"), LOADER)
    return words


def label(name: str, language: Language, /, **values: str | int) -> str:
    """The words called `name` in the `labels.yml` of a language, with `{values}` filled in; some go by `count`."""
    return filled(read_words(LABELS, language)[name], values)


def filled(choice: Choice, values: Mapping[str, str | int]) -> str:
    """Words with `{values}` filled in; where there is a choice, those for `count`, or for the first number in them."""
    return fitting(choice, _number(choice, values)).format(**values)


def _number(choice: Choice, values: Mapping[str, str | int]) -> str:
    """The number that words go by.

    In:  {"1": "{minutes} minuto", ".*": "{minutes} minutos"}, minutes=1     Out: "1"
    """
    if isinstance(choice, str) or "count" in values:
        return str(values.get("count", ""))
    places = PLACE.findall([*choice.values()][-1])
    return next((said for name in places if (said := str(values.get(name, ""))).isdecimal()), "")


def fitting(choice: Choice, plain: str) -> str:
    """The words for a plain form (a count, a time, a date): those of the first pattern that fits all of it.

    In:  {"1": "1 copy", ".*": "{count} copies"}, "3"
    Out: "{count} copies"
    """
    if isinstance(choice, str):
        return choice
    return next(words for pattern, words in choice.items() if re.fullmatch(pattern, plain))
