"""Mistakes that have one right answer, mended in the text of a page: what an entry of the house's list calls `mend`.

In:  `Question : "oui" ?`, in French
Out: `Question⎵: «⎵oui⎵»?`, with no-break spaces

Code, addresses, facts, ids, the names of elements, what speaks to other authors and the keys above a page stay as they
are, to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from curriculum.read.source import EXCUSE, split_front_matter, text_lines
from curriculum.review.prose import ELEMENT_OF_NAMES, TABLE_LINE
from curriculum.review.wording import read_wordings
from curriculum.words.model import Language

HELD = re.compile(
    r"(?P<box>\[[ xX]\])|`[^`]*`|\{\{.*?\}\}|\{:?[ \t]*[#.][^}]*\}|\]\([^)\n]*\)|<[^>\n]*>|https?://\S+|\bwww\.\S+"
    r"|\b10\.\d{4}/\S+|[\w.+-]+@[\w-]+\.[\w.]+|_{2,}|^[ \t]*/{3,}[ \t]*[\w-]*[ \t]*\|?",
    re.MULTILINE,
)
WORDS, BOX = "\ue000", "\ue001"
"""Signs that stand for what is held as it is, while the rest is mended: words, and a box to tick."""
ROUNDS = 3
"""What one entry mends may show another what to mend, once or twice."""
NO_BREAK = "⎵"
"""How a no-break space is shown."""


class Mended(NamedTuple):
    """Words that were changed, in the line of a file."""

    line: int
    before: str
    after: str


def mended(text: str, language: Language) -> str:
    """The text of a whole file with all that has one right answer in this language."""
    lines = text.split("\n")
    offset = split_front_matter("", text.replace("\r", ""))[2]
    for start, end, excused in _paragraphs(lines, offset):
        text = "\n".join(lines[start:end])
        for _ in range(ROUNDS):
            text = _mend(text, language, excused)
        lines[start:end] = text.split("\n")
    return "\n".join(lines)


def changes_in(before: str, after: str) -> list[Mended]:
    """The words that are not the same in two texts of as many lines."""
    found = []
    for number, (old, new) in enumerate(zip(before.split("\n"), after.split("\n"), strict=True), 1):
        if old != new:
            ours, theirs = old.split(" "), new.split(" ")
            for tag, i1, i2, j1, j2 in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
                if tag != "equal":
                    words = (" ".join(ours[i1:i2]), " ".join(theirs[j1:j2]))
                    found.append(Mended(number, *(one.replace("\u00a0", NO_BREAK) for one in words)))
    return found


def _paragraphs(lines: list[str], offset: int) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Where each run of lines starts and ends that may be mended, and the entries that its author excused.

    An excuse holds up to the next empty line that has words before it.
    """
    excused, run = frozenset[str](), list[int]()
    for number, line in [*text_lines("\n".join(lines[offset:])), (len(lines) + 2, "")]:
        place, plain = number - 1 + offset, line.rstrip("\r")
        excuse = EXCUSE.match(plain)
        is_left = not plain.strip() or excuse or ELEMENT_OF_NAMES.match(plain) or TABLE_LINE.match(plain)
        if run and (is_left or place != run[-1] + 1):
            yield run[0], run[-1] + 1, excused
            excused, run = excused if plain.strip() else frozenset(), []
        if excuse:
            excused |= {*excuse[1].split(", ")}
        elif not is_left:
            run.append(place)


def _mend(paragraph: str, language: Language, excused: frozenset[str]) -> str:
    """A paragraph with its mistakes mended; one that holds the signs we need is left alone."""
    if WORDS in paragraph or BOX in paragraph:
        return paragraph
    held = [found[0] for found in HELD.finditer(paragraph)]
    text = HELD.sub(lambda found: BOX if found["box"] else WORDS, paragraph)
    for entry in (entry for entry in read_wordings(language) if entry.id not in excused):
        for pattern, right in entry.mend:
            text = pattern.sub(right, text)
    left = iter(held)
    return re.sub(f"[{WORDS}{BOX}]", lambda _: next(left), text)
