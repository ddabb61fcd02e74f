"""Names and short hosts -> where a text says them as whole words.

In:  the names "Tide Street", "CRCL"
Out: "Tide Street" in "on tide\u00a0street", "CRCL" in "a CRCL-led evening"; nothing in "a CRCLE"
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from curriculum.verify.letters import letters_of

NEAR = 40
"""Signs before and after a name."""
AROUND = 10
"""Letters of them, by which one sees that a mark stands in the credit."""
BETWEEN = r"[\W_]{1,3}"
"""Between the words of a name: a space, the end of a line, a hyphen."""
DRESS = (*((sign, "-") for sign in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), ("\u00a0", " "), ("\u202f", " "))
"""Hyphens and spaces in another dress."""
NOTHING = tuple((sign, "") for sign in "\u00ad\u200b\u200c\u200d\u2060\ufeff")


@dataclass(frozen=True)
class Named:
    """Some names, looked for together."""

    starts: tuple[str, ...]
    """How each begins, which is quicker to look for."""
    pattern: str
    plain: Callable[[str], str]
    """A text as the names are written here."""

    def within(self, text: str) -> Iterator[tuple[str, tuple[bytes, int, int]]]:
        """The words of each that is said; the letters around and in it, where it starts in these, and its length."""
        plain = self.plain(text)
        if not any(start in plain for start in self.starts):
            return
        for found in re.finditer(self.pattern, plain):
            before, after = plain[max(0, found.start() - NEAR) : found.start()], plain[found.end() :][:NEAR]
            left, own = letters_of(before)[-AROUND:], letters_of(found[0])
            yield found[0], (left + own + letters_of(after)[:AROUND], len(left), len(own))


def as_written(names: Collection[str]) -> Named | None:
    """Names that are a word of everyday without a capital: as they are, or in capitals."""
    return _named({*names, *(name.upper() for name in names)}, r"[\w-]", undressed)


def in_any_case(names: Collection[str]) -> Named | None:
    """Names that nobody takes for another word."""
    return _named({folded(name) for name in names}, r"[^\W_]", folded)


def _named(names: Collection[str], sign: str, plain: Callable[[str], str]) -> Named | None:
    if not names:
        return None
    words = [re.split(r"\s+", name) for name in sorted(names, key=len, reverse=True)]
    pattern = "|".join(BETWEEN.join(map(re.escape, one)) for one in words)
    return Named(tuple({one[0] for one in words}), rf"(?<!{sign})(?:{pattern})(?!{sign})", plain)


def undressed(text: str) -> str:
    """The same with plain hyphens and spaces, and without signs that nobody sees."""
    for sign, plain in (*DRESS, *NOTHING) if not text.isascii() else ():
        text = text.replace(sign, plain)
    return text


def folded(text: str) -> str:
    """The same in small letters, without accents."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", undressed(text).casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
