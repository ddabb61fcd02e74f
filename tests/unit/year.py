"""A year of the shared course, made up: what changes in it, and a memory of it that does not look at any text.

The memory knows each page and section by a number, how often it changed, and why; so it says what a fork should be told
without the means by which the program finds it.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date

from curriculum.watch.values import PartState
from curriculum.words.changes import Change, Part, Weight
from curriculum.words.model import Text
from languages import EN, FR

WEEKS, SECTIONS, PARAGRAPHS = 10, 4, 4
PREFIXES = ("", "fr/")


@dataclass
class Section:
    id: str
    paragraphs: list[str]
    changes: int = 0
    first: str = ""

    def text(self) -> str:
        return "\n\n".join([f"## Section {self.id} {{ #{self.id} }}", *self.paragraphs])


@dataclass
class Page:
    """One page in every language; `path` is that of the first language, empty once it is gone."""

    path: str
    sections: dict[int, Section]
    gone: set[int] = field(default_factory=set)

    def in_language(self, prefix: str) -> str:
        folder, _, place = self.path.partition("/")
        return f"{folder}/{prefix}{place}"

    def text(self, prefix: str) -> str:
        parts = [one.text() for number, one in self.sections.items() if number not in self.gone]
        words = "\n\n".join([f"---\ndescription: Words.\n---\n# {self.path[:9]}", *parts]) + "\n"
        return words.replace("Paragraph", "Paragraphe") if prefix else words

    def changes(self, section: int | None) -> tuple[int, ...]:
        """How often each section changed, and which of them there are: another value is another text."""
        numbers = self.sections if section is None else [section]
        shown = [number for number in numbers if number not in self.gone]
        return tuple(part for n in shown for part in (n, self.sections[n].changes, hash(self.sections[n].id)))


class Year:
    """The shared course, commit by commit."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.pages = {number: self._page(number) for number in range(WEEKS * 2 + 4)}
        self.announced: list[tuple[Change, int, int | None]] = []
        self.edited: dict[int, int] = {}
        self.renamed: set[int] = set()

    def _page(self, number: int) -> Page:
        week = number % WEEKS + 1
        names = [
            f"docs/week-{week:02}/index.md",
            f"docs/week-{week:02}/handouts/sheet.md",
            f"facilitator/week-{week:02}/index.md",
        ]
        sections = {
            s: Section(f"part-{s}", [f"Paragraph {number}.{s}.{p}. Listen first, and ask." for p in range(PARAGRAPHS)])
            for s in range(SECTIONS)
        }
        return Page(names[number // WEEKS], sections)

    def texts(self) -> dict[str, str]:
        """Every page in every language."""
        return {p.in_language(prefix): p.text(prefix) for p in self.pages.values() if p.path for prefix in PREFIXES}

    def commit(self, number: int) -> None:
        """Two to five things change."""
        kinds = [self.reword] * 6 + [self.add, self.rename, self.rename_section, self.remove_section]
        if number % 10 == 9:
            kinds.append(self.remove)
        for _ in range(self.random.randint(2, 5)):
            self.random.choice(kinds)(number)

    def _any(self, calm: bool = False) -> tuple[int, Page]:
        there = [n for n, page in self.pages.items() if page.path and n not in self.renamed]
        number = self.random.choice([n for n in there if not calm or self.edited.get(n, 0) < 3])
        return number, self.pages[number]

    def _section(self, page: Page) -> int:
        return self.random.choice([n for n in page.sections if n not in page.gone])

    def reword(self, commit: int) -> None:
        number, page = self._any()
        section = self._section(page)
        where = self.random.randrange(len(page.sections[section].paragraphs))
        page.sections[section].paragraphs[where] += f" Revised {commit}."
        page.sections[section].changes += 1
        self.edited[number] = self.edited.get(number, 0) + 1
        kind = self.random.choice([*Weight, None])
        if kind:
            named = self.random.choice([None, section])
            part = Part(page.path, page.sections[section].id if named is not None else "")
            day = date.fromordinal(date(2027, 1, 1).toordinal() + commit * 9)
            said = Text({EN.code: "It.", FR.code: "Ça."})
            self.announced.insert(
                0, (Change(f"change-{commit}-{len(self.announced)}", day, kind, (part,), said), number, named)
            )

    def add(self, commit: int) -> None:
        number, page = self._any()
        section = page.sections[self._section(page)]
        section.paragraphs.insert(self.random.randint(0, len(section.paragraphs)), f"Paragraph new {commit}.")
        section.changes += 1
        self.edited[number] = self.edited.get(number, 0) + 1

    def rename(self, commit: int) -> None:
        number, page = self._any(calm=True)
        page.path = page.path.replace(".md", f"-called-{commit}.md") if commit % 4 == 0 else page.path
        self.renamed |= {number} if commit % 4 == 0 else set()

    def rename_section(self, commit: int) -> None:
        _, page = self._any(calm=True)
        section = page.sections[self._section(page)]
        if section.changes == 0:
            section.id = f"{section.id}-called-{commit}"

    def remove_section(self, commit: int) -> None:
        _, page = self._any()
        if len(page.gone) < 1 and commit % 5 == 0:
            page.gone.add(self._section(page))

    def remove(self, _: int) -> None:
        _, page = self._any()
        page.path = ""


@dataclass
class Copied:
    """What a fork replaced, as the memory knows it."""

    page: int
    section: int | None
    prefix: str
    changes: tuple[int, ...]
    path: str
    id: str
    known: int
    """How many changes had been announced."""


def expected(year: Year, copied: Copied) -> PartState:
    """What a fork should be told of a part that says something of its own."""
    page = year.pages[copied.page]
    if not page.path or page.in_language(copied.prefix) != copied.path:
        return PartState.RENAMED if page.path and copied.section is None else PartState.GONE
    if copied.section is not None and copied.section in page.gone:
        return PartState.SECTION_GONE
    if copied.section is not None and page.sections[copied.section].id != copied.id:
        return PartState.RENAMED
    if page.changes(copied.section) == copied.changes:
        return PartState.CURRENT
    since = year.announced[: len(year.announced) - copied.known]
    for change, number, section in since:
        here = number == copied.page and (section is None or copied.section is None or section == copied.section)
        if here and change.kind is Weight.SAFETY:
            return PartState.SAFETY
    return PartState.CHANGED
