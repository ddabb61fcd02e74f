"""A file -> where in it something stands that only facilitators have, however it is packed and written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from curriculum.verify.apart import apart_in
from curriculum.verify.layers import Layer, LayerState
from curriculum.verify.letters import letters_of, thin_letters_of
from curriculum.verify.packed import open_bytes
from curriculum.verify.runs import Origin, Runs
from curriculum.verify.spelt import spelt_out
from curriculum.verify.written import readings

DEEPEST = 16
"""Steps that one thing may be inside others."""
MOST = 2_000_000_000
"""Bytes that one file may unfold to."""
FEWEST = 12
"""Bytes or letters that can say something."""


class Trace(NamedTuple):
    """Something of facilitators', and the steps that lead to it; without an origin, something that nothing opens."""

    way: tuple[str, ...]
    origin: Origin | None

    def behind(self, step: str) -> Trace:
        """The same, one step further in."""
        return Trace((step, *self.way), self.origin) if step else self


def digest_of(content: bytes | str) -> bytes:
    """The name of what was looked at."""
    raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    return hashlib.blake2b(raw, digest_size=16, salt=b"b" if isinstance(content, bytes) else b"s").digest()


@dataclass
class Search:
    """Looks through one file after another; what was in an earlier one is not opened again."""

    words: Runs
    thin: Runs
    """The same without the letters that have accents."""
    whole: Mapping[bytes, Origin]
    """The files that are facilitators', by their digest."""
    known: frozenset[bytes] = frozenset()
    """The digests of files of ours that participants have as they are: typefaces, icons."""
    seen: dict[bytes, list[Trace]] = field(default_factory=dict)
    read: int = 0
    """Bytes and letters that were looked at, unfolded."""

    def look(self, content: bytes) -> list[Trace]:
        """Everything in a file, the shortest way to each."""
        most = self.read + MOST
        return self._look(content, 0, most)

    def _look(self, content: bytes | str, depth: int, most: int) -> list[Trace]:
        digest = digest_of(content)
        if digest in self.seen or digest in self.known or len(content) < FEWEST:
            return self.seen.get(digest, [])
        if depth > DEEPEST or self.read > most:
            return [Trace((), None)]
        self.read += len(content)
        self.seen[digest] = []  # what holds itself holds nothing more
        found = [Trace((), self.whole[digest])] if digest in self.whole else []
        if isinstance(content, str):
            found += self._letters(content)
        for layer in (
            open_bytes(content)
            if isinstance(content, bytes)
            else chain(readings(content), spelt_out(content), apart_in(content))
        ):
            found += self._layer(layer, depth, most) if layer.state is not LayerState.LINES else ()
        self.seen[digest] = shortest(found)
        return self.seen[digest]

    def _layer(self, layer: Layer, depth: int, most: int) -> Iterable[Trace]:
        if layer.state is LayerState.CLOSED:
            found = [Trace((), None)]
        elif layer.state is LayerState.PLAIN and isinstance(layer.content, str):
            found = [*self._letters(layer.content)]
        else:
            found = self._look(layer.content, depth + 1, most)
        return (one.behind(layer.step) for one in found)

    def _letters(self, text: str) -> Iterator[Trace]:
        for origin, disguise in self.words.find(letters_of(text)):
            yield Trace((disguise,) if disguise else (), origin)
        if not text.isascii():
            for origin, disguise in self.thin.find(thin_letters_of(text)):
                yield Trace((disguise,) if disguise else (), origin)


def shortest(found: Iterable[Trace]) -> list[Trace]:
    """Each thing once, by the shortest way to it."""
    least: dict[Origin | None, Trace] = {}
    for one in found:
        if one.origin not in least or len(one.way) < len(least[one.origin].way):
            least[one.origin] = one
    return list(least.values())
