"""Files that were made, by their names: on the disk until somebody asks for one, not all of them in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from os import SEEK_END
from tempfile import TemporaryFile
from typing import IO, TypeVar
from weakref import finalize

Name = TypeVar("Name")


class _Unnamed:
    """A file without a name, closed with the last that holds it."""

    def __init__(self) -> None:
        self.opened: IO[bytes] = TemporaryFile()  # noqa: SIM115 - it outlives this call
        finalize(self, self.opened.close)


class Stored(MutableMapping[Name, bytes]):
    """Bytes by name, one behind the other in a file that has none, and that is gone with whoever holds it.

    What is made of another one, whole or in part, shares its file: nothing is copied, and what is added to the one is
    not in the other. Raises `OSError` where nothing can be written.
    """

    def __init__(self, held: Mapping[Name, bytes] | None = None) -> None:
        self._spans: dict[Name, tuple[int, int]] = {}
        if isinstance(held, Stored):
            self._file: _Unnamed = held._file
            self._spans.update(held._spans)
        else:
            self._file = _Unnamed()
            self.update(held or {})

    def __getitem__(self, name: Name) -> bytes:
        start, length = self._spans[name]
        self._file.opened.seek(start)
        return self._file.opened.read(length)

    def __setitem__(self, name: Name, content: bytes) -> None:
        start = self._file.opened.seek(0, SEEK_END)
        self._file.opened.write(content)
        self._spans[name] = start, len(content)

    def __delitem__(self, name: Name) -> None:
        del self._spans[name]

    def __iter__(self) -> Iterator[Name]:
        return iter(self._spans)

    def __len__(self) -> int:
        return len(self._spans)

    @property
    def sizes(self) -> dict[Name, int]:
        """How many bytes each has."""
        return {name: length for name, (_, length) in self._spans.items()}

    def only(self, names: Iterable[Name]) -> Stored[Name]:
        """Some of them."""
        some = Stored(self)
        some._spans = {name: self._spans[name] for name in names}
        return some


Files = Stored[str]
"""By their places in a site."""
