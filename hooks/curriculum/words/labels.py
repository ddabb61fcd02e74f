"""The words the site itself says, a folder for each language: labels on pages and paper, the sentences of problems."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from curriculum.words.model import Language

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Choice = str | Mapping[str, str]
"""Words, or words by a pattern of what they speak of: {"1": "1 copy", ".*": "{count} copies"}."""


@cache
def read_words(theme: str, language: Language) -> Mapping[str, Any]:
    """A table of a language, like `fr/labels.yml` beside this module. Read once: it is part of the program."""
    text = (Path(__file__).parent / language.value / f"{theme}.yml").read_text(encoding="utf-8")
    words: Mapping[str, Any] = yaml.load(text, LOADER)
    return words


def label(name: str, language: Language, **values: str | int) -> str:
    """The words called `name` in the `labels.yml` of a language, with `{values}` filled in; some go by `count`."""
    return fitting(read_words("labels", language)[name], str(values.get("count", ""))).format(**values)


def fitting(choice: Choice, plain: str) -> str:
    """The words for a plain form (a count, a time, a date): those of the first pattern that fits all of it.

    In:  {"1": "1 copy", ".*": "{count} copies"}, "3"
    Out: "{count} copies"
    """
    if isinstance(choice, str):
        return choice
    return next(words for pattern, words in choice.items() if re.fullmatch(pattern, plain))
