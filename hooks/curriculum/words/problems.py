"""A problem -> one sentence: `path:line: found; expected. What to do. [rule]`; without a path when no file holds it.

Checks only return problems; the words of each rule stand in the `messages.yml` of each language, and this is the only
place that joins them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from curriculum.words.forms import name_in, number_in
from curriculum.words.labels import DEFAULT, filled, read_spoken, read_words
from curriculum.words.model import Language, Problem, Term, Text, Words


def say(problem: Problem, language: Language) -> str:
    """One problem as one line, in one language."""
    values = {name: told(words, language) for name, words in problem.values.items()}
    sentence = read_words("messages", language)[problem.rule]["say"].format(**values)
    near = values.get("near", "")
    hint = term("near", language, found=near) if near else ""
    place = f"{problem.path}:{problem.line}: " if problem.path else ""
    return f"{place}{sentence}{hint} [{problem.rule}]"


def told(words: Words, language: Language) -> str:
    """What a problem names, in the language it is told in."""
    if isinstance(words, Term):
        return term(words.name, language, **{name: told(value, language) for name, value in words.values.items()})
    if isinstance(words, Language):
        return name_in(words, language)
    if isinstance(words, tuple):
        return ", ".join(told(one, language) for one in words)
    if isinstance(words, Text):
        return words[language]
    return number_in(words, language) if isinstance(words, float) else words


def term(name: str, language: Language, /, **values: str | int) -> str:
    """The words called `name` in the `terms.yml` of a language, with `{values}` filled in; some go by `count`."""
    return filled(read_words("terms", language)[name], values)


def report(problems: Sequence[Problem], languages: Iterable[Language]) -> str:
    """Every problem once, sorted by path and line, then the count; one block for each language.

    A mistake on the command line stands in no file: nothing was going to be published, and nothing is said of it.
    """
    blocks = []
    for language in languages:
        said = tell(problems, language)
        count = ["", term("count", language, count=len(said))] if any(problem.path for problem in problems) else []
        blocks.append("\n".join([*said, *count]))
    return "\n\n".join(blocks)


def tell(problems: Iterable[Problem], language: Language) -> list[str]:
    """Every problem once, a line each, sorted by path and line."""
    ordered = sorted(set_of(problems, language), key=lambda p: (p.path, p.line, p.rule))
    return [say(problem, language) for problem in ordered]


def set_of(problems: Iterable[Problem], language: Language) -> list[Problem]:
    """The problems without repetitions: two layers may find what one sentence says."""
    return list({say(problem, language): problem for problem in problems}.values())


def preferred_languages() -> list[Language]:
    """The languages messages are told in: `CURRICULUM_LANGUAGE` (a code, or `both`), else that of the computer."""
    wish = os.environ.get("CURRICULUM_LANGUAGE", "")
    spoken = read_spoken()
    if wish == "both":
        return list(spoken)
    system = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return [next((language for language in spoken if (wish or system).startswith(language.code)), DEFAULT)]
