"""What a page draws -> its words: strings in their order, each in the font that holds there."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from curriculum.verify.pdf.fonts import PLAIN, UNKNOWN, Font

TOKEN = re.compile(
    rb"/([^\s/<>\[\](){}%]+)\s+[-+.\d]+\s+Tf"
    rb"|\(((?:[^\\()]++|\\.|\((?:[^\\()]++|\\.|\((?:[^\\()]++|\\.|\([^()]*+\))*+\))*+\))*+)\)"
    rb"|<(?!<)([0-9a-fA-F\s]*)>",
    re.DOTALL,
)
PAIR = rb"(?:\\(?:[0-3][0-7]{2}|[nrtbf()\\])|[^\\()]){2}"
ROW = re.compile(rb"%s|\[(?P<row>(?:\((?:%s)*+\)[-.\d ]*+)++)\]TJ" % (TOKEN.pattern, PAIR), re.DOTALL)
"""The same, but a whole line at once, where each of its strings has an even number of bytes. All begin with one certain
sign, so that Python goes from one such sign to the next."""
BETWEEN = re.compile(rb"\)[-.\d ]*\(")
ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|\r\n|([\s\S]))")
NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b""}
DRAWS = re.compile(rb"BT(?<!\wBT)\b.*?(?:Tj|TJ|['\"])\s", re.DOTALL)
BY_STATE = re.compile(rb"/\S+\s+gs\b")
"""Sets what holds from there on: among it, in some files, the font."""
MEANT = {
    **{b"\\" + bytes([sign]): NAMED.get(bytes([sign]), bytes([sign])) for sign in range(256)},
    **{b"\\%0*o" % (width, code): bytes([code & 255]) for width in (1, 2, 3) for code in range(8**width)},
    b"\\\r\n": b"",
}
"""What each escape in a string stands for."""
PLACED = re.compile(rb"(?<=\s)(?:cm|T[dDm])\b|T\*")
"""Goes on at another place of the page; the number before it is how high that is."""
NUMERIC = b"+-.0123456789"
SELDOM = re.compile(rb"\\(?:[^0-7nrtbf\\]|[4-7][0-7]{2}|$)", re.DOTALL)
"""An escape that Python does not undo as a PDF does."""
MARK16, MARK8 = b"\xfe\xff", b"\xef\xbb\xbf"


SAID = re.compile(rb"/(?:ActualText|Alt|E|T|Contents)\s*(?=[(<])")
"""What a page says in place of what it draws."""
SHORT = 40
"""Letters, on average, of strings that may be pieces of a sentence."""
NAMED_STRING = re.compile(rb"/(\w+)\s*(?=\(|<(?!<))")


class Drawn(NamedTuple):
    """The words that a page draws, in their order."""

    words: str
    lines: str
    """The same, an end of line before what is not as high as the words before."""
    pieces: str
    """The same, one also where a new place begins on the same height: a cell, or half a word in other letters."""
    known: bool
    """All of its fonts say which letters they write."""


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


@lru_cache(maxsize=1024)  # the same page is in a handout, a pack and a book, and is read in several ways
def drawn(content: bytes, fonts: tuple[tuple[bytes, Font], ...]) -> Drawn:
    """The words of a page."""
    said: list[tuple[bool, list[str]]] = [(True, [])]
    named = dict(fonts)
    font, known = named.get(b"", PLAIN), True
    first = TOKEN.search(content)
    if first is not None and first[1] is None and b"" not in named and BY_STATE.search(content):
        known = False
    end, height = 0, b""
    letters: dict[bytes, dict[bytes, str]] = {}
    read: dict[bytes, str] = {}  # most pieces of a page are a letter or two
    for found in ROW.finditer(content):
        is_shown = content.find(b"T", end, found.start()) >= 0  # `Tj` and its like; not so within one string in pieces
        if is_shown and (now := _height(content, end, found.start())) is not None:
            said.append((now not in (height, b"0") or not now, []))
            height = height if now == b"0" else now
        end = found.end()
        if found[1] is not None:
            font = named.get(found[1], UNKNOWN)
            known &= font.known
            read = letters.setdefault(found[1], {})
        elif found["row"]:
            end -= len("TJ")
            row = BETWEEN.sub(b"", found["row"][1 : found["row"].rindex(b")")])
            said[-1][1].append(font.read(_undone(row.replace(b"\\(", b"\\050").replace(b"\\)", b"\\051"))))
        elif (words := read.get(found[0])) is None:
            said[-1][1].append(read.setdefault(found[0], font.read(raw_of(found))))
        else:
            said[-1][1].append(words)
    pieces = [(is_line, "".join(words)) for is_line, words in said]
    lines = "".join(f"\n{words}" if is_line else words for is_line, words in pieces)
    return Drawn("".join(words for _, words in pieces), lines, "\n".join(words for _, words in pieces), known)


def _height(content: bytes, start: int, end: int) -> bytes | None:
    """How high the place is at which a page goes on between two strings; none where it goes on at no other.

    In:  b"ET Q q 1 0 0 -1 74.6 583 cm BT 0 Tr"     b"1 0 0 -1 0 0 Tm"     b" 0 Tc"
    Out: b"583"                                     b"0"                   None
    """
    height = None
    for move in PLACED.finditer(content, start, end):
        before = content[start : move.start()].rstrip()
        if move[0] == b"T*":
            height = b""
        elif number := before[len(before.rstrip(NUMERIC)) :]:
            height = number
            if move[0] == b"cm":
                break
    return height


def raw_of(found: re.Match[bytes]) -> bytes:
    """The bytes of a string."""
    if found[3] is not None:
        digits = b"".join(found[3].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return _undone(found[2])


def _undone(string: bytes) -> bytes:
    """A string without its escapes."""
    if b"\\" not in string:
        return string
    return ESCAPE.sub(_unescaped, string) if SELDOM.search(string) else codecs.escape_decode(string)[0]


def _unescaped(found: re.Match[bytes]) -> bytes:
    return MEANT[found[0]]
