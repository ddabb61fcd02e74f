"""An edition that is a draft says so at the foot of every paper and in every book.

In:  "Version 2026.11 · CC BY-SA 4.0", for an edition with `status: draft`
Out: "DRAFT, not checked · Version 2026.11 · CC BY-SA 4.0"
"""

from __future__ import annotations

from curriculum.words.labels import label
from curriculum.words.model import DRAFT, Edition, Language


def as_draft(words: str, edition: Edition, language: Language) -> str:
    """The words, after those that tell a draft; of any other edition, as they are."""
    return f"{label('draft-foot', language)} · {words}" if edition.status == DRAFT else words
