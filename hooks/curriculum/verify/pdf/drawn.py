"""What a page draws -> its words: strings in their order, each in the font that holds there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from curriculum.verify.pdf.fonts import PLAIN, UNKNOWN, Font

TOKEN = re.compile(
    rb"/([^\s/<>\[\](){}%]+)\s+[-+.\d]+\s+Tf"
    rb"|\(((?:[^\\()]++|\\.|\((?:[^\\()]++|\\.|\((?:[^\\()]++|\\.|\([^()]*+\))*+\))*+\))*+)\)"
    rb"|<(?!<)([0-9a-fA-F\s]*)>",
    re.DOTALL,
)
ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|\r\n|([\s\S]))")
NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b""}
DRAWS = re.compile(rb"\bBT\b.*?(?:Tj|TJ|['\"])\s", re.DOTALL)
BY_STATE = re.compile(rb"/\S+\s+gs\b")
"""Sets what holds from there on: among it, in some files, the font."""
MEANT = {
    **{b"\\" + bytes([sign]): NAMED.get(bytes([sign]), bytes([sign])) for sign in range(256)},
    **{b"\\%0*o" % (width, code): bytes([code & 255]) for width in (1, 2, 3) for code in range(8**width)},
    b"\\\r\n": b"",
}
"""What each escape in a string stands for."""
MARK16, MARK8 = b"\xfe\xff", b"\xef\xbb\xbf"


SAID = re.compile(rb"/(?:ActualText|Alt|E|T|Contents)\s*(?=[(<])")
"""What a page says in place of what it draws."""
SHORT = 40
"""Letters, on average, of strings that may be pieces of a sentence."""
NAMED_STRING = re.compile(rb"/(\w+)\s*(?=\(|<(?!<))")


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


def named_strings_in(text: bytes) -> list[list[str]]:
    """The strings that stand under the same name in several objects, in their order: remarks of a word each."""
    named: dict[bytes, list[str]] = {}
    for found in NAMED_STRING.finditer(text):
        if string := TOKEN.match(text, found.end()):
            named.setdefault(found[1], []).append(_words(string[0]))
    return [strings for strings in named.values() if sum(map(len, strings)) < SHORT * len(strings)]


@lru_cache(maxsize=65536)
def _words(written: bytes) -> str:
    found = TOKEN.match(written)
    string = raw_of(found) if found else b""
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
    font, known = named.get(b"", PLAIN), True
    first = TOKEN.search(content)
    if first is not None and first[1] is None and b"" not in named and BY_STATE.search(content):
        known = False
    for found in TOKEN.finditer(content):
        if found[1] is not None:
            font = named.get(found[1], UNKNOWN)
            known &= font.known
        else:
            said.append(font.read(raw_of(found)))
    return "".join(said), known


def raw_of(found: re.Match[bytes]) -> bytes:
    """The bytes of a string."""
    if found[3] is not None:
        digits = b"".join(found[3].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return ESCAPE.sub(_unescaped, found[2]) if b"\\" in found[2] else found[2]


def _unescaped(found: re.Match[bytes]) -> bytes:
    return MEANT[found[0]]
