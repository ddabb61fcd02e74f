"""The glossary of the course -> how a word of a text is said in the other language.

The page has a column for the other language, in each: so both tell the same words, and either may be the fuller one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from curriculum.words.forms import name_in
from curriculum.words.model import Language, Page

GLOSSARY = "glossary.md"
MOST = 8
"""Terms beside one section: more are not read."""
Terms = dict[str, str]


def terms_of(pages: Iterable[Page], source: Language, target: Language) -> Terms:
    """Each word of the glossary in the language of the text, beside the one to use."""
    found: Terms = {}
    for page in pages:
        if page.uri == GLOSSARY and page.language in (source, target):
            other = target if page.language == source else source
            for word, also in _pairs(page, other):
                pair = (word, also) if page.language == source else (also, word)
                for name in pair[0].split(";"):
                    found.setdefault(name.strip(), pair[1])
    return found


def terms_in(text: str, terms: Terms) -> tuple[tuple[str, str], ...]:
    """Those that a text holds, the longest first."""
    held = (one for one in sorted(terms, key=lambda word: (-len(word), word)) if _holds(text, one))
    return tuple((word, terms[word]) for word in held)[:MOST]


def _holds(text: str, word: str) -> bool:
    return bool(word) and re.search(rf"(?<!\w){re.escape(word)}s?(?!\w)", text, re.IGNORECASE) is not None


def _pairs(page: Page, other: Language) -> Iterator[tuple[str, str]]:
    """First column and that of the other language: the one whose head names it, `In French`."""
    column = 0
    for line in page.body.split("\n"):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if line.startswith("|") else []
        named = [place for place, cell in enumerate(cells) if name_in(other, page.language).lower() in cell.lower()]
        if not cells:
            column = 0
        elif not column:
            column = named[-1] if named and named[-1] else -1
        elif column > 0 and column < len(cells) and not set(cells[0]) <= set("-: "):
            yield cells[0], cells[column]
