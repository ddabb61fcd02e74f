"""Words -> a Typst string, so that no sign of the text can become a command."""

from __future__ import annotations

import re

from curriculum.words.letters import FOUND, companion_of

SPACE = re.compile(r"[ \t\r\n]+")


def quote(words: str) -> str:
    r"""`Say "one"` -> `"Say \"one\""`; runs of white space are one space, as in HTML, but no-break spaces stay."""
    plain = SPACE.sub(" ", words).replace("\u202f", "\u00a0")
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


def companion(words: str, markup: str) -> str:
    """The markup of a word in the one typeface that has all its letters."""
    return f"#companion({quote(companion_of(words).family)})[{markup}]"


def spelt(words: str) -> str:
    """Words as a value of Typst, each in a typeface that has its letters; a string, where that is the first one.

    In:  Lək̓ʷəŋən peers
    Out: [#companion("Noto Sans")[#"Lək̓ʷəŋən";]#" peers";]
    """
    parts, end = [], 0
    for found in FOUND.finditer(words):
        parts += [words[end : found.start()], companion(found[0], f"#{quote(found[0])};")]
        end = found.end()
    if not parts:
        return quote(words)
    parts.append(words[end:])
    return "[" + "".join(f"#{quote(part)};" if at % 2 == 0 else part for at, part in enumerate(parts)) + "]"
