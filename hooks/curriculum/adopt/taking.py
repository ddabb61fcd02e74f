"""One file of another tool -> what is proposed for it: texts by their places, and the list of what was not carried."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from curriculum.adopt.html import read_html
from curriculum.adopt.kinds import ReadableFile, read_given
from curriculum.adopt.markdown.reading import read_markdown
from curriculum.adopt.values import Left, ReadSource
from curriculum.adopt.word import read_word
from curriculum.adopt.writing import write
from curriculum.words.forms import common
from curriculum.words.labels import read_words
from curriculum.words.model import Language, Problem, Term

SAID = re.compile(r"""(?:^|\s)(?:xml:)?lang(?:uage|ue)?["']?\s*[:=]\s*["']?([a-z]{2,3})\b""", re.M)
WORD = re.compile(r"[^\W\d_]+")
HEAD = 3_000
"""Signs in which a page says what language it is in."""
DEEP = 10_000
"""Frames and lists inside each other ask for room; how deep they may be is held by each reader."""


@dataclass(frozen=True)
class Adopted:
    """What is proposed for one file."""

    path: str
    language: Language
    texts: dict[str, str]
    """By their places: `docs/fr/week-03/handouts/name.md`."""
    left: tuple[Left, ...]
    by_paragraph: bool


def read_page(path: Path, place: str, languages: Sequence[Language]) -> tuple[Adopted | None, list[Problem]]:
    """The proposal for a file at a place, `week-03/handouts/name`; or why there is none."""
    given, problems = read_given(path)
    if given is None:
        return None, problems
    language = language_of(given, languages)
    sys.setrecursionlimit(max(sys.getrecursionlimit(), DEEP))
    source = source_of(given, language)
    if source is None:
        return None, [Problem(path.as_posix(), 1, "adopt-sort", {"found": Term("sort-damaged")})]
    if not source.blocks:
        return None, [Problem(path.as_posix(), 1, "adopt-sort", {"found": Term("sort-empty")})]
    return propose(path, place, source, language, languages), []


def source_of(given: ReadableFile, language: Language) -> ReadSource | None:
    """What the reader for this sort of file finds; None where the file is damaged."""
    titles = read_words("adopt", language)["titles"]
    if given.sort == "word":
        return read_word(given.parts)
    return (read_html if given.sort == "html" else read_markdown)(given.text, titles)


def propose(path: Path, place: str, source: ReadSource, language: Language, languages: Sequence[Language]) -> Adopted:
    """The texts in every language, each at its place."""
    others = [one for one in languages if one != language]
    written = write(source, path.stem.replace("-", " ").replace("_", " "), language, others, "/handouts/" in place)
    texts = {f"docs/{language.folder}{place}.md": written.page}
    texts |= {f"docs/{one.folder}{place}.md": written.outline[one.code] for one in others}
    if written.notes:
        texts[f"facilitator/{language.folder}{place}.md"] = written.notes
        texts |= {f"facilitator/{one.folder}{place}.md": written.outline_notes[one.code] for one in others}
    left = sorted(source.left, key=lambda one: one.line)
    return Adopted(path.as_posix(), language, texts, tuple(left), source.by_paragraph)


def language_of(given: ReadableFile, languages: Sequence[Language]) -> Language:
    """The language of the site that a page says it is in, else the one whose common words it has most of."""
    text = given.text or re.sub(r"<[^>]*>", " ", given.parts.get("word/document.xml", ""))
    said = SAID.search(text[:HEAD])
    if said and (named := next((one for one in languages if one.code == said[1]), None)):
        return named
    words = WORD.findall(re.sub(r"<[^>]*>", " ", text).lower())
    return max(languages, key=lambda one: sum(word in common(one) for word in words))
