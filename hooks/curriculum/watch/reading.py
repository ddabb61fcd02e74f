"""An edition, what it keeps, and what of the shared course lies below it, as files -> one value to look at."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from curriculum.read.arc import read_arc
from curriculum.read.folders import files_in, is_page
from curriculum.read.left import read_mark, read_mergeable
from curriculum.read.textfile import read_text
from curriculum.watch.ledger import BASE, read_base
from curriculum.watch.states import parts_in, without_language
from curriculum.watch.texts import parts_of
from curriculum.watch.values import Held
from curriculum.words.audience import NOTES, SHARED
from curriculum.words.changes import Changes, Part
from curriculum.words.model import Language, Problem

FOLDERS = (SHARED, NOTES)
"""Where pages and notes lie, in an edition as beside it."""


def read_held(
    root: Path, edition: str, languages: Sequence[Language], changes: Changes, folders: Collection[str] = FOLDERS
) -> Held:
    """The edition in `root/edition` beside the shared course; what cannot be read is left out, and told by others."""
    kept = {part: entry for part, entry in changes.entries.items() if part.path.partition("/")[0] in folders}
    own = _read_texts(root / edition, _pages(root / edition, folders))
    held = Held(own, {}, {}, kept, changes.announced, tuple(languages), changes.meant)
    names, parts = _pages(root, folders), parts_in(held)
    lost = [part for part in parts if part in kept and part.path not in names]
    new = [path for path in own if path not in names]
    replaced = {without_language(name, languages) for name in own}  # in any language
    needed = names if lost else [name for name in names if without_language(name, languages) in replaced]
    upstream = {**(dict.fromkeys(names, "") if new else {}), **_read_texts(root, needed)}
    return replace(held, upstream=upstream, base=read_base(root, edition, [part for part in parts if part in kept]))


def _pages(root: Path, folders: Collection[str]) -> list[str]:
    """The paths of all pages in folders below a root."""
    found = []
    for folder in folders:
        places = (PurePath(place) for place, link in _files(root / folder) if not link)
        found += [f"{folder}/{place.as_posix()}" for place in places if place.suffix == ".md" and is_page(place)]
    return sorted(found)


def _files(folder: Path) -> Iterator[tuple[str, bool]]:
    return files_in(folder) if folder.is_dir() else iter(())


def _read_texts(root: Path, paths: Collection[str]) -> dict[str, str]:
    read = {path: read_text(root, path) for path in paths}
    return {path: text for path, (text, problems) in read.items() if not problems}


def read_marked(root: Path, edition: str) -> dict[str, int]:
    """The files of an edition in which a merge left its marks, with the line of the first; not what the base keeps."""
    places = [place for place in read_mergeable(root / edition) if not place.startswith(f"{BASE}/")]
    return {place: problem.line for place in places for problem in read_mark(root / edition, place)}


def part_named(words: str, edition: str, known: Collection[Part], languages: Sequence[Language]) -> Part | None:
    """The part that somebody means by a path: from the root, from the edition, or from its folder of pages; the one of
    another language where only that has it.

    In:  "partner/docs/law.md", "docs/law.md", "law.md", "law.md#titles", "docs\\\\law.md"
    """
    path, _, section = words.replace("\\", "/").removeprefix("./").partition("#")
    place = path.removeprefix(f"{edition}/")
    names = (place, *(f"{folder}/{place}" for folder in FOLDERS))
    for name in names:
        if Part(name, section) in known:
            return Part(name, section)
    others = [one for one in known if one.section == section and without_language(one.path, languages) in names]
    return others[0] if len(others) == 1 else None


def parts_upstream(texts: dict[str, str]) -> set[Part]:
    """Every page of the shared course, and every section that has an id."""
    sections = {Part(path, one.id) for path, text in texts.items() for one in parts_of(text)[2] if one.id}
    return {Part(path) for path in texts} | sections


def read_upstream(root: Path) -> dict[str, str]:
    """Every page and note of the shared course."""
    return _read_texts(root, _pages(root, FOLDERS))


def read_edition_place(root: Path, languages: Sequence[Language]) -> tuple[str, list[Problem]]:
    """The folder of the edition that this project builds."""
    _, edition, problems = read_arc(root, languages)
    return edition, [] if edition else problems
