"""Words -> a Typst string, so that no sign of the text can become a command."""

from __future__ import annotations

import re

SPACE = re.compile(r"[ \t\r\n]+")


def quote(words: str) -> str:
    r"""`Say "one"` -> `"Say \"one\""`; runs of white space are one space, as in HTML, but no-break spaces stay."""
    plain = SPACE.sub(" ", words).replace("\u202f", "\u00a0")
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
