"""Facts in pages."""

from __future__ import annotations

import pytest
from curriculum.compose.facts import escape, fill, with_label
from markdown import markdown


def test_a_fact_is_put_in_and_an_unknown_name_stays() -> None:
    assert fill("{{ org.name }} {{org.name}} {{ org.nam }}", {"org.name": "Us"}) == "Us Us {{ org.nam }}"


SIGNS = ["a_b_c", "*star*", "<b>&", "[x](y)", "`code`", "| bar", "# hash", "back\\slash", "{ .x }", "{{ x }}"]


@pytest.mark.parametrize("words", SIGNS)
def test_a_value_shows_exactly_its_words_and_never_becomes_markup(words: str) -> None:
    shown = markdown(f"Here: {escape(words)}.")
    plain = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("|", "&#124;")
    assert shown == f"<p>Here: {plain}.</p>"


@pytest.mark.parametrize(("value", "shown"), [("We meet.", "We meet (later)."), ("Us", "Us (later)")])
def test_the_label_comes_before_the_full_stop(value: str, shown: str) -> None:
    assert with_label(value, "later") == shown


def test_a_value_on_two_lines_stays_in_its_heading_or_its_item() -> None:
    assert fill("- {{ a }} end", {"a": "One.\n\n/// box\n"}) == "- One. /// box end"
