"""What to do in an emergency: written once, on one page, and brought from there to pages, notes, sheets and cards.

In:  on `what-to-do-now.md`, under `## An overdose { #not-waking }`:
         1. **Call.** Emergency services, at once.
         2. **Give breaths.** One every 5 seconds.
     anywhere else: `/// steps | not-waking`
Out: the same list; on a face of a pocket card `1. Call.` and `2. Give breaths.`
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from curriculum.read.source import find_sections, text_lines
from curriculum.words.labels import read_words
from curriculum.words.model import Curriculum, Language

PAGE = "what-to-do-now.md"
"""The one page on which steps are written; an edition may have its own."""
ITEM = re.compile(r"\d+\.[ ]+(?:\*\*(?P<name>[^*]+)\*\*)?")


class Step(NamedTuple):
    """One thing to do."""

    name: str
    """The words in bold at its start, all of it that a card shows; "" when there are none."""
    text: str
    line: int
    """Counted from 1 in the body of the page."""


Steps = Mapping[str, tuple[Step, ...]]
"""By the id of the section in which they stand, in order."""


def steps_list(name: str, curriculum: Curriculum, language: Language) -> str:
    """All steps of an emergency, as they are written; nothing when there are none."""
    return "\n".join(step.text for step in steps_of(curriculum, language).get(name, ()))


def steps_card(name: str, curriculum: Curriculum, language: Language) -> str:
    """The same in the fewest words."""
    steps = steps_of(curriculum, language).get(name, ())
    return "\n".join(f"{number}. {step.name}" for number, step in enumerate(steps, 1))


def steps_sheet(name: str, curriculum: Curriculum, language: Language) -> str:
    """In few words, but a step that says in which case to call emergency services has all of them.

    In:  "3. **Ask about tonight.** If it is a yes, call emergency services." and "4. **Stay.** If you are safe."
    Out: the third step as it is, then "4. Stay."
    """
    calls = re.compile(read_words("forms", language)["emergency-call"], re.IGNORECASE)
    shown = []
    for number, step in enumerate(steps_of(curriculum, language).get(name, ()), 1):
        beyond = " ".join(step.text.replace(step.name, "", 1).split())
        shown.append(step.text if calls.search(beyond) else f"{number}. {step.name}")
    return "\n".join(shown)


def steps_of(curriculum: Curriculum, language: Language) -> Steps:
    """The steps of every emergency, in a language."""
    page = curriculum.pages.get((language, PAGE))
    return steps_in(page.body) if page else {}


def all_steps(curriculum: Curriculum) -> tuple[Steps, ...]:
    """The steps in every language: what pages that show them have to be made again for."""
    return tuple(steps_of(curriculum, language) for language in curriculum.languages)


@lru_cache(maxsize=16)  # every page is asked about, and few pages hold steps
def steps_in(body: str) -> Steps:
    """The first numbered list of each section of a page."""
    lines = [*text_lines(body)]
    found = {}
    for section in find_sections(body)[1]:
        below = [(number, line) for number, line in lines if number > section.line]
        if steps := _first_list(takewhile(lambda one: not one[1].startswith("#"), below)):
            found[section.id] = steps
    return found


def _first_list(lines: Iterable[tuple[int, str]]) -> tuple[Step, ...]:
    """The items of the first list; one goes on over lines that are indented, and the list ends at other words."""
    steps: list[Step] = []
    for number, line in lines:
        if item := ITEM.match(line):
            steps.append(Step(item["name"] or "", line, number))
        elif steps and line.startswith("   "):
            steps[-1] = steps[-1]._replace(text=f"{steps[-1].text}\n{line}")
        elif steps and line.strip():
            break
    return tuple(steps)
