"""The words of an element, as whoever reads or hears them takes them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

SPACE = re.compile(r"[ \t\r\n]+")


def words_of(element: etree.Element) -> str:
    """All words of an element on one line; no-break spaces stay."""
    return SPACE.sub(" ", "".join(element.itertext())).strip(" ")
