"""The Markdown of a section <-> lines as a translator types them: a paragraph, an item or a row each, however long.

In:  "Come in,\\nand sit down.\\n\\n- Tea"
Out: "Come in, and sit down.", "", "- Tea"; and back, with the line ends as they were where the words are
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from itertools import takewhile

from curriculum.translate.pieces import KEYS

WIDTH = 118
"""Signs in a line of a page, as most of them have."""
OWN = re.compile(r"[ \t]*(?:/{3,}|#{1,6}[ ]|\||<!--|\{[:#. ]|$)|(?:=+|-+)[ ]*$")
"""Lines that no other is joined to: elements, headings, rows, remarks for authors, classes, empty ones."""
KEY = re.compile(rf"(?:{'|'.join(KEYS)}):")
"""How a line on top of a page begins; below the first other line, these are words like any."""
FENCE = re.compile(r"[ \t]*(?:```|~~~)")
ITEM = re.compile(r"([ \t]*)([-*+][ ]+|\d{1,9}[.)][ ]+)")
QUOTE = re.compile(r"[ \t]*>[ ]?")
KEPT = re.compile(r"\{\{.*?\}\}|`[^`]*`|\{:?[ ]*[#.][^}]*\}")
"""What stays on one line: facts, code, classes."""
BREAK = ("  ", "\\")
"""How a line ends whose end is meant."""
HELD = "\ue000"
"""Stands for a space at which no line may end, while lines are made; no page may hold it."""
OPENS = re.compile(r"(?:[-*+>|#]|\d{1,9}[.)]|/{3,}|<!--|\{|=+$|-+$|_{3,})")
"""Words that would start something of their own at the start of a line."""


def joined(text: str) -> list[tuple[str, str]]:
    """Each line as it is typed, beside the lines of the page that it was made of."""
    found: list[tuple[str, str]] = []
    code = open_ended = False
    lines = text.split("\n")
    top = keys_on_top(lines)
    for place, line in enumerate(lines):
        own = code or place < top or bool(FENCE.match(line) or OWN.match(line))
        quoted = QUOTE.match(line)
        words = line[quoted.end() :] if quoted else line.lstrip()
        if open_ended and not own and words.strip() and not ITEM.match(line) and not ITEM.match(words):
            typed, page = found[-1]
            found[-1] = (f"{typed} {words.rstrip(' ')}", f"{page}\n{line}")
        else:
            found.append((line if code or line.endswith(BREAK) else line.rstrip(), line))
        code ^= bool(FENCE.match(line))
        open_ended = not own and bool(words.strip()) and not line.endswith(BREAK)
    return found


def keys_on_top(lines: Sequence[str]) -> int:
    """How many lines on top are keys of a page."""
    return sum(1 for _ in takewhile(KEY.match, lines))


def typed(text: str) -> list[str]:
    """The lines of a section as a translator sees them."""
    return [line for line, _ in joined(text)]


def laid_out(lines: Sequence[str], present: str) -> str:
    """Typed lines -> the text of a page; a line that was there before keeps its line ends."""
    before, top = dict(joined(present)), keys_on_top(lines)
    return "\n".join(before.get(line) or (line if at < top else _wrapped(line)) for at, line in enumerate(lines))


def _wrapped(line: str) -> str:
    """A long line over several, each of which Markdown takes for its continuation."""
    if len(line) <= WIDTH or OWN.match(line) or FENCE.match(line):
        return line
    quote, item = QUOTE.match(line), ITEM.match(line)
    indent = quote[0] if quote else " " * (len(item[0]) if item else len(line) - len(line.lstrip(" ")))
    held = KEPT.sub(lambda found: found[0].replace(" ", HELD), line[len(indent) :])
    start = line[: len(indent)]
    words = (HELD + word if OPENS.match(word) and number else word for number, word in enumerate(held.split(" ")))
    safe = " ".join(words).replace(f" {HELD}", HELD)
    pieces = textwrap.wrap(safe, WIDTH - len(indent), break_long_words=False, break_on_hyphens=False)
    return start + f"\n{indent}".join(pieces).replace(HELD, " ")
