"""The menu, the reading order and the last line of a site, from the curriculum; paths are alike in both languages."""

from __future__ import annotations

import html
from typing import Any

from curriculum.facts import title_of
from curriculum.labels import label
from curriculum.model import Curriculum, Language, Page

Menu = list[Any]
"""What MkDocs calls `nav`: titles and paths, nested."""


def menu_for(curriculum: Curriculum, language: Language) -> Menu:
    """Home, what only facilitators see, then pages and weeks in the order of `curriculum.yml`.

    A page it does not name still has a place: before the weeks, or last among those for facilitators.
    """
    weeks = [
        {
            f"{week.number}. {_title(curriculum.pages[language, week.uri], curriculum)}": [
                week.uri,
                *(
                    {_title(curriculum.pages[language, handout.uri], curriculum): handout.uri}
                    for handout in week.handouts
                ),
            ]
        }
        for week in curriculum.arc.published
    ]
    before, after, guide = (_pages(group, curriculum, language) for group in ("before", "after", "guide"))
    named = {"index.md", *(place.uri for places in curriculum.arc.menu.values() for place in places)}
    named |= {week.uri for week in curriculum.arc.published} | {handout.uri for handout in curriculum.arc.handouts}
    for (of, uri), page in curriculum.pages.items():
        if of is language and uri not in named:
            (guide if curriculum.only_for_facilitators(page) else before).append({_title(page, curriculum): uri})
    facilitators = [{label("facilitator-menu", language): guide}] if guide else []
    home = {_title(curriculum.pages[language, "index.md"], curriculum): "index.md"}
    return [home, *facilitators, *before, *weeks, *after]


def _pages(group: str, curriculum: Curriculum, language: Language) -> Menu:
    """The pages of one group that this audience has."""
    places = curriculum.arc.menu.get(group, ())
    pages = [(curriculum.pages.get((language, place.uri)), place.uri) for place in places]
    return [{_title(page, curriculum): uri} for page, uri in pages if page]


def credit_for(curriculum: Curriculum, language: Language) -> str:
    """The HTML of the line at the foot of every page: the site's name and the licence of `curriculum.yml`."""
    name = html.escape(curriculum.edition.facts["site.name"][language], quote=False)
    licence = curriculum.arc.licence
    _, kind, version = licence.lower().split()
    address = f"https://creativecommons.org/licenses/{kind}/{version}/deed.{language.value}"
    return f'{name} · <a rel="license" href="{address}">{licence}</a>'


def neighbours(curriculum: Curriculum) -> dict[str, tuple[str, str]]:
    """Previous and next week of each week, by path; "" where there is none."""
    order = ["", *(week.uri for week in curriculum.arc.published), ""]
    return {uri: (order[i], order[i + 2]) for i, uri in enumerate(order[1:-1])}


def _title(page: Page, curriculum: Curriculum) -> str:
    return html.escape(page.meta.get("title") or title_of(page, curriculum), quote=False)
