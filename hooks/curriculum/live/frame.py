"""What stands around every page of one language: the values that the templates of `overrides/` name, without MkDocs."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from urllib.parse import urljoin

from jinja2 import Environment, FunctionLoader, pass_context
from jinja2.runtime import Context

from curriculum.formats.screen import Screen
from curriculum.live.menu import Menubar, MenuItem, items_of
from curriculum.read.scripts import Scripts
from curriculum.site.frame import address_on_web, told_to
from curriculum.site.menus import credit_for, neighbours
from curriculum.words.letters import whole
from curriculum.words.model import HOME, Curriculum, Language, Page

FAVICON = "assets/icon.svg"


@dataclass(eq=False)
class Open:
    """The page that is shown, as the templates name it."""

    uri: str
    url: str
    title: str
    meta: Mapping[str, Any]
    content: str
    canonical_url: str
    previous_page: MenuItem | None
    next_page: MenuItem | None

    def __eq__(self, other: object) -> bool:
        """A template asks whether a line of the menu is this page."""
        return isinstance(other, MenuItem) and other.uri == self.uri

    __hash__ = object.__hash__


def relative(to: str, here: str) -> str:
    """The way from one address of the site to another, both from its root.

    In:  `fr/week-01/`, `fr/search/`
    Out: `../week-01/`
    """
    way = posixpath.relpath(f"/{to}", f"/{here}")
    return f"{way}/" if to.endswith("/") else way


@dataclass(frozen=True)
class LiveFrame:
    """The values of one language, and its menu."""

    language: Language
    values: Mapping[str, Any]
    menu: tuple[MenuItem, ...]
    lines: Mapping[str, MenuItem]
    """Every line of the menu that is a page, by path."""
    around: Mapping[str, tuple[str, str]]
    """Previous and next week of each week, by path."""
    alternate: list[dict[str, str]]
    """Every language, with the first page of each."""
    base: str
    """Where the site is on the web; "" when its edition does not say."""


def environment_of(templates: Mapping[str, str]) -> Environment:
    """Templates by their names, ready to be filled in; raises what Jinja says of a template it cannot read."""
    made = Environment(loader=FunctionLoader(partial(_template, templates)), auto_reload=False)
    made.filters["url"] = _url
    for name in templates:
        made.get_template(name)
    return made


def _template(templates: Mapping[str, str], name: str) -> tuple[str, str, Callable[[], bool]] | None:
    """The text of a template, and the file to name when something is wrong in it."""
    return (templates[name], f"overrides/{name}", lambda: True) if name in templates else None


@pass_context
def _url(context: Context, address: str) -> str:
    """An address of the site from the page that is shown; from the root for a page that may stand anywhere."""
    page = context["page"]
    if not page:
        return posixpath.join(str(context["base_url"]), address or ".")
    return address if ":" in address else relative(address, page.url)


def frame_of(curriculum: Curriculum, language: Language, scripts: Scripts, policy: str) -> LiveFrame:
    """The frame of a language."""
    facts = curriculum.edition.facts
    links = [{"lang": of.code, "link": of.prefix or "./", "name": of.name} for of in curriculum.languages]
    values = {
        "site_name": facts["site.name"][language],
        "site_description": facts["site.description"][language],
        "copyright": credit_for(curriculum, language),
        "theme": {"favicon": FAVICON},
        "extra": told_to(curriculum, language, scripts, policy),
    }
    menu = items_of(curriculum, language)
    lines = {one.uri: one for item in menu for one in (item, *item.children) if one.uri}
    return LiveFrame(language, values, menu, lines, neighbours(curriculum), links, address_on_web(curriculum))


def page_html(environment: Environment, frame: LiveFrame, page: Page, screen: Screen, head: Mapping[str, str]) -> str:
    """The whole page; `head` is what `site.frame.head_of` says of it."""
    line = frame.lines.get(page.uri)
    previous, following = (frame.lines.get(uri) for uri in frame.around.get(page.uri, ("", "")))
    address = frame.language.prefix + page.place
    shown = Open(
        uri=page.uri,
        url=address,
        title=line.title if line else whole(page.title),
        meta={**head, **screen._asdict()},
        content=screen.html,
        canonical_url=urljoin(f"{frame.base.rstrip('/')}/", address) if frame.base else "",
        previous_page=previous,
        next_page=following,
    )
    menu = [replace(item, active=True) if shown in item.children else item for item in frame.menu]
    links = [{**of, "link": of["link"].removeprefix("./") + page.place or "./"} for of in frame.alternate]
    return _filled(environment, "main.html", frame, links, nav=Menubar(menu, frame.lines[HOME]), page=shown)


def lost_html(environment: Environment, frame: LiveFrame, root: str) -> str:
    """The page for lost visitors, which speaks every language; `root` is the address of the site on its host."""
    nav = Menubar(list(frame.menu), frame.lines[HOME])
    return _filled(environment, "404.html", frame, frame.alternate, nav=nav, page=None, base_url=root)


def _filled(
    environment: Environment, template: str, frame: LiveFrame, links: list[dict[str, str]], **values: Any
) -> str:
    """A template with the values of its frame, and those of its page."""
    config = {**frame.values, "extra": {**frame.values["extra"], "alternate": links}}
    return environment.get_template(template).render(config=config, **values)
