"""A file -> what in it belongs to another place, or to none that the edition names.

    foreign    marks of other editions, in any dress: looked for among the letters of every text, as `verify` opens it
    unknown    numbers, addresses and hosts that nothing the site is made of says

What a page, a document or a ZIP of ours is made with is undone: marks of HTML, escapes, what a PDF draws. Letters in
base64 and the like are left to `python run.py verify`, which takes longer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from curriculum.read.marks import ADDRESS, AREA, MAYBE, NUMBER, digits_of, is_host
from curriculum.read.places import Places
from curriculum.verify.layers import State
from curriculum.verify.letters import letters_of
from curriculum.verify.packed import open_bytes
from curriculum.verify.search import digest_of
from curriculum.verify.written import WRITINGS

UNDONE = ("HTML &…;", r"\u…", "URL %…", "HTML <…>", "quoted-printable")
"""The ways of writing that files of ours have."""
LONG = 8
"""Letters that do not stand in a row by chance, over the ends of words."""
AROUND = 10
"""Letters before or after a mark by which one sees that it stands in the credit."""
DEEPEST = 12
DIALLED = re.compile(r"(?<=tel:|sms:)\+?([\d-]{7,})")
"""A number in a link."""
SPELT = re.compile(r"1[ .-]?(8\d\d[ .-](?=[\d-]*[A-Z])[A-Z0-9][A-Z0-9-]{6,8})\b")
"""One in letters: `1-888-CALL-NOW`."""
LED_TO = re.compile(r"=\s*[\"']?(?:https?:)?//(?:www\.)?([\w.-]+)", re.IGNORECASE)
"""Where a page leads to or loads from."""
FORMATS = frozenset(
    {"aiim.org", "ns.adobe.com", "purl.org", "w3.org", "idpf.org", "daisy.org", "sitemaps.org"}
    | {"schemas.microsoft.com", "schemas.openxmlformats.org"}
)
"""Hosts that formats name and nobody visits."""
KEYS = {
    letter: digit
    for digit, letters in enumerate(("abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"), 2)
    for letter in letters
}
FOLDED = re.compile(r"\r?\n[ \t](?=\S)")
"""A line of a calendar that goes on in the next. Source: RFC 5545, 3.1."""
DRESS = (*((sign, "-") for sign in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), ("\u00a0", " "), ("\u202f", " "))
"""Hyphens and spaces in another dress."""
NOTHING = tuple((sign, "") for sign in "\u00ad\u200b\u200c\u200d\u2060\ufeff")


@dataclass
class World:
    """Looks through one file after another; what was in an earlier one is not opened again."""

    foreign: Mapping[bytes, str]
    """Letters of marks, eight or more."""
    numbers: Mapping[bytes, str]
    """Digits of foreign numbers."""
    names: tuple[str, ...]
    """Names, and hosts of few letters: looked for as whole words, for some are words of everyday without a capital."""
    words: re.Pattern[str] | None
    """The same, as whole words."""
    credited: bytes
    """The letters in which a foreign name is credit."""
    ours: bytes
    """The letters of all that the site is made of."""
    seen: dict[bytes, frozenset[tuple[str, str]]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The same while the same is foreign: a file that holds what ours says no more is made anew, and looked at."""
        return f"{sorted(self.foreign)} {sorted(self.numbers)} {sorted(self.names)}"

    def look(self, content: bytes | str, depth: int = 0) -> frozenset[tuple[str, str]]:
        """What a file holds of other places: the rule, and what was found."""
        digest = digest_of(content)
        if digest in self.seen or len(content) < LONG or depth > DEEPEST:
            return self.seen.get(digest, frozenset())
        self.seen[digest] = frozenset()
        if isinstance(content, bytes):
            found = {
                one
                for layer in open_bytes(content)
                if layer.state is State.OPEN
                for one in self.look(layer.content, depth + 1)
            }
        else:
            found = self._text(content, depth)
        self.seen[digest] = frozenset(found)
        return self.seen[digest]

    def _text(self, text: str, depth: int) -> set[tuple[str, str]]:
        found = {("built-foreign", said) for said in self._foreign(text)}
        found |= {("built-unknown", said) for said in self._unknown(text)}
        for writing in WRITINGS:
            if writing.name in UNDONE and writing.needs in text and writing.signs.search(text):
                found |= self.look(writing.undo(text), depth + 1)
        if "BEGIN:VCALENDAR" in text and FOLDED.search(text):
            found |= self.look(FOLDED.sub("", text), depth + 1)
        return found

    def _foreign(self, text: str) -> Iterator[str]:
        letters = letters_of(text)
        for mark, said in self.numbers.items():
            if mark in letters and (len(mark) >= AREA or _alone(mark.decode(), undressed(text))):
                yield said
        for mark, said in self.foreign.items():
            yield from (said for at in _places(mark, letters) if not self._is_credit(letters, at, len(mark)))
        plain = undressed(text)
        for found in self.words.finditer(plain) if self.words and any(name in plain for name in self.names) else ():
            before, after = (
                plain[max(0, found.start() - 4 * AROUND) : found.start()],
                plain[found.end() :][: 4 * AROUND],
            )
            left, own = letters_of(before)[-AROUND:], letters_of(found[0])
            if not self._is_credit(left + own + letters_of(after)[:AROUND], len(left), len(own)):
                yield found[0]
        for said in SPELT.findall(text):
            spelt = "".join(str(KEYS.get(sign, sign)) for sign in said.lower() if sign.isalnum())[:AREA].encode()
            if spelt in self.numbers:
                yield said

    def _is_credit(self, letters: bytes, at: int, length: int) -> bool:
        before, after = letters[max(0, at - AROUND) : at + length], letters[at : at + length + AROUND]
        return (len(before) > length and before in self.credited) or (len(after) > length and after in self.credited)

    def _unknown(self, text: str) -> Iterator[str]:
        """Numbers, addresses and hosts that nothing of ours says; marks of HTML are no text."""
        for found in DIALLED.finditer(text) if ":" in text else ():
            if letters_of(found[1])[-AREA:] not in self.ours:
                yield found[1]
        for found in LED_TO.finditer(text) if "//" in text else ():
            if found[1] not in FORMATS and is_host(found[1]) and letters_of(found[1]) not in self.ours:
                yield found[1]
        if "<" in text and ">" in text:
            return
        plain = undressed(text)
        for found in NUMBER.finditer(plain) if MAYBE.search(plain) else ():
            if digits_of(found[0]).encode() not in self.ours:
                yield found[0].strip()
        for found in ADDRESS.finditer(plain) if "@" in plain else ():
            if letters_of(found[0]) not in self.ours:
                yield found[0]


