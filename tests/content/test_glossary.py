"""A word of the glossary is at work on the page that its meaning leads to, in some form of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import read_valid
from curriculum.compose.facts import facts_for
from curriculum.read.layers import Settings
from curriculum.review.prose import blocks_of
from curriculum.words.labels import label
from curriculum.words.model import Language
from languages import LANGUAGES

COURSE = read_valid(Settings(Path(__file__).resolve().parents[2]))
ROW = re.compile(r"^\| ([^|]+) \| ([^|]+) \| [^|]+ \|$", re.M)
LINK = re.compile(r"\]\(([^)#]+)")
SMALL = {
    "a",
    "of",
    "by",
    "to",
    "the",
    "de",
    "d",
    "du",
    "des",
    "l",
    "la",
    "le",
    "les",
    "se",
    "s",
    "en",
    "par",
    "qui",
    "ou",
    "et",
    "and",
    "or",
}
KINDS = {handout.uri: handout.kind for handout in COURSE.arc.handouts}


def linked(language: Language) -> Iterator[tuple[str, str]]:
    """Each term, and each page it leads to."""
    for term, meaning in ROW.findall(COURSE.pages[language, "glossary.md"].body):
        for uri in LINK.findall(meaning):
            yield term, uri


def shown_on(uri: str, language: Language) -> list[str]:
    """The blocks of a page as readers see them: with the facts of the place, and the kind of a handout in its head."""
    page = COURSE.pages[language, uri]
    facts = [value for name, value in facts_for(COURSE, language, uri).items() if name in page.body]
    kind = label(f"kind-{KINDS[uri].value}", language) if uri in KINDS else ""
    return [text.lower() for text in (page.title, kind, *facts, *(block.text for block in blocks_of(page)))]


def stands(form: str, blocks: list[str]) -> bool:
    """True where the words of a form stand together in one block, in any order, number and tense.

    In:  "open question"     Out: True for "Some questions are open."
    """
    words = [word for word in re.findall(r"\w+", form.lower()) if word not in SMALL]
    stems = [re.compile(rf"\b{word[: max(4, len(word) - 3)]}") for word in words]
    return any(all(stem.search(block) for stem in stems) for block in blocks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_term_stands_on_the_page_it_leads_to(language: Language) -> None:
    absent = []
    for term, uri in linked(language):
        forms = re.split(r"[;,]", re.sub(r"\(.*?\)", "", term))
        if not any(stands(form, shown_on(uri, language)) for form in forms):
            absent.append(f"{term} -> {uri}")
    assert absent == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_terms_lead_somewhere(language: Language) -> None:
    assert len({term for term, _ in linked(language)}) >= 50
