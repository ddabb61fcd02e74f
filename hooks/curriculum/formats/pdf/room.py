"""A word that would run off the paper: nothing is laid out with it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from functools import lru_cache

from curriculum.pictures.pen import advance
from curriculum.words.letters import reach
from curriculum.words.paper import Size

BREAK = re.compile(r"[\s/-]+")
"""Where a line may end."""
LONGEST = {Size.STANDARD: 60, Size.LARGE: 42}
"""Letters in a line of a page, with some to spare."""
TITLE = {Size.STANDARD: 20.2, Size.LARGE: 17.1}
"""The line of a title beside a code, in sizes of its letters."""
INLINE = ("strong", "em", "span", "a")


def too_long(article: etree.Element, size: Size) -> str:
    """The longest word of an article that has no room on paper; "" where all have."""
    longest, widest = _longest(article)
    if reach(longest) > LONGEST[size]:
        return longest
    return widest if advance(widest) > TITLE[size] else ""


@lru_cache(maxsize=8)  # the same in either size, one after the other; more would keep whole trees
def _longest(article: etree.Element) -> tuple[str, str]:
    """The word of most letters, and the widest one of a title."""
    titles = [word for title in article.iter("h1") for word in BREAK.split(_spoken(title))]
    return max(BREAK.split(_spoken(article)), key=reach), max(titles, key=advance, default="")


def _spoken(element: etree.Element) -> str:
    """The words of an element; blocks part them, inline elements do not."""
    inside = (element.text or "") + "".join(_spoken(child) + (child.tail or "") for child in element)
    return inside if element.tag in INLINE else f" {inside} "
