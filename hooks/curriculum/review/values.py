"""What an edition and the plan say in each language, beside the first: numbers, units, which languages a line speaks.

In:  `languages: {en: English and French, fr: en anglais seulement}`
Out: the line of that entry: only one of the two says that French is spoken
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from curriculum.read.layers import Sources
from curriculum.read.placed import in_folders
from curriculum.read.resources import COUNTRY
from curriculum.review.beside import differing, replaced, told
from curriculum.review.foreign import untranslated
from curriculum.review.lengths import shortened
from curriculum.words.forms import name_in
from curriculum.words.model import Edition, Language, Problem, Text

FIELDS = ("name", "how", "hours", "languages", "note", "cost")
"""What is said of a line to call in words."""


def check_values(sources: Sources) -> list[Problem]:
    """Each value whose languages do not say the same, at its line."""
    languages = in_folders(sources.languages)
    problems: list[Problem] = []
    for place, text in _values(sources):
        first = text.words.get(languages[0].code, "")
        for language in languages[1:]:
            words, pair = text.words.get(language.code, ""), (language, languages[0])
            if words and first:
                problems += [*differing(place, (words, first), pair), *replaced(place, (words, first), pair)]
                problems += [] if language.lender else shortened(place, (words, first))
                problems += untranslated(place, (words, first), pair) if place.values["section"] != "name" else []
                problems += _speaks(place, (words, first), pair) if place.values["section"] == "languages" else []
    return problems


def _values(sources: Sources) -> Iterator[tuple[Problem, Text]]:
    if sources.edition:
        yield from _facts(sources.edition, sources.languages)
        yield from _lines(sources.edition)
    if arc := sources.arc:
        yield from ((_place(arc.path, week.line, f"{week.id}.load.reason"), week.load.reason) for week in arc.weeks)


def _facts(edition: Edition, languages: Sequence[Language]) -> Iterator[tuple[Problem, Text]]:
    code = languages[-1].code
    for name, text in edition.facts.items():
        if line := edition.lines.get(f"{name}.{code}", 0):
            yield _place(f"{edition.path}/profile.yml", line, name), text


def _lines(edition: Edition) -> Iterator[tuple[Problem, Text]]:
    for line in edition.resources:
        own = edition.call_lines.get(line.id)
        path = f"{edition.path}/resources.yml" if own else COUNTRY
        for field in FIELDS:
            yield _place(path, own or 1, field), getattr(line, field)


def _place(path: str, line: int, name: str) -> Problem:
    return Problem(path, line, "parity", {"section": name, "other": path})


def _speaks(place: Problem, texts: tuple[str, str], pair: tuple[Language, Language]) -> list[Problem]:
    """Whether both say that the language of the first text is spoken: `service en français`, `English and French`."""
    own, other = name_in(pair[0], pair[0]).lower(), name_in(pair[0], pair[1]).lower()
    says, expected = (own in texts[0].lower(), other in texts[1].lower())
    return [] if says == expected else [told(place, "language", [texts[0]], [texts[1]])]
