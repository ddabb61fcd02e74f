"""A phrase for each person: six words drawn from a list of their language. Nobody chooses one, so nobody can guess it.

The lists are those of the package `diceware`: the long English one of the Electronic Frontier Foundation, the French
one of Tails. Which list a language uses, and the words of it that nobody should have to say, are in its `phrases.yml`.
Sources: https://www.eff.org/dice, https://gitlab.tails.boum.org/tails/tails/-/issues/20014
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from functools import cache
from importlib.resources import files

from curriculum.words.labels import read_words
from curriculum.words.model import Language

COUNT = 6
"""Words in a phrase."""
LEAST = 77
"""Bits of chance in a phrase, at least: what a list may lose is held to this."""
PACKAGE = "diceware"
JOINED = {"œ": "oe", "æ": "ae"}
"""Letters that many keyboards do not have."""


@cache
def read_list(language: Language) -> tuple[str, ...]:
    """The words a phrase is drawn from, each once, in plain letters."""
    words = read_words("phrases", language)
    lines = (files(PACKAGE) / "wordlists" / f"wordlist_{words['list']}.txt").read_text(encoding="utf-8").splitlines()
    left_out = re.compile("|".join(words["left-out"]))
    found = (line.split()[-1].lower() for line in lines if line.strip())
    return tuple(dict.fromkeys(word for word in found if word.isalpha() and not left_out.fullmatch(word)))


def draw_phrase(words: tuple[str, ...]) -> str:
    """`carbon unsaid remold tasty pelt acorn`, from the chance that the system keeps for keys."""
    return " ".join(secrets.choice(words) for _ in range(COUNT))


def fold(phrase: str) -> str:
    """A phrase as it counts: its letters alone. Accents, capitals, spaces and hyphens may be typed or not.

    In:  "Étage  cœur-noir"
    Out: "etagecoeurnoir"
    """
    plain = "".join(JOINED.get(sign, sign) for sign in unicodedata.normalize("NFKD", phrase.lower()))
    return "".join(sign for sign in plain if sign.isalnum())
