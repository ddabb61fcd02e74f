"""Pages that a language does not have yet -> those of the language it borrows from, in their place.

In:  English and Spanish, and `week-02/index.md` in English alone
Out: the same for Spanish, `borrowed` from English
"""

from __future__ import annotations

from dataclasses import replace

from curriculum.read.languages import Languages
from curriculum.read.source import Pages


def with_lent(pages: Pages, languages: Languages) -> Pages:
    """The pages, and those that languages which an edition adds have from another; the project's own lend none."""
    lent = {
        (language, uri): replace(page, language=language, borrowed=of)
        for language in languages
        if language.lender
        for (of, uri), page in pages.items()
        if of == language.lender and (language, uri) not in pages
    }
    return {**pages, **lent} if lent else pages
