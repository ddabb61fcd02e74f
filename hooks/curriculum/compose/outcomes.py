"""Where everybody practises what a week promises: its outcomes, in the words of its page, beside what the arc says.

In:  `- Say hello.` in the section `outcomes` of the page, `{part: arrive, minutes: 5, sheet: first-steps}` in the arc
Out: `| Say hello. | [Arrive](week-01/index.md#arrive) | 5 | [First steps](week-01/handouts/first-steps.md) |`
"""

from __future__ import annotations

import re

from curriculum.compose.facts import session_name
from curriculum.read.source import text_lines
from curriculum.words.dotted import MIDDOT
from curriculum.words.labels import label
from curriculum.words.model import Curriculum, Language, Page, Week

SECTION = "outcomes"
ITEM = re.compile(r"[-*+] +(.*)")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def outcomes_in(page: Page) -> list[str]:
    """The outcomes that a page lists, as Markdown on one line each; a wrapped line belongs to the one above.

    Links keep their words only: the list is also read where they would lead elsewhere.
    """
    section = next((section for section in page.sections if section.id == SECTION), None)
    found: list[str] = []
    for number, line in text_lines(page.body):
        if section is None or not section.line < number < section.end:
            continue
        if item := ITEM.match(line):
            found.append(item[1])
        elif found and line.startswith("  "):
            found[-1] += f" {line.strip()}"
    return [LINK.sub(r"\1", words).strip() for words in found]


def all_outcomes(curriculum: Curriculum) -> tuple[tuple[str, ...], ...]:
    """Those of every session in every language: what the page that lists them has to be made again for."""
    uris = [(language, week.uri) for language in curriculum.languages for week in curriculum.arc.sessions]
    return tuple(tuple(outcomes_in(curriculum.pages[key])) for key in uris if key in curriculum.pages)


def outcome_tables(curriculum: Curriculum, language: Language) -> str:
    """A table for each week that can be read and says where its outcomes are practised."""
    weeks = [week for week in curriculum.arc.sessions if week.outcomes]
    return "\n\n".join(_table(week, curriculum, language) for week in weeks)


def _table(week: Week, curriculum: Curriculum, language: Language) -> str:
    page = curriculum.pages[language, week.uri]
    titles = {section.id: section.title for section in page.sections}
    head = " | ".join(label(f"outcome-{column}", language) for column in ("words", "part", "minutes", "sheet"))
    rows = [
        f"| {words.replace('|', '&#124;')} | [{titles[row.part]}]({week.uri}#{row.part}) | {row.minutes} "
        f"| [{curriculum.pages[language, row.sheet].title}]({row.sheet}) |"
        for words, row in zip(outcomes_in(page), week.outcomes, strict=True)
    ]
    name = f"**{session_name(week, language)}**{MIDDOT}[{page.title}]({week.uri})"
    return "\n".join([name, "", f"| {head} |", "| --- | --- | --- | --- |", *rows])
