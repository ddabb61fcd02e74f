"""A part that an edition wrote anew -> what the shared course should say: its facts turned back into their names.

In:  "Ring the Bell Circle at 1-902-555-0142." in the edition of the Bell Circle
Out: "Ring {{ org.name }} at 1-902-555-0142.", and that the number is still one of that place
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff

from curriculum.read.marks import ADDRESS, NUMBER, names_in
from curriculum.watch.states import text_of
from curriculum.watch.texts import with_section
from curriculum.watch.values import Held
from curriculum.words.changes import Part

FEWEST = 4
"""Signs of a value that tells itself apart: "8" stands everywhere."""
HOLE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
SHORT = re.compile(r"(?<![\d-])\d-\d-\d(?![\d-])")
"""A number of three digits: `9-1-1`."""
WEB = re.compile(r"https?://[^\s)\"<>]+")


@dataclass(frozen=True)
class Proposal:
    """One file of the shared course as it should be."""

    path: str
    old: str
    """"" for a page that the shared course does not have."""
    new: str
    turned: tuple[str, ...]
    """The facts whose values stood in the text."""
    left: tuple[tuple[int, str], ...]
    """What belongs to one place and is still there, by the line of the edition’s page."""

    @property
    def patch(self) -> str:
        """The change as `git apply` takes it."""
        then = self.old.splitlines(keepends=True)
        before = f"a/{self.path}" if self.old else "/dev/null"
        return "".join(unified_diff(then, self.new.splitlines(keepends=True), before, f"b/{self.path}"))


def propose(part: Part, held: Held, facts: Mapping[str, str], names: Collection[str]) -> Proposal:
    """The shared page with the part as the edition has it; `names` are those of the place's own lines to call."""
    old = held.upstream.get(part.path, "")
    own = text_of(part, held.own[part.path]) or ""
    text, turned = turned_back(own, facts)
    new = with_section(old, part.section, text) if part.section else text
    proposed = set(own.split("\n")) - set(old.split("\n"))
    lines = ((number, line) for number, line in enumerate(held.own[part.path].split("\n"), 1) if line in proposed)
    left = tuple((number, what) for number, line in lines for what in local_in(line, names) if what not in old)
    return Proposal(part.path, _ended(old), _ended(new), turned, left)


def turned_back(text: str, facts: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """The text with the name of each fact in place of its value, the longest first, and the names that were used."""
    turned = []
    for name, value in sorted(facts.items(), key=lambda fact: -len(fact[1])):
        if len(value) < FEWEST:
            continue
        pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, value.split())) + r"(?!\w)"
        pieces = re.split(f"({HOLE.pattern})", text, flags=re.DOTALL)
        made = "".join(p if HOLE.fullmatch(p) else re.sub(pattern, f"{{{{ {name} }}}}", p) for p in pieces)
        turned += [name] if made != text else []
        text = made
    return text, tuple(turned)


def local_in(line: str, names: Collection[str]) -> Iterator[str]:
    """Numbers, addresses and names of lines to call that stand on a line, as they are written."""
    yield from (found[0] for pattern in (NUMBER, SHORT, WEB, ADDRESS) for found in pattern.finditer(line))
    yield from sorted(names_in(line, names))


def _ended(text: str) -> str:
    return text.rstrip("\n") + "\n" if text else ""
