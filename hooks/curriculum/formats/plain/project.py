"""A project for MkDocs alone, one language of the course: what its files say, by their places in its folder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from curriculum.compose.credit import credit_in_full
from curriculum.compose.page import compose_handout, compose_read
from curriculum.elements.vocabulary import lists_a_site
from curriculum.formats.plain.text import plain_text
from curriculum.read.source import split_language
from curriculum.site.frame import draft_of
from curriculum.site.menus import Menu, credit_for, menu_for, reading_order
from curriculum.words.labels import label
from curriculum.words.model import Audience, Curriculum, Language, Page

CONFIG, STYLE, PAGES, READ_ME, NEEDED = "mkdocs.yml", "plain.css", "docs", "README.md", "requirements.txt"
EXTENSIONS = ("attr_list", "fenced_code", "md_in_html", "sane_lists", "tables", "toc")
"""All of them come with python-markdown."""
LOOK = """\
.box, .card, .keep, .note, .content-note { border: 1px solid; padding: .5em 1em; margin: 1em 0; break-inside: avoid; }
.title { font-weight: bold; }
.blank { display: inline-block; min-width: 8em; border-bottom: 1px solid; }
.lines { line-height: 3; }
"""


def plain_project(curriculum: Curriculum, language: Language) -> dict[str, str]:
    """Every file but the pictures; pages that only list what our own site holds are left out."""
    pages = [page for page in reading_order(curriculum, language) if not lists_a_site(page.body)]
    uris = {page.uri for page in pages}
    there = uris | set(pictures_of(curriculum, language))
    draft = draft_of(curriculum, language)
    warning = f"> {draft}\n\n" if draft else ""
    files = {f"{PAGES}/{page.uri}": warning + plain_text(_text(page, curriculum), page.uri, there) for page in pages}
    menu = list(_kept(menu_for(curriculum, language), uris))
    files[f"{PAGES}/{STYLE}"] = LOOK
    files[CONFIG] = json.dumps(config_of(curriculum, language, menu), indent=2, ensure_ascii=False) + "\n"
    files[NEEDED] = "mkdocs[i18n]>=1.6,<2\n"
    said = label("plain-readme", language, credit=credit_in_full(curriculum, language))
    theirs = label("plain-theirs", language) if curriculum.audience is Audience.FACILITATOR else ""
    files[READ_ME] = "\n\n".join(filter(None, (said, theirs))) + "\n"
    return files


def pictures_of(curriculum: Curriculum, language: Language) -> dict[str, str]:
    """The pictures beside the pages of a language: by their places there, those in the course.

    Out: {"week-01/images/two.png": "fr/week-01/images/two.png"}, of French, where that has a picture of its own
    """
    places = [(*split_language(place, curriculum.languages), place) for place in curriculum.files]
    return {uri: place for of in (curriculum.languages[0], language) for one, uri, place in places if one == of}


def config_of(curriculum: Curriculum, language: Language, menu: Menu) -> dict[str, Any]:
    """What `mkdocs.yml` says; JSON is YAML. Its theme loads nothing from elsewhere without `highlightjs`."""
    return {
        "site_name": curriculum.edition.facts["site.name"][language],
        "copyright": credit_for(curriculum, language),
        "theme": {"name": "readthedocs", "locale": language.code, "highlightjs": False},
        "extra_css": [STYLE],
        "markdown_extensions": list(EXTENSIONS),
        "validation": {"links": {"anchors": "warn"}},
        "nav": menu,
    }


def _text(page: Page, curriculum: Curriculum) -> str:
    return compose_handout(page, curriculum) if page.is_handout else compose_read(page, curriculum, noted=True)


def _kept(menu: Menu, uris: set[str]) -> Iterator[Any]:
    """The menu without the pages that are left out."""
    for entry in menu:
        if isinstance(entry, str):
            yield entry
        else:
            [(title, inside)] = entry.items()
            if isinstance(inside, list):
                yield {title: list(_kept(inside, uris))}
            elif inside in uris:
                yield {title: inside}
