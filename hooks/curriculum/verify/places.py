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
from itertools import chain

from curriculum.read.marks import AREA, addresses_in, digits_of, is_host, numbers_in
from curriculum.read.places import Places
from curriculum.verify.layers import LayerState
from curriculum.verify.letters import letters_of
from curriculum.verify.named import AROUND, Named, as_written, in_any_case, undressed
from curriculum.verify.packed import open_bytes
from curriculum.verify.past import Past
from curriculum.verify.search import digest_of
from curriculum.verify.spoken import Spoken, spoken_of, with_slips
from curriculum.verify.written import WRITINGS
from curriculum.words.labels import read_spoken

UNDONE = ("HTML &…;", r"\u…", "URL %…", "HTML <…>", "quoted-printable")
"""The ways of writing that files of ours have."""
LONG = 8
"""Letters that do not stand in a row by chance, over the ends of words."""
DEEPEST = 12
"""Steps that one thing may be inside others; what holds anything deeper is told, as nobody can say what it is."""
DIALLED = re.compile(r"(?:tel:|sms:)\+?([\d-]{7,})")
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
WHOLE = 10
"""Letters of a name of which no other words are made by chance, over their ends."""


@dataclass
class World:
    """Looks through one file after another; what was in an earlier one is not opened again."""

    foreign: Mapping[bytes, str]
    """Letters of marks, eight or more."""
    numbers: Mapping[bytes, str]
    """Digits of foreign numbers."""
    named: tuple[Named, ...]
    """Names, and hosts of few letters."""
    spoken: Spoken
    """How numbers and addresses are said in words."""
    credited: bytes
    """The letters in which a foreign name is credit."""
    ours: bytes
    """The letters of all that the site is made of."""
    leant: dict[str, set[bytes]] = field(default_factory=lambda: {"ours": set(), "credited": set()})
    """What was found in a file and is right only because one of these says it."""
    seen: dict[bytes, frozenset[tuple[str, str]]] = field(default_factory=dict)
    past: Past = field(default_factory=Past)
    """What was found right in files before, also within others, and is not opened again."""

    @property
    def name(self) -> str:
        """The same while the same is foreign; what makes the rest right is asked by `says`."""
        return f"{sorted(self.foreign)} {sorted(self.numbers)} {[named.pattern for named in self.named]}"

    def says(self, letters: bytes, where: str = "ours") -> bool:
        """True for what stands there; it is noted, for a file that holds it is wrong once it stands there no more."""
        is_said = letters in getattr(self, where)
        if is_said:
            self.leant[where].add(letters)
        return is_said

    def look(self, content: bytes | str, depth: int = 0, again: bool = False) -> frozenset[tuple[str, str]]:
        """What a file holds of other places: the rule, and what was found; `again` for words of which all letters were
        looked at in one row before: now it is told where each ends.
        """
        digest = digest_of(content)
        is_past = depth and isinstance(content, bytes) and self.past.has(digest)
        if is_past or digest in self.seen or len(content) < LONG:
            return self.seen.get(digest, frozenset())
        if depth > DEEPEST:
            return frozenset({("verify-closed", "")})
        self.seen[digest] = frozenset()
        found = set[tuple[str, str]]()
        if isinstance(content, str):
            found |= self._said(content, again) if again else self._text(content, depth)
        for one in open_bytes(content, self.past, plain=False) if isinstance(content, bytes) else ():
            if one.state is LayerState.CLOSED:
                found.add(("verify-closed", one.step))
            elif one.state is not LayerState.PLAIN:
                found |= self.look(one.content, depth + 1, one.state is LayerState.LINES)
        self.seen[digest] = frozenset(found)
        return self.seen[digest]

    def _said(self, text: str, again: bool = False) -> set[tuple[str, str]]:
        """What stands there as it is, in words, or with a letter for a digit."""
        found = {("built-foreign", said) for said in self._foreign(text, again)}
        found |= {("built-unknown", said) for said in self._unknown(text) if not self._is_foreign(said)}
        in_words = [] if again else self.spoken.in_words(text)
        numbers = chain(in_words, with_slips(text))
        return found | {("built-foreign", one) for said in numbers for one in self._foreign(said)}

    def _text(self, text: str, depth: int) -> set[tuple[str, str]]:
        found = self._said(text)
        for writing in WRITINGS:
            if writing.name in UNDONE and writing.needs in text and writing.signs.search(text):
                found |= self.look(writing.undo(text), depth + 1)
        if "BEGIN:VCALENDAR" in text and FOLDED.search(text):
            found |= self.look(FOLDED.sub("", text), depth + 1)
        return found

    def _is_foreign(self, said: str) -> bool:
        """True for a number, an address or a host that is told as another place's."""
        return letters_of(said)[-AREA:] in self.numbers or letters_of(said) in self.foreign

    def _foreign(self, text: str, again: bool = False) -> Iterator[str]:
        letters = letters_of(text)
        for mark, said in self.numbers.items():
            if mark in letters and (len(mark) >= AREA or _alone(mark.decode(), undressed(text))):
                yield said
        for mark, said in self.foreign.items() if not again else ():
            yield from (said for at in _places(mark, letters) if not self._is_credit(letters, at, len(mark)))
        for named in self.named:
            yield from (said for said, place in named.within(text) if not self._is_credit(*place))
        for said in SPELT.findall(text):
            spelt = "".join(str(KEYS.get(sign, sign)) for sign in said.lower() if sign.isalnum())[:AREA].encode()
            if spelt in self.numbers:
                yield said

    def _is_credit(self, letters: bytes, at: int, length: int) -> bool:
        before, after = letters[max(0, at - AROUND) : at + length], letters[at : at + length + AROUND]
        return any(len(one) > length and self.says(one, "credited") for one in (before, after))

    def _unknown(self, text: str) -> Iterator[str]:
        """Numbers, addresses and hosts that nothing of ours says; marks of HTML are no text."""
        for found in DIALLED.finditer(text) if "tel:" in text or "sms:" in text else ():
            if not self.says(letters_of(found[1])[-AREA:]):
                yield found[1]
        for found in LED_TO.finditer(text) if "//" in text else ():
            if found[1] not in FORMATS and is_host(found[1]) and not self.says(letters_of(found[1])):
                yield found[1]
        if "<" in text and ">" in text:
            return
        plain = undressed(text)
        for found in numbers_in(plain):
            if not self.says(digits_of(found[0]).encode()):
                yield found[0].strip()
        for found in addresses_in(plain):
            if not self.says(letters_of(found[0])):
                yield found[0]


