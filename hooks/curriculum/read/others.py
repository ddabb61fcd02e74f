"""The other editions under `editions/` -> what they say of their places, in letters and digits alone.

In:  the profile of another edition with `org: {name: {en: "Harbour House"}}`
Out: {"harbourhouse": "org.name"} among its facts
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from curriculum.read.chosen import PRIVATE, read_editions
from curriculum.read.textfile import read_text
from curriculum.read.yamltext import parse_yaml

ALIKE = frozenset({"id", "status", "schedule", "to_confirm", "kept", "upstream", "licence"})
"""Keys of a profile that may say the same in two places: an hour or a number of people is no name."""
LINE = ("name", "number", "source", "how", "note")
"""What is a line's own. The last two only where they hold a number or an address: that one calls is said of many."""
OWN = re.compile(r"@|\.[a-z]{2,}\b|(?:\d[ -]?){7}")
"""An address, or a number of seven digits."""
LEAST = 4
"""Letters and digits of a value that can be told from another."""
PARAGRAPH = 60
"""Letters of a paragraph that two people would not write alike by chance."""


@dataclass(frozen=True)
class Other:
    """One other edition: each value that is its own, by its letters and digits."""

    path: str
    facts: frozenset[str] = frozenset()
    lines: Mapping[str, str] = field(default_factory=dict)
    """Each with the key that has it, `number`."""
    paragraphs: frozenset[str] = frozenset()
    private: frozenset[str] = frozenset()
    """What only facilitators know there; empty for participants."""
    written: Mapping[str, Any] = field(default_factory=dict, repr=False)
    """The values of its profile and its lines, by path."""
    pages: tuple[str, ...] = ()
    """The texts of its own pages."""


def read_others(root: Path, edition: str, country: Any) -> tuple[Other, ...]:
    """All editions but this one, each as far as its files can be read; what the whole `country` has is nobody's own."""
    everywhere = frozenset(_lines_of(country))
    return tuple(_read_other(root, path, everywhere) for path in read_editions(root) if path != edition)


def _read_other(root: Path, path: str, everywhere: Set[str]) -> Other:
    profile, lines = (f"{path}/{name}" for name in ("profile.yml", "resources.yml"))
    written = {name: _read_values(root, name) for name in (profile, lines)}
    pages = tuple(_read_pages(root, f"{path}/docs"))
    return Other(
        path,
        frozenset(_facts_of(written[profile])),
        _without(_lines_of(written[lines]), everywhere),
        frozenset(said for text in pages for _, said in paragraphs_of(text)),
        written=written,
        pages=pages,
    )


def read_others_private(root: Path, others: tuple[Other, ...]) -> tuple[Other, ...]:
    """The same with what only facilitators know of those places."""
    paths = (f"{other.path}/{PRIVATE}" for other in others)
    known = (frozenset(_facts_of(_read_values(root, path))) for path in paths)
    return tuple(replace(other, private=facts) for other, facts in zip(others, known, strict=True))


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The letters and digits of a text, small, without accents, digits of any alphabet as ours.

    In:  "1 (888) 555‑0142"; "l’Île-aux-Érables"
    Out: "18885550142"; "lileauxerables"
    """
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(str(unicodedata.digit(sign, sign)) for sign in plain if sign.isalnum())


def paragraphs_of(text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs of a page that say enough, in letters and digits, each with its line."""
    line = 1
    for block in text.split("\n\n"):
        said = folded(block)
        if len(said) >= PARAGRAPH:
            yield line + len(block) - len(block.lstrip("\n")), said
        line += block.count("\n") + 2


def values_of(values: Any, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Each value of a file by its dotted name: {"org": {"name": {"en": "Us"}}} -> ("org.name.en", "Us")."""
    if isinstance(values, str):
        yield prefix, values
    pairs = values.items() if isinstance(values, dict) else enumerate(values) if isinstance(values, list) else ()
    for key, value in pairs:
        yield from values_of(value, f"{prefix}.{key}" if prefix else str(key))


def _without(lines: Mapping[str, str], everywhere: Set[str]) -> dict[str, str]:
    return {said: key for said, key in lines.items() if said not in everywhere}


def _read_values(root: Path, path: str) -> Any:
    """What a YAML file says, as far as it can be read; its problems are told where it is used."""
    text, _ = read_text(root, path)
    return _parsed(path, text) or {}


@lru_cache(maxsize=64)
def _parsed(path: str, text: str) -> Any:
    return parse_yaml(path, text)[0].values if text else {}


def _read_pages(root: Path, folder: str) -> Iterator[str]:
    for page in sorted((root / folder).rglob("*.md")):
        yield read_text(root, page.relative_to(root).as_posix())[0]


def _facts_of(values: Any) -> Iterator[str]:
    for name, value in values_of(values):
        if name.partition(".")[0] not in ALIKE and len(said := folded(value)) >= LEAST:
            yield said


def _lines_of(values: Any) -> dict[str, str]:
    """What is a line's own, with its key. Of a number like 9-1-1, dialled in many places, only the source is."""
    lines = values.get("resources") if isinstance(values, dict) else None
    found = {}
    for line in lines if isinstance(lines, list) else ():
        if not isinstance(line, dict):
            continue
        everybody = len(folded(str(line.get("number", "")))) < LEAST
        for key in LINE if not everybody else ("source",):
            for _, value in values_of(line.get(key, "")):
                if len(said := folded(value)) >= LEAST and (key not in LINE[3:] or OWN.search(value)):
                    found[said] = key
    return found
