"""The Markdown of an article as python-markdown reads it with its own extensions: our elements as what they look like.

In:  /// box | Two rules            ->  Out: <div class="box" markdown="1">
     Say *I*.                                <p class="title" markdown="span">Two rules</p>
     ///                                     Say *I*.
                                             </div>
     - [ ] I ask ____                        - ☐ I ask <span class="blank"></span>
     [Search](../search.md), left out        Search
"""

from __future__ import annotations

import re
from collections.abc import Container
from html import escape

from curriculum.elements.links import LinkKind, target_of
from curriculum.elements.vocabulary import Element, find_elements
from curriculum.read.leading import INLINE

TICK = re.compile(r"^([ \t]*(?:[-*+]|\d+\.)[ \t]+)\[ \][ \t]+", re.M)
TICK_CELL = re.compile(r"(?<=\|)[ \t]*\[ \][ \t]*(?=\|)")
BLANK = re.compile(r"_{4,}")
LINK = re.compile(INLINE.pattern + r"(\{[^{}]*\})?")
"""With what is said of it behind, like a class."""


def plain_text(text: str, uri: str, there: Container[str]) -> str:
    """The article at `uri`; `there` has the places of all pages and files that a link may lead to."""
    lines = text.split("\n")
    for element in find_elements(text)[0]:
        lines[element.line - 1] = _opening(element)
        lines[element.end - 1] = "" if element.name == "lines" else "\n</div>\n"
    joined = TICK_CELL.sub(" ☐ ", TICK.sub(r"\1☐ ", "\n".join(lines)))
    blanks = BLANK.sub('<span class="blank"></span>', joined)
    return LINK.sub(lambda link: _led(link, uri, there), blanks).strip() + "\n"


def _opening(element: Element) -> str:
    """What begins a frame, with its title; or lines to write on."""
    if element.name == "lines":
        return '\n<div class="lines">' + "<br>" * int(element.argument) + "</div>\n"
    title = f'\n<p class="title" markdown="span">{escape(element.argument, quote=False)}</p>\n'
    return f'\n<div class="{element.name}" markdown="1">\n{title if element.argument else ""}'


def _led(link: re.Match[str], uri: str, there: Container[str]) -> str:
    """A link that leads somewhere, or its words; a picture as it is."""
    kind, place, _ = target_of(link[2], uri)
    is_picture = link.string[link.start() - 1 : link.start()] == "!"
    return link[0] if is_picture or kind is LinkKind.ELSEWHERE or place in there else link[1]
