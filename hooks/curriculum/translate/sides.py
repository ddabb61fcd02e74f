"""One page of a pair, taken apart: its sections as they are, and as they were when both were read side by side.

A page of an edition may be made of two files. Each section is held against what its own file's layer keeps, so that one
that an edition replaced has its base in the edition, and all others keep that of the shared course.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from curriculum.read.languages import Languages
from curriculum.read.placed import split_folder
from curriculum.translate.pieces import TOP, Piece, fingerprint, keys_in, parts_in, pieces_of
from curriculum.words.audience import NOTES, SHARED
from curriculum.words.bases import Bases, base_place
from curriculum.words.model import Page
from curriculum.words.woven import Woven, paths_of, place_in


@dataclass(frozen=True)
class PlacedPiece:
    """A section where it stands."""

    piece: Piece
    path: str
    line: int


@dataclass(frozen=True)
class Side:
    """A page in one language of the two."""

    page: Page
    now: Mapping[str, PlacedPiece]
    base: Mapping[str, Piece]
    """What the other language reflects of it, by id."""
    stamped: frozenset[str]
    """Those of its files of which anything is kept."""


def side_of(page: Page, other: Page, bases: Bases) -> Side:
    """A page that is held against `other`."""
    now = {spot.piece.id: spot for spot in _spots(page)}
    base: dict[str, Piece] = {}
    stamped = set[str]()
    files: dict[str, list[str]] = {}
    for path in paths_of(page.path):
        files.setdefault(base_place(other.language.code, path, layer_of(path, other, bases)), []).append(path)
    for place, paths in files.items():
        text = bases.texts.get(place)
        if text is not None:
            stamped.update(paths)
            kept = kept_pieces(text, isinstance(page.path, Woven))
            shown = (one for one in kept if any(_is_of(one.id, path, now, path == str(page.path)) for path in paths))
            base |= {piece.id: piece for piece in shown if piece.id != TOP or TOP in now}
    return Side(page, now, base, frozenset(stamped))


def is_as_kept(page: Page, other: Page, bases: Bases) -> bool:
    """True for a page of one file, every sign of which is as `other` reflects it: no section of it has changed."""
    if isinstance(page.path, Woven):
        return False
    text = bases.texts.get(base_place(other.language.code, page.path, layer_of(page.path, other, bases)))
    return text is not None and parts_in(text) == (keys_in(page.meta), page.written or page.body)


def layer_of(path: str, other: Page, bases: Bases) -> str:
    """Who keeps the text of a file: the edition, as soon as one of the two is its own."""
    theirs = {bases.layer_of(one) for one in paths_of(other.path)}
    return bases.layer_of(path) or ("" if "" in theirs else bases.edition)


def _spots(page: Page) -> Iterator[PlacedPiece]:
    whole = page.asked is not None and page.asked.sections and not isinstance(page.path, Woven)
    for piece in pieces_of(page.written or page.body):
        path, line = place_in(page.path, piece.line + page.offset)
        if piece.id != TOP:
            yield PlacedPiece(piece, path, line)
        elif isinstance(page.path, Woven):
            yield PlacedPiece(piece, page.path.weft.shared, line)
        elif not whole:  # nothing stands above the first section of a page that only replaces some
            yield PlacedPiece(_with_keys(piece, keys_in(page.meta)), path, page.offset + 1)


def _is_of(id: str, path: str, now: Mapping[str, PlacedPiece], own: bool) -> bool:
    """True for what is kept of a section that stands in this file, or stood there and in no other."""
    return now[id].path == path if id in now else own


@lru_cache(maxsize=1024)
def kept_pieces(text: str, woven: bool) -> tuple[Piece, ...]:
    """The pieces of a text that is kept; an edition’s keys stand beside those of a shared page: they are left out."""
    keys, body = parts_in(text)
    top, *others = pieces_of(body)
    return (top if woven else _with_keys(top, keys), *others)


def _with_keys(top: Piece, keys: str) -> Piece:
    return top._replace(text=f"{keys}\n\n{top.text}") if keys else top


@dataclass
class Elsewhere:
    """Where else a section is kept, heading and words: one that went to another page still has its translation."""

    bases: Bases
    languages: Languages
    places: dict[str, set[str]] = field(default_factory=dict)
    """`docs/week-03/index.md#trios` by language and fingerprint; made when it is first asked for."""

    def find(self, *spots: tuple[Page, Piece]) -> str:
        """Where the same words are kept in all of these languages; "" where they are nowhere."""
        if not self.places:
            self._read()
        found = [self.places.get(f"{page.language.code} {fingerprint(piece.words)}", set()) for page, piece in spots]
        return next(iter(sorted(set.intersection(*found))), "")

    def _read(self) -> None:
        for place, text in self.bases.texts.items():
            folder = next(name for name in (SHARED, NOTES) if f"/{name}/" in place)
            language, uri = split_folder(place.partition(f"/{folder}/")[2], self.languages)
            for piece in pieces_of(parts_in(text)[1]) if language else ():
                if language and piece.text.strip() and piece.id != TOP:
                    key = f"{language.code} {fingerprint(piece.words)}"
                    self.places.setdefault(key, set()).add(f"{folder}/{uri}#{piece.id}")
