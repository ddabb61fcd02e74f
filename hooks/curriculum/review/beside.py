"""A page beside its counterpart in the first language, block by block: numbers, units, answers.

In:  `Rest 10 minutes.` and `Reposez-vous 10 heures.`
Out: the line of the second: `10 hour` where the first has `10 minute`

Blocks are paired by their place in their section, where both languages have as many of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from curriculum.review.figures import amounts_in, numbers_in
from curriculum.review.foreign import untranslated
from curriculum.review.prose import by_section, text_of
from curriculum.review.senses import answers_in, apart, bounds_in, counts_in, shown
from curriculum.words.model import Language, Page, Problem, Term

MEASURES = {"amount": amounts_in, "bound": bounds_in}
"""What is said of a number: its unit, and on which side of it something lies."""
Count = Callable[[str, Language], Counter[str]]
COUNTED: Mapping[str, Count] = {"counted": counts_in, "answer": answers_in}
"""What is said in words and means the same in all languages."""
FREE: Mapping[str, Count] = {"answer": answers_in}
"""The same of a made-up talk, in which each language may count other things."""


def check_beside(page: Page, first: Page) -> list[Problem]:
    """What differs from the first language, at the line of the page."""
    problems: list[Problem] = []
    ours, theirs, languages = by_section(page), by_section(first), (page.language, first.language)
    for id, blocks in ours.items():
        place = Problem(page.path, blocks[0].lines[0], "parity", {"section": id or "#", "other": first.path})
        others = theirs.get(id, [])
        if len(blocks) == len(others):
            for block, other in zip(blocks, others, strict=True):
                here = replace(place, line=block.lines[0])
                problems += differing(here, (block.text, other.text), languages)
                kinds = FREE if block.quoted and block.name else COUNTED
                problems += replaced(here, (block.text, other.text), languages, kinds)
                problems += untranslated(here, (block.text, other.text), languages)
        else:
            texts = text_of(blocks), text_of(others)
            problems += [*differing(place, texts, languages), *replaced(place, texts, languages)]
    return problems


def differing(place: Problem, texts: tuple[str, str], languages: tuple[Language, Language]) -> Iterator[Problem]:
    """Numbers that only one of two texts has, and numbers with another unit or bound in each."""
    numbers, expected = (numbers_in(text, language) for text, language in zip(texts, languages, strict=True))
    if numbers != expected:
        yield told(place, "number", numbers, expected)
    for kind, measure in MEASURES.items():
        ours, theirs = (measure(text, language) for text, language in zip(texts, languages, strict=True))
        unlike = [one for one, said in ours.items() if one in theirs and not said.keys() & theirs[one].keys()]
        if unlike:
            found, others = ([words for one in unlike for words in side[one].values()] for side in (ours, theirs))
            yield told(place, kind, found, others)


def replaced(
    place: Problem, texts: tuple[str, str], languages: tuple[Language, Language], kinds: Mapping[str, Count] = COUNTED
) -> Iterator[Problem]:
    """Numbers in words, and a “yes” or “no”, that stand where the other text has another one."""
    for kind, count in kinds.items():
        ours_said, theirs_said = (count(text, language) for text, language in zip(texts, languages, strict=True))
        if parted := apart(ours_said, theirs_said):
            yield told(place, kind, *map(shown, parted, languages))


def told(place: Problem, kind: str, found: list[str], expected: list[str]) -> Problem:
    """What differs, told of a place: its file and line, its section, and the page that it is held against."""
    said = {"found": ", ".join(found) or "0", "expected": ", ".join(expected) or "0"}
    return replace(place, values={**place.values, "kind": Term(f"parity-{kind}"), **said})
