"""What is only the shadow of something that was told already, and would be gone with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from curriculum.words.model import Problem

NOT_ON_PAPER = frozenset(("not-printable", "missing-sign"))
SHADOWS: Mapping[str, frozenset[str]] = {
    "item-sign": NOT_ON_PAPER,
    "item-indent": NOT_ON_PAPER,
}
"""What a mistake makes other checks say of the same line."""
LAST = "last"
"""The value that names the last line of a mistake of several lines."""


def without_shadows(problems: Iterable[Problem]) -> list[Problem]:
    """The problems but those that stand on the lines of a mistake which makes them appear."""
    found = list(problems)
    dark: dict[tuple[str, int], set[str]] = {}
    for problem in found:
        for line in range(problem.line, int(str(problem.values.get(LAST, problem.line))) + 1):
            dark.setdefault((problem.path, line), set()).update(SHADOWS.get(problem.rule, ()))
    return [problem for problem in found if problem.rule not in dark[problem.path, problem.line]]
