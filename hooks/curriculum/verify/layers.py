"""What is found when something is opened: a step further in, or a word that nobody gets further."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class LayerState(Enum):
    """What is to be done with what was found."""

    OPEN = "open"
    """It is opened in its turn."""
    PLAIN = "plain"
    """Its letters are read as they stand: whatever else is in it was found on another way."""
    LINES = "lines"
    """The same, with an end after each piece that stands by itself: whole words are told apart."""
    CLOSED = "closed"
    """There is something, and nothing here can open it."""


class Layer(NamedTuple):
    """What was inside, and how it was packed or written: `gzip`, `HTML &…;`, the name of a file in a ZIP."""

    step: str
    content: bytes | str = b""
    state: LayerState = LayerState.OPEN
