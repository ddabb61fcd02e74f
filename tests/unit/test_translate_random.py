"""Whatever happens to a page in two languages, what has to follow is seen, and nothing else is called behind."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count, pairwise

from curriculum.read.source import parse_page
from curriculum.translate.states import find_states
from curriculum.translate.values import State
from curriculum.words.bases import Bases
from hypothesis import given, settings
from hypothesis.strategies import DataObject, data, integers, sampled_from
from languages import EN, FR, LANGUAGES

PATHS = {EN: "docs/page.md", FR: "docs/fr/page.md"}
KINDS = ("edit", "edit", "edit-both", "title", "move", "rename", "add", "remove", "wrap")


@dataclass
class Section:
    """A section in both languages, and what was done to it."""

    id: str
    first: str
    """Its id when both were read; "" for a new one."""
    words: dict[str, str]
    touched: set[str] = field(default_factory=set)


def text_of(sections: list[Section], language: str) -> str:
    heads = (f"## {section.words[language].split()[0]} {{ #{section.id} }}" for section in sections)
    bodies = (" ".join(section.words[language].split(" ")[1:]) for section in sections)
    return "# Page\n\nLead.\n\n" + "".join(f"{a}\n\n{b}\n\n" for a, b in zip(heads, bodies, strict=True))


def new_section(number: int) -> Section:
    words = {"en": f"Title{number} words number {number}", "fr": f"Titre{number} mots numéro {number}"}
    return Section(f"s-{number}", f"s-{number}", words)


def play(kind: str, sections: list[Section], draw: DataObject, numbers: count[int]) -> None:
    """One thing that an author does, in one language or in both."""
    section = sections[draw.draw(integers(0, len(sections) - 1))]
    codes = [draw.draw(sampled_from(("en", "fr")))]
    if kind in ("edit", "edit-both", "title"):
        for code in codes if kind != "edit-both" else ("en", "fr"):
            new = f" and{next(numbers)}" if kind != "title" else ""
            old = section.words[code]
            section.words[code] = f"{old}{new}" if new else f"T{next(numbers)}{old}"
            section.touched |= {code} if new else {code, f"{code}-title"}
    elif kind == "move":
        sections.remove(section)
        sections.insert(draw.draw(integers(0, len(sections))), section)
    elif kind == "rename":
        section.id = f"r-{next(numbers)}"
    elif kind == "add":
        section = new_section(next(numbers))
        section.first = ""
        sections.insert(draw.draw(integers(0, len(sections))), section)
    elif kind == "remove" and len(sections) > 1:
        sections.remove(section)
    elif kind == "wrap" and section.words[codes[0]].count(" ") > 1:  # the first one parts the heading from its words
        section.words[codes[0]] = "\n".join(section.words[codes[0]].rsplit(" ", 1))


def bodies_changed(section: Section) -> set[str]:
    """The languages in which the words under a heading changed: of both, with a new id, it is a new section."""
    return {code for code in ("en", "fr") if len(section.words[code].split()) > 4}


def read(sections: list[Section], before: list[Section]) -> dict[tuple[str, str], State]:
    """What is found, by language and id."""
    pages = {}
    for language, path in PATHS.items():
        place = path.removeprefix("docs/")
        pages[language, "page.md"] = parse_page(path, place, text_of(sections, language.code), LANGUAGES)[0]
    kept = {"l10n/fr/docs/page.md": text_of(before, "en"), "l10n/en/docs/fr/page.md": text_of(before, "fr")}
    found = find_states(pages, Bases("", kept), LANGUAGES)
    return {(one.language.code, one.section): one.state for one in found}


@settings(max_examples=400, deadline=None)
@given(data())
def test_nothing_is_unseen_and_nothing_is_seen_that_is_not(draw: DataObject) -> None:
    numbers = count(100)
    before = [new_section(number) for number in range(draw.draw(integers(1, 8)))]
    sections = [Section(one.id, one.first, {**one.words}) for one in before]
    for kind in draw.draw(sampled_from([(a, b, c) for a in KINDS for b in KINDS for c in KINDS])):
        play(kind, sections, draw, numbers)
    found = read(sections, before)
    expected: dict[tuple[str, str], State] = {}
    known = {section.first for section in sections}
    lost = {one.id for one in before if one.id not in known}
    for section in sections:
        renamed = section.first and section.id != section.first
        if not section.first or (renamed and bodies_changed(section) == {"en", "fr"}):
            expected |= dict.fromkeys((("en", section.id), ("fr", section.id)), State.NEW)
            lost |= {section.first} - {""}
            continue
        for code, other in (("en", "fr"), ("fr", "en")):
            settled = State.RENAMED if renamed else State.CURRENT
            expected[code, section.id] = State.CHANGED if other in section.touched else settled
    told = {key: state for key, state in found.items() if key[1] and state is not State.REMOVED}
    assert {k: s for k, s in told.items() if s is not State.MOVED} == {
        k: s for k, s in expected.items() if told.get(k) is not State.MOVED
    }
    assert {key for key, state in told.items() if state is State.MOVED} <= {
        key for key, state in expected.items() if state in (State.CURRENT, State.RENAMED)
    }
    assert {id for (_, id), state in found.items() if state is State.REMOVED} == lost
    assert_order_is_explained(sections, before, told)


def assert_order_is_explained(
    sections: list[Section], before: list[Section], told: dict[tuple[str, str], State]
) -> None:
    """Without those that moved, the order is the old one; where it is, none did."""
    places = {one.id: place for place, one in enumerate(before)}
    common = [one.id for one in sections if one.id in places]
    moved = {id for (_, id), state in told.items() if state is State.MOVED}
    behind = {id for (_, id), state in told.items() if state is State.CHANGED}
    left = [places[id] for id in common if id not in moved | behind]
    assert all(one < other for one, other in pairwise(left))
    if all(places[one] < places[other] for one, other in pairwise(common)):
        assert not moved
