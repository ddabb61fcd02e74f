"""The files of a site -> those of the same course kept for ever below the site, as it was held in one season.

Each page says so in each language, leads to the course of today, and asks search engines not to list it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape

from curriculum.words.labels import label
from curriculum.words.model import Language

NAME = re.compile(r"[0-9]{4}(-[a-z0-9]+)*")
"""Begins with the year: so it is never the name of a page."""
ROBOTS = re.compile(r'<meta name="robots" content="[^"]*">')
UNLISTED = '<meta name="robots" content="noindex">'
TOP = '<main id="page">'
LEFT_OUT = re.compile(r"404\.html|sitemap\.xml(\.gz)?|_headers")
"""What hosts read at the root of a site alone."""


def season_of(files: Mapping[str, bytes], name: str, languages: Sequence[Language]) -> dict[str, bytes]:
    """The files of a season by their places below `name`."""
    kept = {place: content for place, content in files.items() if not LEFT_OUT.fullmatch(place)}
    pages = {place for place in kept if place.endswith(".html")}
    return {
        place: _kept(content.decode(), place, name, languages).encode() if place in pages else content
        for place, content in kept.items()
    }


def _kept(page: str, place: str, name: str, languages: Sequence[Language]) -> str:
    """In: `<main id="page">`, "week-01/index.html"; out: the same, with a note that leads two folders up."""
    up = "../" * (place.count("/") + 1)
    note = "".join(
        f'<p lang="{language.code}">{escape(label("season-note", language, name=name))} '
        f'<a href="{up}{language.prefix}">{escape(label("season-today", language))}</a></p>'
        for language in languages
    )
    page = ROBOTS.sub(UNLISTED, page, count=1)
    return page.replace(TOP, f'{TOP}\n<div class="box" role="note">{note}</div>', 1)
