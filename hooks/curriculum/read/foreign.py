"""What strangers' programs wrote: XML that declares nothing and goes only so deep, and how a ZIP fails to open."""

from __future__ import annotations

import lzma
import struct
import xml.etree.ElementTree as etree
import zipfile
import zlib
from xml.parsers import expat

MOST_DEEP = 200
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(NotImplementedError, RuntimeError, EOFError, OSError, ValueError),
)
"""What the library raises for a ZIP that is cut, changed, closed with a word, or packed in an unknown way."""


def tree_in(raw: bytes | str) -> etree.Element | str:
    """The tree of an XML file; the name of the reason why it is not read: a term."""
    parser, depth = expat.ParserCreate(), [0, 0]

    def start(*_: object) -> None:
        depth[0] += 1
        depth[1] = max(depth)
        if depth[0] > MOST_DEEP:
            raise expat.ExpatError

    def end(*_: object) -> None:
        depth[0] -= 1

    def declared(*_: object) -> None:
        depth[1] = -1  # what it stands for may be as long as it likes, or lie on another computer
        raise expat.ExpatError

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = declared
    try:
        parser.Parse(raw, True)
        return etree.fromstring(raw)
    except (expat.ExpatError, etree.ParseError, LookupError, ValueError):
        return "pack-entities" if depth[1] < 0 else "pack-damaged"
