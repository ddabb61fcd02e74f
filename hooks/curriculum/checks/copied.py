"""Words of a note, or of a page that only facilitators have, that stand on a page of participants: pasted there.

`WORDS` in a row are no accident, whatever signs stand between them. Of the notes, every `STEP`th place is looked for
with a few words, so that a run of `WORDS` holds at least one of these; what is found so is then read word by word.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from curriculum.read.chosen import PROFILE
from curriculum.words.model import Curriculum, Edition, Page, Problem, Words

WORDS = 12
"""As many in a row are told; fewer are sayings, names, and steps that both have from one source."""
FEW = 6
STEP = WORDS - FEW + 1
SAID = 20
"""As many of what a note has facilitators say aloud, and of its headings: participants hear the first and some of it
stands on their pages too; the second are those of their pages, in as many words as a language takes."""
MOST_ALIKE = 100
"""Places of notes that are tried for the same few words; in the course, none stand at more than eleven."""
SHOWN = 8
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|\n[ \t>]*\n")
"""A word, or what parts two paragraphs."""
PARTED = "\0"
"""Between two words that are kept: what no word holds."""
LEFT_OUT = re.compile(
    r"<!--.*?-->"  # what authors tell each other
    r"|\{\{[^}]*\}\}"  # a fact, filled in later
    r"|\{:?[ \t]*#[^}\n]*\}"  # the id of a section
    r"|\]\([^)\s]*"  # where a link leads
    r"|\n[ \t>]*\d+[.)][ \t]"  # the number of an item
    r"|\n[ \t]*/{3,}[ \t]*[\w-]*",  # the name of an element
    re.DOTALL,
)
"""Each begins with a sign that is rare, which is quicker to look for: the end of the line before, not its start."""
INSTEAD = {"{{": "_", "](": "]"}
"""What stays of some: a line that holds no word, but something, parts no paragraphs."""
QUOTES = (("“", "”"), ("«", "»"))
Few = tuple[str, ...]


class _Text(NamedTuple):
    """A page as words."""

    page: Page
    words: Sequence[str]


def check_copied(curriculum: Curriculum) -> list[Problem]:
    """Each passage of a participants' page that is word for word one of facilitators, at its line."""
    theirs = [page for page in curriculum.pages.values() if curriculum.only_for_facilitators(page)]
    notes = [_Text(note, words_of(note.body)) for note in (*curriculum.notes.values(), *theirs)]
    places: dict[Few, list[tuple[_Text, int]]] = {}
    for text in notes:
        for at, few in zip(range(0, len(text.words), STEP), _every(text.words, STEP), strict=False):
            alike = places.setdefault(few, [])
            if len(alike) < MOST_ALIKE and not all(map(str.isspace, few)):  # else time grows with the square
                alike.append((text, at))
    shown = shown_to_all(curriculum) if places else []
    return [problem for page in shown for problem in _copied(_Text(page, words_of(page.body)), places)]


def shown_to_all(curriculum: Curriculum) -> list[Page]:
    """Whatever an author or an edition writes that participants read, each piece as a page with its lines."""
    ours = (page for page in curriculum.pages.values() if not curriculum.only_for_facilitators(page))
    shown = [text for page in ours for text in with_keys(page)]
    return [*shown, *(facts_of(curriculum.edition, shown[0]) if shown else ())]


def facts_of(edition: Edition, page: Page) -> list[Page]:
    """The facts of an edition, each as if it were a page, at its line of the profile."""
    return [
        replace(page, path=f"{edition.path}/{PROFILE}", body=words, offset=edition.lines.get(f"{name}.{code}", 1) - 1)
        for name, text in edition.facts.items()
        for code, words in text.words.items()
    ]


def with_keys(page: Page) -> Iterator[Page]:
    """A page, and each of the words above it as a page of its own: lists of weeks and searches show them."""
    yield page
    yield from (replace(page, body=value, offset=0) for value in page.meta.values())


def _every(words: Sequence[str], step: int = 1) -> Iterable[Few]:
    """The few words that begin at each place, or at some."""
    return zip(*(words[first::step] for first in range(FEW)), strict=False)


def _copied(text: _Text, places: Mapping[Few, Sequence[tuple[_Text, int]]]) -> Iterator[Problem]:
    """Whatever is in a row with what was found is the same passage, and is told once."""
    end = 0
    for at, few in enumerate(_every(text.words)):
        for note, there in places.get(few, ()) if at >= end else ():
            first, last = _passage(text.words, at, note.words, there)
            start = there - (at - first)
            if last - first >= SAID or (last - first >= WORDS and not _is_said(note.page, start)):
                end = last
                yield _problem(text, first, note, start)
                break


def _passage(text: Sequence[str], at: int, note: Sequence[str], there: int) -> tuple[int, int]:
    """From which word to which the two go on in the same words; `FEW` of them at least are words."""
    start, end = in_common(text, at, note, there, FEW)
    return next((place for place in range(start, end) if not text[place].isspace()), end), end


def in_common(text: Sequence[object], at: int, other: Sequence[object], there: int, least: int) -> tuple[int, int]:
    """Where the row begins and ends, in the first, that two have in common around a place of each.

    They are known to agree in the `least` things from there on.
    """
    back = 0
    while back < min(at, there) and text[at - back - 1] == other[there - back - 1]:
        back += 1
    on, most = least, min(len(text) - at, len(other) - there)
    while on < most and text[at + on] == other[there + on]:
        on += 1
    return at - back, at + on


def _problem(text: _Text, first: int, note: _Text, there: int) -> Problem:
    page, theirs = text.page, note.page
    words = " ".join(" ".join(text.words[first : first + SHOWN]).split())
    origin = Problem(theirs.path, _line(theirs, there), "note-copied")
    values: dict[str, Words] = {"found": words, "where": f"{origin.path}:{origin.line}"}
    return Problem(page.path, _line(page, first), "note-copied", values)


def _line(page: Page, at: int) -> int:
    """The line in which a word stands, by its number."""
    return _before(page, at).count("\n") + 1 + page.offset


def _is_said(note: Page, at: int) -> bool:
    """True for a word in a quotation or between quotation marks, and in a heading."""
    paragraph = _before(note, at).rpartition("\n\n")[2]
    said = paragraph.rpartition("\n")[2].lstrip().startswith((">", "#"))
    return said or any(paragraph.count(first) > paragraph.count(last) for first, last in QUOTES)


def _before(page: Page, at: int) -> str:
    """What stands before a word, by its number."""
    text = _cleaned(page.body)
    found = next(word for number, word in enumerate(WORD.finditer(text)) if number == at)
    return text[: found.start()]


def words_of(body: str) -> Sequence[str]:
    """What is read of a text, word by word: small letters, with their accents, without signs and facts."""
    row = _in_a_row(body)
    return row.split(PARTED) if row else []


@lru_cache(maxsize=1024)  # the live site reads all again when one changed; apart, the words of a course take 20 MB
def _in_a_row(body: str) -> str:
    return PARTED.join(WORD.findall(_cleaned(body)))


def _cleaned(body: str) -> str:
    """Small letters, every line in its place; where a fact stood no empty line is left, which would part paragraphs."""
    text = html.unescape(body) if "&" in body else body
    lines = LEFT_OUT.sub(lambda one: re.sub(r"[^\n]+", INSTEAD.get(one[0][:2], ""), one[0]), f"\n{text.lower()}")
    return lines[1:]
