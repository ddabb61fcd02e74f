"""Where the notes and the page of an evening lead: what the paper brings in, and what it can only name.

In:  a note with [the ladder](../protocol.md#disclosure-ladder) and [the law](../law.md#our-work)
Out: the first leads to the last sheet, the second to a section that is brought in: `#law-our-work`
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Mapping
from dataclasses import dataclass

from curriculum.compose.emergencies import place_in_emergencies
from curriculum.compose.notes import notes_of
from curriculum.compose.steps import PAGE as STEPS
from curriculum.compose.welcome import PROTOCOL
from curriculum.elements.links import LinkKind, Target, target_of
from curriculum.words.model import Curriculum, Page, Section

LEFT_OUT = ("outcomes", "everyday", "further-reading")
"""Sections of the page that nobody reads on the evening: one that has a note stays, one that is led to comes last."""
ADDRESS = re.compile(r"(?<=\]\()[^)\s]+(?=\))")


@dataclass(frozen=True)
class Routes:
    """Where the notes of a week send whoever reads them."""

    addresses: Mapping[Target, str]
    """What to write in place of an address, for all that is in the paper under another name."""
    brought: tuple[tuple[Page, Section], ...]
    """Sections of other pages, which the paper brings in."""
    beside: tuple[Page, ...]
    """Whole pages, and those of other sessions, which it only names."""


def routes_of(page: Page, note: Page | None, curriculum: Curriculum) -> Routes:
    """Where the links of the notes lead, then those of the page, each once; what only the page names stays outside."""
    addresses: dict[Target, str] = {}
    brought: dict[str, tuple[Page, Section]] = {}
    beside: dict[str, Page] = {}
    noted = [target_of(address, page.uri) for address in (ADDRESS.findall(note.body) if note else ())]
    read = [target_of(address, page.uri) for address in ADDRESS.findall(_read_aloud(page, note))]
    for target in dict.fromkeys(noted + read):
        source = curriculum.pages.get((page.language, target.place))
        if target.kind is not LinkKind.PAGE or source is None or target.place.startswith(f"{_folder(page)}/"):
            continue
        section = next((s for s in source.sections if s.id == target.section), None)
        steps = target.place in (STEPS, PROTOCOL)
        if steps and (id := place_in_emergencies(target.section, curriculum, page.language)):
            addresses[target] = f"{way_from(page, PROTOCOL)}#{id}"
        elif section and target in noted and not curriculum.arc.session_at(target.place):
            addresses[target] = f"#{name_of(source, section)}"
            brought[addresses[target]] = source, section
        else:
            beside[target.place] = source
    return Routes(addresses, tuple(brought.values()), tuple(beside.values()))


def _read_aloud(page: Page, note: Page | None) -> str:
    """The page without what nobody reads on the evening."""
    out = [section for section in unread(page, notes_of(note) if note else {}) if not is_led_to(section, page)]
    lines = page.body.split("\n")
    return "\n".join(line for n, line in enumerate(lines, 1) if not any(s.line <= n < s.end for s in out))


def unread(page: Page, noted: Container[str]) -> list[Section]:
    """The sections that nobody reads on the evening."""
    return [section for section in page.sections if section.id in LEFT_OUT and section.id not in noted]


def is_led_to(section: Section, page: Page) -> bool:
    """True when its own page leads to a section."""
    return f"](#{section.id})" in page.body


def _folder(page: Page) -> str:
    return posixpath.dirname(page.uri)


def way_from(page: Page, place: str) -> str:
    """The address of another page, as this one writes it: `../protocol.md`."""
    return posixpath.relpath(place, _folder(page))


def name_of(source: Page, section: Section) -> str:
    """The id of a section of another page here: `law-our-work`."""
    return f"{source.uri.removesuffix('.md').replace('/', '-')}-{section.id}"
