"""What only facilitators have -> runs of letters to look for, each with the line it stands in.

A run is `LONG` letters or digits, whatever stands between them: about five words. Runs begin at a few letters of the
alphabet only, one in eight, so that a text is searched at the speed of a regular expression; whatever stands in a note
from about ten words on holds one. What participants have too is no run.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from curriculum.checks.copied import in_common
from curriculum.verify.letters import MIRRORED, TURNED, letters_of

LONG = 22
ENOUGH = 5
"""Runs of one file after which nobody asks whether the next is there by chance."""
BEGIN = b"bfgmpv"
RUN = re.compile(rb"[%s](?=(.{%d}))" % (BEGIN, LONG))
"""The `LONG` letters after one of those."""
LEFT_OUT = re.compile(
    r"<!--.*?-->"  # what authors tell each other
    r"|\{:?[ \t]*#[^}\n]*\}"  # the id of a section
    r"|(?<=\])\([^)\n]*\)"  # where a link leads
    r"|^[ \t>]*(?:\d+\.)[ \t]",  # the number of an item, which a list makes anew
    re.DOTALL | re.MULTILINE,
)
BREAK = re.compile(r"\{\{[^}\n]*\}\}|^[ \t]*/{3,}[ \t]*[\w-]*|^(?:title|description):[ \t]|^---$", re.MULTILINE)
"""Where a page has words of its own, or a file speaks to the program."""


class Disguise(NamedTuple):
    """Letters changed for others, or read backwards: looked for as they are, which costs no second reading."""

    dress: Callable[[bytes], bytes]
    begins: re.Pattern[bytes]
    """Where a run in this dress begins: at letters of `BEGIN` of which the dress makes few."""


DISGUISES = {
    "": Disguise(lambda letters: letters, RUN),
    "ROT13": Disguise(lambda letters: letters.translate(TURNED), re.compile(RUN.pattern.replace(BEGIN, b"mp"))),
    "Atbash": Disguise(lambda letters: letters.translate(MIRRORED), re.compile(RUN.pattern.replace(BEGIN, b"bfp"))),
    "mirror": Disguise(lambda letters: letters[::-1], RUN),
}
BARE = {"": DISGUISES[""]}


class Origin(NamedTuple):
    """Where words stand in the project."""

    path: str
    line: int


class Passage(NamedTuple):
    """What is shown in one piece, as letters."""

    path: str
    first: int
    """The line it begins in."""
    starts: tuple[int, ...]
    """How many letters are before each of its lines."""
    letters: bytes

    def origin(self, place: int) -> Origin:
        """The line of a letter."""
        return Origin(self.path, self.first + bisect_right(self.starts, place) - 1)


@dataclass(frozen=True)
class Runs:
    """What only facilitators have, as letters: passages, and in which of them, and where, each run stands."""

    passages: tuple[Passage, ...]
    places: Mapping[str, Mapping[bytes, tuple[int, int]]]
    """For each disguise; "" is none."""
    shared: bytes
    """The letters of all that participants have."""
    facts: Mapping[bytes, Origin] = field(default_factory=dict)
    """Values that are found by themselves, however short: a number to call."""

    def find(self, letters: bytes) -> Iterator[tuple[Origin, str]]:
        """Where in the project the runs stand that are in a text, and in which disguise they are there."""
        yield from ((origin, "") for fact, origin in self.facts.items() if fact in letters)
        runs, sure = set(RUN.findall(letters)), Counter[str]()
        for disguise, places in self.places.items():
            for run in places.keys() & runs:
                number, place = places[run]
                passage = self.passages[number]
                if not disguise and sure[passage.path] < ENOUGH:
                    first, end = in_common(letters, letters.index(run), passage.letters, place, LONG)
                    if self._by_chance(letters[first:end]):
                        continue
                    sure[passage.path] += 1
                yield passage.origin(place), disguise

    def _by_chance(self, common: bytes) -> bool:
        """True where participants have the same in two pieces, which the site may put side by side.

        In:  `Something` above `To be confirmed`, and a note that says `anything to be confirmed`
        """
        first = bisect_left(range(len(common)), True, key=lambda length: common[: length + 1] not in self.shared)
        return common[first:] in self.shared


def runs_of(
    theirs: Iterable[tuple[str, str]],
    shared: Iterable[str],
    letters: Callable[[str], bytes] = letters_of,
    disguises: Mapping[str, Disguise] = DISGUISES,
    facts: Iterable[tuple[str, str]] = (),
) -> Runs:
    """Texts of facilitators by path, and all texts that participants have -> the runs that only the first hold."""
    passages = tuple(passage for path, text in theirs for passage in passages_of(path, text, letters))
    public = b" ".join(letters(part) for text in shared for _, part in parts_of(text))
    places: dict[str, dict[bytes, tuple[int, int]]] = {}
    for name, (dress, begins) in disguises.items():
        known = {*begins.findall(dress(public))}
        places[name] = {
            found[1]: (number, _place(found.start() + 1, passage, backwards=name == "mirror"))
            for number, passage in enumerate(passages)
            for found in begins.finditer(dress(passage.letters))
            if found[1] not in known
        }
    own = {letters(value): Origin(path, 1) for path, value in facts}
    return Runs(passages, places, public, {fact: origin for fact, origin in own.items() if fact not in public})


def _place(place: int, passage: Passage, backwards: bool) -> int:
    return len(passage.letters) - place - LONG if backwards else place


def passages_of(path: str, text: str, letters: Callable[[str], bytes]) -> Iterator[Passage]:
    """A Markdown or YAML text -> its passages."""
    for first, part in parts_of(text):
        lines = [letters(line) for line in part.split("\n")]
        yield Passage(path, first, (0, *accumulate(map(len, lines))), b"".join(lines))


def parts_of(text: str) -> Iterator[tuple[int, str]]:
    """A Markdown or YAML text -> what is shown of it in one piece, each with the line it begins in.

    In:  "Ask **twice**. { #ask }" / "Call {{ line }} now."
    Out: (1, "Ask **twice**. " / "Call "), (2, " now.")
    """
    shown = LEFT_OUT.sub(_lines_only, text)
    at, line = 0, 1
    for found in BREAK.finditer(shown):
        yield line, shown[at : found.start()]
        line += shown.count("\n", at, found.end())
        at = found.end()
    yield line, shown[at:]


def _lines_only(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")
