"""Facts that a page names and no edition has."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from curriculum.compose.facts import HOLE
from curriculum.read.source import text_lines
from curriculum.words.model import Page, Problem


def check_facts(page: Page, facts: Mapping[str, str]) -> list[Problem]:
    """Names between double braces that are not facts, also where a line was wrapped between the braces."""
    problems = []
    lines = dict(text_lines(page.body))
    text = "\n".join(lines.get(number, "") for number in range(1, page.body.count("\n") + 2))
    for hole in HOLE.finditer(text):
        if hole[1] not in facts:
            near = difflib.get_close_matches(hole[1], facts, 1, 0.6)
            values = {"found": hole[1], "expected": ", ".join(sorted(facts)), "near": near[0] if near else ""}
            line = text.count("\n", 0, hole.start()) + 1 + page.offset
            problems.append(Problem(page.path, line, "unknown-fact", values))
    return problems
