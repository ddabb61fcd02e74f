"""What Markdown makes of a page, held to the list of what a page may hold.

`pages` looks at the lines an author wrote and says it best; whatever hides from that, in what looks like code and is
none or in an attribute, shows in the HTML. Lines are found again, section by section, by what was found.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from curriculum.checks.allowed import ATTRIBUTE, MARKDOWN, Stray, find_strays
from curriculum.elements.markdown import to_html
from curriculum.words.composed import Composed, ComposedPart, Place
from curriculum.words.model import Page, Problem

ALIGNED = (":-", "-:")
"""What in the second line of a table becomes a style."""
PLAIN = re.compile(
    r"(?<=\S) \{ #[a-z0-9-]+ \}$|\]\((?:https?://[^\s()<>\"'&\\{}]+|tel:\d+|(?!//)[\w./#-]+)\)", re.MULTILINE
)
"""Ids of sections, and links to pages, sites and numbers to call."""
TELLING = re.compile(r"[<{]|!\[|\][(:]|:-|-:|/{3,}[^\n]*\n(?: {4}| {0,3}\t)")
"""Without these signs, nothing but words comes out of Markdown: HTML, attributes, pictures, addresses, and options of
an element (pymdownx.blocks reads indented lines under its first as such)."""


def check_article(page: Page, body: Composed) -> list[Problem]:
    """HTML, attributes, addresses and pictures that must not reach a reader.

    Titles are looked at as links too: plans and lists make links of them.
    """
    titles = [(page.title, 1), *((section.title, section.line) for section in page.sections)]
    parts = [
        *body.parts,
        *(ComposedPart(f"[{title}](#)", (Place(page.path, line + page.offset),)) for title, line in titles),
    ]
    return [
        Problem(place.path, place.line, stray.rule, {"found": " ".join(stray.found.split())[:60]})
        for part in parts
        if TELLING.search(PLAIN.sub("", part.text))  # hardly one: it need not be made into HTML twice
        for stray, place in _placed(find_strays(to_html(part.text), MARKDOWN), part)
    ]


def _placed(strays: Iterable[Stray], part: ComposedPart) -> Iterator[tuple[Stray, Place]]:
    """Each with the line that holds a trace of it; the second of a kind with the second such line."""
    lines = part.text.split("\n")
    seen: Counter[str] = Counter()
    told: dict[Stray, list[int]] = {}
    for stray in strays:
        alike = stray._replace(start=0)  # thousands of the same are looked for once
        if alike not in told:
            found = ([n for n, line in enumerate(lines) if trace in line] for trace in filter(None, _traces(stray)))
            told[alike] = next(filter(None, found), [0])
        numbers = told[alike]
        yield stray, part.places[numbers[min(seen[stray.found], len(numbers) - 1)]]
        seen[stray.found] += 1


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
