"""What the finished site of one audience is held to beside the lists of `built`: scripts, style, headers, places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from curriculum.compose.downloads import names_of_files
from curriculum.formats.moved import moved_pages
from curriculum.formats.record import RECORD
from curriculum.formats.single.frame import policy_of as policy_of_single
from curriculum.read.scripts import Scripts
from curriculum.site.hosting import folder_of, header_files, headers_of, placed
from curriculum.site.policy import Insides, on_pages, policy_of
from curriculum.site.search import INDEX
from curriculum.words.audience import guide_of
from curriculum.words.model import Audience, Curriculum

PAGE = "index.html"


@dataclass(frozen=True)
class MadeWith:
    """What the pages of a site are made with: the scripts and styles they may carry, by the policy that pins these."""

    inside: Mapping[str, frozenset[str]]
    headers: frozenset[str]
    """The texts that a file for the host may have."""
    style: str
    """The text of the style that they load."""
    audience: Audience = Audience.PARTICIPANT
    places: frozenset[str] = frozenset()
    """Every file that the course has for this audience; none where nobody knows."""
    timed: str = ""
    """The policy of the page that tells time, which may hold more; "" where there is none."""
    moved: Mapping[str, bytes] = field(default_factory=dict)
    """The pages at addresses that others had before, byte for byte, by their places."""
    guide: frozenset[str] = field(default_factory=frozenset)
    """Addresses of pages that only facilitators have."""

    @property
    def name(self) -> str:
        """The same for the same scripts, styles and headers: policies name scripts and styles by their hashes."""
        return " ".join(sorted([*self.inside, *self.headers]))


def made_with(scripts: Scripts, style: str, insides: Insides, audience: Audience) -> MadeWith:
    """What the pages of a project are made with, for one audience; whoever knows its places and guide adds them."""
    inside = {policy_of(scripts): frozenset(on_pages(scripts).values())}
    inside |= {policy_of_single(one): frozenset({*one.scripts, one.style}) for one in insides.of(audience)}
    headers = header_files(headers_of(scripts, insides, audience))
    timed = policy_of_single(insides.tonight) if audience is Audience.FACILITATOR else ""
    return MadeWith(inside, frozenset(headers.values()), style, audience, timed=timed)


def made_of(made: MadeWith, curriculum: Curriculum) -> MadeWith:
    """The same, with what a course has: a page and a file for each of its own, and no other.

    Whoever holds the site of participants to it gives the course of participants, which has read no note.
    """
    pages = {f"{page.language.prefix}{page.place}{PAGE}" for page in curriculum.pages.values()}
    names = {of.prefix + name for of in curriculum.languages for name in (*names_of_files(curriculum), INDEX)}
    logo = curriculum.edition.theme.logo
    names |= {RECORD, *([logo.place] if logo else [])}
    guide, folder = guide_of(curriculum.arc.menu), folder_of(curriculum)
    headers = frozenset(placed(text, folder) for text in made.headers)
    moved = moved_pages(curriculum)
    places = frozenset(pages | names | curriculum.files | moved.keys())
    return replace(made, headers=headers, places=places, moved=moved, guide=guide)
