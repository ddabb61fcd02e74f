"""Who gets a phrase, as the command line has it; names are said back beside the phrases, and kept nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from curriculum.publish.sealed.phrases import fold
from curriculum.words.model import Language, Problem

MOST = 240
"""People in one file: the number of slots in an envelope is one byte."""
MOST_SIGNS = 60
"""In a name, which is said back on one line beside the phrase."""


@dataclass(frozen=True)
class Person:
    """Somebody who opens the file, and the language of the phrase for it."""

    name: str
    language: Language


def people_of(
    names: Sequence[str], languages: Iterable[Language], usual: Language
) -> tuple[list[Person], list[Problem]]:
    """`Ana`, `Mireille:fr` -> two people, the second with a phrase in French; or what is wrong with the names."""
    known = {language.code: language for language in languages}
    usual = known.get(usual.code, next(iter(known.values()), usual))  # of a site that has not the one in the terminal
    people, problems = [], []
    for asked in names:
        name, colon, code = (part.strip() for part in asked.partition(":"))
        code = code.lower()
        if colon and code not in known:
            problems.append(Problem("", 0, "seal-language", {"found": asked, "expected": ", ".join(known)}))
        people.append(Person(name, known.get(code, usual)))
    named = [fold(person.name) for person in people if _can_be_said(person.name)]
    if not 0 < len(named) == len(people) <= MOST:
        problems.append(Problem("", 0, "seal-names", {"found": str(len(named)), "expected": str(MOST)}))
    twice = {fold(person.name): person.name for person in people if named.count(fold(person.name)) > 1}
    return people, [*problems, *(Problem("", 0, "seal-twice", {"found": name}) for name in twice.values())]


def _can_be_said(name: str) -> bool:
    """Has letters, and is one line that no terminal takes for an order."""
    return bool(fold(name)) and name.isprintable() and len(name) <= MOST_SIGNS
