"""What is only the shadow of something that was told already, and would be gone with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from curriculum.words.model import Problem

NOT_ON_PAPER = frozenset(("not-printable", "missing-sign"))
LINKS = frozenset(("broken-link", "broken-file", "link-unread", "link-empty", "link-wordless"))
LISTS = frozenset(("list-unread", "item-sign", "item-indent", "item-text", "table-unread", "heading-place"))
ANY_SIGN = NOT_ON_PAPER | LINKS | LISTS | {"unknown-fact", "sign-unread", "missing-id"}
SHADOWS: Mapping[str, frozenset[str]] = {
    "item-sign": NOT_ON_PAPER,
    "item-indent": NOT_ON_PAPER,
    "front-matter-not-first": NOT_ON_PAPER,
    "heading-empty": frozenset(("print-refused",)),
    "contents-asked": frozenset(("attribute-list", "broken-anchor")),
    "heading-place": NOT_ON_PAPER,
    "sign-unread": NOT_ON_PAPER,
    "mark-unread": ANY_SIGN | {"attribute-list"},
    "fence-open": ANY_SIGN | {"mark-unread", "item-twice", "skipped-heading-level", "second-title", "heading-empty"},
}
"""What a mistake makes other checks say of the same line."""
FIRST, LAST = "first", "last"
"""The values that name the first and the last line in which the others appear, where it is not that of the mistake."""


def without_shadows(problems: Iterable[Problem]) -> list[Problem]:
    """The problems but those that stand on the lines of a mistake which makes them appear."""
    found = list(problems)
    dark: dict[tuple[str, int], set[str]] = {}
    for problem in found:
        first, last = (int(str(problem.values.get(key, problem.line))) for key in (FIRST, LAST))
        for line in range(first, last + 1):
            dark.setdefault((problem.path, line), set()).update(SHADOWS.get(problem.rule, ()))
    return [problem for problem in found if problem.rule not in dark[problem.path, problem.line]]
