"""What a partner does with a part: replace it, take in what changed, say that it was looked at, give it up.

Nothing is lost: what is given up is first copied into `to-keep/`. A page and what is kept of it are written together:
on a full disk, neither is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from curriculum.watch.ledger import base_place, write_ledger, write_without
from curriculum.watch.merging import Labels, Merged, merge
from curriculum.watch.states import has_part, parts_in, split_path, text_of
from curriculum.watch.texts import SECTIONS, hash_of, parts_of, sections_named, with_section, without_removed
from curriculum.watch.values import Held
from curriculum.watch.whole import write_all, write_whole
from curriculum.words.changes import Part, Stamp

KEPT = "to-keep"
"""The folder of the project for copies of what is taken away; nobody publishes it."""


@dataclass(frozen=True)
class EditionDesk:
    """Where the work lies: the edition, what was read of it, and the day."""

    root: Path
    edition: str
    held: Held
    today: date


def in_every_language(part: Part, held: Held) -> list[Part]:
    """The same part in each language that the shared course has it in."""
    folder, _, place = split_path(part.path, held.languages)
    parts = [Part(f"{folder}/{language.folder}{place}", part.section) for language in held.languages]
    return [one for one in parts if text_of(one, held.upstream.get(one.path)) is not None]


def write_replaced(desk: EditionDesk, parts: Sequence[Part]) -> list[Part]:
    """Copy parts of the shared course into the edition, and keep what they were; those that it has already stay."""
    own = dict(desk.held.own)
    new = [part for part in parts if not _is_there(part, own)]
    pages: dict[str, str] = {}
    for part in new:
        text = text_of(part, desk.held.upstream[part.path]) or ""
        own[part.path] = with_section(own.get(part.path, SECTIONS), part.section, text) if part.section else text
        pages[f"{desk.edition}/{part.path}"] = own[part.path]
    write_stamps(desk, new, pages=pages)
    return new


def _is_there(part: Part, own: dict[str, str]) -> bool:
    """True when the edition has the part, or the page around it, or sections of it."""
    text = own.get(part.path)
    return text is not None and (not part.section or has_part(part, text))


def write_stamps(
    desk: EditionDesk,
    parts: Sequence[Part],
    why: str = "",
    gone: Sequence[Part] = (),
    pages: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Keep today’s shared text as what these parts have in front of them; `gone` are kept no longer.

    With `pages` of the edition, by their places, that change with them: all is written, or nothing.
    """
    newest = desk.held.announced[0].id if desk.held.announced else ""
    entries = {part: entry for part, entry in desk.held.entries.items() if part not in gone}
    texts = dict(pages)
    for part in parts:
        text = text_of(part, desk.held.upstream[part.path]) or ""
        entries[part] = Stamp(part, hash_of(text), desk.today.isoformat(), newest, why)
        texts[base_place(desk.edition, part)] = text
    write_ledger(desk.root, desk.edition, entries, desk.held.meant, texts)
    for part in gone:
        write_without(desk.root, desk.edition, part)


def write_meant(desk: EditionDesk, part: Part) -> None:
    """Note that the name of a new page is right as it is."""
    write_ledger(desk.root, desk.edition, desk.held.entries, {*desk.held.meant, part.path})


def write_merged(desk: EditionDesk, part: Part, other: Part, labels: Labels) -> Merged:
    """Take in what changed since; where that is clean, today’s text is what it has in front of it from now on.

    `other` is the part itself, or what it is called now: then the page of the edition moves there.
    """
    held = desk.held
    yours = text_of(part, held.own[part.path]) or ""
    merged = merge(held.base[part], yours, text_of(other, held.upstream[other.path]) or "", labels)
    text = with_section(held.own[part.path], part.section, merged.text) if part.section else merged.text
    pages = {f"{desk.edition}/{other.path}": text}
    if other != part:
        _write_moved(desk, part, other, pages)
    elif merged.open:
        write_all(desk.root, pages)
    else:
        write_stamps(desk, [part], held.entries[part].why, pages=pages)
    return merged


def _write_moved(desk: EditionDesk, part: Part, other: Part, pages: Mapping[str, str]) -> None:
    """Keep under its new name what a part had in front of it; that is today’s text, also while marks are left."""
    write_stamps(desk, [other], desk.held.entries[part].why, gone=[part], pages=pages)
    if other.path != part.path:
        (desk.root / desk.edition / part.path).unlink()


def write_own(desk: EditionDesk, part: Part) -> None:
    """What it replaced went: from now on it is a page of the edition’s own."""
    write_stamps(desk, [], gone=[part])


def write_dropped(desk: EditionDesk, part: Part) -> str:
    """Take a part out of the edition, so that the shared text shows again; where its copy is."""
    path = desk.root / desk.edition / part.path
    text = desk.held.own[part.path]
    copy = write_copy(desk, f"{desk.edition}/{part.path}", text.encode())
    taken_out = part.section and text_of(part, text) is None
    rest = without_removed(text, part.section) if taken_out else with_section(text, part.section, "")
    if part.section and (parts_of(rest)[2] or sections_named(rest)):
        write_stamps(desk, [], gone=[part], pages={f"{desk.edition}/{part.path}": rest})
    else:
        path.unlink()
        write_stamps(desk, [], gone=[part])
    return copy


def write_copy(desk: EditionDesk, path: str, content: bytes) -> str:
    """Keep a copy of a file before it is changed; an older copy of the same day stays. Its path from the root."""
    number = 0
    while True:
        number += 1
        name = f"{KEPT}/{desk.today.isoformat()}{f'-{number}' if number > 1 else ''}/{path}"
        place = desk.root / name
        if not place.exists() or place.read_bytes() == content:
            write_whole(desk.root, name, content)
            return name


def known_parts(held: Held) -> set[Part]:
    """What may be named: parts of the edition, its whole pages, and files with marks."""
    return {*parts_in(held), *(Part(path) for path in held.marked)}
