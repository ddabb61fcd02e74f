"""What cannot be put on paper, as an exception that names the rule it breaks."""

from __future__ import annotations

from curriculum.words.model import Term


class NotPrintableError(Exception):
    """What has no form on paper, and the rule that says so."""

    def __init__(self, found: str, rule: str = "not-printable") -> None:
        super().__init__(found)
        self.rule = rule


VOCABULARY = Term("vocabulary")
"""What paper knows, in an author's words."""
