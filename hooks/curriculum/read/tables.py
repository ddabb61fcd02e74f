"""A table of words of a language that an edition adds: does it say what the table it is translated from says?

In:  `found: "{cuenta} lugares"`, where the source has `{count} places`
Out: `wrong-value`: the words hold `{count}`

Words by a number may be written by the names of their plurals, which are those of the language.

In:  `one: 1 copia` / `other: "{count} copias"`     Out: `1: 1 copia` / `.*: "{count} copias"`
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from typing import Any

from curriculum.read.kinds import FIGURES, PLAIN, WORD, read_kinds
from curriculum.read.limits import MOST_SHOWN
from curriculum.read.locales import NONE, pattern_of, plurals_of
from curriculum.read.patterns import check_patterns
from curriculum.read.yamlfile import compare_with_schema
from curriculum.read.yamltext import YamlFile
from curriculum.words.labels import PLACE, Choice, read_words
from curriculum.words.model import Language, Problem, Term, Words

SAID = ("labels",)
"""Tables whose words are filled in, and stand in HTML."""
FREE = ("wording",)
"""Tables whose keys are a language's own."""
GROUP: Mapping[str, Any] = {"type": "object", "additionalProperties": WORD}
WEIGHED: Mapping[str, Any] = {
    **{"type": "object", "additionalProperties": False, "required": ["say", "pattern"]},
    "properties": {
        **dict.fromkeys(("say", "allowed", "pattern"), WORD),
        **{key: {"type": "array", "items": WORD} for key in ("bad", "good")},
    },
}
"""A word to weigh."""
SIGNS = '<>&"\\|#`[]*_~^='
"""What Markdown or HTML would read; words may have those that the words they stand for have."""
PLURALS = ("zero", "one", "two", "few", "many", "other")
REST = ".*"
ENTRY = re.compile(r"^([\"']?[\w.-][^\n]*?):(?= |$)", re.MULTILINE)
"""A key that starts a line."""
MOST = 4000
"""Signs of an entry."""


def check_table(file: YamlFile, name: str, code: str, lender: Language) -> list[Problem]:
    """Keys that nobody knows, values of another kind, places that are lost, plurals and patterns that do not work."""
    lent = read_words(name, lender)
    problems = [*compare_with_schema(file, _schema(file, name, lent)), *_check_names(file, name, lent)]
    problems += check_patterns(file, name)
    if problems or not isinstance(file.values, dict):
        return problems
    for key, said in file.values.items():
        if name in SAID:
            problems += _check_words(file, key, said, lent[key], code)
        if name == "forms":
            problems += _check_forms(file, key, said)
    return problems


def _check_names(file: YamlFile, name: str, lent: Mapping[str, Any]) -> Iterator[Problem]:
    """Keys that are no word of the site: of so many, the nearest one is named."""
    values = file.values if name in SAID and isinstance(file.values, dict) else {}
    for key in (key for key in values if key not in lent):
        near = "".join(difflib.get_close_matches(key, lent, 1, 0.6))
        yield Problem(file.path, file.line((key,)), "own-word-unknown", {"found": key, "near": near})


def _schema(file: YamlFile, name: str, lent: Mapping[str, Any]) -> dict[str, Any]:
    """What a table may hold, as the same table of the language it is translated from shows it. Words of the site in
    which something is filled in may go by a number, though those that they stand for do not.
    """
    if name in FREE:
        return {"type": "object", "additionalProperties": WEIGHED}
    kinds = {key: _kind(value, name in SAID) for key, value in lent.items()}
    said = file.values if name in SAID and isinstance(file.values, dict) else {}
    by_number = [key for key, words in said.items() if isinstance(words, dict) and PLACE.search(str(lent.get(key, "")))]
    kinds |= {key: _kind({REST: lent[key]}, True) for key in by_number if isinstance(lent[key], str)}
    kinds |= read_kinds(name)
    return {"type": "object", "additionalProperties": {} if name in SAID else False, "properties": kinds}


def _kind(value: Any, said: bool) -> Mapping[str, Any]:
    if isinstance(value, dict):
        inside = _kind(next(iter(value.values()), {}), said) if value else GROUP
        return {"type": "object", "additionalProperties": _of_any(value, said) if said else inside}
    if isinstance(value, list):
        return {"type": "array", "items": _kind(value[0], False) if value else {"type": "string"}}
    return _words([str(value)]) if said else {"type": "string"}


