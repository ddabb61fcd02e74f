"""Entries -> the script with the words of each page, which a browser fetches once somebody searches.

In:  Entry("law/", 0, "Law", "words", "rights"), Entry("law/#a", 1, "A", "more")
Out: var searchIndex={
     "law/":"words\\nmore",
     "law/?":"rights",
     "?small":"the a of"
     }

A page has a line for each of its links in the list on the page of the search, in their order: they need no name here.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from curriculum.site.search import Entry
from curriculum.words.labels import read_words
from curriculum.words.model import Language

FIRST = ("what-to-do-now/", "who-to-call/")
"""The pages that come before others which answer as well: who asks may be in danger."""
SENTENCE = re.compile(r"(?<=[.?!…»”]) |[\u00a0 ]· ")
BACK = 22_000
"""How many letters before it a page finds what it repeats: a host that packs a file looks 32 KB back."""


def index_script(entries: Iterable[Entry], learnt: Mapping[str, str]) -> str:
    """The words of each page and, behind a question mark, what people ask for who look for it, and what the script
    learns of the language. A script, for a page opened from a disk may load nothing else.
    """
    pages: dict[str, list[str]] = {}
    asked: dict[str, list[str]] = {}
    for entry in entries:
        place = entry.address.partition("#")[0]
        pages.setdefault(place, []).append(entry.words)
        asked.setdefault(f"{place}?", []).append(entry.asked)
    said = {place: "\n".join(pages[place]) for place in _side_by_side(pages)}
    said |= {place: "\n".join(words).rstrip("\n") for place, words in asked.items() if any(words)}
    lines = ",\n".join(f"{_quoted(name)}:{_quoted(words)}" for name, words in {**said, **learnt}.items())
    return f"var searchIndex={{\n{lines}\n}}\n"


def _side_by_side(pages: Mapping[str, Sequence[str]]) -> list[str]:
    """Pages in such an order that those which say the same stand near one another, so that a host packs them well.

    In:  {"a/": ["Breathe in. Wait."], "b/": ["Else."], "c/": ["Breathe in."]}     Out: ["a/", "c/", "b/"]
    """
    sentences = {place: {one for words in lines for one in SENTENCE.split(words)} for place, lines in pages.items()}
    times = Counter(one for said in sentences.values() for one in said)
    again = {place: {one for one in said if one and times[one] > 1} for place, said in sentences.items()}
    holders: dict[str, set[str]] = {}
    for place, said in again.items():
        for one in said:
            holders.setdefault(one, set()).add(place)
    rank = {place: number for number, place in enumerate(pages)}
    order, left = list[str](), dict.fromkeys(pages)
    while left:
        alike = Counter[str]()
        for one in set().union(*(again[place] for place in _last(order, pages))):
            for place in holders[one] & left.keys():
                alike[place] += len(one)
        order.append(min(alike, key=lambda place: (-alike[place], rank[place]), default=next(iter(left))))
        del left[order[-1]]
    return order


def _last(order: Sequence[str], pages: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The pages at the end that are near enough to be found again."""
    size = 0
    for place in reversed(order):
        yield place
        size += sum(map(len, pages[place]))
        if size >= BACK:
            return


def learnt_of(language: Language) -> dict[str, str]:
    """What the script learns of a language: endings, small words, same words, dangers, what comes first."""
    words = read_words("search", language)
    said = {f"?{name}": words[name] for name in ("endings", "small")}
    danger = "\n".join(" | ".join((place, *ways)) for place, ways in words["danger"].items())
    same, calm = " | ".join(words["same"]), "\n".join(words["calm"])
    return {**said, "?same": same, "?danger": danger, "?calm": calm, "?first": " ".join(FIRST)}


def _quoted(words: str) -> str:
    """JSON that older browsers take for JavaScript too."""
    return json.dumps(words, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
