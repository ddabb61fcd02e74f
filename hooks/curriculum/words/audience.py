"""What belongs to facilitators: the one table of it, for whoever refuses it, counts it or looks for it.

    names    what the configuration, the folder and the copies of each site are called: who reads it follows from these
    places   which files of a site only facilitators have
    marks    what stands in a page, a style or a file for hosts only where facilitators read

Whatever participants get, a folder, a copy to hand over or an answer of the live site, holds neither such a place nor
such a mark. Who makes something new for facilitators alone calls it `…-facilitators-…` or `…-tonight…`, or adds it here
first.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from curriculum.words.model import Audience, MenuPage

SHARED = "docs"
"""The folder of the pages that every edition has."""
NOTES = "facilitator"
"""The folder of the project that holds what only facilitators read."""
CONFIGS: Mapping[Audience, str] = {
    Audience.PARTICIPANT: "mkdocs.yml",
    Audience.FACILITATOR: "mkdocs.facilitator.yml",
}
FOLDERS: Mapping[Audience, str] = {Audience.PARTICIPANT: "site", Audience.FACILITATOR: "site-facilitator"}
SITES = ", ".join(f"{folder}/" for folder in FOLDERS.values())
"""Both, as they are said: `site/, site-facilitator/`."""
WORKSHOP = ".build"
"""The folder of the project in which sites are built before they replace the old ones."""
COPIES: Mapping[Audience, str] = {Audience.PARTICIPANT: "to-publish", Audience.FACILITATOR: "to-facilitators"}
"""Where each site goes, and what is handed over of it: never side by side."""

THEME = "material"
"""The theme by which MkDocs is told of our folder of templates; nothing of its own is used."""
HOOKS = (
    "hooks/open_course.py",
    "hooks/set_site.py",
    "hooks/leave_out.py",
    "hooks/join_styles.py",
    "hooks/make_files.py",
    "hooks/show_pages.py",
    "hooks/share_templates.py",
    "hooks/link_weeks.py",
    "hooks/add_headers.py",
    "hooks/check_built.py",
    "hooks/keep_serving.py",
)
"""What must stand under `hooks` of the configuration, in running order: each is a safeguard, or what one rests on."""

GUIDE = "guide"
"""The group of the menu whose pages only facilitators have, and the name of their book."""
NAMES = re.compile(rf"-facilitators[-.]|(?:^|[/-])tonight[-./]|(?:^|/){GUIDE}(?:-[a-z0-9]+)*\.\w+$")
"""Files by their names, from the root of a site."""
MARKS: Mapping[str, re.Pattern[str]] = {
    "note": re.compile(r'class="(?:[\w-]+ )*note(?:-title)?(?: [\w-]+)*"'),
    "banner": re.compile(r'class="(?:[\w-]+ )*facilitators(?: [\w-]+)*"'),
    "style": re.compile(r"\.(?:note|note-title|facilitators)(?![\w-])[^{}<>]*\{"),
    "unlisted": re.compile(r"noindex, nofollow"),
}
"""In the text of a page, a style or a file for hosts: a note, the line above each page, how both look, and the word to
search engines, which weeks in one file do not say in full."""
READ = (".html", ".css", "_headers", ".htaccess")
"""Endings of the files that are looked into for marks."""


class Theirs(NamedTuple):
    """Something that belongs to facilitators: the file, the line, and what it is; the name of the file at line 1."""

    place: str
    line: int
    what: str


def guide_of(menu: Mapping[str, Sequence[MenuPage]]) -> frozenset[str]:
    """The addresses of the guide's pages in each language, from `pages` of `curriculum.yml`: `protocol/`."""
    return frozenset(f"{place.uri.removesuffix('.md')}/" for place in menu.get(GUIDE, ()))


def is_theirs(place: str, guide: Collection[str] = ()) -> bool:
    """True for the place of a file that only facilitators have.

    In:  "week-01/week-01-facilitators-a4.pdf"; "fr/protocol/index.html", with "protocol/" in the guide
    Out: True; True
    """
    return bool(NAMES.search(place)) or any(f"/{place}".endswith(f"/{address}index.html") for address in guide)


def marks_in(text: str) -> Iterator[tuple[int, str]]:
    """Line and words of each mark in the text of a file."""
    for pattern in MARKS.values():
        for found in pattern.finditer(text):
            yield text.count("\n", 0, found.start()) + 1, found[0]


def find_theirs(files: Mapping[str, bytes], guide: Collection[str] = ()) -> Iterator[Theirs]:
    """What in the files of a site, or of a copy of one, belongs to facilitators: one finding for each file."""
    for place, content in files.items():
        if is_theirs(place, guide):
            yield Theirs(place, 1, place)
        elif place.endswith(READ):
            yield from (Theirs(place, line, what) for line, what in [*marks_in(content.decode(errors="replace"))][:1])


def audience_of(files: Mapping[str, bytes], guide: Collection[str] = ()) -> Audience:
    """For whom the files of a site are, by what is in them: facilitators, as soon as anything is theirs."""
    return Audience.FACILITATOR if next(find_theirs(files, guide), None) else Audience.PARTICIPANT


def named(names: Mapping[Audience, str], name: str) -> Audience | None:
    """Whose a name is: that of a configuration, of a folder, of copies."""
    return next((audience for audience, own in names.items() if own == name), None)
