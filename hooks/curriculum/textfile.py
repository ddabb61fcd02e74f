"""Reading one text file strictly: UTF-8, of a sane size. Everything the project reads comes through here."""

from __future__ import annotations

from pathlib import Path

from curriculum.model import Problem

MAX_BYTES = 500_000
"""A page of 500 KB is a book: something else was pasted into it."""


def read_text(root: Path, path: str) -> tuple[str, list[Problem]]:
    """Read `root/path`: its text with line ends as `\\n` and no byte-order mark, or the reason it cannot be read."""
    try:
        raw = (root / path).read_bytes()
    except FileNotFoundError:
        return "", [Problem(path, 1, "file-absent")]
    except OSError as error:
        return "", [Problem(path, 1, "file-unreadable", {"found": error.strerror or str(error)})]
    if len(raw) > MAX_BYTES:
        return "", [
            Problem(path, 1, "file-too-large", {"found": f"{len(raw) // 1000}", "expected": f"{MAX_BYTES // 1000}"})
        ]
    if b"\0" in raw:
        line = raw[: raw.index(b"\0")].count(b"\n") + 1
        return "", [Problem(path, line, "not-utf8", {"found": "0x00"})]
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"), []
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return "", [Problem(path, line, "not-utf8", {"found": f"0x{raw[error.start]:02X}"})]
