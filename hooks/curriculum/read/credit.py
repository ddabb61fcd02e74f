"""`CITATION.cff` and `upstream:` of a profile -> whom an edition owes its course to, and which pages it changed.

`CITATION.cff` is the one record of the first course: an edition never touches it. What an edition was made from beside
it stands in its profile, written by tools, the nearest first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from curriculum.read.languages import Languages
from curriculum.read.source import Pages
from curriculum.read.textfile import read_text
from curriculum.read.yamltext import YamlFile, parse_yaml
from curriculum.words.credit import BETWEEN, Credit, Source
from curriculum.words.labels import label
from curriculum.words.model import Arc, Edition, Problem, Text

CITATION = "CITATION.cff"
OURS = "editions/"
"""Where the editions are that the first course itself may have; `partner/` is always somebody else's."""


def read_credit(root: Path, edition: Edition, first: Source, pages: Pages, languages: Languages) -> Edition:
    """The edition with its credit: its own sources, then the first course, which no edition can leave out."""
    if is_first(edition, first, languages):
        return replace(edition, credit=Credit(licence=first.licence))
    sources = (*edition.credit.sources, *([] if _names(first, edition.credit.sources, languages) else [first]))
    own = sorted(page.path for page in pages.values() if page.path.startswith(f"{edition.path}/"))
    shared = {path: path.removeprefix(f"{edition.path}/") for path in own}
    replaced = tuple(at for path, at in shared.items() if (root / at).is_file())
    added = tuple(at for at in shared.values() if at not in replaced)
    return replace(edition, credit=Credit(sources, replaced, added, first.licence))


def first_of(said: Mapping[str, Any], arc: Arc | None, languages: Languages) -> Source:
    """The first course, as `CITATION.cff` has `said`; what that does not say, as every edition says it."""
    names = [str(one.get("name", "")) for one in said.get("authors", ()) if isinstance(one, dict)]
    return Source(
        title=Text({language.code: label("credit-words", language) for language in languages}),
        authors=", ".join(filter(None, names)),
        licence=licence_named(str(said.get("license", "")) or (arc.licence if arc else "")),
        version=str(said.get("version", "")) or (arc.version if arc else ""),
        address=str(said.get("repository-code", "")),
    )


def read_cited(root: Path) -> tuple[Mapping[str, Any], list[Problem]]:
    """What `CITATION.cff` says, and why it cannot be read; nothing without the file.

    A test holds ours to the schema of its format.
    """
    text, problems = read_text(root, CITATION) if (root / CITATION).exists() else ("", [])
    file, found = parse_yaml(CITATION, text) if text else (YamlFile(CITATION), [])
    return file.values if isinstance(file.values, dict) else {}, [*problems, *found]


def licence_named(spdx: str) -> str:
    """`CC-BY-SA-4.0`, as programs name a licence -> `CC BY-SA 4.0`."""
    kind, _, rest = spdx.partition("-")
    name, _, version = rest.rpartition("-")
    return f"{kind} {name} {version}" if kind == "CC" and name else spdx


def sources_of(values: Sequence[Mapping[str, Any]]) -> tuple[Source, ...]:
    """`upstream:` of a profile, as its schema has it."""
    return tuple(
        Source(
            title=Text(one["title"]),
            authors=one["authors"],
            licence=one["licence"],
            version=one.get("version", ""),
            address=one.get("source", ""),
            retrieved=one.get("retrieved", ""),
            withdrawn=one.get("credit") == "withdrawn",
        )
        for one in values
    )


def is_first(edition: Edition, first: Source, languages: Languages) -> bool:
    """True for the first course itself: one of its editions, under its name, made from no other."""
    named = edition.facts.get("site.name", Text())
    return (
        edition.path.startswith(OURS)
        and not edition.credit.sources
        and all(named[of] in first.title[of].split(BETWEEN) for of in languages)
    )


def _names(first: Source, sources: Sequence[Source], languages: Languages) -> bool:
    """True where the sources name the first course themselves, in any of its ways."""
    known = {first.title[language] for language in languages}
    return any(source.title[language] in known for source in sources for language in languages)
