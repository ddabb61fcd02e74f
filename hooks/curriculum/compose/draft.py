"""A draft says so above every page, at the foot of every paper and in every book: what its profile calls one, and what
has numbers that nobody answers, whatever its profile says.

In:  "Version 2026.11 · CC BY-SA 4.0", for an edition with `status: draft`, or with a line `number: 902-555-0142`
Out: "DRAFT, not checked · Version 2026.11 · CC BY-SA 4.0"
"""

from __future__ import annotations

from curriculum.watch.made_up import made_up_lines, made_up_private
from curriculum.words.dotted import dotted
from curriculum.words.labels import label
from curriculum.words.model import DRAFT, Edition, Language


def is_draft(edition: Edition) -> bool:
    """True where nobody may rely on it yet."""
    return edition.status == DRAFT or bool(made_up_lines(edition.resources) or made_up_private(edition))


def as_draft(words: str, edition: Edition, language: Language) -> str:
    """The words, after those that tell a draft; of any other edition, as they are."""
    return dotted((label("draft-foot", language), words)) if is_draft(edition) else words
