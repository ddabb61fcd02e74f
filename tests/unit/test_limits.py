"""Texts at their limits, and just beyond: the quick look that spares the long one lets nothing through."""

from __future__ import annotations

import pytest
from curriculum.read import limits
from curriculum.read.limits import check_length, check_limits, may_exceed

DEEPEST = "    " * (limits.MOST_LEVELS - 1)
BEYOND = {
    "line-too-long": "word " * (limits.MOST_IN_LINE // 5) + "x",
    "block-too-long": "\n".join(["some words"] * (limits.MOST_IN_BLOCK // 11 + 1)),
    "word-too-long": "ab" * (limits.MOST_IN_WORD // 2) + "c",
    "sign-repeated": "a" + "-" * (limits.MOST_IN_RUN + 1),
    "too-nested": "> " * (limits.MOST_LEVELS + 1) + "a",
    "brackets-open": "[\n" * (limits.MOST_OPEN + 1),
}
MORE = {
    "a run of tabs": ("sign-repeated", "a\t" + "\t" * limits.MOST_IN_RUN),
    "a numbered list": ("too-nested", "1. " * (limits.MOST_LEVELS + 1) + "a"),
    "an indented item": ("too-nested", f"{DEEPEST}    - a"),
    "an indented item by tabs": ("too-nested", "\t" * limits.MOST_LEVELS + "- a"),
    "elements in each other": ("too-nested", "/" * (limits.MOST_LEVELS + 3)),
    "an indented element": ("too-nested", "  " + "/" * (limits.MOST_LEVELS + 3)),
    "braces": ("brackets-open", "{" * (limits.MOST_OPEN + 1)),
    "tags": ("brackets-open", "a <" * (limits.MOST_OPEN + 1)),
}
WITHIN = {
    "line-too-long": "word " * (limits.MOST_IN_LINE // 5),
    "word-too-long": "ab" * (limits.MOST_IN_WORD // 2),
    "sign-repeated": "a" + "-" * limits.MOST_IN_RUN,
    "too-nested": f"{DEEPEST}- a",
    "brackets-open": "[\n" * limits.MOST_OPEN,
}


@pytest.mark.parametrize(("rule", "text"), [*BEYOND.items(), *MORE.values()], ids=[*BEYOND, *MORE])
def test_what_is_beyond_a_limit_is_said_wherever_it_stands(rule: str, text: str) -> None:
    for before in ("", "# A page\n\nWords.\n\n"):
        found = check_limits("a.md", 1, f"{before}{text}\n\nWords.\n")
        assert [(problem.rule, problem.line) for problem in found] == [(rule, 1 + before.count("\n"))]


@pytest.mark.parametrize("text", WITHIN.values(), ids=WITHIN)
def test_what_is_at_a_limit_may_stay(text: str) -> None:
    assert check_limits("a.md", 1, f"{text}\n\nWords.\n") == []


def test_a_plain_page_is_not_looked_at_line_by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    page = "# A page { #page }\n\n- [One](a.md), *two*\n    - three\n\n> Words.\n\n/// lines | 4\n///\n"
    assert may_exceed(page) is False
    monkeypatch.setattr(limits, "_blocks", lambda _: pytest.fail("looked at"))
    assert check_limits("a.md", 1, page) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("word\n" * limits.MOST_LINES, []),
        ("word\n\n" * limits.MOST_LINES, []),
        ("word\n" * (limits.MOST_LINES + 1), ["page-too-long"]),
        ("word " * (limits.MOST_ON_PAGE // 5), []),
        ("word " * (limits.MOST_ON_PAGE // 5) + "x", ["page-too-long"]),
    ],
)
def test_a_page_has_room_for_so_many_signs_and_lines(text: str, told: list[str]) -> None:
    assert [problem.rule for problem in check_length("a.md", text)] == told
