"""What tells a place from every other: numbers, addresses, hosts, and names that no common word is.

In:  "Call Lantern House at 1-555-555-0142, or write to us@lantern.example", with the common words "house", "call"
Out: numbers {"5555550142"}, addresses {"us@lantern.example"}, hosts {"lantern.example"}, names {"Lantern"}
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

NUMBER = re.compile(
    r"(?<![\w/.-])(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\w-])|(?<![\w/.-])\d{3}-\d{4}(?![\w-])"
)
"""A number to call, as one is written in Canada and the United States: with its area code, or seven digits."""
END = re.compile(r"\d[ .-]\d{4}(?![\w-])")
BEFORE = 12
"""How every number ends, which is quicker to look for, and how many signs may stand before that: `+1 (250) 55`."""
ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.IGNORECASE)
HOST = re.compile(r"(?<![\w@.-])(?:https?://(?:www\.)?)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?![\w-])", re.IGNORECASE)
TOPS = frozenset({"ca", "com", "org", "net", "info", "example", "coop", "quebec", "health", "help", "io", "us", "uk"})
"""Endings of hosts; `index.md` and `e.g` are none."""
TOKEN = re.compile(r"[^\W\d_](?:[\w’'-]|[\u0300-\u036f])*")
LEAST = 4
"""Letters of a name that can be told from an abbreviation."""
AREA = 10
"""Digits of a number with its area code."""


@dataclass(frozen=True)
class Marks:
    """What was found."""

    numbers: frozenset[str] = frozenset()
    """Their last ten digits, or seven."""
    addresses: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def __or__(self, other: Marks) -> Marks:
        return Marks(
            self.numbers | other.numbers,
            self.addresses | other.addresses,
            self.hosts | other.hosts,
            self.names | other.names,
        )

    def __sub__(self, other: Marks) -> Marks:
        return Marks(
            self.numbers - other.numbers,
            self.addresses - other.addresses,
            self.hosts - other.hosts,
            frozenset(name for name in self.names if name.casefold() not in {one.casefold() for one in other.names}),
        )


@lru_cache(maxsize=512)
def marks_of(text: str) -> Marks:
    """Numbers, addresses, hosts, and every word that begins with a capital or has a letter of no common alphabet."""
    return Marks(
        frozenset(digits_of(found[0]) for found in numbers_in(text)),
        frozenset(found[0].lower() for found in addresses_in(text)),
        frozenset(found[1].lower() for found in HOST.finditer(text) if is_host(found[1])),
        frozenset(word for word in TOKEN.findall(text) if len(word) >= LEAST and is_name(word)),
    )


def numbers_in(text: str) -> Iterator[re.Match[str]]:
    """Every number to call, as `NUMBER` finds them: looked for only before what ends as one."""
    at = 0
    for end in END.finditer(text):
        if found := NUMBER.search(text, max(at, end.start() - BEFORE), end.end() + 1):
            yield found
            at = found.end()


def addresses_in(text: str) -> Iterator[re.Match[str]]:
    """Every address, as `ADDRESS` finds them: looked for only where an `@` stands, from the first sign before it."""
    at = 0
    while (sign := text.find("@", at)) >= 0:
        start = sign
        while start > at and (text[start - 1].isalnum() or text[start - 1] in "_.+-"):
            start -= 1
        found = ADDRESS.match(text, start)
        at = found.end() if found else sign + 1
        if found:
            yield found


def is_host(found: str) -> bool:
    """True for what ends as a host does."""
    return found.rpartition(".")[2].lower() in TOPS or found.lower().endswith(".gc.ca")


def host_of(address: str) -> str:
    """`us@lantern.example` -> `lantern.example`."""
    return address.rpartition("@")[2]


def is_name(word: str) -> bool:
    """True for what may be a name: `Lantern`, `lək̓ʷəŋən`."""
    return word[0].isupper() or any(sign > "\u024f" and sign not in "’" for sign in word)


def is_odd(word: str) -> bool:
    """True for what no word of everyday is like: `VictimLinkBC`, `CRCL`, `lək̓ʷəŋən`."""
    return not word.isascii() or sum(sign.isupper() for sign in word) > 1


def digits_of(number: str) -> str:
    """The digits of a number, without what is dialled before the area code."""
    return "".join(sign for sign in number if sign.isdigit())[-AREA:]


def without_common(marks: Marks, common: Container[str]) -> Marks:
    """The same without names that are words of everybody: `Crisis` where somebody writes `crisis`."""
    names = frozenset(name for name in marks.names if name.casefold() not in common)
    return Marks(marks.numbers, marks.addresses, marks.hosts, names)


def names_in(text: str, names: Collection[str]) -> frozenset[str]:
    """Those of some names that stand in a text as whole words."""
    if not any(name in text for name in names):
        return frozenset()
    return frozenset(name for name in names if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text))


def names_with_neighbours(text: str, common: Container[str]) -> Iterator[str]:
    """Each name that is no common word, with the word after or before it; what is like no word stands alone.

    In:  "Vancouver Island Crisis Line", "VictimLinkBC", with the common words "crisis", "line"
    Out: "Vancouver Island", "Island Crisis"; "VictimLinkBC"
    """
    words: list[str] = TOKEN.findall(text)
    for place, word in enumerate(words):
        if len(word) < LEAST or not is_name(word) or word.casefold() in common:
            continue
        if is_odd(word) or len(words) == 1:
            yield word
        for pair in (words[place - 1 : place + 1], words[place : place + 2]):
            if len(pair) == 2 and all(is_name(one) for one in pair):
                yield " ".join(pair)


def common_words(texts: Iterable[str]) -> frozenset[str]:
    """Every word that some text writes without a capital."""
    words: set[str] = set().union(*map(TOKEN.findall, texts))
    return frozenset(word for word in words if not is_name(word))


def marks_in(values: Mapping[str, str] | Iterable[str]) -> Marks:
    """Those of several texts."""
    texts = values.values() if isinstance(values, Mapping) else values
    found = Marks()
    for text in texts:
        found |= marks_of(text)
    return found
