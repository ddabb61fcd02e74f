"""Where shared text may name the place of the first course."""

from __future__ import annotations

from curriculum.words.audience import SHARED
from curriculum.words.model import Page

CREDITED = {"index.md": "about", "about.md": "about", "references.md": "", "glossary.md": ""}
"""Shared pages that name the place of the first course on purpose, and in which section; "" is the whole page."""


def credit_lines(page: Page) -> range:
    """The lines of the body that may name the place of the first course."""
    section = CREDITED.get(page.uri) if page.path.startswith(f"{SHARED}/") else None
    if section is None:
        return range(0)
    if not section:
        return range(1, page.body.count("\n") + 2)
    return next((range(one.line, one.end) for one in page.sections if one.id == section), range(0))
