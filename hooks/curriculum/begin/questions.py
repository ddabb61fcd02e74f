"""What somebody who begins an edition is asked: some things once, some in each language of the course."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from curriculum.begin.files import PROFILE, read_template, written
from curriculum.read.yamlfile import compare_with_schema, read_schema
from curriculum.read.yamltext import parse_yaml
from curriculum.words.labels import read_words, says
from curriculum.words.model import Language, Problem

ASKED = ("site.name", "org.name", "territory.statement", "schedule.start", "schedule.participants", "site.exit")
"""The facts of a profile, in the order in which they are asked for."""
ONCE = ("schedule.start", "schedule.participants", "site.exit")
"""Those that are the same in every language."""


@dataclass(frozen=True)
class Question:
    """One thing to answer; `language` is that of the answer, where it has one."""

    name: str
    language: Language | None = None

    @property
    def key(self) -> str:
        """As the place of the answer is called: `org.name.fr`, or `schedule.start`."""
        return f"{self.name}.{self.language.code}" if self.language else self.name

    def words(self, spoken: Language) -> tuple[str, str]:
        """What is asked, and how the answer should be, to somebody who reads a language.

        The example is in the language of the answer.
        """
        said: Mapping[str, str] = read_words("begin", spoken)[self.name]
        own = self.language if self.language and says("begin", self.name, self.language) else None
        example = read_words("begin", own)[self.name].get("example") if own else None
        like = read_words("begin", spoken)["like"].format(example=example) if example else ""
        return said["ask"], said["hint"] + like


def questions_for(languages: Sequence[Language]) -> list[Question]:
    """Nine for two languages."""
    return [
        question
        for name in ASKED
        for question in ([Question(name)] if name in ONCE else [Question(name, one) for one in languages])
    ]


def left_out(answers: Mapping[str, str], languages: Sequence[Language]) -> tuple[Language, ...]:
    """The languages in which the course has no name, once that was asked in each, and it has one in another.

    In:  {"site.name.fr": "Quai", "site.name.en": ""}     Out: English
    """
    names = [answers.get(f"{ASKED[0]}.{one.code}") for one in languages]
    if None in names or not any(names):
        return ()
    return tuple(one for one, name in zip(languages, names, strict=True) if not name)


def wrong_with(answers: Mapping[str, str], question: Question, languages: Sequence[Language]) -> list[Problem]:
    """What the profile would say of this one answer; nothing where it was left for later."""
    if not answers.get(question.key):
        return []
    file, problems = parse_yaml(PROFILE, written(read_template(PROFILE), answers, languages))
    found = [*problems, *compare_with_schema(file, read_schema("profile", tuple(languages)))]
    lines = {line for place, line in file.lines.items() if ".".join(map(str, place)).startswith(question.key)}
    told = [Problem("", 0, problem.rule, problem.values) for problem in found if problem.line in lines]
    return told[:1]  # what is asked once stands in the profile once a language
