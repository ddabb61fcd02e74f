"""Tables beside those of the first language: what is the same in one is the same in the other, and a “no” is a “no”.

In:  a row `Yes | No | Not now`, and `Oui | Non | Non`
Out: “Non” stands for “no” and for “not now”
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping
from functools import lru_cache

from curriculum.elements.tree import to_tree
from curriculum.read.source import without_excuses
from curriculum.review.beside import told
from curriculum.review.tables import is_sorted
from curriculum.words.labels import read_words
from curriculum.words.model import Language, Page, Problem

SHORT = 4
"""Words of a cell that is an answer or a title, and no sentence."""


def check_answers(page: Page, first: Page) -> Iterator[Problem]:
    """Cells of a few words that stand for two things, or for another one."""
    meant: dict[str, str] = {}
    said: dict[str, str] = {}
    lines = {section.id: section.line + page.offset for section in page.sections}
    for id, cell, other in _cells(page, first):
        place = Problem(page.path, lines.get(id, 1), "parity", {"section": id or "#", "other": first.path})
        ours, theirs = _answer(cell, page.language), _answer(other, first.language)
        if ours and theirs and ours != theirs:
            yield told(place, "answer", [cell], [other])
        elif said.setdefault(other.lower(), cell.lower()) != cell.lower():
            yield told(place, "answer", [said[other.lower()], cell], [other])
        elif meant.setdefault(cell.lower(), other.lower()) != other.lower():
            yield told(place, "answer", [cell], [meant[cell.lower()], other])


@lru_cache(maxsize=8)
def _patterns(language: Language) -> Mapping[str, re.Pattern[str]]:
    answers = read_words("beside", language)["answers"]
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in answers.items()}


def _answer(cell: str, language: Language) -> str:
    return next((name for name, pattern in _patterns(language).items() if pattern.fullmatch(cell)), "")


def _cells(page: Page, first: Page) -> Iterator[tuple[str, str, str]]:
    """Section, cell, cell of the first language; a table that each language sorts by its own words has no pairs."""
    ours, theirs = _tables(page), _tables(first)
    for id, tables in ours.items():
        for table, other in zip(tables, theirs.get(id, []), strict=False):
            if [*map(len, table)] != [*map(len, other)] or (is_sorted(table) and is_sorted(other)):
                continue
            for row, its in zip(table, other, strict=True):
                for cell, beside in zip(row, its, strict=True):
                    if cell and beside and len(beside.split()) <= SHORT:
                        yield id, cell, beside


def _tables(page: Page) -> dict[str, list[list[list[str]]]]:
    found: dict[str, list[list[list[str]]]] = {}
    current = ""
    for element in to_tree(without_excuses(page.body)):
        current = element.get("id", "") if element.tag in ("h2", "h3", "h4") else current
        for table in element.iter("table"):
            rows = [[_words(cell) for cell in row] for row in table.iter("tr")]
            found.setdefault(current, []).append(rows)
    return found


def _words(cell: etree.Element) -> str:
    return " ".join("".join(cell.itertext()).split())