def _of_any(choice: Mapping[str, str], said: bool) -> dict[str, Any]:
    return _words(choice.values()) if said else {"type": "string"}


def _words(lent: Any) -> dict[str, Any]:
    """Words without signs of Markdown or HTML that those they stand for have not."""
    theirs = "".join(PLACE.sub("", words) for words in lent)
    signs = re.escape("".join(sign for sign in SIGNS if sign not in theirs))
    within = f"(?:{{\\w+}}|(?![{signs}])[\\s\\S])" if signs else "[\\s\\S]"
    return {"type": "string", "pattern": rf"^(?=[\s\S]*\S){within}*$", "maxLength": MOST, "x-expected": "own-word"}


def _check_words(file: YamlFile, key: str, said: Any, lent: Any, code: str) -> Iterator[Problem]:
    """Places of one entry, and whether words by a number fit every number."""
    theirs = frozenset(PLACE.findall(" ".join(lent.values()) if isinstance(lent, dict) else lent))
    last = frozenset(PLACE.findall(list(lent.values())[-1])) if isinstance(lent, dict) else theirs
    if isinstance(said, str):
        yield from _check_places(file, (key,), said, (theirs, theirs))
        return
    if gone := _plurals_gone(said, lent, code):
        yield Problem(file.path, file.line((key,)), "plural-missing", {"found": key, "expected": ", ".join(gone)})
    for name in (one for one in said if one in PLURALS and not plurals_of(code) and pattern_of(code, one) == NONE):
        values: dict[str, Words] = {"key": key, "found": name, "expected": Term("own-plural"), "near": ""}
        yield Problem(file.path, file.line((key, name)), "wrong-value", values)
    for pattern, words in said.items():
        whole = pattern in (REST, "other")
        yield from _check_places(file, (key, pattern), words, (theirs, last if whole else frozenset()))


def _check_places(
    file: YamlFile, place: tuple[str, ...], words: str, asked: tuple[frozenset[str], frozenset[str]]
) -> Iterator[Problem]:
    """Words may hold the places of the first set, and hold those of the second."""
    may, must = asked
    found, loose = frozenset(PLACE.findall(words)), bool(re.search(r"[{}]", PLACE.sub("", words)))
    if loose or not must <= found or not found <= may:
        named = ", ".join(f"{{{one}}}" for one in sorted(must or may))
        values: dict[str, Words] = {"key": ".".join(place), "found": words[:MOST_SHOWN], "near": ""}
        values["expected"] = Term("own-places", {"places": named}) if named else Term("own-no-places")
        yield Problem(file.path, file.line(place), "wrong-value", values)


def _plurals_gone(said: Mapping[str, str], lent: Choice, code: str) -> list[str]:
    """The forms of a number that words lack: by their names, or `.*`, which fits what nothing else does."""
    if said.keys() <= {*PLURALS}:
        return [name for name in plurals_of(code) or [PLURALS[-1]] if name not in said]
    needed = isinstance(lent, str) or REST in lent
    return [REST] if needed and not {REST, PLURALS[-1]} & said.keys() else []


def _check_forms(file: YamlFile, key: str, said: Any) -> Iterator[Problem]:
    """Sizes, times and dates: places that nobody fills in, and a plain form that no pattern fits."""
    if key not in PLAIN or not isinstance(said, dict):
        return
    places, plain = PLAIN[key]
    for pattern, words in said.items():
        yield from _check_places(file, (key, pattern), words, (places, frozenset()))
    for form in plain:
        if not any(re.fullmatch(pattern, form) for pattern in said):
            expected = Term("own-rest", {"found": form})
            values: dict[str, Words] = {
                "key": key,
                "found": ", ".join(said)[:MOST_SHOWN],
                "expected": expected,
                "near": "",
            }
            yield Problem(file.path, file.line((key,)), "wrong-value", values)
            return


def settled(values: Mapping[str, Any], name: str, code: str) -> dict[str, Any]:
    """The table as it is asked: plurals by the numbers that take them, `.*` last; figures as numbers."""
    if name == "reading":
        return {key: float(said) if key in FIGURES else said for key, said in values.items()}
    return {key: _by_number(said, code) if name in SAID else said for key, said in values.items()}


def _by_number(said: Any, code: str) -> Any:
    if not isinstance(said, dict):
        return said
    named = {pattern_of(code, key) if key in PLURALS else key: words for key, words in said.items()}
    last = {REST: named.pop(REST)} if REST in named else {}
    return {**named, **last}
