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
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Choice = str | Mapping[str, str]
"""Words, or words by a pattern of what they speak of: {"1": "1 copy", ".*": "{count} copies"}."""


@lru_cache(maxsize=256)  # an edition's own words may change while the live site runs
def read_words(theme: str, language: Language) -> Mapping[str, Any]:
    """A table of a language, like `fr/labels.yml` beside this module; labels as an edition says them."""
    words = _read_table(folder_of(language) / f"{theme}.yml")
    return {**words, **json.loads(language.own)} if language.own and theme == LABELS else words


def folder_of(language: Language) -> Path:
    """Where the words of a language are."""
    return Path(language.words) if language.words else FOLDER / language.code


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
    """Words with `{values}` filled in; where there is a choice, those for `count`."""
    return fitting(choice, str(values.get("count", ""))).format(**values)


def fitting(choice: Choice, plain: str) -> str:
    """The words for a plain form (a count, a time, a date): those of the first pattern that fits all of it.

    In:  {"1": "1 copy", ".*": "{count} copies"}, "3"
    Out: "{count} copies"
    """
    if isinstance(choice, str):
        return choice
    return next(words for pattern, words in choice.items() if re.fullmatch(pattern, plain))
