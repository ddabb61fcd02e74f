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
from curriculum.compose.shaped import AskedSizes, Noting, is_so, shape_of, shaped_by
from curriculum.elements.headings import Heading
from curriculum.elements.tree import to_tree
from curriculum.formats.composed import Made
from curriculum.formats.kept import CACHE, digest_of, read_program
from curriculum.formats.screen import Screen, screen_of
from curriculum.site.search import (
    INDEX,
    entries_of,
    lines_elsewhere,
    search_pages,
    with_search,
)
from curriculum.site.search_index import index_script, learnt_of
from curriculum.site.search_words import HeadedWords, parts_of
from curriculum.words.composed import Composed
from curriculum.words.model import Audience, Curriculum, Language, Page

MOST_LINES = 1.5
"""Lines that are kept for each page of a site."""
Key = tuple[Language, str]
Indexes = Mapping[str, str]
"""The files of words that the search looks in, by their places."""
NOTHING: Mapping[str, Made] = {}
NO_TEXTS: Mapping[Key, Made] = {}


class Read(NamedTuple):
    """A page on the web, and its words for the search."""

    screen: Screen
    parts: Sequence[HeadedWords]


@dataclass(frozen=True)
class Screens:
    """All pages of one site."""

    pages: Mapping[Key, Screen]
    known: Mapping[str, Read] = field(default_factory=dict)
    """What was read of the pages, by all that shapes it; for the next site and the next build."""
    made: Mapping[str, Made] = field(default_factory=dict)
    """What each page was made of, by all that shapes that; for the next build."""
    texts: Mapping[Key, Made] = field(default_factory=dict)
    """The same by page, for the next site."""


def make_screens(
    curriculum: Curriculum,
    sizes: Sizes,
    known: Mapping[str, Read],
    made: Mapping[str, Made] = NOTHING,
    theirs: Mapping[Key, Made] = NO_TEXTS,
) -> tuple[Screens, Indexes]:
    """Every page of a site. Those that are `known` are not read again, nor is composed what was `made` of the same.

    `theirs`: what participants' are made of.
    """
    lines, shape = lines_elsewhere(curriculum), shape_of(curriculum, read_program())
    beside = digest_of("\0".join([*sorted(curriculum.files), read_program()]).encode())
    shapes = {key: shaped_by(page, curriculum, shape, lines[key]) for key, page in curriculum.pages.items()}
    texts, read = dict[Key, Made](), dict[Key, Read]()
    for key, page in curriculum.pages.items():
        was = made.get(shapes[key])
        if was and was.name in known and is_so(was.asked, sizes):
            texts[key], read[key] = was, known[was.name]
            continue
        text, asked = _composed(page, curriculum, sizes, theirs.get(key))
        name = name_of(page, text, lines[key], beside)
        texts[key] = Made(name, asked, text)
        read[key] = known.get(name) or shown_page(page, text, curriculum, lines[key])
    pages = {key: _lent(found.screen, curriculum.pages[key]) for key, found in read.items()}
    indexes = {}
    for language in curriculum.languages:
        parts = {uri: found.parts for (of, uri), found in read.items() if of == language}
        entries = entries_of(curriculum, language, parts)
        for page in search_pages(curriculum, language):
            screen = pages[language, page.uri]
            pages[language, page.uri] = screen._replace(html=with_search(screen.html, entries, page), search=True)
            indexes[language.prefix + INDEX] = index_script(entries, learnt_of(language))
    names = {texts[key].name: found for key, found in read.items()}
    return Screens(pages, names, {shapes[key]: one for key, one in texts.items()}, texts), indexes


def _composed(page: Page, curriculum: Curriculum, sizes: Sizes, theirs: Made | None) -> tuple[Composed, AskedSizes]:
    """The Markdown of a page, that of participants where it is the same; and the sizes that it says."""
    if theirs and theirs.text is not None and is_alike(page, curriculum):
        return theirs.text, theirs.asked
    noting = Noting(sizes)
    return compose_page(page, curriculum, noting), noting.asked


def _lent(screen: Screen, page: Page) -> Screen:
    """A page; one whose words are those of another language says so."""
    if page.borrowed is None:
        return screen
    return screen._replace(html=borrowed_note(page) + screen.html, lent=tongue_of(page.borrowed))


def shown_page(page: Page, text: Composed, curriculum: Curriculum, lines: Collection[str]) -> Read:
    """One page from its composed Markdown; `lines` to call are found elsewhere."""
    tree = to_tree(text)
    return Read(screen_of(tree, page, curriculum), parts_of(tree, lines))


def name_of(page: Page, text: str, lines: Collection[str], beside: str) -> str:
    """A name that no other page, place or text has, nor the same `beside` other files and another program.

    Nor where its language, or the one it borrows from, has its pages elsewhere: ways to shared pictures differ.
    """
    of = repr((page.language, page.borrowed))
    return digest_of("\0".join([of, page.uri, text, *sorted(lines), "", beside]).encode())


def read_known_pages(root: Path, audience: Audience) -> dict[str, Read]:
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
    return Read(screen, [HeadedWords(int(level), *words) for level, *words in parts])


def write_known_pages(root: Path, audience: Audience, known: Mapping[str, Read], before: Collection[str]) -> None:
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
    return root / CACHE / f"screens-{audience.value}.jsonl"
