"""A curriculum -> every page of its site as a browser gets it, without the frame, and what the search looks in.

In:  pages, and the sizes of the files made of them
Out: {(English, "week-01/index.md"): its HTML, …}, {"search-index.js": the words of every section, …}

A page is made when its composed Markdown is new; else it is taken from what was made before, for the other audience or
by an earlier build. It is kept under all that shapes it, in one file for each audience, to which lines are added.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from curriculum.compose.borrowed import borrowed_note, tongue_of
from curriculum.compose.downloads import Sizes
from curriculum.compose.page import compose_page, is_alike
from curriculum.elements.headings import Heading
from curriculum.elements.tree import to_tree
from curriculum.formats.kept import digest_of, read_program
from curriculum.formats.screen import Screen, screen_of
from curriculum.site.search import (
    INDEX,
    entries_of,
    lines_elsewhere,
    search_pages,
    with_search,
)
from curriculum.site.search_index import index_script, learnt_of
from curriculum.site.search_words import Part, parts_of
from curriculum.words.composed import Composed
from curriculum.words.model import Audience, Curriculum, Language, Page

FOLDER = ".cache"
MOST_LINES = 1.5
"""Lines that are kept for each page of a site."""
Key = tuple[Language, str]
NONE: Mapping[Key, Composed] = {}


class Read(NamedTuple):
    """A page on the web, and its words for the search."""

    screen: Screen
    parts: Sequence[Part]


@dataclass(frozen=True)
class Screens:
    """All pages of one site."""

    pages: Mapping[Key, Screen]
    indexes: Mapping[str, str] = field(default_factory=dict)
    """The files of words for the search, by their places."""
    known: Mapping[str, Read] = field(default_factory=dict)
    """What was read of the pages, by all that shapes it; for the next site and the next build."""
    texts: Mapping[Key, Composed] = field(default_factory=dict)
    """What the pages were made of, for the next site."""


def make_screens(
    curriculum: Curriculum, sizes: Sizes, known: Mapping[str, Read], theirs: Mapping[Key, Composed] = NONE
) -> Screens:
    """Every page of a site; those that are `known` are not made again. `theirs`: what participants' are made of."""
    texts = {
        key: (theirs.get(key) if is_alike(page, curriculum) else None) or compose_page(page, curriculum, sizes)
        for key, page in curriculum.pages.items()
    }
    lines = lines_elsewhere(curriculum)
    beside = digest_of("\0".join([*sorted(curriculum.files), read_program()]).encode())
    names = {key: name_of(curriculum.pages[key], text, lines[key], beside) for key, text in texts.items()}
    read = {
        key: known.get(name) or read_page(curriculum.pages[key], texts[key], curriculum, lines[key])
        for key, name in names.items()
    }
    pages = {key: _lent(found.screen, curriculum.pages[key]) for key, found in read.items()}
    indexes = {}
    for language in curriculum.languages:
        parts = {uri: found.parts for (of, uri), found in read.items() if of == language}
        entries = entries_of(curriculum, language, parts)
        for page in search_pages(curriculum, language):
            screen = pages[language, page.uri]
            pages[language, page.uri] = screen._replace(html=with_search(screen.html, entries, page), search=True)
            indexes[language.prefix + INDEX] = index_script(entries, learnt_of(language))
    return Screens(pages, indexes, {names[key]: found for key, found in read.items()}, texts)


def _lent(screen: Screen, page: Page) -> Screen:
    """A page; one whose words are those of another language says so."""
    if page.borrowed is None:
        return screen
    return screen._replace(html=borrowed_note(page) + screen.html, lent=tongue_of(page.borrowed))


def read_page(page: Page, text: Composed, curriculum: Curriculum, lines: Collection[str]) -> Read:
    """One page from its composed Markdown; `lines` to call are found elsewhere."""
    tree = to_tree(text)
    return Read(screen_of(tree, page, curriculum), parts_of(tree, lines))


def name_of(page: Page, text: str, lines: Collection[str], beside: str) -> str:
    """A name that no other page, place or text has, nor the same `beside` other files and another program."""
    of = page.language
    lent = page.borrowed.code if page.borrowed else ""
    return digest_of("\0".join([of.code, of.own, lent, page.uri, text, *sorted(lines), "", beside]).encode())


def read_known(root: Path, audience: Audience) -> dict[str, Read]:
    """What builds by this program read of the pages of a site; of a line that is not as it was written, nothing."""
    known: dict[str, Read] = {}
    with suppress(OSError):
        for line in _place(root, audience).read_text(encoding="utf-8", errors="replace").split("\n"):
            digest, _, text = line.partition(" ")
            if digest == _seal_of(text):
                name, *values = json.loads(text)
                known[name] = _as_read(*values)
    return known


def _as_read(html: str, contents: list[list[str]], fill: bool, parts: list[list[str]]) -> Read:
    screen = Screen(html, tuple(Heading(*heading) for heading in contents), fill)
    return Read(screen, [Part(int(level), *words) for level, *words in parts])


def write_known(root: Path, audience: Audience, known: Mapping[str, Read], before: Collection[str]) -> None:
    """Keep it for the next build, a line for each page; where nothing can be written, pages are made again.

    What was read `before` stays where it is, and what is new follows, until too much of it is of no use any more.
    """
    new = [name for name in known if name not in before]
    anew = not before or len(before) + len(new) > MOST_LINES * len(known)
    lines = "".join(f"\n{_as_line(name, known[name])}" for name in (known if anew else new))
    place = _place(root, audience)
    with suppress(OSError):
        place.parent.mkdir(exist_ok=True)
        if anew:
            draft = place.with_suffix(".new")
            draft.write_text(lines, encoding="utf-8")
            draft.replace(place)
        else:
            with place.open("a", encoding="utf-8") as opened:
                opened.write(lines)


def _as_line(name: str, read: Read) -> str:
    screen = read.screen
    text = json.dumps((name, screen.html, screen.contents, screen.fill, read.parts), ensure_ascii=False)
    return f"{_seal_of(text)} {text}"


def _seal_of(line: str) -> str:
    """What stands before a line that this program wrote, as long as nothing in it was changed."""
    return digest_of(f"{read_program()} {line}".encode())


def _place(root: Path, audience: Audience) -> Path:
    return root / FOLDER / f"screens-{audience.value}.jsonl"
