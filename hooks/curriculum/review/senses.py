"""Words of a text that must say the same in every language, in names that all share: numbers, bounds, answers.

In:  `Yes. Three of us, under 19.` or `Oui. Trois d’entre nous, moins de 19 ans.`
Out: the answer `yes`; the number 3; below 19
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from curriculum.words.labels import read_words
from curriculum.words.model import Language

Said = Mapping[str, str]
"""What is said, by its name in all languages, each as it is written here."""
BETWEEN = r"(?:[ \u00a0]\w+){0,2}?[ \u00a0]"
"""What may stand between a number and the word after it that bounds it: `14 ans et plus`."""


def apart(ours: Counter[str], theirs: Counter[str]) -> tuple[list[str], list[str]] | None:
    """What each of two texts says in place of something else in the other; none where one says only more of it.

    In:  3 and 5, of the other 4 and 5     Out: [3], [4]
    In:  3 and 5, of the other 5           Out: none, for a sentence may turn around what it counts
    """
    found, expected = sorted((ours - theirs).elements()), sorted((theirs - ours).elements())
    return (found, expected) if found and expected else None


def shown(names: Sequence[str], language: Language) -> list[str]:
    """Numbers and answers as a text in this language says them: `trois`, `pas maintenant`."""
    table = read_words("beside", language)
    every = {**table["numbers"], **table["answers"]}
    return [every[name].split("|")[0] for name in names]


def counts_in(text: str, language: Language) -> Counter[str]:
    """Each number that is written in words, as figures."""
    return Counter(found.lastgroup[1:] for found in _numbers(language).finditer(text) if found.lastgroup)


def answers_in(text: str, language: Language) -> Counter[str]:
    """The answers with which sentences begin, or what is said between quotes: `yes`, `no`, `not-now`."""
    found = _answers(language).finditer(text)
    return Counter(one.lastgroup.replace("_", "-") for one in found if one.lastgroup)


def bounds_in(text: str, language: Language) -> dict[str, dict[str, str]]:
    """Each number with a bound, `less` or `more`, and how it is written: {"19": {"less": "under 19"}}."""
    said: dict[str, dict[str, str]] = {}
    for name, pattern in _bounds(language):
        for found in pattern.finditer(text):
            number = found["number"]
            words = _numbers(language).fullmatch(number)
            key = words.lastgroup[1:] if words and words.lastgroup else number
            said.setdefault(key, {})[name] = found[0]
    return said


@lru_cache(maxsize=8)
def _numbers(language: Language) -> re.Pattern[str]:
    """Every number in words, each in a group of its name; long ones first, so that none hides in another."""
    table = read_words("beside", language)["numbers"]
    groups = "|".join(rf"(?P<n{name}>{pattern})" for name, pattern in sorted(table.items(), key=_longest))
    return re.compile(rf"(?<![\w-])(?:{groups})(?!\w)", re.IGNORECASE)


def _longest(entry: tuple[str, str]) -> int:
    return -max(map(len, entry[1].split("|")))


@lru_cache(maxsize=8)
def _answers(language: Language) -> re.Pattern[str]:
    table = read_words("beside", language)["answers"]
    chosen = sorted(((name, table[name]) for name in ("yes", "no", "not-now") if name in table), key=_longest)
    groups = "|".join(rf"(?P<{name.replace('-', '_')}>{pattern})" for name, pattern in chosen)
    return re.compile(
        rf"(?:^|(?<=[.!?:…“‘«\")*|][ \u00a0])|(?<=[“‘\"*]))(?:{groups})(?=[ \u00a0]?[.,;!?…”’»*|]|$)", re.I
    )


@lru_cache(maxsize=8)
def _bounds(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    numbers = "|".join((r"\d+", *read_words("beside", language)["numbers"].values()))
    number = f"(?P<number>{numbers})"
    found = []
    for name, pattern in read_words("beside", language)["bounds"].items():
        side, _, after = name.partition("-")
        way = rf"{number}{BETWEEN}(?:{pattern})" if after else rf"(?:{pattern})[ \u00a0]{number}"
        found.append((side, re.compile(rf"(?<!\w){way}(?!\w)", re.IGNORECASE)))
    return tuple(found)
