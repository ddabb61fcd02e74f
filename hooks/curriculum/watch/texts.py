"""The text of a page as it is watched: what counts as the same, its sections, its paragraphs."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from curriculum.read.named import top_sections
from curriculum.read.source import find_sections, split_front_matter
from curriculum.words.model import Section

SIGNS = 16
"""Of a SHA-256, in hexadecimal: enough to tell any two texts apart that an edition will ever see."""
FENCE = re.compile(r"[ \t]*(```|~~~)")
OPENS = re.compile(r"[ \t]*(?:[-*+] |\d{1,9}[.)] |\||/{3,}|#{1,6} |[a-z_]+: )")
"""Lines that start something of their own: an item, a row, an element, a heading, a key at the top of a page."""
REMOVE = re.compile(r"^remove:[ ]*(?:\[[^\]]*\][^\n]*\n|\n(?:[ ]*-[^\n]*\n|[ ]*\n)*)", re.MULTILINE)
"""The key that takes sections out, in either form of a list."""
SECTIONS = "---\nsections: true\n---\n"
"""How a page of an edition begins that replaces only the sections it names."""


def normal(text: str) -> str:
    """A text without what nobody reads: line ends of Windows, spaces at the ends of lines, empty lines at its end.

    In:  "Words \\r\\n\\r\\n"
    Out: "Words\\n"
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"


def hash_of(text: str) -> str:
    """What tells a text from every other, whatever nobody reads in it."""
    return hashlib.sha256(normal(text).encode()).hexdigest()[:SIGNS]


def parts_of(text: str) -> tuple[str, str, tuple[Section, ...]]:
    """The keys at the top of a page with their lines, its body, and its sections."""
    _, body, offset, _ = split_front_matter("", text)
    return "".join(f"{line}\n" for line in text.split("\n")[:offset]), body, find_sections(body)[1]


def replaces_sections(text: str) -> bool:
    """True for a page of an edition that replaces only the sections it names."""
    return bool(re.search(r"^sections:\s*[\"']?true", parts_of(text)[0], re.MULTILINE))


def sections_named(text: str) -> list[str]:
    """The sections of the shared page that such a page replaces or takes out; not those that it adds."""
    meta: Mapping[str, Any] = split_front_matter("", text)[0]
    own = top_sections(section for section in parts_of(text)[2] if section.id)
    replaced = [section.id for section in own if section.id not in meta.get("after", {})]
    return [*replaced, *(id for id in meta.get("remove", ()) if id not in replaced)]


def without_removed(text: str, id: str) -> str:
    """A page that takes out a section no more.

    In:  `remove: [tea, break]`, "tea"
    Out: `remove: [break]`
    """
    keys, _, _ = parts_of(text)
    ids = [one for one in split_front_matter("", text)[0].get("remove", ()) if one != id]
    line = f"remove: [{', '.join(ids)}]\n" if ids else ""
    return REMOVE.sub(line, keys, count=1) + text[len(keys) :]


def section_of(text: str, id: str) -> str | None:
    """A section of a page with its heading and all below it; None when the page has none of that id."""
    _, body, sections = parts_of(text)
    lines = body.split("\n")
    found = next((section for section in sections if section.id == id), None)
    return "\n".join(lines[found.line - 1 : found.end - 1]).strip("\n") + "\n" if found else None


def with_section(text: str, id: str, words: str) -> str:
    """A page with a section replaced, or taken out where there are no words; a new one goes to its end, but before
    larger ones, of which it would become a part.
    """
    keys, body, sections = parts_of(text)
    lines = body.split("\n")
    found = next((section for section in sections if section.id == id), None)
    level = next((section.level for section in find_sections(words)[1]), 1)
    end = next((section.line - 1 for section in sections if section.level < level), len(lines))
    first, last = (found.line - 1, found.end - 1) if found else (end, end)
    parts = ["\n".join(lines[:first]), words, "\n".join(lines[last:])]
    return keys + "\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n"


def paragraphs(text: str) -> list[str]:
    """A text in pieces that are changed as one: paragraphs, items, rows, headings, each with the gap after it.

    In:  "# Words\\n\\nOne\\ntwo\\n\\n- a\\n- b\\n"
    Out: "# Words\\n\\n", "One\\ntwo\\n\\n", "- a\\n", "- b\\n\\n"
    """
    pieces: list[str] = []
    code = empty = False
    for line in (f"{line}\n" for line in normal(text).split("\n")):
        if not pieces or (not code and line.strip() and (empty or OPENS.match(line))):
            pieces.append(line)
        else:
            pieces[-1] += line
        code ^= bool(FENCE.match(line))
        empty = not line.strip()
    return pieces
