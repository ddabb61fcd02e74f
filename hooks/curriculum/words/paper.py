"""What becomes a file: sizes of paper and letters, an article, a document of one or more articles."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from curriculum.words.arc import Kind
from curriculum.words.values import Language


class Paper(Enum):
    """A size of paper."""

    LETTER = "letter"
    A4 = "a4"


class Size(Enum):
    """How large the letters on paper are."""

    STANDARD = "standard"
    """12 points."""
    LARGE = "large"
    """18 points, laid out anew: an enlarged copy would run off the paper."""


@dataclass(frozen=True)
class Variant:
    """One of the ways a document is printed."""

    paper: Paper
    size: Size = Size.STANDARD

    @property
    def ending(self) -> str:
        """The end of the PDF's file name: `letter`, `a4-large`."""
        return self.paper.value + ("-large" if self.size is Size.LARGE else "")

    def pdf_of(self, uri: str) -> str:
        """`week-01/handouts/pause-card.md` -> `week-01/handouts/pause-card-a4-large.pdf`."""
        return f"{uri.removesuffix('.md')}-{self.ending}.pdf"


class Look(Enum):
    """How an article that is no handout is laid out."""

    READ = ""
    """Wide margins and open lines."""
    EVENING = "evening"
    """Read standing, notes beside what participants read; its links name the page of the document they lead to."""
    CARD = "card-sheet"
    """As much as a page holds: what is looked for in a hurry."""


VARIANTS = tuple(Variant(paper, size) for size in Size for paper in Paper)
STANDARD = tuple(Variant(paper) for paper in Paper)


class Span(NamedTuple):
    """From when to when a part of an evening lasts, in words."""

    part: str
    start: str
    end: str


@dataclass(frozen=True)
class Article:
    """One page as it is printed: its Markdown, composed, and what stands around it."""

    path: str
    """The file it comes from; a problem names it."""
    uri: str
    """The place of its page, the same in every language; several articles may lead to one page."""
    title: str
    text: str
    kind: Kind | None
    """What handout it is; none for other pages."""
    label: str
    """Above the title: `Week 6 · skill card`."""
    foot: tuple[str, ...]
    """The lines at the foot of every page, without the page number."""
    address: str = ""
    """Where the page is on the web; "" when the edition has no address."""
    depth: int = 0
    """How many levels its headings are below those of the document."""
    recto: bool = False
    """Starts on the front of a sheet, also when printed on both sides."""
    look: Look = Look.READ
    language: Language | None = None
    """Of its words, where a document of another language borrows it."""
    spans: tuple[Span, ...] = ()
    """Of an evening: what the foot of each page says of the clock."""


@dataclass(frozen=True)
class Document:
    """What becomes one file: a handout, the handouts of a week, a book."""

    place: str
    """Its place in the site, without the ending for paper and format: `fr/week-01/week-01-handouts`."""
    title: str
    language: Language
    site: str
    """The name of the site, at the head of every sheet."""
    articles: tuple[Article, ...]
    contents: bool = False
    """A list of chapters follows the first article."""
    whole: bool = False
    """Pages are counted through the document, not in each article."""

    @property
    def leads(self) -> bool:
        """True when the first article names pages of those after it, and so is laid out last."""
        return self.contents or self.articles[0].look is Look.EVENING
