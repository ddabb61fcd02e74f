"""Texts that a document must keep whole, and HTML that it must refuse."""

from __future__ import annotations

AWKWARD = {
    "a comment": "Before <!-- unsaid --> after.",
    "entities": "&lt;b&gt; &amp;amp; &eacute;&nbsp;&#8239;! \"quoted\" 'too'",
    "stress in a word": "un**believ**able, *re*write, **bold***italic*",
    "letters written in two parts": "e\u0301te\u0301, cœur, W̱SÁNEĆ, SENĆOŦEN",
    "spaces around stress": "one <strong> two </strong> three <br> four",
    "stress around nothing": "one <strong></strong> two <em> </em>three",
    "paragraphs in a list": "1. One\n\n    more of one\n\n2. Two\n\n    > said\n",
    "a list that begins with a list": "- - inner\n    - more\n",
    "lists in a list to tick": "- [ ] one\n    - [ ] two\n        1. three\n\n- [ ] four\n",
    "a table and lines in a list": "1. One\n\n    | A | B |\n    | --- | --- |\n    | x | |\n\n    Write:\n",
    "a box that ends with a table": "/// box | In a box\n| A | B |\n| --- | --- |\n| x | y |\n///\n",
    "two boxes": "/// box | One\nWords.\n///\n\n/// box | Two\nWords.\n///\n",
    "labels with paragraphs": "/// signature\n- Name\n\n    in full\n\n- Date\n\n- Place\n///\n",
    "more levels than Word has": "\n".join(f"{'    ' * level}- level {level}" for level in range(9)),
    "names of ours on other elements": "Words{ .cards }\n\n[words](x.md){ .blank } and *words*{ .blank }\n{ .keep }\n",
    "one long word": "long" * 60,
}
"""Markdown of authors who do what nobody thought of."""
UNKNOWN = {
    "a picture file": '<p><img src="a.png"></p>',
    "a rule": "<hr>",
    "code": "<p><code>x</code></p>",
    "a heading too deep": "<h5>Deep</h5>",
    "a plain division": "<div><p>Words</p></div>",
    "a script": "<script>let x</script>",
    "a block in a cell": "<table><thead><tr><th>A</th></tr></thead><tbody><tr><td><ul></ul></td></tr></tbody></table>",
    "a table with a caption": "<table><caption>A</caption><tbody><tr><td>B</td></tr></tbody></table>",
    "words among the items": "<ul><p>Words</p></ul>",
    "words among the lines": '<div class="lines"><p>Words</p></div>',
    "words in a picture": '<figure class="picture"><p>Words</p></figure>',
    "loose words among the items": "<ul>Words<li>an item</li></ul>",
    "loose words among the lines": '<div class="lines">Words<span></span></div>',
    "loose words in a picture": '<figure class="picture">Words<figcaption>Title</figcaption></figure>',
    "a table without rows": "<table></table>",
    "a cell over two columns": '<table><tbody><tr><td colspan="2">A</td></tr></tbody></table>',
    "a row that is short": "<table><tbody><tr><td>A</td></tr><tr><td>B</td><td>C</td></tr></tbody></table>",
    "a sign that XML cannot hold": "<p>\x0b</p>",
}
"""HTML outside the vocabulary."""
