"""What the script of tonight's file says, and how it writes and reads a time: each by the patterns of its language."""

from __future__ import annotations

import json

from curriculum.words.labels import Choice, read_words
from curriculum.words.model import Language

SAID = (
    *("waits", "begins", "began", "left", "past", "ends", "out", "following", "then", "clock"),
    *("now", "minutes", "instead", "dropped", "on-time", "ends-late", "return"),
    *("behind", "due", "due-some", "unread", "evening"),
)
"""Labels by the names that the script has for them."""


def script_words(language: Language) -> str:
    """The words as JSON: {"left": [["1", "1 minute left…"], [".*", "{count} minutes left…"]], …}.

    `written` is the one pattern of a time as people write it.
    """
    labels, forms = read_words("labels", language), read_words("forms", language)
    said: dict[str, object] = {name: _pairs(labels[f"tonight-{name}"]) for name in SAID}
    said |= {"time": _pairs(forms["clock"]), "written": forms["time-written"]}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _pairs(choice: Choice) -> list[list[str]]:
    """Words by pattern, in order; words for everything fit any."""
    pairs = {".*": choice} if isinstance(choice, str) else choice
    return [[pattern, words] for pattern, words in pairs.items()]
