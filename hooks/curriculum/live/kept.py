"""What was made of values, made again only when one of these is another one. Nothing is ever marked as old by hand."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

Result = TypeVar("Result")


@dataclass
class Kept:
    """Results by name, each beside the values that it was made of; only the last one of a name is kept."""

    made: dict[Hashable, tuple[tuple[object, ...], Any]] = field(default_factory=dict)

    def get(self, name: Hashable, values: tuple[object, ...], make: Callable[[], Result]) -> Result:
        """What was made under this name, when it was made of these very values; else what `make` gives now.

        Values are compared as objects, which costs nothing: they are frozen, and what is equal stays the same object.
        """
        found = self.made.get(name)
        if found and len(found[0]) == len(values) and all(a is b for a, b in zip(found[0], values, strict=True)):
            made: Result = found[1]
            return made
        made = make()
        self.made[name] = values, made
        return made

    def same(self, name: Hashable, value: Result) -> Result:
        """The value that was kept under this name while it is equal, so that what was made of it stays."""
        found = self.made.get(name)
        if found and found[1] == value:
            kept: Result = found[1]
            return kept
        self.made[name] = (), value
        return value
