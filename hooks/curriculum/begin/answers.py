"""A file of answers, written like a part of a profile -> the answers by their keys, or what is wrong on which line."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

from curriculum.begin.questions import Question, questions_for, wrong_with
from curriculum.read.languages import Languages
from curriculum.read.ordered import KEY, order_of
from curriculum.read.textfile import read_text
from curriculum.read.yamltext import YamlFile, parse_yaml
from curriculum.words.model import Language, Problem


def read_answers(path: Path, languages: Languages) -> tuple[dict[str, str], Languages, list[Problem]]:
    """The answers of a file, and the languages in the order that it asks for; what it leaves out is left for later."""
    text, problems = read_text(path.parent, path.name)
    if problems:
        return {}, languages, problems
    file, problems = parse_yaml(path.name, text)
    ordered, found = order_of(file, languages) if not problems else (languages, problems)
    answers, problems = answers_in(file, ordered) if not found else ({}, found)
    return answers, ordered, problems


def answers_in(file: YamlFile, languages: Sequence[Language]) -> tuple[dict[str, str], list[Problem]]:
    """Values at the places of the questions; any other place would be lost, and is told."""
    questions = {question.key: question for question in questions_for(languages)}
    answers: dict[str, str] = {}
    problems: list[Problem] = []
    for key, line, value in _leaves(file):
        if key in questions:
            answers[key] = value
        elif not key.startswith(f"{KEY}."):
            problems.append(_unknown(file.path, line, key, questions))
    for question in questions.values():
        at = file.line(tuple(question.key.split(".")))
        found = wrong_with(answers, question, languages)
        problems += [Problem(file.path, at, one.rule, one.values) for one in found]
    return answers, problems


def _leaves(file: YamlFile) -> list[tuple[str, int, str]]:
    """Each value with its dotted key and line; numbers and hours as they are written."""
    found = []
    for place, line in file.lines.items():
        value = file.values
        for step in place:
            value = value[step]
        if not isinstance(value, dict | list):
            found.append((".".join(map(str, place)), line, "" if value is None else str(value)))
    return found


def _unknown(path: str, line: int, key: str, questions: dict[str, Question]) -> Problem:
    known = (KEY, *questions)
    near = "".join(difflib.get_close_matches(key, known, 1, 0.6))
    return Problem(path, line, "unknown-key", {"found": key, "expected": ", ".join(known), "near": near})
