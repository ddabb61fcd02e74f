"""The words of an element, as whoever reads or hears them takes them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

ENDS, WIDE_ENDS = ".!?…؟۔।॥", "。！？"
"""What ends a sentence: before a space, and where no space follows."""
SPACE = re.compile(r"[ \t\r\n]+")


def words_of(element: etree.Element) -> str:
    """All words of an element on one line; no-break spaces stay."""
    return SPACE.sub(" ", "".join(element.itertext())).strip(" ")
