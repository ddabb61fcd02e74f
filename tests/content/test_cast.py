"""The made-up people of the dialogues: who the guide says they are is who speaks, in both languages."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import read_valid
from curriculum.read.layers import Settings
from curriculum.words.model import Language
from languages import EN, LANGUAGES

COURSE = read_valid(Settings(Path(__file__).resolve().parents[2], "facilitator"))
ROW = re.compile(r"^\| ([^|]+) \| [^|]+ \| ([^|]+) \| ([^|]*\]\([^|]+) \|$", re.M)
LINK = re.compile(r"\]\(([^)#]+)#([^)]+)\)")
KINDS = 14
"""Outdoor, indoor and online work; trans and Two-Spirit people, men, migrants, Indigenous, disabled and Deaf people,
people who use drugs, people without a home, elders and parents.
"""


class Person(NamedTuple):
    """A line of the table."""

    name: str
    kinds: tuple[str, ...]
    places: tuple[tuple[str, str], ...]


def cast_of(language: Language) -> list[Person]:
    rows = ROW.findall(COURSE.pages[language, "cast.md"].body)
    return [Person(name, tuple(kinds.split(", ")), tuple(LINK.findall(places))) for name, kinds, places in rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_everybody_in_the_table_speaks_or_is_named_where_it_says(language: Language) -> None:
    absent = []
    for name, _, places in cast_of(language):
        for uri, id in places:
            page = COURSE.pages[language, uri]
            section = next(section for section in page.sections if section.id == id)
            words = "\n".join(page.body.split("\n")[section.line : section.end - 1])
            if not re.search(rf"\b{name}\b", words):
                absent.append((name, uri, id))
    assert absent == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_everybody_speaks_in_a_dialogue_somewhere(language: Language) -> None:
    everything = "\n".join(page.body for (of, _), page in COURSE.pages.items() if of == language)
    silent = [name for name, *_ in cast_of(language) if not re.search(rf"^> \*\*{name}\b", everything, re.M)]
    assert silent == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_of_life_comes_up_twice_or_more(language: Language) -> None:
    counted = Counter(kind for _, kinds, places in cast_of(language) for kind in kinds for _ in places)
    assert len(counted) == KINDS
    assert [kind for kind, count in counted.items() if count < 2] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_has_the_same_people_in_the_same_places_in_every_language(language: Language) -> None:
    ours, first = cast_of(language), cast_of(EN)
    assert [(len(person.kinds), person.places) for person in ours] == [(len(p.kinds), p.places) for p in first]
