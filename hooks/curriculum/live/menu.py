"""The menu of a site as the templates go through it: pages, and groups of pages."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from curriculum.site.menus import Menu, menu_for, menu_title
from curriculum.words.model import Curriculum, Language


@dataclass(eq=False)
class MenuItem:
    """A line of the menu: a page, or a group of pages."""

    title: str
    url: str = ""
    uri: str = ""
    children: list[MenuItem] = field(default_factory=list)
    active: bool = False
    """The page that is shown is in this group."""

    @property
    def is_page(self) -> bool:
        """A line that leads somewhere itself."""
        return not self.children

    @property
    def is_section(self) -> bool:
        """A group."""
        return bool(self.children)

    @property
    def file(self) -> Mapping[str, str]:
        """`index` for the page that opens a folder."""
        return {"name": posixpath.basename(self.uri).removesuffix(".md")}


@dataclass(frozen=True)
class Menubar:
    """The menu as templates go through it."""

    lines: list[MenuItem]
    homepage: MenuItem

    def __iter__(self) -> Iterator[MenuItem]:
        return iter(self.lines)


def items_of(curriculum: Curriculum, language: Language) -> tuple[MenuItem, ...]:
    """The lines of the menu of a language, groups with theirs inside."""
    return tuple(_items(menu_for(curriculum, language), partial(_page_item, curriculum, language)))


def _page_item(curriculum: Curriculum, language: Language, uri: str, title: str = "") -> MenuItem:
    page = curriculum.pages[language, uri]
    return MenuItem(title or menu_title(page, curriculum), language.prefix + page.place, uri)


def _items(menu: Menu, item: Callable[..., MenuItem]) -> Iterator[MenuItem]:
    for entry in menu:
        if isinstance(entry, str):
            yield item(entry)
            continue
        for title, inside in entry.items():
            yield (
                MenuItem(title, children=list(_items(inside, item)))
                if isinstance(inside, list)
                else item(inside, title)
            )
