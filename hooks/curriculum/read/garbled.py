"""Letters that were lost when a text was saved in one way and read in another.

In:  a line that holds “â€™”, “Ã©”, “&amp;nbsp;”, or the sign for a letter that could not be read
Out: (the sign, what it was: “’”, “é”, “&”, or "" where nobody can tell)
"""

from __future__ import annotations

import html
import re

GARBLED = re.compile("Ã.|Â[\x80-\xbf]|â[€‚„].|\ufffd\ufffd*", re.DOTALL)
"""Letters in UTF-8 to a program that takes each byte for a letter, and what it writes for one it cannot read."""
TWICE = re.compile(r"&(?:amp;)+#?(?!amp;)\w+;")
"""A sign that two programs, one after the other, wrote as HTML: `&amp;nbsp;`."""
SHOWN = re.compile("[\xa0-\u024f\u2000-\u206f€™−]")
"""Letters and signs that texts of ours hold."""


def garbled_in(line: str) -> tuple[str, str] | None:
    """The first garbled letter of a line, and what it was."""
    if twice := TWICE.search(line):
        return twice[0], html.unescape(html.unescape(twice[0])).strip()
    for found in GARBLED.finditer(line):
        if "\ufffd" in found[0]:
            return found[0], ""
        if (meant := _read_again(found[0])) and SHOWN.fullmatch(meant):
            return found[0], meant
    return None


def _read_again(signs: str) -> str:
    """What the bytes of some signs are in UTF-8; "" when they are none."""
    for page in ("cp1252", "latin-1"):
        try:
            return signs.encode(page).decode("utf-8")
        except UnicodeError:
            continue
    return ""
