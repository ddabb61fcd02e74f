"""Numbers and amounts of a text, in a form that all languages share.

In:  `1,500 people at 6:30 p.m., for 10 minutes` or `1 500 personnes à 18 h 30, pendant 10 minutes`
Out: the numbers 10, 1500, 18, 30; of the amounts, 10 minute
"""

from __future__ import annotations

import re
from functools import lru_cache

from curriculum.words.labels import read_words
from curriculum.words.model import Language

GROUPED = re.compile(r"(?<=\d)[\u00a0\u202f ,](?=\d{3}(?:\D|$))")
BY = r"[ \u00a0\u202f.\u2011-]"
CALLED = re.compile(rf"(?:\b(1){BY})?\(?\b(\d{{3}})\)?{BY}{{1,2}}(\d{{3}}){BY}(\d{{4}})\b")
"""A telephone number, in each way in which it is written."""
NUMBER = re.compile(r"\d+(?:[-\u2011]\d+)+|\d+(?:[.,]\d+)?")
"""What stands between hyphens stays in its order: `9-1-1`."""


def numbers_in(text: str, language: Language) -> list[str]:
    """The numbers of a text in a form all languages share, in order of their figures.

    In:  `1,500 at 6:30 p.m.` or `1 500 à 18 h 30`     Out: ["1500", "18", "30"]
    """
    after_noon = read_words("forms", language)["after-noon"]
    called = CALLED.sub(lambda number: "-".join(filter(None, number.groups())), text)
    plain = GROUPED.sub("", re.sub(after_noon, lambda hour: str(int(hour[1]) % 12 + 12), called))
    return sorted(number.replace(",", ".").replace("\u2011", "-") for number in NUMBER.findall(plain))


def amounts_in(text: str, language: Language) -> dict[str, dict[str, str]]:
    """Each number that a unit follows: the names of its units, as they are written; "/" for one unit in another.

    In:  `10 minutes, then 0.4 mg/ml`
    Out: {"10": {"minute": "10 minutes"}, "0.4": {"milligram": "0.4 mg"}, "/": {"millilitre": "/ml"}}
    """
    plain = GROUPED.sub("", text)
    found: dict[str, dict[str, str]] = {}
    for name, pattern in _units(language).items():
        for amount in pattern.finditer(plain):
            number = (amount[1] or "/").replace(",", ".")
            found.setdefault(number, {})[name] = amount[0]
    return found


@lru_cache(maxsize=8)
def _units(language: Language) -> dict[str, re.Pattern[str]]:
    units = read_words("beside", language)["units"]
    start = r"(?:(\d+(?:[.,]\d+)?)[ \u00a0\u202f-]?|(?<=[a-z])/)"
    return {name: re.compile(rf"{start}(?:{pattern})(?!\w)", re.IGNORECASE) for name, pattern in units.items()}
