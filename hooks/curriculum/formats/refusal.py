"""What cannot be put on paper, as an exception that names the rule it breaks."""

from __future__ import annotations

from curriculum.words.model import Text


class NotPrintableError(Exception):
    """What has no form on paper, and the rule that says so."""

    def __init__(self, found: str, rule: str = "not-printable") -> None:
        super().__init__(found)
        self.rule = rule


VOCABULARY = Text(
    "headings, paragraphs, lists, tables, quotations, links, bold, italics and the elements of CONTRIBUTING",
    "titres, paragraphes, listes, tableaux, citations, liens, gras, italique et les éléments de CONTRIBUTING",
)
"""What paper knows, in an author's words."""
