"""The words the site itself says, a folder for each language: labels on pages and paper, the sentences of problems."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from curriculum.words.model import Language

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def read_words(theme: str, language: Language) -> Mapping[str, Any]:
    """A table of a language, like `fr/labels.yml` beside this module. Read once: it is part of the program."""
    text = (Path(__file__).parent / language.value / f"{theme}.yml").read_text(encoding="utf-8")
    words: Mapping[str, Any] = yaml.load(text, LOADER)
    return words


def label(name: str, language: Language, **values: str | int) -> str:
    """The words called `name` in the `labels.yml` of a language, with `{values}` filled in."""
    words: str = read_words("labels", language)[name]
    return words.format(**values)
