"""What `check` said when nothing was to be mended, for the next time that nothing has changed.

Its key names all that shapes the answer: what shapes a site, this program wherever it lies, the languages of the
messages. Another key asks for a new look, and so does an answer that is not as it was written. What is to be mended is
looked at anew each time: it may lie in the rights of a file.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from curriculum.formats.kept import read_kept, read_program, write_kept
from curriculum.publish.state import read_shape
from curriculum.words.model import Language

PLACE = ".cache/checked"


def read_key(root: Path, languages: Iterable[Language]) -> str:
    """The name of all that an answer rests on, as it is now; none where a folder cannot be read."""
    try:
        return " ".join((read_shape(root), read_program(), *(language.code for language in languages)))
    except OSError:
        return ""


def read_answer(root: Path, key: str) -> str | None:
    """What was said beside that nothing is to be mended; none when nothing is kept for this key."""
    kept, line, said = read_kept(root / PLACE).decode("utf-8").partition("\n")
    return said if line and kept == key else None


def write_answer(root: Path, key: str, said: str) -> None:
    """Keep it, in place of the one before; where nothing can be written, it is looked at again."""
    write_kept(root / PLACE, f"{key}\n{said}".encode())
