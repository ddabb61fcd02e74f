"""The menu, the reading order and the last line of a site, from the curriculum; paths are alike in every language."""

from __future__ import annotations

from typing import Any

from curriculum.compose.credit import name_or_credit
from curriculum.compose.facts import numbered, shown_title
from curriculum.elements.vocabulary import lists_a_site
from curriculum.site.speaking import tongued
from curriculum.words.dotted import dotted
from curriculum.words.labels import label
from curriculum.words.letters import spelt, whole
from curriculum.words.model import HOME, Curriculum, Language, Page

GROUPS = ("before", "after", "guide")
Menu = list[Any]
"""What MkDocs calls `nav`: titles and paths, nested."""


def menu_for(curriculum: Curriculum, language: Language) -> Menu:
    """Home, pages, weeks and companion sessions in the order of `curriculum.yml`, then what only facilitators see.

    A page it does not name still has a place: before the weeks, or last among those for facilitators.
    """
    weeks = [
        {
            menu_title(curriculum.pages[language, week.uri], curriculum, numbered(week)): [
                week.uri,
                *(
                    {menu_title(curriculum.pages[language, handout.uri], curriculum): handout.uri}
                    for handout in week.handouts
                ),
            ]
        }
        for week in curriculum.arc.sessions
    ]
    groups = page_groups(curriculum, language)
    before, after, guide = ([{menu_title(page, curriculum): page.uri} for page in groups[name]] for name in GROUPS)
    facilitators = [{label("facilitator-menu", language): guide}] if guide else []
    home = {menu_title(curriculum.pages[language, HOME], curriculum): HOME}
    return [home, *before, *weeks, *facilitators, *after]


def page_groups(curriculum: Curriculum, language: Language) -> dict[str, list[Page]]:
    """The pages that are no weeks and no handouts, by their place in the menu, in its order."""
    groups: dict[str, list[Page]] = {name: [] for name in GROUPS}
    for name in GROUPS:
        found = (curriculum.pages.get((language, place.uri)) for place in curriculum.arc.menu.get(name, ()))
        groups[name] += [page for page in found if page]
    named = {HOME, *(place.uri for places in curriculum.arc.menu.values() for place in places)}
    named |= {week.uri for week in curriculum.arc.sessions} | {handout.uri for handout in curriculum.arc.handouts}
    for (of, uri), page in curriculum.pages.items():
        if of == language and uri not in named:
            groups["guide" if curriculum.only_for_facilitators(page) else "before"].append(page)
    return groups


def book_pages(curriculum: Curriculum, language: Language, only_for_facilitators: bool = False) -> list[Page]:
    """The pages of a book in the order of the menu: the course without welcome, downloads and search, or the guide."""
    groups = page_groups(curriculum, language)
    if only_for_facilitators:
        return groups["guide"]
    weeks = [curriculum.pages[language, week.uri] for week in curriculum.arc.sessions]
    pages = [*groups["before"], *weeks, *groups["after"]]
    return [page for page in pages if not lists_a_site(page.body)]


def reading_order(curriculum: Curriculum, language: Language) -> list[Page]:
    """Every page as the menu has it, each handout after its week."""
    groups = page_groups(curriculum, language)
    weeks = [
        curriculum.pages[language, uri]
        for week in curriculum.arc.sessions
        for uri in (week.uri, *(handout.uri for handout in week.handouts))
    ]
    return [curriculum.pages[language, HOME], *groups["before"], *weeks, *groups["guide"], *groups["after"]]


def credit_for(curriculum: Curriculum, language: Language) -> str:
    """The HTML of the line at the foot of every page: the site's name, or what it was made from, and the licence."""
    words = name_or_credit(curriculum, language)
    licence = f'<a rel="license" href="{licence_address(curriculum, language)}">{curriculum.arc.licence}</a>'
    return dotted((spelt(words), licence))


def licence_address(curriculum: Curriculum, language: Language) -> str:
    """Where the licence of `curriculum.yml` is explained: `CC BY-SA 4.0` -> `https://creativecommons.org/…`."""
    _, kind, version = curriculum.arc.licence.lower().split()
    return f"https://creativecommons.org/licenses/{kind}/{version}/deed.{language.code}"


def neighbours(curriculum: Curriculum) -> dict[str, tuple[str, str]]:
    """Previous and next week of each week, by path; "" where there is none."""
    order = ["", *(week.uri for week in curriculum.arc.published), ""]
    return {uri: (order[i], order[i + 2]) for i, uri in enumerate(order[1:-1])}


def menu_title(page: Page, curriculum: Curriculum, number: str = "") -> str:
    """The title of a page as menus and tabs have it, behind a number where it has one, as HTML."""
    return tongued(whole(number + shown_title(page, curriculum)), page)