def undressed(text: str) -> str:
    """The same with plain hyphens and spaces, and without signs that nobody sees."""
    for sign, plain in (*DRESS, *NOTHING) if not text.isascii() else ():
        text = text.replace(sign, plain)
    return text


def world_of(places: Places) -> World:
    """What to look for, of what was read."""
    marks = places.foreign
    own = b" ".join(letters_of(text) for text in places.ours)
    far = {name for name in places.elsewhere.names if letters_of(name) not in own or not name.isascii()}
    long = {letters_of(mark): mark for mark in (*marks.addresses, *marks.hosts) if len(letters_of(mark)) >= LONG}
    names = {*marks.names, *(name.upper() for name in marks.names), *far}
    names |= {mark for mark in (*marks.addresses, *marks.hosts) if len(letters_of(mark)) < LONG}
    pattern = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return World(
        long,
        {number.encode(): number for number in marks.numbers},
        tuple(sorted(names)),
        re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])") if names else None,
        b" ".join(letters_of(text) for text in places.credited),
        own,
    )


def _places(mark: bytes, letters: bytes) -> Iterator[int]:
    at = letters.find(mark)
    while at >= 0:
        yield at
        at = letters.find(mark, at + 1)


def _alone(number: str, text: str) -> bool:
    """True where a number of seven digits stands by itself: `310-6789`, but not in `1310 67891`."""
    return re.search(rf"(?<![\d-]){number[:3]}\D{{0,2}}{number[3:]}(?!\d)", text) is not None
