"""Tags change, and not one byte beside them."""

from __future__ import annotations

import pytest
from curriculum.elements.tags import tags_of, with_attribute, with_changes

PAGE = """<!doctype html>
<!-- <a href="no/"> -->
<script>const a = "<a href='no/'>" // </a>
</script><style>a::after { content: "<a>" }</style>
<p>One &amp; two<br />\r
<A  HREF='b/?x=1&amp;y' title="href=&quot;no/&quot;" hidden>é</A ></p>
"""


def test_tags_are_found_where_they_stand() -> None:
    """Nothing in a comment, a script or a style is a tag; the text of each is what stands there."""
    found = tags_of(PAGE)
    names = ["script", "/script", "style", "/style", "p", "br", "a", "/a", "/p"]
    assert [tag.name for tag in found] == names
    assert all(PAGE[tag.start : tag.end] == tag.text for tag in found)
    assert found[6].attributes == {"href": "b/?x=1&y", "title": 'href="no/"', "hidden": ""}


def test_what_does_not_change_stays_byte_for_byte() -> None:
    tags = tags_of(PAGE)
    assert with_changes(PAGE, [(tag, tag.text) for tag in tags]) == PAGE
    assert with_changes(PAGE, [(tag, "<b>") for tag in tags if tag.name == "a"]) == PAGE.replace(tags[6].text, "<b>")


@pytest.mark.parametrize(
    ("tag", "changed"),
    [
        ('<a href="b/">', '<a href="c&amp;&quot;d">'),
        ("<a class=x href=b/>", '<a class=x href="c&amp;&quot;d">'),
        ("<A data-href='b/' HREF = 'b/'>", """<A data-href='b/' HREF="c&amp;&quot;d">"""),
        ("""<a title=' href="b/" ' href="b/">""", """<a title=' href="b/" ' href="c&amp;&quot;d">"""),
        ("<a hidden>", "<a hidden>"),
    ],
)
def test_one_attribute_changes(tag: str, changed: str) -> None:
    assert with_attribute(tag, "href", 'c&"d') == changed
