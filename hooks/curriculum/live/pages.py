"""The pages of one audience, each made when somebody looks at it, and again only when what shapes it changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from jinja2 import Environment

from curriculum.compose.downloads import Sizes, names_of_files
from curriculum.compose.outline import outline_of
from curriculum.compose.page import compose_page
from curriculum.compose.shaped import inputs_of
from curriculum.formats.moved import moved_from
from curriculum.formats.screens import Read, shown_page
from curriculum.live.frame import LiveFrame, frame_of, lost_html, page_html
from curriculum.live.kept import Kept
from curriculum.read.scripts import Scripts
from curriculum.site.frame import head_of
from curriculum.site.policy import policy_of
from curriculum.site.search import INDEX, Entry, entries_of, lines_elsewhere, search_pages, with_search
from curriculum.site.search_index import index_script, learnt_of
from curriculum.words.composed import Composed
from curriculum.words.model import Curriculum, Language, Page


@dataclass(frozen=True)
class Site:
    """One audience's curriculum and what stands around its pages; `kept` outlives it, from change to change."""

    curriculum: Curriculum
    scripts: Scripts
    environment: Environment
    kept: Kept
    allow: Callable[[Scripts], str] = policy_of
    """The policy of a page that carries these scripts."""
    sizes: Sizes = field(default_factory=dict)
    """Of the files that are made; none of those that wait until somebody asks for them."""

    @property
    def outline(self) -> object:
        """The same object for as long as it is equal."""
        return self.kept.get("of", (self.curriculum,), lambda: self.kept.same("outline", outline_of(self.curriculum)))

    @property
    def addresses(self) -> Mapping[str, Page]:
        """Every page by its address from the root: `fr/week-01/`."""
        pages = self.curriculum.pages.values()
        return self.kept.get(
            "addresses", (self.curriculum,), lambda: {page.language.prefix + page.place: page for page in pages}
        )

    @property
    def moved(self) -> Mapping[str, str]:
        """Where the page is now, by each address that it had before."""
        moved = moved_from(self.curriculum)
        return self.kept.get(
            "moved", (self.curriculum,), lambda: {old: page.language.prefix + page.place for old, page in moved}
        )

    @property
    def files(self) -> frozenset[str]:
        """The place of every file that is made of the course, in each language."""
        names = self.kept.get("names", (self.outline,), lambda: names_of_files(self.curriculum))
        return self.kept.get(
            "files", (names,), lambda: frozenset(of.prefix + name for of in self.curriculum.languages for name in names)
        )

    @property
    def lines(self) -> Mapping[tuple[Language, str], frozenset[str]]:
        """For each page, the lines to call that another is there to list."""
        return self.kept.get("lines", (self.curriculum,), lambda: lines_elsewhere(self.curriculum))

    def page(self, address: str) -> str | None:
        """The page at an address; none when there is none."""
        page = self.addresses.get(address)
        return self._whole(page) if page else None

    def lost(self, root: str) -> str:
        """The page for lost visitors; `root` is where the site is on its host."""
        return lost_html(self.environment, self._frame(self.curriculum.languages[0]), root)

    def index(self, address: str) -> str | None:
        """The words for the search, where this is the address of those of a language."""
        language = next((of for of in self.curriculum.languages if of.prefix + INDEX == address), None)
        return index_script(self._entries(language), learnt_of(language)) if language else None

    def composed(self, page: Page) -> Composed:
        """The Markdown of a page."""
        key = page.language, page.uri
        inputs = self.kept.same(("inputs", *key), inputs_of(page, self.curriculum))
        return self.kept.get(("composed", *key), (inputs, self.outline), lambda: self._compose(page))

    def _compose(self, page: Page) -> Composed:
        return compose_page(page, self.curriculum, self.sizes)

    def _whole(self, page: Page) -> str:
        """A page in its frame; that of the search has the list of every other one in it."""
        screen, language = self._read(page).screen, page.language
        if page in search_pages(self.curriculum, language):
            screen = screen._replace(html=with_search(screen.html, self._entries(language), page), search=True)
        head = head_of(page, self.curriculum)
        return page_html(self.environment, self._frame(language), page, screen, head)

    def _read(self, page: Page) -> Read:
        key = page.language, page.uri
        text, lines = self.composed(page), self.lines[key]
        values = text, lines, self.outline
        return self.kept.get(("read", *key), values, lambda: shown_page(page, text, self.curriculum, lines))

    def _entries(self, language: Language) -> list[Entry]:
        """All that can be found in a language."""
        pages = [page for (of, _), page in self.curriculum.pages.items() if of == language]
        return entries_of(self.curriculum, language, {page.uri: self._read(page).parts for page in pages})

    def _frame(self, language: Language) -> LiveFrame:
        def make() -> LiveFrame:
            return frame_of(self.curriculum, language, self.scripts, self.allow(self.scripts))

        return self.kept.get(("frame", language), (self.outline, self.scripts), make)
