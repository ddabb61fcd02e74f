"""What is said of a proposal: what could not be carried and what to write here, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from curriculum.adopt.taking import Adopted
from curriculum.adopt.values import Left
from curriculum.read.limits import MOST_SHOWN
from curriculum.words.labels import Choice, filled, read_words
from curriculum.words.model import Language


def words(language: Language, name: str, /, **values: str | int) -> str:
    """The words called `name`, filled in; some go by `count`."""
    choice: Choice = read_words("adopt", language)[name]
    return filled(choice, values)


def left_lines(adopted: Adopted, language: Language, whole: bool) -> list[str]:
    """One line for each thing that was not carried; `whole` with all of its words, else with the first."""
    return [_left_line(adopted, one, language, whole) for one in adopted.left]


def _left_line(adopted: Adopted, left: Left, language: Language, whole: bool) -> str:
    what, instead = read_words("adopt", language)["left"][left.what].split(" | ")
    said = left.words if whole or len(left.words) <= MOST_SHOWN else f"{left.words[: MOST_SHOWN - 1]}…"
    where = words(language, "at-paragraph" if adopted.by_paragraph else "at-line", path=adopted.path, line=left.line)
    named = words(language, "left-words", what=what, found=said) if said else what
    return f"{where} {named}. {instead}"


def next_lines(places: Sequence[str], place: str, moved: bool, language: Language) -> list[str]:
    """What is to do with the texts: where they go, the line for `curriculum.yml`, and the check."""
    folder, _, name = place.rpartition("/")
    week = place.split("/", 1)[0]
    lines = [words(language, "next-move")] if moved else []
    if "/handouts/" in place:
        lines.append(words(language, "next-handout", name=name, week=week))
    elif not folder:
        lines.append(words(language, "next-page", name=name))
    return [*lines, words(language, "next-check", other=", ".join(places))]
