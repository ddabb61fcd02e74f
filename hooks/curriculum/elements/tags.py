"""HTML -> the same HTML with some of its tags changed; every other byte stays, so that a pinned script stays pinned.

In:  <a class="b" href="../c/">c</a><script>"<a href='../c/'>"</script>   and a change of `../c/` to `../c/index.html`
Out: <a class="b" href="../c/index.html">c</a><script>"<a href='../c/'>"</script>
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import accumulate

ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")


@dataclass(frozen=True)
class Tag:
    """A tag where it stands in the text."""

    name: str
    """`a`; the end of it is `/a`."""
    attributes: Mapping[str, str]
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where the text goes on after it."""
        return self.start + len(self.text)


def tags_of(text: str) -> list[Tag]:
    """The tags of a page in their order; what looks like one in a script or a style is none."""
    reader = _Reader(text)
    reader.feed(text)
    reader.close()
    return reader.tags


def with_changes(text: str, changes: Iterable[tuple[Tag, str]]) -> str:
    """The text with other words in place of some tags, which come in their order."""
    parts, place = [], 0
    for tag, words in changes:
        parts += [text[place : tag.start], words]
        place = tag.end
    return "".join([*parts, text[place:]])


def with_attribute(tag: str, name: str, value: str) -> str:
    """`<a href="b/">`, href, `b/index.html` -> `<a href="b/index.html">`; an attribute that is not there stays away."""

    def change(found: re.Match[str]) -> str:
        return f'{found[1]}="{html.escape(value)}"' if found[2] and found[1].lower() == name else found[0]

    return ATTRIBUTE.sub(change, tag)


class _Reader(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = text
        self.lines = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self.tags: list[Tag] = []

    def _place(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.tags.append(Tag(tag, attributes, self.get_starttag_text() or "", self._place()))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # `<br />` is one tag

    def handle_endtag(self, tag: str) -> None:
        start = self._place()
        self.tags.append(Tag(f"/{tag}", {}, self.text[start : self.text.index(">", start) + 1], start))
