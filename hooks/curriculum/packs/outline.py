"""A row that came back, beside its source -> what of its outline is another: keys, headings.

Each as the name of a kind, what was found, and what was expected.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from curriculum.packs.placing import keys_typed
from curriculum.packs.values import Row
from curriculum.read.source import find_sections
from curriculum.translate.pieces import TOP
from curriculum.words.model import Term, Words

Apart = tuple[str, Words, Words]


def names_apart(row: Row, text: str) -> Iterator[Apart]:
    """The keys above a page; headings with their levels and ids, in their order; a section begins with its own."""
    is_top = row.found.section == TOP
    keys, wanted = _keys_in(text), [*keys_typed(row.present or row.source)[0]]
    if is_top and keys != wanted:
        yield "pack-keys", _listed(keys), _listed(wanted)
    ids, wanted = _ids_in(text), _ids_in(row.source)
    begins = is_top or next((one.line for one in find_sections(text)[1]), 0) == 1
    if ids != wanted or not begins:
        yield "pack-headings", _listed(ids), _listed(wanted)


def _keys_in(text: str) -> list[str]:
    """Those above a page; also a line of three dashes, between which a page would have more of them."""
    keys, rest = keys_typed(text)
    return [*keys, *(["---"] if rest.startswith("---") else [])]


def _ids_in(text: str) -> list[str]:
    title, sections = find_sections(keys_typed(text)[1])
    ids = (f"{'#' * one.level} {{ #{one.id} }}" if one.id else "#" * one.level for one in sections)
    return [*(["#"] if title else []), *ids]


def _listed(names: Sequence[str]) -> Words:
    return ", ".join(names) or Term("nothing")
