"""The words the site itself says, by name and language: labels on pages and paper, and the sentences of problems."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from curriculum.words.model import Language

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def read_words(name: str) -> dict[str, dict[str, str]]:
    """The table `<name>.yml` beside this module: name -> language -> words. Read once: it is part of the program."""
    text = (Path(__file__).parent / f"{name}.yml").read_text(encoding="utf-8")
    words: dict[str, dict[str, str]] = yaml.load(text, LOADER)
    return words


def label(name: str, language: Language, **values: str | int) -> str:
    """The words called `name` in `labels.yml`, with `{values}` filled in."""
    return read_words("labels")[name][language.value].format(**values)
