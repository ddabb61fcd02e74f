"""Links to what an edition leaves out become words; the pages themselves go.

In:  "See [the care plan](../week-09/handouts/care-plan.md)." in an edition without `week-09`
Out: "See the care plan.", and the file and the line where that happened
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from curriculum.read.languages import Languages
from curriculum.read.source import Pages, find_sections, split_language, text_lines
from curriculum.words.audience import NOTES, SHARED
from curriculum.words.model import Arc, Page, Problem, Words
from curriculum.words.schedule import Changed

WORDS = r"\[((?:\\.|[^\[\]\\]|\[[^\[\]]*\])*)\]"
INLINE = re.compile(rf"(?<!\\){WORDS}\(\s*<?([^()\s<>]+)>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)")
DEFINED = re.compile(r"^ {0,3}\[([^\[\]\n]+)\]:[ \t]*<?(\S+?)>?(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*$", re.M)
NAMED = re.compile(rf"(?<![!\\\]]){WORDS}(?:[ \n]?\[([^\[\]\n]*)\])?(?![\[(:])")
CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.I)
UNSEEN = "\0"
"""What stands for each sign of code, in which nothing is a link."""


class Edit(NamedTuple):
    """Signs of a body to put others in the place of."""

    start: int
    end: int
    words: str
    address: str = ""
    """Of the link that they were; "" for what only said where it leads."""


def without_left_out(pages: Pages, arc: Arc | None) -> tuple[Pages, list[Problem]]:
    """The pages of an edition, links to what it leaves out as words, and a remark for each of those."""
    changed = arc.changed if arc else None
    if changed is None or not (changed.dropped or changed.sheets or changed.minutes):
        return pages, []
    kept: Pages = {}
    remarks: list[Problem] = []
    for key, page in pages.items():
        if not changed.leaves_out(page.uri):
            kept[key], found = _in_words(page, changed)
            remarks += [*found, *_minutes(page, changed)]
        elif not page.path.startswith((f"{SHARED}/", f"{NOTES}/")):
            remarks.append(Problem(page.path, page.first_line, "page-left-out", {"found": _folder(page)}))
    return kept, remarks


def with_titles(arc: Arc | None, pages: Pages) -> Arc | None:
    """The arc, which knows how the sessions are called that it leaves out."""
    if arc is None or arc.changed is None:
        return arc
    left = {f"{id}/index.md": id for id in arc.changed.dropped}
    titles = {(language.code, left[uri]): page.title for (language, uri), page in pages.items() if uri in left}
    return replace(arc, changed=replace(arc.changed, titles=titles))


def files_shown(files: Mapping[str, str], languages: Languages, arc: Arc | None) -> dict[str, str]:
    """Pictures and other files by their places in a site, without those of what an edition leaves out."""
    changed = arc.changed if arc else None
    shown = (place for place in files if not (changed and changed.leaves_out(split_language(place, languages)[1])))
    return {place: files[place] for place in shown}


def _in_words(page: Page, changed: Changed) -> tuple[Page, list[Problem]]:
    if not any(id in page.body for id in (*changed.dropped, *map(posixpath.basename, _stems(changed)))):
        return page, []
    edits = sorted(_edits(page.body, page.uri, changed))
    remarks = [
        Problem(page.path, page.body.count("\n", 0, edit.start) + 1 + page.offset, "link-in-words", _told(edit))
        for edit in edits
        if edit.address
    ]
    return edited(page, edits), remarks


def _minutes(page: Page, changed: Changed) -> Iterator[Problem]:
    """Lines under a part that name the minutes which it had before: perhaps it, perhaps a piece of it."""
    for section in page.sections:
        old, now = changed.minutes.get((page.uri, section.id), ("", ""))
        by_hand = re.compile(rf"\b{old}[ \u00a0-]minutes?\b")
        for number, line in text_lines(page.body) if old else ():
            if section.line < number < section.end and by_hand.search(line):
                values = {"found": old, "part": section.id, "expected": now}
                yield Problem(page.path, number + page.offset, "minutes-by-hand", values)


def _folder(page: Page) -> str:
    return page.uri.removesuffix(".md").removesuffix("/index")


def _told(edit: Edit) -> dict[str, Words]:
    return {"found": " ".join(edit.words.split()), "page": edit.address}


def edited(page: Page, edits: Iterable[Edit]) -> Page:
    """The page with other words in some places of its body, in their order; what lies within one that came is lost."""
    body, done = "", 0
    for edit in edits:
        if edit.start >= done:
            body += page.body[done : edit.start] + edit.words
            done = edit.end
    if not done:
        return page
    title, sections = find_sections(body + page.body[done:])
    written = page.written or page.body
    return replace(page, body=body + page.body[done:], title=title, sections=sections, written=written)


def _stems(changed: Changed) -> list[str]:
    return [sheet.removesuffix(".md") for sheet in changed.sheets]


def _edits(body: str, here: str, changed: Changed) -> Iterator[Edit]:
    """What is to become words: links with their address, links by a name, and the names."""
    text = without_code(body)
    for found in INLINE.finditer(text):
        if text[found.start() - 1 : found.start()] != "!" and _leads_out(found[2], here, changed):
            yield Edit(found.start(), found.end(), body[found.start(1) : found.end(1)], found[2])
    names = {}
    for found in DEFINED.finditer(text):
        if _leads_out(found[2], here, changed):
            names[_name(found[1])] = found[2]
            yield Edit(found.start(), found.end(), "")
    for found in NAMED.finditer(text) if names else ():
        address = names.get(_name(found[2] or found[1]))
        if address and not DEFINED.match(text, found.start()):
            yield Edit(found.start(), found.end(), body[found.start(1) : found.end(1)], address)


def _name(words: str) -> str:
    return " ".join(words.split()).casefold()


def _leads_out(address: str, here: str, changed: Changed) -> bool:
    """True for the address of what is left out: a page, or a file made of it."""
    if ELSEWHERE.match(address):
        return False
    path = unquote(address.partition("#")[0])
    uri = posixpath.normpath(posixpath.join(posixpath.dirname(here), path))
    if uri.endswith(".md"):
        return changed.leaves_out(uri)
    return changed.leaves_out(uri) or uri.startswith(tuple(f"{stem}{end}" for stem in _stems(changed) for end in "-."))


@lru_cache(maxsize=256)
def without_code(body: str) -> str:
    """The body with a sign that means nothing for each one of code."""
    lines = [UNSEEN * len(line) for line in body.split("\n")]
    for number, line in text_lines(body):
        lines[number - 1] = CODE.sub(lambda code: UNSEEN * len(code[0]), line)
    return "\n".join(lines)
