"""What an id of a section or the name of a page may be, and one made of words."""

from __future__ import annotations

import re
import unicodedata

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
RESERVED = ("handouts", "run-sheet")
LONGEST = 40


def suggest_id(words: str) -> str:
    """`L’accueil à table` -> `l-accueil-a-table`."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", words.lower()) if not unicodedata.combining(sign))
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:LONGEST].strip("-") or "section"
