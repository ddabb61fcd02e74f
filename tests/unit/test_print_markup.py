"""What the words of an article become in the language of the typesetter."""

from __future__ import annotations

from curriculum.elements.tree import tree_of
from curriculum.formats.pdf.markup import to_markup


def test_a_new_line_starts_at_the_edge() -> None:
    """The end of the line in the file is no space on the next one."""
    assert to_markup(tree_of("<p>One,<br />\ntwo<br /> <strong>three</strong>.</p>")) == (
        '\n#par[#"One,";#" ";#linebreak()#"two";#" ";#linebreak()#strong[#"three";]#".";]\n'
    )
