"""What authors write -> HTML, and the slips that are found before."""

from __future__ import annotations

import pytest
from curriculum.elements.markdown import EXTENSIONS
from curriculum.elements.vocabulary import RULES, find_elements
from markdown import markdown


def html(text: str) -> str:
    return markdown(text, extensions=list(EXTENSIONS))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/// lines | 2\n///", '<div aria-hidden="true" class="lines"><span></span><span></span></div>'),
        ("- [ ] one\n- [ ] two", '<ul class="ticks">\n<li>one</li>\n<li>two</li>\n</ul>'),
        ("- [ ] one\n- two", "<ul>\n<li>[ ] one</li>\n<li>two</li>\n</ul>"),
        ("Name: ____", '<p>Name: <span aria-hidden="true" class="blank"></span></p>'),
        ("the lək̓ʷəŋən people", '<p>the <span class="companion">lək̓ʷəŋən</span> people</p>'),
        ("W̱SÁNEĆ, œuvre", '<p><span class="companion">W̱SÁNEĆ</span>, œuvre</p>'),
        ("text 250-800-3806", '<p>text <span class="number">250-800-3806</span></p>'),
        ("[9-8-8](tel:988), one-on-1", '<p><a href="tel:988"><span class="number">9-8-8</span></a>, one-on-1</p>'),
        (
            "/// box | Title\n\nWords.\n\n///",
            '<div class="box">\n<p class="box-title">Title</p>\n<p>Words.</p>\n</div>',
        ),
    ],
)
def test_what_is_written_and_what_it_becomes(text: str, expected: str) -> None:
    assert html(text) == expected


def test_a_table_names_its_columns_and_rows_and_leaves_room_to_write() -> None:
    table = html("| Item | Yes | Words |\n| --- | --- | --- |\n| I ask | [ ] | |")
    for part in (
        '<th scope="col">Item</th>',
        '<th scope="row">I ask</th>',
        '<td class="tick"></td>',
        '<td class="write"></td>',
    ):
        assert part in table


def test_every_element_of_the_vocabulary_has_a_form_or_is_replaced() -> None:
    lists = {"resources", "steps", "weeks", "load", "outcomes", "downloads", "search"}
    replaced = {*lists, "discreet", "picture", "content-note", "late"}
    for name in RULES.keys() - replaced:
        assert f'class="{name}"' in html(f"/// {name} | 2\n\n- x\n\n///\n"), name


def test_elements_are_found_inside_each_other_with_their_lines() -> None:
    elements, slips = find_elements("//// keep\n\n/// lines | 2\n///\n\n////")
    assert [(e.name, e.argument, e.line, e.end) for e in elements] == [("keep", "", 1, 6), ("lines", "2", 3, 4)]
    assert slips == ()


def test_slashes_in_a_code_fence_are_not_elements() -> None:
    assert find_elements("```\n/// lines | 2\n```") == ((), ())


def test_a_wide_table_of_words_says_its_columns_in_its_cells() -> None:
    """For a phone, where the row is stacked; a table to fill in stays a table."""
    words = html("| Word | *Meaning* | French |\n| --- | --- | --- |\n| peer | someone | pair |\n")
    assert '<td data-column="Meaning">someone</td>' in words
    assert "data-stacked" in words
    for narrow in ("| A | B |\n| --- | --- |\n| 1 | 2 |\n", "| A | B | C |\n| --- | --- | --- |\n| 1 | [ ] |  |\n"):
        assert "data-" not in html(narrow)
