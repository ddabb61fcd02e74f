"""Where a link leads is said in the same words everywhere, and in French it is said when the place is in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import read_valid
from curriculum.read.layers import Settings
from curriculum.words.model import Language, Page
from languages import FR, LANGUAGES

COURSE = read_valid(Settings(Path(__file__).resolve().parents[2], "facilitator"))
LINK = re.compile(r"\[([^\]]+)\]\((?:\.\./)*([\w/-]+\.md)(?:#([\w-]+))?\)(\s\(en\sanglais\))?")
WORDS = {"law.md": r"\b(?:law|loi)\b"}
"""What a link to a page has to say in the page's own words as soon as it names the page."""
BOTH = re.compile(r"[Ee]xiste aussi en (?:anglais|français)")
"""Of a work that can be had in French."""


def links(language: Language) -> Iterator[tuple[Page, re.Match[str]]]:
    """Each link to a page, on every page and note."""
    for (of, _), page in (*COURSE.pages.items(), *COURSE.notes.items()):
        if of == language:
            yield from ((page, found) for found in LINK.finditer(page.body))


def works_in_english() -> set[str]:
    """The ids of the works on the page of references that can be had in English only."""
    page = COURSE.pages[FR, "references.md"]
    lines = page.body.split("\n")
    works = [section for section in page.sections if section.level == 3]
    words = {section.id: " ".join(" ".join(lines[section.line : section.end - 1]).split()) for section in works}
    return {id for id, text in words.items() if not BOTH.search(text)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_that_names_the_law_page_says_its_title(language: Language) -> None:
    titles = {uri: COURSE.pages[language, uri].title.casefold() for uri in WORDS}
    wrong = []
    for page, link in links(language):
        words = " ".join(link[1].split()).casefold()
        if link[2] in WORDS and re.search(WORDS[link[2]], words) and words != titles[link[2]]:
            wrong.append((page.path, words))
    assert wrong == []


def test_french_says_which_works_are_in_english() -> None:
    """Everywhere, of all of them and of no other, right after the name."""
    english = works_in_english()
    assert 0 < len(english) < len([s for s in COURSE.pages[FR, "references.md"].sections if s.level == 3])
    works = [(page.path, link) for page, link in links(FR) if link[3] in english or link[4]]
    assert len(works) >= len(english)
    assert [(path, link[3]) for path, link in works if (link[3] in english) != bool(link[4])] == []
