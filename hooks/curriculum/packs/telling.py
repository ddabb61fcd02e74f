"""What a pack says to its translator, in the language of the translation."""

from __future__ import annotations

from dataclasses import replace

from curriculum.packs.values import Pack, Row
from curriculum.translate.telling import state_in_words
from curriculum.words.audience import NOTES
from curriculum.words.forms import colon, name_in
from curriculum.words.labels import filled, read_spoken, read_words
from curriculum.words.model import Language, Problem, Text
from curriculum.words.problems import say


def words(name: str, language: Language, /, **values: str | int | Language) -> str:
    """The words called `name` in the `packs.yml` of a language; a language among the values by its name in it."""
    said = {key: name_in(value, language) if isinstance(value, Language) else value for key, value in values.items()}
    return filled(read_words("packs", language)[name], said)


def head_lines(pack: Pack) -> list[str]:
    """What stands on top: how much it is, how to work, for whose eyes it is."""
    own = pack.spoken
    lines = [words("sum", own, count=len(pack.rows), minutes=pack.minutes), words("minutes-how", own)]
    lines += read_words("packs", own)["how"]
    theirs = any(f"{NOTES}/" in row.found.path for row in pack.rows)
    return [*lines, words("theirs", own)] if theirs else lines


def house_lines(pack: Pack) -> list[str]:
    """What the house asks of every text in this language; nothing in one that is lent the words of another."""
    return [] if pack.language.lender else list(read_words("packs", pack.language)["house"])


def about(row: Row, number: int) -> list[str]:
    """What is known of a row: its number, how it stands, how long it takes; then the words to use in it."""
    own = row.spoken
    state = state_in_words(row.found, own)
    lines = [words("row", own, number=number, state=state, count=row.minutes)]
    if row.terms:
        pairs = "; ".join(f"{word} → {also}" for word, also in row.terms)
        lines.append(f"{words('terms', own)}{colon(own)} {pairs}")
    return lines


def sentence_of(problem: Problem, path: str) -> Text:
    """A problem in each language of messages; in the page of a row without its place, as it has none yet."""
    here = replace(problem, path="", line=0) if problem.path == path else problem
    return Text({language.code: say(here, language) for language in read_spoken()})
