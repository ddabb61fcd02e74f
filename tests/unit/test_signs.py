"""What lets most texts go by unread must name every mark: a mark without its hint would be printed without a word."""

from __future__ import annotations

from curriculum.checks.signs import ANY, HINTS, NAME, _holds
from hypothesis import given
from hypothesis import strategies as st


@given(st.from_regex(ANY))
def test_every_mark_of_another_tool_has_a_hint(text: str) -> None:
    assert _holds(f"\n{text}", HINTS) or NAME.search(text)
