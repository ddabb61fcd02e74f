"""What Markdown makes of a page, held to the list of what a page may hold.

`pages` looks at the lines an author wrote and says it best; whatever hides from that, in what looks like code and is
none or in an attribute, shows in the HTML. Line numbers are found again by what was found.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping

from curriculum.checks.allowed import ATTRIBUTE, MARKDOWN, Stray, find_strays
from curriculum.compose.facts import HOLE, fill
from curriculum.elements.markdown import to_html
from curriculum.read.source import without_excuses
from curriculum.words.model import Page, Problem

ALIGNED = (":-", "-:")
"""What in the second line of a table becomes a style."""
PLAIN = re.compile(
    r"\{\{ [a-z._]+ \}\}|(?<=\S) \{ #[a-z0-9-]+ \}$|\]\((?:https?://[^\s()<>\"'&\\{}]+|(?!//)[\w./#-]+)\)", re.MULTILINE
)
"""Facts, ids of sections, and links to pages and sites."""
TELLING = re.compile(r"[<{]|!\[|\][(:]|:-|-:|/{3,}[^\n]*\n(?: {4}| {0,3}\t)")
"""Without these signs, nothing but words comes out of Markdown: HTML, attributes, pictures, addresses, and options of
an element (pymdownx.blocks reads indented lines under its first as such)."""


def check_article(page: Page, facts: Mapping[str, str]) -> list[Problem]:
    """HTML, attributes, addresses and pictures that must not reach a reader.

    Titles are looked at as links too: plans and lists make links of them.
    """
    body = without_excuses(page.body)
    if not TELLING.search(PLAIN.sub("", body)):  # most pages: they need not be made into HTML twice
        return []
    titles = (page.title, *(section.title for section in page.sections))
    text = "\n\n".join([*(f"[{title}](#)" for title in titles if title), body])
    strays = find_strays(to_html(HOLE.sub("x", fill(text, facts))), MARKDOWN)
    return [
        Problem(page.path, _line_of(stray, page), stray.rule, {"found": " ".join(stray.found.split())[:60]})
        for stray in strays
    ]


def _line_of(stray: Stray, page: Page) -> int:
    """The first line that holds a trace of what was found; the first of the page when none does."""
    lines = page.body.split("\n")
    for trace in filter(None, _traces(stray)):
        for number, line in enumerate(lines, page.offset + 1):
            if trace in line:
                return number
    return page.offset + 1


def _traces(stray: Stray) -> Iterator[str]:
    """How the author may have written it, the most telling first.

    In:  class="leave"
    Out: ".leave", "class"
    """
    if stray.rule != "attribute-list":
        yield from (stray.found.split("\n")[0], html.escape(stray.found), re.split(r"\W", stray.found)[0])
        return
    name, value = ATTRIBUTE.findall(stray.found)[0]
    yield from ALIGNED if value.startswith("text-align") else ()
    yield from {"class": (f".{value}",), "id": (f"#{value}",)}.get(name, ())
    yield name
