"""What is no words, or more than words, in the tables of a language that an edition adds: figures, lists, codes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from curriculum.words.forms import DIRECTIONS

WORD: Mapping[str, Any] = {"type": "string"}
NUMBER: Mapping[str, Any] = {"type": "string", "pattern": r"^-?\d{1,4}(\.\d{1,4})?$", "x-expected": "decimal"}
FIGURES = ("start", "words", "syllables", "limit")
LEAST = 7400
"""Words of a list from which six are drawn that nobody guesses; some of them are left out."""
FEW: Mapping[str, Any] = {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1}
KINDS: Mapping[str, Mapping[str, Any]] = {
    "forms": {
        "direction": {"type": "string", "enum": list(DIRECTIONS)},
        "region": {"type": "string", "pattern": "^([A-Z]{2}|\\d{3})$", "x-expected": "region"},
        "months": {**FEW, "minItems": 12, "maxItems": 12, "x-expected": "twelve"},
        "numbers": {"type": "object", "additionalProperties": False, "properties": dict.fromkeys("0123456789.-", WORD)},
        "exit": {"type": "string", "pattern": '^https://[^\\s"<>]+$', "x-expected": "address", "maxLength": 300},
    },
    "beside": {
        "numbers": {
            **{"type": "object", "additionalProperties": WORD},
            "propertyNames": {"pattern": r"^\d{1,6}$", "x-expected": "figures"},
        }
    },
    "reading": {**dict.fromkeys(FIGURES, NUMBER), "harder": {"type": "string", "enum": ["above", "below"]}},
    "spoken": {
        "digits": {"type": "array", "items": FEW, "minItems": 10, "maxItems": 10, "x-expected": "ten-lists"},
        **dict.fromkeys(("at", "dot"), FEW),
    },
}
"""What is no words, or more than words."""
PLAIN: Mapping[str, tuple[frozenset[str], tuple[str, ...]]] = {
    "size": (frozenset({"number"}), ("32 kB", "1.6 MB")),
    **dict.fromkeys(
        ("clock", "clock-short"),
        (frozenset({"hour", "hour12", "minute"}), tuple(f"{at // 60}:{at % 60:02}" for at in range(24 * 60))),
    ),
    "date": (
        frozenset({"day", "month", "year"}),
        tuple(f"2026-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 32)),
    ),
}
"""By what words of the forms go: the places that are filled in, and the plain forms that have to be said."""


def read_kinds(name: str) -> Mapping[str, Any]:
    """What the entries of a table may be, where that is more than words."""
    lists = read_word_lists() if name == "phrases" else ()
    return {"list": {"type": "string", "enum": [*lists]}} if lists else KINDS.get(name, {})


@cache
def read_word_lists() -> tuple[str, ...]:
    """The lists of the package `diceware` that are long enough; none where it is not installed, as it need not be."""
    found = find_spec("diceware")
    files = sorted((Path(found.origin).parent / "wordlists").glob("wordlist_*.txt")) if found and found.origin else []
    long = [path for path in files if len(path.read_text(encoding="utf-8").splitlines()) >= LEAST]
    return tuple(path.stem.removeprefix("wordlist_") for path in long)
