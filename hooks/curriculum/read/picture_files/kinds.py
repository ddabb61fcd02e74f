"""What sort of file some bytes are, whatever its name says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from curriculum.read.picture_files import avif, gif, jpeg, png, webp
from curriculum.read.picture_files.parts import Segment

Walk = Callable[[bytes], Iterator[Segment]]
WALKS: dict[str, Walk] = {
    **{"jpeg": jpeg.walk, "png": png.walk, "gif": gif.walk, "webp": webp.walk, "avif": avif.walk},
}
"""How the parts of each kind of picture are read."""
STARTS = {
    "jpeg": re.compile(rb"\xff\xd8\xff"),
    "png": re.compile(re.escape(png.START)),
    "gif": re.compile(b"|".join(gif.STARTS)),
    "webp": webp.START,
    "avif": avif.START,
    "is-heic": re.compile(rb"....ftyp(?:hei|hev|msf)", re.DOTALL),
    "is-film": re.compile(rb"....ftyp|\x1a\x45\xdf\xa3|RIFF....AVI ", re.DOTALL),
    "is-pdf": re.compile(rb"%PDF"),
    "is-zip": re.compile(rb"PK\x03\x04|7z\xbc\xaf|Rar!"),
    "is-svg": re.compile(rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg\b", re.DOTALL),
    "is-html": re.compile(rb"(?:\xef\xbb\xbf)?\s*<[!a-zA-Z?]"),
}
POINTS = {"jpeg": ("scan",), "png": ("IDAT",), "gif": ("points",), "webp": ("VP8 ", "VP8L"), "avif": ("mdat",)}
"""The parts one of which holds what is seen."""
PLAIN = re.compile(rb"[\t\n\r\x20-\x7e\x80-\xff]+")
SAME = {"jpg": "jpeg"}
"""Endings of names that mean the same kind."""


def kind_of(raw: bytes) -> str:
    """The kind of picture, a key of `WALKS`, or the label of what it is instead."""
    if not raw:
        return "is-empty"
    found = next((kind for kind, start in STARTS.items() if start.match(raw[:4096])), "")
    return found or ("is-text" if PLAIN.fullmatch(raw[:4096]) else "is-other")


def named_kind(ending: str) -> str:
    """The kind that the end of a file's name promises: `JPG` -> `jpeg`."""
    return SAME.get(ending.lower(), ending.lower())
