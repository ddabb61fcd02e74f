"""HTML, however it was written -> elements with their lines. Nothing is loaded, run or looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

ALONE = "area base br col embed hr img input link meta param source track wbr"
EMPTY = frozenset(ALONE.split())
CLOSES = {
    **dict.fromkeys(("li",), frozenset(("li",))),
    **dict.fromkeys(("dt", "dd"), frozenset(("dt", "dd"))),
    **dict.fromkeys(("td", "th"), frozenset(("td", "th"))),
    "tr": frozenset(("tr", "td", "th")),
    "option": frozenset(("option",)),
}
"""What ends when the next one begins, where its end was left out."""
AROUND = {"li": ("ul", "ol"), "dt": ("dl",), "dd": ("dl",), "td": ("tr",), "th": ("tr",), "tr": ("table",)}
BLOCKS = "p div ul ol table h1 h2 h3 h4 h5 h6 section article aside blockquote pre dl hr"
NO_PARAGRAPH = frozenset(BLOCKS.split())
HIDES = re.compile(r"(?:^|[\s;])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
DEEPEST = 100
"""Elements inside each other; what is deeper belongs to the last of them."""


@dataclass
class HtmlElement:
    """One element: its name, what it says of itself, and words and elements in their order."""

    name: str
    line: int
    said: dict[str, str] = field(default_factory=dict)
    inside: list[HtmlElement | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """Its classes, in small letters."""
        return self.said.get("class", "").lower().split()


class Opener(HTMLParser):
    """Makes the elements of a text."""

    def __init__(self, first_line: int) -> None:
        super().__init__(convert_charrefs=True)
        self.first = first_line - 1
        self.root = HtmlElement("", first_line)
        self.open = [self.root]
        self.comments: list[tuple[int, str]] = []

    @property
    def line(self) -> int:
        """Where the reader is."""
        return self.getpos()[0] + self.first

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins; what it cannot stand in ends."""
        name = tag.rsplit(":", 1)[-1]
        if name in NO_PARAGRAPH and self.open[-1].name == "p":
            self.open.pop()
        self._end_others(name)
        element = HtmlElement(name, self.line, {key: value or "" for key, value in attrs})
        self.open[-1].inside.append(element)
        if name not in EMPTY and len(self.open) < DEEPEST:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that begins and ends at once."""
        before = len(self.open)
        self.handle_starttag(tag, attrs)
        if len(self.open) > before:
            self.open.pop()

    def _end_others(self, name: str) -> None:
        """What ends as this one begins: the outermost, up to what holds them all."""
        outermost = len(self.open)
        for place in range(len(self.open) - 1, 0, -1):
            if self.open[place].name in AROUND.get(name, ()):
                break
            if self.open[place].name in CLOSES.get(name, ()):
                outermost = place
        del self.open[outermost:]

    def handle_endtag(self, tag: str) -> None:
        """The last element of that name ends, and those in it."""
        name = tag.rsplit(":", 1)[-1]
        for place in range(len(self.open) - 1, 0, -1):
            if self.open[place].name == name:
                del self.open[place:]
                return

    def handle_data(self, data: str) -> None:
        """Words."""
        self.open[-1].inside.append(data)

    def handle_comment(self, data: str) -> None:
        """What nobody sees."""
        self.comments.append((self.line, data))


def open_html(text: str, first_line: int = 1) -> tuple[HtmlElement, list[tuple[int, str]]]:
    """The root of a text of HTML, and its comments with their lines."""
    opener = Opener(first_line)
    opener.feed(text)
    if opener.cdata_elem and opener.rawdata:  # a script without an end: the library would drop it
        opener.handle_data(opener.rawdata)
        opener.reset()
    opener.close()
    return opener.root, opener.comments


def words_of(element: HtmlElement) -> str:
    """All words of an element, as they stand."""
    return " ".join(one if isinstance(one, str) else words_of(one) for one in element.inside)


def rows_of(element: HtmlElement) -> list[list[HtmlElement]]:
    """The cells of each row of a table. What stands in it beside its rows and cells is a row, or a cell, of its own."""
    rows: list[list[HtmlElement]] = []
    for one in element.inside:
        if isinstance(one, str):
            rows += [[HtmlElement("td", element.line, inside=[one])]] if one.strip() else []
        elif one.name in ("thead", "tbody", "tfoot"):
            rows += rows_of(one)
        elif one.name == "tr":
            cells = [cell for cell in one.inside if isinstance(cell, HtmlElement) or cell.strip()]
            rows.append([_as_cell(cell, one.line) for cell in cells])
        elif one.name not in ("caption", "colgroup", "col"):
            rows.append([_as_cell(one, one.line)])
    return rows


def _as_cell(one: HtmlElement | str, line: int) -> HtmlElement:
    if isinstance(one, HtmlElement) and one.name in ("td", "th"):
        return one
    return HtmlElement("td", line, inside=[one])


def without_hidden(root: HtmlElement) -> list[HtmlElement]:
    """The elements that a browser does not show; they are taken out of the page."""
    hidden: list[HtmlElement] = []
    for one in [root, *every(root)]:
        found = [part for part in one.inside if isinstance(part, HtmlElement) and _is_hidden(part)]
        hidden += found
        one.inside = [part for part in one.inside if not any(part is other for other in found)]
    return hidden


def _is_hidden(element: HtmlElement) -> bool:
    return "hidden" in element.said or HIDES.search(element.said.get("style", "")) is not None


def every(root: HtmlElement) -> Iterator[HtmlElement]:
    """Every element below one, in the order of the page."""
    for one in root.inside:
        if isinstance(one, HtmlElement):
            yield one
            yield from every(one)
