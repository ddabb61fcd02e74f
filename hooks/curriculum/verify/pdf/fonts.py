"""The codes that pages write -> the letters they stand for, by what a font says of itself (ISO 32000-1, 9.10)."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

HEX = rb"<([0-9a-fA-F\s]*)>"
SINGLE = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
RANGE = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
PAIR = re.compile(HEX + rb"\s*" + HEX)
TRIPLE = re.compile(HEX + rb"\s*" + HEX + rb"\s*(?:" + HEX + rb"|\[([^\]]*)\])")
SPACE = re.compile(rb"begincodespacerange\s*" + HEX, re.DOTALL)
ONE = re.compile(HEX)
DIFFERENCE = re.compile(rb"(\d+)|/([^\s/\[\]<>()]+)")
SURROGATE = re.compile(rb"[\xd8-\xdf]")
"""In a code that is no letter of UTF-16 by itself."""
OPAQUE = re.compile(rb"[A-Za-z]{0,5}[_.]?\d+$")
"""A name that says nothing of its letter: `g97`."""
FEW = 8
"""Such names that a font of letters may have."""
DIFFERENCES = re.compile(rb"/Differences\s*\[([^\]]*)\]")
UNI = re.compile(r"u(?:ni)?([0-9A-F]{4,6})$")
DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
WORDS = {
    **{name: str(value) for value, name in enumerate(DIGITS)},
    **{"germandbls": "ss", "ae": "ae", "oe": "oe", "AE": "AE", "OE": "OE", "ordfeminine": "a"},
}


@dataclass(frozen=True, eq=False)
class Font:
    """How many bytes a code has, and the letters of each code; `known` is false when nothing says which they are."""

    width: int
    letters: Mapping[bytes, str]
    known: bool = True
    other: Font | None = None
    """What the names of its glyphs say, or nothing but the usual letters, where it has a map too: either may lie."""

    def read(self, codes: bytes) -> str:
        """The letters of a string on a page."""
        width, letters = self.width, self.letters
        if width == 1 and not letters:
            return codes.decode("cp1252", "replace")
        if width == 2 and len(codes) % 2 == 0 and not SURROGATE.search(codes):
            return codes.decode("utf-16-be").translate(self.drawn)
        return "".join(letters.get(codes[at : at + width], "") for at in range(0, len(codes), width))

    @cached_property
    def name(self) -> bytes:
        """The same for fonts that read codes alike."""
        said = (self.width, self.known, sorted(self.letters.items()), self.other and self.other.name)
        return hashlib.blake2b(repr(said).encode(), digest_size=16).digest()

    @cached_property
    def drawn(self) -> Mapping[int, str]:
        """The letters by the numbers of codes of two bytes; none for what it does not say."""
        return defaultdict(
            str, {int.from_bytes(code): letter for code, letter in self.letters.items() if len(code) == 2}
        )


PLAIN = Font(1, {})
"""A font of the usual letters."""
UNKNOWN = Font(1, {}, known=False)
"""A font that nobody describes: its codes are read as the usual letters, and it is said that they may be others."""


@lru_cache(maxsize=4096)
def font_of(composite: bool, map: bytes | None, text: bytes) -> Font:
    """A font by whether its codes are made of several bytes, its map to Unicode, and what says its encoding."""
    if map is not None:
        return replace(_mapped(map, 2 if composite else 1), other=None if composite else font_of(False, None, text))
    if composite:
        return Font(2, {}, known=False)
    found = DIFFERENCES.search(text)
    if not found:
        return PLAIN
    letters = {bytes([code]): bytes([code]).decode("cp1252", "replace") for code in range(256)}
    code, differences = 0, DIFFERENCE.findall(found[1])
    for number, name in differences:
        if number:
            code = int(number)
        elif code < 256:
            letters[bytes([code])] = letter_of(name.decode("latin-1"))
            code += 1
    return Font(1, letters, known=sum(OPAQUE.match(name) is not None for _, name in differences) < FEW)


def letter_of(name: str) -> str:
    """A glyph by its name: `e`, `eacute`, `uni00E9`, `f_i`, `a.sc` are `e`, `e`, `é`, `fi`, `a`."""
    name = name.partition(".")[0]
    if "_" in name:
        return "".join(map(letter_of, name.split("_")))
    if found := UNI.match(name):
        return chr(int(found[1], 16)) if int(found[1], 16) <= 0x10FFFF else ""
    if name in WORDS:
        return WORDS[name]
    if name in ("fi", "fl", "ff", "ffi", "ffl"):
        return name
    accent = re.match(r"([A-Za-z])(?:acute|grave|circumflex|dieresis|cedilla|tilde|ring|caron|slash|macron)?$", name)
    return accent[1] if accent else ""


def _mapped(map: bytes, width: int) -> Font:
    """A font by its map: `<0003> <0041>` says that code 3 is an A."""
    letters: dict[bytes, str] = {}
    space = SPACE.search(map)
    if space:
        width = max(1, len(_raw(space[1])))
    for block in SINGLE.findall(map):
        for code, letter in PAIR.findall(block):
            letters[_raw(code)] = _letters(letter)
    for block in RANGE.findall(map):
        for first, last, begin, each in TRIPLE.findall(block):
            _range(letters, _raw(first), _raw(last), begin, each)
    return Font(width, letters)


def _range(letters: dict[bytes, str], first: bytes, last: bytes, begin: bytes, each: bytes) -> None:
    low, high = int.from_bytes(first, "big"), int.from_bytes(last, "big")
    said = [_letters(one) for one in ONE.findall(each)] if each else []
    start = _letters(begin)
    for shift, code in enumerate(range(low, min(high, low + 0xFFFF) + 1)):
        if each:
            letter = said[shift] if shift < len(said) else ""
        else:
            letter = start[:-1] + chr(min(0x10FFFF, ord(start[-1]) + shift)) if start else ""
        letters[code.to_bytes(len(first), "big")] = letter


def _raw(digits: bytes) -> bytes:
    plain = b"".join(digits.split())
    return bytes.fromhex((plain + b"0" * (len(plain) % 2)).decode())


def _letters(digits: bytes) -> str:
    return _raw(digits).decode("utf-16-be", "replace")
