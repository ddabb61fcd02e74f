"""Lines of a file that came back, in no translation -> those that the pack did not put there, and that would be lost.

A pack says what it says in the sentences of `packs.yml`, and quotes the text to translate. Lines are held against these
by their words alone: editors change dashes, quotation marks and the ends of lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from curriculum.packs.lines import typed
from curriculum.packs.marking import marked, said
from curriculum.packs.values import NAME, Filled, Row
from curriculum.words.labels import read_words
from curriculum.words.model import Language

COLUMNS = ("column-source", "column-target")
HEAD = ("title", "sum", "minutes-how", "how", "how-word", "theirs", "house-title", "house", *COLUMNS)
ROW = ("row", "terms", *COLUMNS, "before", "changed")
WORD = re.compile(r"\w+")
PLACE = re.compile(r"\{\w+\}")
ANY = "anything"
"""Stands for what is filled in, while a sentence is cut into words."""


def strays_above(row: Row, one: Filled) -> list[str]:
    """Of the lines above the first row, those that somebody wrote."""
    own = patterns_of(HEAD, row.spoken)
    return [line for line in one.above if not _is_own(line, own)]


def strays_beside(row: Row, one: Filled) -> list[str]:
    """Of the lines in a row beside the translation, those that somebody wrote; `row` is as it was when it was sent."""
    own = patterns_of(ROW, row.spoken)
    quoted = [*(said(line) for line in marked(row.before, row.source)), *typed(row.before)]
    there, known = {_words(line) for line in quoted}, {*WORD.findall(f"{row.source} {row.before}")}
    written = (line for line in one.beside if not _is_own(line, own) and _words(line) not in there)
    return [line for line in written if not {*WORD.findall(line)} <= known]


def patterns_of(names: Iterable[str], language: Language) -> list[re.Pattern[str]]:
    """The sentences of these names, as patterns for the words of a line.

    In:  "{count} sections, about {minutes} minutes in all."     Out: `.* sections about .* minutes in all`
    """
    sentences = (sentence for name in names for sentence in _sentences(read_words("packs", language)[name]))
    plain = (_words(PLACE.sub(ANY, sentence)) for sentence in sentences)
    patterns = [re.compile(re.escape(words).replace(ANY, ".*")) for words in plain]
    terms = _words(str(read_words("packs", language)["terms"])) if "terms" in names else ""
    return [*patterns, re.compile(f"{re.escape(terms)} .*")] if terms else patterns


def _sentences(entry: object) -> Iterator[str]:
    """What an entry says: one sentence, several, or one for each number."""
    if isinstance(entry, str):
        yield entry
    else:
        yield from map(
            str, entry.values() if isinstance(entry, dict) else list(entry) if isinstance(entry, list) else ()
        )


def _is_own(line: str, own: Iterable[re.Pattern[str]]) -> bool:
    words = _words(line)
    return not words or any(pattern.fullmatch(words) for pattern in own)


def _words(line: str) -> str:
    """The words of a line, without the name of a row."""
    return " ".join(WORD.findall(NAME.sub("", line)))