def world_of(places: Places) -> World:
    """What to look for, of what was read."""
    marks, spoken = places.foreign, spoken_of(read_spoken())
    own = b" ".join(letters_of(text) for text in places.ours)
    far = {name for name in places.elsewhere.names if letters_of(name) not in own or not name.isascii()}
    reached = {way: mark for mark in (*marks.addresses, *marks.hosts) for way in spoken.letters_for(mark)}
    whole = {letters_of(name): name for name in marks.names if len(letters_of(name)) >= WHOLE}
    short = {mark for way, mark in reached.items() if len(way) < LONG}
    return World(
        {way: said for way, said in (reached | whole).items() if len(way) >= LONG},
        {number.encode(): number for number in marks.numbers},
        tuple(filter(None, (as_written(far | short), in_any_case(marks.names)))),
        spoken,
        b" ".join(letters_of(text) for text in places.credited),
        own,
    )


def _places(mark: bytes, letters: bytes) -> Iterator[int]:
    at = letters.find(mark)
    while at >= 0:
        yield at
        at = letters.find(mark, at + 1)


def _alone(number: str, text: str) -> bool:
    """True where a number of seven digits stands by itself: `310-6789`, `3 1 0 6 7 8 9`, but not in `1310 67891`."""
    spaced = r"[\W_]{1,3}".join(number)
    pattern = rf"(?<![\d-])(?:{number[:3]}\D{{0,3}}{number[3:]}|{spaced})(?!\d)"
    return re.search(pattern, text) is not None
