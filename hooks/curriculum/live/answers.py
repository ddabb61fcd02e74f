"""An address -> what a browser is answered: a page, a file of the site, or one that is made because it was asked for.

    /week-01/                      the page as participants see it
    /-/facilitators/week-01/       the same as facilitators see it
    /-/paper/week-01/              leads to its PDF; /-/facilitators/-/paper/week-01/ to what facilitators print
    /-/events, /-/bar.css          the live site's own; no page of a course starts with `-`

Whatever is asked for is looked up in what was read; no path is made of an address.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, unquote

from curriculum.live.bar import Visit, Ways, bar_of, bare_page, with_bar
from curriculum.live.look import Stamps
from curriculum.live.moment import Moment
from curriculum.live.pages import Site
from curriculum.live.paper import paper_of
from curriculum.live.policy import live_policy, read_style
from curriculum.site.style import PLACE as STYLE
from curriculum.site.style import site_style
from curriculum.words.audience import SHARED
from curriculum.words.labels import DEFAULT, label
from curriculum.words.model import Audience, Language, Page

OWN, FACILITATORS, PAPER = "-/", "-/facilitators/", "-/paper/"
ASSETS = "overrides/"
HTML = "text/html; charset=utf-8"
Make = Callable[[str, Audience, int], Path | str]
"""Place, audience and moment of a file -> where it is, or in words why it cannot be made."""


@dataclass(frozen=True)
class Answer:
    """What is sent: bytes, or a file from the disk."""

    status: int
    kind: str
    content: bytes | Path
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Answers:
    """Answers from one moment, and from pages that could be made before."""

    moment: Moment
    stamps: Stamps
    make: Make
    last: dict[tuple[Audience, str], str]

    def of(self, target: str) -> Answer:
        """The answer for the target of a request: `/week-01/?x#y`."""
        place = unquote(target.partition("?")[0].partition("#")[0]).removeprefix("/")
        if place == f"{OWN}bar.css":
            return Answer(200, "text/css; charset=utf-8", read_style().encode())
        for_facilitators = place.startswith(FACILITATORS)
        audience = Audience.FACILITATOR if for_facilitators else Audience.PARTICIPANT
        place = place.removeprefix(FACILITATORS) if for_facilitators else place
        if place.startswith(PAPER):
            return self._paper(place.removeprefix(PAPER), audience)
        return self._file(place, audience) or self._page(place.removesuffix("index.html"), audience)

    def _file(self, place: str, audience: Audience) -> Answer | None:
        """A style or a letter, a picture, the words for the search, or what is made of the course."""
        site, root = self.moment.sites.get(audience), self.moment.both.participants.root
        if site and (look := self._look(place, site, audience)):
            return Answer(200, _kind(place), look)
        if place.startswith("assets/") and ASSETS + place in self.stamps:
            return Answer(200, _kind(place), root / ASSETS / place)
        if site is None:
            return None
        path = {**site.curriculum.local, **site.curriculum.theirs}.get(place, f"{SHARED}/{place}")
        if place in site.curriculum.files and path in self.stamps:
            return Answer(200, _kind(place), root / path)
        if index := site.index(place):
            return Answer(200, "text/javascript; charset=utf-8", index.encode())
        return self._made(place, audience) if place in site.files else None

    def _look(self, place: str, site: Site, audience: Audience) -> bytes:
        """The style, or the logo of the edition; nothing at another place."""
        logo = site.curriculum.edition.theme.logo
        if logo and place == logo.place:
            return logo.content
        return site_style(self.moment.styles, audience).encode() if place == STYLE else b""

    def _made(self, place: str, audience: Audience) -> Answer:
        made = self.make(place, audience, self.moment.number)
        if isinstance(made, Path):
            return Answer(200, _kind(place), made)
        return Answer(503, "text/plain; charset=utf-8", made.encode())

    def _paper(self, address: str, audience: Audience) -> Answer:
        site = self.moment.sites.get(audience)
        page = site.addresses.get(address) if site else None
        if site is None or page is None:
            return self._page(address, audience)
        return _led(_root(audience) + paper_of(page, site.curriculum))

    def _page(self, address: str, audience: Audience) -> Answer:
        """A page, the last good one where the newest cannot be made, the one for lost visitors, or a few words."""
        site = self.moment.sites.get(audience)
        if site is None:
            return self._bare(audience)
        if f"{address}/" in site.addresses:
            return _led(f"{_root(audience)}{address}/")
        if address in site.moved:
            return _led(_root(audience) + site.moved[address])
        page = site.addresses.get(address)
        try:
            text = site.page(address) if page else site.lost(_root(audience))
            self.last[audience, address] = text or ""
        except Exception:  # a mistake that no check knows must not stop what can be shown
            text = self.last.get((audience, address))
        if not text:
            return self._bare(audience)
        return Answer(200 if page else 404, HTML, self._with_bar(text, page, address, audience).encode())

    def _with_bar(self, text: str, page: Page | None, address: str, audience: Audience) -> str:
        moment, ways = self.moment, self._ways(page, address, audience)
        language = page.language if page else self._first()
        look = Visit(page.path if page else "", language, ways, moment.number, moment.restart)
        return with_bar(text, bar_of(text, look, moment.problems))

    def _ways(self, page: Page | None, address: str, audience: Audience) -> Ways:
        """The same page for the other audience, where it has one."""
        theirs = self.moment.sites.get(Audience.PARTICIPANT)
        shared = address if theirs and address in theirs.addresses else ""
        paper = quote(f"{_root(audience)}{PAPER}{address}") if page else ""
        return Ways(
            quote(f"/{shared}"),
            quote(f"/{FACILITATORS}{address if page else ''}"),
            paper,
            audience is Audience.FACILITATOR,
        )

    def _first(self) -> Language:
        """The language at the root of the site."""
        languages = self.moment.both.participants.languages
        return languages[0] if languages else DEFAULT

    def _bare(self, audience: Audience) -> Answer:
        language = self._first()
        text = bare_page(label("live", language), live_policy({}), language, label("live-none", language))
        return Answer(503, HTML, self._with_bar(text, None, "", audience).encode())


def _root(audience: Audience) -> str:
    return f"/{FACILITATORS}" if audience is Audience.FACILITATOR else "/"


def _led(address: str) -> Answer:
    return Answer(303, HTML, b"", {"Location": quote(address)})


def _kind(place: str) -> str:
    if place.endswith(".html"):
        return HTML
    return mimetypes.guess_type(place)[0] or "application/octet-stream"
