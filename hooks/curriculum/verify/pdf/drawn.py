"""What a page draws -> its words: strings in their order, each in the font that holds there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from curriculum.verify.pdf.fonts import PLAIN, UNKNOWN, Font

TOKEN = re.compile(
    rb"/([^\s/<>\[\](){}%]+)\s+[-+.\d]+\s+Tf"
    rb"|\(((?:[^\\()]|\\.|\((?:[^\\()]|\\.|\((?:[^\\()]|\\.|\([^()]*\))*\))*\))*)\)"
    rb"|<(?!<)([0-9a-fA-F\s]*)>",
    re.DOTALL,
)
ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|\r\n|([\s\S]))")
NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b""}
DRAWS = re.compile(rb"\bBT\b.*?(?:Tj|TJ|['\"])\s", re.DOTALL)
MARK16, MARK8 = b"\xfe\xff", b"\xef\xbb\xbf"


SAID = re.compile(rb"/(?:ActualText|Alt|E|T|Contents)\s*(?=[(<])")
"""What a page says in place of what it draws."""


def strings_in(text: bytes) -> Iterator[str]:
    """Every string in the text of an object, as words: a title, what is said of a picture, a remark."""
    for found in TOKEN.finditer(text):
        if found[1] is None:
            yield _words(found[0])


def said_in(content: bytes) -> Iterator[str]:
    """What a page says in place of what it draws, as words."""
    for found in SAID.finditer(content):
        if string := TOKEN.match(content, found.end()):
            yield _words(string[0])


@lru_cache(maxsize=65536)
def _words(written: bytes) -> str:
    found = TOKEN.match(written)
    string = _raw(found) if found else b""
    if string.startswith(MARK16):
        return string[2:].decode("utf-16-be", "replace")
    return string.removeprefix(MARK8).decode("utf-8" if string.startswith(MARK8) else "latin-1", "replace")


def draws(content: bytes) -> bool:
    """True for the content of a page, or of a form on it, that writes something."""
    return DRAWS.search(content) is not None


@lru_cache(maxsize=4096)  # the same page is in a handout, a pack and a book, on two papers
def drawn(content: bytes, fonts: tuple[tuple[bytes, Font], ...]) -> tuple[str, bool]:
    """The words of a page, and whether all of its fonts say which letters they write."""
    said: list[str] = []
    named = dict(fonts)
    font, known = PLAIN, True
    for found in TOKEN.finditer(content):
        if found[1] is not None:
            font = named.get(found[1], UNKNOWN)
            known &= font.known
        else:
            said.append(font.read(_raw(found)))
    return "".join(said), known


def _raw(found: re.Match[bytes]) -> bytes:
    if found[3] is not None:
        digits = b"".join(found[3].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return ESCAPE.sub(_unescaped, found[2]) if b"\\" in found[2] else found[2]


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes([int(found[1], 8) & 255])
    return NAMED.get(found[2], found[2]) if found[2] else b""
