"""How a language writes numbers, sizes, times of day and dates, by its `forms.yml`; its commonest words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from curriculum.words.labels import fitting, read_spoken, read_words
from curriculum.words.model import Language

DAY = 24 * 60
LEFT_TO_RIGHT, RIGHT_TO_LEFT = DIRECTIONS = ("ltr", "rtl")


def number_in(value: float, language: Language, decimals: int = 1) -> str:
    """A number with so many decimals: `7.5`, in French `7,5`."""
    return f"{value:.{decimals}f}".translate(str.maketrans(read_words("forms", language)["numbers"]))


def size_of(count: int, language: Language) -> str:
    """Bytes in words: `32 KB`, `1.6 MB`; in French `32 Ko`, `1,6 Mo`."""
    kilobytes = max(1, round(count / 1000))
    unit, number = ("kB", str(kilobytes)) if kilobytes < 1000 else ("MB", number_in(count / 1_000_000, language))
    return fitting(read_words("forms", language)["size"], f"{number} {unit}").format(number=number)


def clock(minutes: int, language: Language, *, short: bool = False) -> str:
    """Minutes of a day -> `6:30 p.m.`, in French `18 heures 30`; `short`, where nobody listens, `18 h 30`."""
    hour, rest = divmod(minutes % DAY, 60)
    words = fitting(read_words("forms", language)["clock-short" if short else "clock"], f"{hour}:{rest:02}")
    return words.format(hour=hour, hour12=(hour - 1) % 12 + 1, minute=f"{rest:02}")


def day_in_words(date: str, language: Language) -> str:
    """`2026-11-22` -> `22 November 2026`."""
    year, month, day = date.split("-")
    forms = read_words("forms", language)
    return fitting(forms["date"], date).format(day=int(day), month=forms["months"][int(month) - 1], year=year)


def colon(language: Language) -> str:
    """The sign between a name and what it names, with the space before it where the language has one."""
    sign: str = read_words("forms", language)["colon"]
    return sign


def region_of(language: Language) -> str:
    """The language of a place, as voices and spelling checkers are chosen by it: `fr-CA`."""
    place = place_of(language)
    return f"{language.code}-{place}" if place else language.code


def printed_of(language: Language) -> str:
    """The same for programs that know a language by two or three letters, and perhaps a place: `zh-CN`."""
    return "-".join(filter(None, (language.code.partition("-")[0], place_of(language))))


def place_of(language: Language) -> str:
    """Where it is spoken as it is written here: `CA`."""
    return str(read_words("forms", language)["region"])


def region_of_code(code: str) -> str:
    """The same for what an author wrote in `lang`; a language without words here stays as it is: `str`."""
    return next((region_of(language) for language in read_spoken() if language.code == code), code)


def name_in(named: Language, language: Language) -> str:
    """The name of a language in another: `French`, `français`; its own where the other has none for it."""
    said = read_words("forms", language)["languages"].get(named.code) or dict(named.called).get(language.code)
    return str(said or named.name or named.code)


def direction_of(language: Language) -> str:
    """Which way it is written, as HTML names it: `ltr`, `rtl`."""
    return str(read_words("forms", language).get("direction", LEFT_TO_RIGHT))


def is_mirrored(language: Language) -> bool:
    """True where lines start at the right."""
    return direction_of(language) == RIGHT_TO_LEFT


def forms_of(name: str, language: Language) -> dict[str, str]:
    """A name as it reads after the words that change it, by these words; without a form that nobody can be sure of.

    In:  `le Cercle`, French       Out: {"de": "du Cercle", "à": "au Cercle"}
    In:  `Harmonie`, whose h may be silent or not       Out: {"à": "à Harmonie"}
    """
    forms: dict[str, str] = {}
    for word, patterns in read_words("forms", language)["name-forms"].items():
        fitting_one = next((pattern for pattern in patterns if re.search(pattern, name)), None)
        if fitting_one:
            forms[word] = re.sub(fitting_one, patterns[fitting_one], name, count=1)
    return forms


@lru_cache(maxsize=64)  # each language of a site, for each page
def common(language: Language) -> frozenset[str]:
    """Words of nearly every sentence of a language."""
    return frozenset(read_words("beside", language)["common"].split())


@lru_cache(maxsize=64)
def telling(language: Language) -> frozenset[str]:
    """Those of them that no neighbour has too."""
    return common(language) - {*read_words("beside", language).get("shared", "").split()}


SHARE, KINDS, ENOUGH = 0.22, 2, 10
"""Of the words of a text that speaks a language, so many are among its commonest, with so many different ones that no
neighbour has; fewer words tell nothing. A true sentence in Catalan has 26 of 100 among those of French: les, que, la.
"""


def speaks(words: Sequence[str], language: Language) -> bool:
    """Whether words are a text in a language, and not in a neighbour that shares some words with it."""
    found = [*filter(common(language).__contains__, words)]
    sure = {*found} & telling(language)
    return len(words) >= ENOUGH and len(found) >= SHARE * len(words) and len(sure) >= KINDS


LONGEST_BEFORE = 200
"""Signs before a name in which such a word is looked for."""


def before_name(text: str, language: Language) -> str:
    """The word at the end of a text after which no name can stand as it is, like `de` or `l’`; "" for any other."""
    end = text[-LONGEST_BEFORE:].rstrip().rstrip("*_").rstrip()  # the whole of it, for each name, would take seconds
    found = re.search(read_words("forms", language)["before-name"], end)
    return found[0] if found else ""
