"""Plain words -> the same in our Markdown, with nothing in them that would be read as a sign."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

SIGNS = re.compile(r"[\\`*\[\]{}]|(?<!_)_{1,3}(?!_)|<(?=[a-zA-Z/!?])|&(?=#?\w+;)")
STARTS = re.compile(r"^#|^(?:[-+>]|=+|\d{1,9}(?=[.)])|:)(?=[\s.)]|$)|^(?:!!!|\?\?\?|:::|///|\|)")
BOX = re.compile(r"^\s*(?:-? ?\[ ?[xX]?\]|[☐☑☒□❏❑⬜◻▢✓✔])(?![(\[:])\s*")
"""How other programs write a box to tick, at the start of an item or alone in a cell."""
BOXES = re.compile(r"[☐☑☒❏❑⬜◻▢] ?")
"""Boxes of other programs, which the typeface has not."""
DOT = re.compile(r"^(?:[•◦▪▫●○‣►➢➤]\s*|-\s+)(?=\S)")
"""How they start an item that has no box."""
BLANK = re.compile(r"(?:\\?_){4,}|\.{8,}|…{3,}")
"""Room to write in a line."""
ROOM = re.compile(r"(?:\\?_|\.|…|\s){10,}")
"""Room to write, where it is all of a line."""
ESCAPED = {"<": "&lt;", "&": "&amp;"}


def plain(words: str) -> str:
    """Words of a text -> Markdown that shows them as they are; a blank to fill in stays one.

    In:  "5 * 4 [sic] a_b ______"
    Out: "5 \\* 4 \\[sic\\] a\\_b ______"
    """
    return SIGNS.sub(lambda sign: ESCAPED.get(sign[0]) or "".join(f"\\{one}" for one in sign[0]), words)


def without_box(words: str) -> str | None:
    """Our Markdown after the box to tick that it begins with; None where it begins with none.

    In:  "\\[ \\] I ask"; "☐ I ask"; "I ask"
    Out: "I ask"; "I ask"; None
    """
    bare = words.replace("\\[", "[", 1).replace("\\]", "]", 1)
    box = BOX.match(bare)
    return bare[box.end() :] if box else None


def at_start(words: str) -> str:
    """The words of a block; what would begin a list, a heading or a frame of Markdown is kept as words."""
    found = STARTS.match(words)
    if not found:
        return words
    digits = found[0].isdigit()
    return f"{found[0]}\\{words[found.end() :]}" if digits else f"\\{words}"


def one_line(words: str) -> str:
    """The words with every run of white space as one space; no-break spaces are kept."""
    return re.sub(r"[ \t\n\r\f]+", " ", words).strip(" ")


def address(found: str) -> str:
    """Where a link leads, without the detour by which Google counts who follows it."""
    url = found.strip().replace(" ", "%20").replace("(", "%28").replace(")", "%29")
    parts = urlsplit(url) if re.match(r"https?://[\w.-]+/", url) else None
    if parts and re.fullmatch(r"(?:www\.)?google\.[a-z.]{2,6}", parts.netloc) and parts.path == "/url":
        query = parse_qs(parts.query)
        return next((address(value[0]) for key in ("q", "url") if (value := query.get(key))), url)
    return url


def leads_out(url: str) -> bool:
    """True for an address that is the same wherever the page stands."""
    return bool(re.match(r"https?://[\w-]|mailto:|tel:", url, re.I))
