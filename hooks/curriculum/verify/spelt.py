"""A text -> the bytes that are spelt out in it: base64, hexadecimal, lists of numbers, and their like."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator

from curriculum.verify.layers import Layer

FEWEST = 16
"""Bytes: less is no run."""
BASE64 = re.compile(
    r"[A-Za-z0-9+/_-]{24,}={0,2}(?:[\s\"'+,\\;:>]{1,8}[A-Za-z0-9+/_-]{4,}={0,2})*"
    r"|(?:^[\s>\"'+]*[A-Za-z0-9+/_-]{8,}={0,2}[\s\"'+,\\]*$\n?){3,}",
    re.MULTILINE,
)
NO_SIX = re.compile(r"[^A-Za-z0-9+/]")
HEX = re.compile(r"(?<![0-9a-fA-F])(?:[0-9a-fA-F]{2}){16,}(?:\s+(?:[0-9a-fA-F]{2})+\b)*")
BASE32 = re.compile(r"(?<![A-Z2-7])[A-Z2-7]{32,}={0,6}(?:\s+[A-Z2-7]+={0,6})*")
BASE85 = re.compile(r"<~(.*?)~>", re.DOTALL)
ANY85 = re.compile(
    r"(?<![!-~])(?=[!-~]*[!-*,.:-@\[-^`{-~])[\"'(]?([!-~]{24,}(?:\r?\n[!-~]{24,})*(?:\r?\n[!-~]+)?)(?![!-~])"
)
"""Without a space, and not of the letters of base64 alone."""
WORD = re.compile(r"[a-z]{7}")
"""What hardly stands in so short a piece of base85: it is an address, or a name in a program."""
UU = re.compile(r"^begin(?:-base64)? [0-7]{3} .*?\n(.*?)^(?:end|====)", re.DOTALL | re.MULTILINE)
NUMBERS = re.compile(
    r"(?<![0-9a-zA-Z])(?:(?:0[xbo]|\\x?|U\+|&#?x?)?[0-9a-fA-F]{1,9}[^0-9a-zA-Z]{1,4}){16,}[0-9a-fA-F]*"
)
NUMBER = re.compile(r"(?:0[xbo]|U\+|x)?([0-9a-fA-F]+)")
BASES = (10, 16, 8, 2)
BEGINS = re.compile(
    rb"\x1f\x8b\x08|BZh|\xfd7zXZ|\x5d\0\0|x[\x01\x5e\x9c\xda]|PK\x03\x04|%PDF-|\x89PNG|\xff\xd8\xff|\xff\xfe|\xfe\xff"
)
Z85 = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#"
B85 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
Z_TO_B = str.maketrans(Z85, B85)


SHORT = 100_000
"""Signs of base64 up to which it is read from each of four places: something else may stand right before it."""
SIGNS = bytes([9, 10, 13, *range(32, 127)])
LOOKED_AT = 240
"""Bytes by which one sees whether they say something."""


def spelt_out(text: str) -> Iterator[Layer]:
    """The bytes of each such run, and the letters that lists of numbers stand for."""
    for found in BASE64.finditer(text):
        yield Layer("base64", _six(found[0]))
        for first in range(1, 4 if len(found[0]) < SHORT else 1):
            if says_something(_six(found[0][first : first + 2 * LOOKED_AT])):
                yield Layer("base64", _six(found[0][first:]))
    for step, pattern, ways in READERS:
        for found in pattern.finditer(text):
            for read in ways:
                if step == "base85" and len(found[0]) < 200 and WORD.search(found[0]):
                    continue
                content = _or_nothing(read, found[found.lastindex or 0])
                if says_something(content):
                    yield Layer(step, content)
    for found in NUMBERS.finditer(text):
        for base in BASES:
            if codes := _codes(found[0], base):
                yield Layer(f"base {base}", "".join(map(chr, codes)))
                yield Layer(f"base {base}", bytes(code for code in codes if code < 256))


def says_something(content: bytes) -> bool:
    """True for what may be a text in some alphabet, or begins as a file does that is opened."""
    begin = content[:LOOKED_AT]
    if len(begin) < FEWEST or BEGINS.match(content):
        return len(begin) >= FEWEST
    strange = begin.translate(None, SIGNS)
    return len(strange) * 4 < len(begin) or begin.count(b"\0") * 3 > len(begin) or _is_text(begin)


def _is_text(begin: bytes) -> bool:
    """True for UTF-8, of which the last letter may be cut off."""
    try:
        begin.decode()
    except UnicodeDecodeError as error:
        return error.start >= len(begin) - 3
    return True


def _or_nothing(read: Callable[[str], bytes], text: str) -> bytes:
    """What a run says; nothing when it only looked like one."""
    try:
        return read(text)
    except (ValueError, OverflowError):
        return b""


def _six(run: str) -> bytes:
    """Base64 in one piece or in several, each with an end of its own or not."""
    pieces = (NO_SIX.sub("", piece.replace("-", "+").replace("_", "/")) for piece in re.split("=+", run))
    return b"".join(base64.b64decode(piece[: len(piece) - (len(piece) % 4 == 1)] + "==") for piece in pieces)


def _five(run: str) -> bytes:
    letters = re.sub(r"[\s=]", "", run)
    return base64.b32decode(letters[: len(letters) // 8 * 8])


def _b85(run: str) -> bytes:
    return base64.b85decode("".join(run.split()))


def _uu(run: str) -> bytes:
    return b"".join(_or_nothing(binascii.a2b_uu, line) for line in run.split("\n"))


def _codes(run: str, base: int) -> list[int]:
    """A list of numbers, where all of them can be signs: `72, 101, 108`."""
    try:
        codes = [int(number, base) for number in NUMBER.findall(run)]
    except ValueError:
        return []
    return codes if max(codes, default=0) <= 0x10FFFF and len(codes) >= FEWEST else []


READERS: tuple[tuple[str, re.Pattern[str], tuple[Callable[[str], bytes], ...]], ...] = (
    ("base16", HEX, (bytes.fromhex,)),
    ("base32", BASE32, (_five,)),
    ("base85", BASE85, (base64.a85decode,)),
    ("base85", ANY85, (base64.a85decode, _b85, lambda run: _b85(run.translate(Z_TO_B)))),
    ("uuencode", UU, (_uu,)),
)
