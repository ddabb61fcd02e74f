"""Facts that a page names and no edition has, or that may not stand where they are asked for."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator, Mapping

from curriculum.checks.keys import shown_keys
from curriculum.compose.facts import HOLE
from curriculum.compose.private import NAMES
from curriculum.elements.vocabulary import find_elements
from curriculum.read.source import text_lines
from curriculum.words.forms import before_name
from curriculum.words.model import Page, Problem, Term, Words

NAMED = r"[a-z]+(?:\.[\w-]++)++"
UNREAD = re.compile(
    rf"(?<!\{{)\{{(?!\{{)[ \t]*(?P<one>{NAMED})[ \t]*\}}+|\[\[[ \t]*(?P<other>{NAMED})[ \t]*\]\]"
    rf"|\{{\{{+[ \t]*(?P<two>{NAMED})(?![\w-])(?![ \t]*\}}\}})(?:[ \t]*\}})?"
)
"""The name of a fact between other brackets than two braces on each side."""


def check_facts(page: Page, facts: Mapping[str, str], only_for_facilitators: bool) -> list[Problem]:
    """Names between double braces that are not facts, also where a line was wrapped between the braces.

    What only facilitators know stands in the text of their notes and pages, where it is never shown to others.
    """
    problems = []
    lines = dict(text_lines(page.body))
    text = "\n".join(lines.get(number, "") for number in range(1, page.body.count("\n") + 2))
    known = [*facts, *(NAMES if only_for_facilitators else ())]
    wordy = [element for element in find_elements(page.body)[0] if element.name == "picture"] if "{{" in text else []
    for hole in HOLE.finditer(text):
        number = text.count("\n", 0, hole.start()) + 1
        in_title = text.split("\n")[number - 1].startswith("# ")
        values: dict[str, Words] = {"found": hole[1]}
        if hole[1] in NAMES:
            in_picture = any(element.line < number < element.end for element in wordy)
            if not only_for_facilitators or in_title or in_picture:
                problems.append(Problem(page.path, number + page.offset, "private-fact", values))
        elif hole[1] not in known:
            problems.append(_unknown(page, number + page.offset, hole[1], known))
        elif word := before_name(text[: hole.start()], page.language) if _is_name(hole[1], known) else "":
            forms = ", ".join(f"{{{{ {name} }}}}" for name in facts if name.startswith(f"{hole[1]}."))
            values = {"found": f"{word} {hole[0]}", "expected": forms or Term("none")}
            problems.append(Problem(page.path, number + page.offset, "fact-article", values))
    return [*_check_above(page, facts), *problems, *_check_braces(page, text, known)]


def _check_above(page: Page, facts: Mapping[str, str]) -> Iterator[Problem]:
    """The same above a page, where every audience sees it."""
    for line, hole in ((line, hole) for line, words in shown_keys(page) for hole in HOLE.finditer(words)):
        if hole[1] in NAMES:
            yield Problem(page.path, line, "private-fact", {"found": hole[1]})
        elif hole[1] not in facts:
            yield _unknown(page, line, hole[1], facts)


def _unknown(page: Page, line: int, name: str, known: Collection[str]) -> Problem:
    near = "".join(difflib.get_close_matches(name, known, 1, 0.6))
    return Problem(page.path, line, "unknown-fact", {"found": name, "expected": ", ".join(sorted(known)), "near": near})


def _check_braces(page: Page, text: str, known: Collection[str]) -> list[Problem]:
    """Facts that would be printed by their name, because a brace is missing or is another bracket."""
    found = [(hole, hole["one"] or hole["two"] or hole["other"]) for hole in UNREAD.finditer(text)]
    return [
        Problem(
            page.path,
            text.count("\n", 0, hole.start()) + 1 + page.offset,
            "fact-braces",
            {"found": hole[0], "expected": f"{{{{ {name} }}}}"},
        )
        for hole, name in found
        if name in known
    ]


def _is_name(fact: str, known: Collection[str]) -> bool:
    """True for words that a language may change after another; a number or an hour stays, and a form is right."""
    formed = fact.rpartition(".")[0] in known
    return not formed and not fact.startswith(("schedule.", "curriculum.", "week.")) and not fact.endswith(".number")
