"""The notes of facilitators: a notes file -> what stands under each section of its page."""

from __future__ import annotations

from itertools import dropwhile, pairwise

from curriculum.compose.lines import Line, lines_of
from curriculum.words.forms import colon, direction_of
from curriculum.words.labels import label
from curriculum.words.model import Language, Page

SUMMARY = "summary"
"""The section whose note says the whole evening in ten lines."""
NOTE = "/" * 8
"""More slashes than an author uses, so that a note can hold any element."""


def note_words(note: Page) -> dict[str, str]:
    """A notes file -> its words by section id; what stands before the first heading has the id "".

    In:  "Bring pens." / "## Arrive { #arrive }" / "Say hello."
    Out: {"": "Bring pens.", "arrive": "Say hello."}
    """
    return {id: "\n".join(line.text for line in lines).strip() for id, lines in notes_of(note).items()}


def notes_of(note: Page) -> dict[str, tuple[Line, ...]]:
    """The same as lines, without empty ones at both ends."""
    lines = lines_of(note.body, note.path, note.offset + 1)
    headings = [0, *(section.line for section in note.sections), len(lines) + 1]
    ids = ["", *(section.id for section in note.sections)]
    return {id: _trimmed(lines[start : stop - 1]) for id, (start, stop) in zip(ids, pairwise(headings), strict=True)}


def _trimmed(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    ended = [*dropwhile(_is_empty, reversed(lines))]
    return tuple(dropwhile(_is_empty, reversed(ended)))


def _is_empty(line: Line) -> bool:
    return not line.text.strip()


def summary_title(note: Page) -> str:
    """The note's own heading for the evening in short, which the page has no words for: `Tonight in ten lines`."""
    return next((section.title for section in note.sections if section.id == SUMMARY), "")


def wrapped(lines: tuple[Line, ...], language: Language, title: str = "", borrowed: bool = False) -> tuple[Line, ...]:
    """A note as the element that pages show it in; a `title` follows the words that say whom it is for."""
    first, last = lines[0], lines[-1]
    words = f"{label('note', language)}{colon(language)} {title}" if title else label("note", language)
    spoken = [f"    attrs: {{lang: {language.code}, dir: {direction_of(language)}}}"] if borrowed else []
    opening = tuple(first._replace(text=text) for text in (f"{NOTE} note | {words}", *spoken, ""))
    return (*opening, *lines, last._replace(text=""), last._replace(text=NOTE))
