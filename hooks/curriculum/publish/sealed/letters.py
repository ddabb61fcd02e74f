"""Bytes -> text in which a browser finds the same bytes again, hardly longer: 16 bits become one sign of UTF-16.

The file begins with a byte order mark, which counts for more than what a host says about its signs. Base64 would be a
third longer, and in UTF-8, which many hosts announce for every page, nothing shorter survives.

In:  b"\\x41\\x00\\x3c\\x00"
Out: "A", and two signs for `<`
"""

from __future__ import annotations

import re
import sys
from array import array

MARK = "\ufeff"
"""What a file in UTF-16 begins with."""
ENCODING = "utf-16-le"
ESCAPE = 0x0001
UNSAFE = (0x0000, ESCAPE, 0x000D, 0x003C)
"""What HTML changes or reads as more than text: NUL, our own sign, CR, `<`."""
FIRST, LAST = 0xD800, 0xDFFF
"""Halves of signs, which mean nothing alone."""
MOVED = 0x4000
"""An unsafe unit is written as the escape and a unit from here on: first those of `UNSAFE`, then the halves."""
FOUND = re.compile("[" + "".join(map(re.escape, map(chr, UNSAFE))) + f"{chr(FIRST)}-{chr(LAST)}]")


def to_text(content: bytes) -> str:
    """The text that stands for bytes, an even number of them."""
    units = array("H", content)
    if sys.byteorder == "big":
        units.byteswap()
    return FOUND.sub(lambda found: chr(ESCAPE) + chr(_moved(ord(found[0]))), "".join(map(chr, units)))


def to_bytes(text: str) -> bytes:
    """The bytes that a text stands for, as the script in the file reads them."""
    plain = re.sub(chr(ESCAPE) + "(.)", lambda found: chr(_back(ord(found[1]))), text, flags=re.DOTALL)
    return plain.encode(ENCODING, "surrogatepass")


def _moved(unit: int) -> int:
    return MOVED + (UNSAFE.index(unit) if unit < FIRST else unit - FIRST + len(UNSAFE))


def _back(unit: int) -> int:
    place = unit - MOVED
    return UNSAFE[place] if place < len(UNSAFE) else FIRST + place - len(UNSAFE)
