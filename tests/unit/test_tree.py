"""The tree of an article: what it holds is what python-markdown wrote, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import read_valid
from curriculum.compose.page import compose_chapter, compose_handout, compose_page
from curriculum.elements.markdown import EXTENSIONS, to_html
from curriculum.elements.tables import named_cells
from curriculum.elements.tree import parted, to_tree, tree_of, written
from curriculum.read.layers import Settings
from markdown import markdown

ROOT = Path(__file__).resolve().parents[2]


def texts_of(notes: str) -> Iterator[str]:
    """The Markdown of every page of a site, on screen and on paper."""
    curriculum = read_valid(Settings(ROOT, notes))
    for page in curriculum.pages.values():
        yield compose_page(page, curriculum, {})
        yield compose_handout(page, curriculum) if page.is_handout else compose_chapter(page, curriculum)


@pytest.mark.parametrize("notes", ["", "facilitator"])
def test_every_page_is_the_same_from_a_kept_converter_and_through_the_tree(notes: str) -> None:
    texts = [*texts_of(notes)]
    assert len(texts) > 100
    for text in dict.fromkeys(texts):
        html = markdown(text, extensions=list(EXTENSIONS))
        assert to_html(text) == html
        assert written(to_tree(text)) == html


def test_what_is_not_well_formed_is_read_as_far_as_it_goes() -> None:
    tree = tree_of('<p>a<br>b <b>c</p><svg viewBox="0 0 1 1"><rect x="1"/></svg></i><p hidden>d')
    assert written(tree) == '<p>a<br />b <b>c</b></p><svg viewBox="0 0 1 1"><rect x="1"/></svg><p hidden>d</p>'


def test_names_of_signs_are_signs() -> None:
    assert written(tree_of("<p>a&nbsp;b &amp;amp; &lt;i&gt; &eacute;</p>")) == "<p>a\u00a0b &amp;amp; &lt;i&gt; é</p>"


def test_parts_share_what_they_hold() -> None:
    tree = to_tree("# One\n\na\n\n## Two { #two }\n\nb\n\n## Three { #three }")
    parts = parted(tree, "h2")
    assert [[child.tag for child in part] for part in parts] == [["h1", "p"], ["h2", "p"], ["h2"]]
    assert parts[1][0] is tree[2]


def test_a_cell_has_the_words_at_the_head_of_its_column_as_they_are_read() -> None:
    tree = to_tree("| I | **Not** [yet](a.md) & *now* | R |\n| --- | --- | --- |\n| Ask | x | y |")
    assert [name for _, name in named_cells(tree)] == []
    assert [name for _, name in named_cells(tree[0])] == ["I", "Not yet & now", "R"]
    assert [cell.get("data-column") for cell in tree.iter("td")] == ["Not yet & now", "R"]


SIGNED = (
    "# Same\n\n## Same\n\n## Named { #same }\n\n[TOC]\n",
    "## Listed otherwise { #a data-toc-label='B' }\n",
    "A `code` and **strong** and *weak* and __so__ and _on_: `` a ` b ``, \\* \\`no code\\`.\n",
    "![picture](a.png) [link](b.md 'title') [by name][one] [one] ![two][] <https://a.org> <a@b.org>\n"
    "&amp; &eacute; <b>x</b>\n"
    "\n[one]: c.md\n[two]: d.png\n",
    "One  \ntwo, ____ and ___, 9-1-1, lək̓ʷəŋən, **`a` *9-8-8* [`b`](c.md)** and [**c**  \nd](e.md)\n",
    "![a picture\nof two](a.png 'in two\nlines')\n{ .wide #a }\n",
    "Words\n\n    code > code\n",
    "[TOC]\n\nwords\n\n[TOC]\n",
    "- [ ] `a`\n- [ ] b **c `d`\n\n| a | `b` |\n| - | --- |\n| *c* | \\| &lt; |\n",
)


@pytest.mark.parametrize("text", SIGNED)
def test_signs_that_are_looked_for_where_they_stand_are_all_found(text: str) -> None:
    for part in (text, *text.splitlines(keepends=True)):
        html = markdown(part, extensions=list(EXTENSIONS))
        assert to_html(part) == html
        assert written(to_tree(part)) == written(tree_of(html))
