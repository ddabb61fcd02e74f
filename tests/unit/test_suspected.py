"""The quick look at a whole page misses no line in which the long one finds what was left."""

from __future__ import annotations

import random

import pytest
from curriculum.checks import leftover
from curriculum.checks.suspected import read_of, suspected

LEFT = (
    *("[NAME]", "[insert the number here]", "{name}", "<name here>", "<<your name>>", "%FNAME%", "*|FNAME|*", "???"),
    *("250-XXX-XXXX", "XX:30", "2027-XX", "TODO", "À FAIRE", "<!-- TODO: ask Bev -->", "&amp;nbsp;", "______ [TBD]"),
    *("......", ". . . . .", "… … …", "·····", "_ _ _ _", "Ã©", "â€™", "\ufffd", "the the", "The the", "de de"),
    *("Lorem ipsum dolor", "Sent from my phone", "Page 1 of 2", "Sure! Here is the version:", "oaicite", "【1】"),
    *("to be added", "À venir", "| to come |", "[a]Too long? words[a]"),
)
SAID = (
    "Say one thing.",
    "[the card](card.md)",
    "`the` the",
    "la la la",
    "## Close { #close }",
    "- ",
    "> ",
    "[a] b",
    "",
)


@pytest.mark.parametrize("number", range(40))
def test_every_line_in_which_something_was_left_is_suspected(number: int) -> None:
    chance = random.Random(number)
    lines = [read_of(" ".join(chance.choices(SAID + LEFT, k=chance.randint(1, 3)))) for _ in range(40)]
    text, lists = "\n".join(lines), leftover.read_leftover_lists()
    found = {at for at, line in enumerate(lines) if [*leftover._left_in_line(line, text)]}
    assert found <= suspected(text, lists.suspect, lists.alone)
    assert found


@pytest.mark.parametrize("words", LEFT)
def test_each_of_these_is_left_where_it_stands_alone(words: str) -> None:
    assert [*leftover._left_in_line(words, words)]
    assert suspected(f"Before.\n{words}\nAfter.", (lists := leftover.read_leftover_lists()).suspect, lists.alone) == {1}
