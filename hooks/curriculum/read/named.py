"""What a page of an edition asks of the sections of a shared page -> lines that go, sections that come, or problems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from curriculum.read.source import text_lines
from curriculum.words.model import Asked, Page, Problem, Section, Term, Words

NONE = Term("nothing")


@dataclass(frozen=True)
class Cut:
    """Lines of the shared body that go, from `first` up to `last` counted from 0, and the section put there."""

    first: int
    last: int
    section: Section | None = None
    after: Section | None = None
    """What a new section follows; of several that end in one line, what is deeper comes first."""

    @property
    def order(self) -> tuple[int, int, int]:
        """Where it comes among the others."""
        return self.first, self.last, -self.after.level if self.after else 0


@dataclass
class Cuts:
    """What a page asks, taken apart."""

    shared: Mapping[str, Section]
    own: Mapping[str, Section]
    asked: Asked
    path: str
    offset: int
    cuts: list[Cut] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def tell(self, line: int, rule: str, found: str, **more: Words) -> None:
        """Note what is to be mended."""
        self.problems.append(Problem(self.path, line, rule, {"found": found, **more}))

    def unknown(self, line: int, rule: str, found: str) -> None:
        """Note an id that the shared page does not have, with the one that was perhaps meant."""
        near = get_close_matches(found, self.shared, 1, 0.6)
        self.tell(line, rule, found, expected=", ".join(self.shared) or NONE, near="".join(near))


def find_cuts(shared: Page, own: Page) -> Cuts:
    """What the page asks, with what is to be mended in it."""
    assert own.asked
    found = Cuts(_by_id(shared), {s.id: s for s in top_sections(own.sections)}, own.asked, own.path, own.offset)
    _find_loose(own, found)
    _find_removed(found)
    _find_sections(own, found)
    _find_after(own, found)
    _find_overlaps(own, found)
    return found


def top_sections(sections: Iterable[Section]) -> list[Section]:
    """Those sections of a page that stand below no other of it."""
    found: list[Section] = []
    for section in sections:
        if not found or section.line >= found[-1].end:
            found.append(section)
    return found


def ids_named(page: Page) -> set[str]:
    """Every section that a page of an edition replaces, adds or takes out."""
    removed = page.asked.remove if page.asked else ()
    return {section.id for section in top_sections(page.sections)} | {id for id, _ in removed}


def _by_id(page: Page) -> dict[str, Section]:
    return {section.id: section for section in page.sections if section.id}


def _find_loose(own: Page, cuts: Cuts) -> None:
    """Words before the first section, and sections without an id: nobody could say where they go."""
    above = own.body.split("\n")[: own.sections[0].line - 1 if own.sections else None]
    if own.title:
        cuts.tell(own.offset + 1 + _line_of_title(own), "section-loose", own.title)
    elif loose := next(((line, text) for line, text in enumerate(above, 1) if text.strip()), None):
        cuts.tell(loose[0] + own.offset, "section-loose", loose[1].strip()[:60])
    for section in top_sections(own.sections):
        if not section.id:
            cuts.tell(section.line + own.offset, "section-loose", section.title)
    if not own.sections and not cuts.asked.remove and not cuts.problems:
        cuts.tell(cuts.asked.line, "sections-none", own.uri)


def _line_of_title(own: Page) -> int:
    return next((line - 1 for line, text in text_lines(own.body) if own.title in text), 0)


def _find_removed(cuts: Cuts) -> None:
    told: set[str] = set()
    for id, line in cuts.asked.remove:
        if id not in cuts.shared:
            cuts.unknown(line, "section-unknown", id)
        elif id in cuts.own or id in told:
            cuts.tell(line, "section-clash", id, expected=Term("clash-removed" if id in cuts.own else "clash-twice"))
        else:
            section = cuts.shared[id]
            cuts.cuts.append(Cut(section.line - 1, section.end - 1))
        told.add(id)


def _find_sections(own: Page, cuts: Cuts) -> None:
    """Each section that is named: it replaces one, or `after` says where it goes."""
    lines: dict[str, int] = {}
    placed = {id for id, _, _ in cuts.asked.after}
    for section in own.sections:
        if section.id and section.id in lines:
            cuts.tell(section.line + own.offset, "section-clash", section.id, expected=Term("clash-twice"))
        lines.setdefault(section.id, section.line)
    for section in top_sections(own.sections):
        old = cuts.shared.get(section.id)
        line = section.line + own.offset
        if old and old.level != section.level:
            _tell_level(cuts, line, section, old)
        elif old:
            cuts.cuts.append(Cut(old.line - 1, old.end - 1, section))
        elif section.id and section.id not in placed:
            cuts.unknown(line, "section-unplaced", section.id)


def _above(own: Page, id: str) -> str:
    """The section of the file below which one stands; "" for one that stands by itself, or is not there."""
    line = next((section.line for section in own.sections if section.id == id), 0)
    return next((top.id for top in top_sections(own.sections) if top.line < line < top.end), "")


def _find_after(own: Page, cuts: Cuts) -> None:
    """Each place that is named; several sections after the same one stand in the order of the page."""
    order = list(cuts.own)
    places = sorted(cuts.asked.after, key=lambda one: order.index(one[0]) if one[0] in cuts.own else -1)
    for id, other, line in places:
        if id in cuts.shared:
            cuts.tell(line, "section-clash", id, expected=Term("clash-there"))
        elif above := _above(own, id):
            cuts.tell(line, "section-clash", id, expected=Term("clash-below", {"other": above}))
        elif id not in cuts.own:
            near = "".join(get_close_matches(id, order, 1, 0.6))
            cuts.tell(line, "section-absent", id, expected=", ".join(filter(None, order)) or NONE, near=near)
        elif other not in cuts.shared:
            cuts.unknown(line, "section-unknown", other)
        elif cuts.own[id].level < cuts.shared[other].level:
            _tell_level(cuts, cuts.own[id].line + cuts.offset, cuts.own[id], cuts.shared[other])
        else:
            end = cuts.shared[other].end - 1
            cuts.cuts.append(Cut(end, end, cuts.own[id], cuts.shared[other]))


def _tell_level(cuts: Cuts, line: int, section: Section, other: Section) -> None:
    cuts.tell(line, "section-level", section.id, other=other.id, expected="#" * other.level)


def _find_overlaps(own: Page, cuts: Cuts) -> None:
    """Something named within a section that is itself replaced or taken out; and ids that would stand twice."""
    starts = {section.line - 1: section for section in cuts.shared.values()}
    whole = [cut for cut in cuts.cuts if cut.last > cut.first]
    lines = dict(cuts.asked.remove) | {id: line for id, _, line in cuts.asked.after}
    for cut in cuts.cuts:
        start = cut.after.line - 1 if cut.after else cut.first
        for other in (one for one in whole if one.first < start < one.last):
            section = cut.section or starts[cut.first]
            line = lines.get(section.id, section.line + cuts.offset)
            within = Term("clash-within", {"other": starts[other.first].id})
            cuts.tell(line, "section-clash", section.id, expected=within)
    below = (section for section in own.sections if section.id in cuts.shared and section.id not in cuts.own)
    for section in below:
        old = cuts.shared[section.id].line - 1
        if not any(cut.first <= old < cut.last for cut in whole):
            stays = Term("clash-stays", {"other": _above(own, section.id)})
            cuts.tell(section.line + cuts.offset, "section-clash", section.id, expected=stays)
