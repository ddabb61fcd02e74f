"""HTML of a handout -> Typst markup, with a closed vocabulary.

In:  <h2 id="ask">Ask</h2><p>Say <strong>one</strong> thing.</p>
Out: #title-of(2)[#"Ask";] #par[#"Say ";#strong[#"one";]#" thing.";]

Every word is a Typst string, so no sign of the text can become a command. An element that is not known is a problem,
never a silent gap in the PDF.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterator

import tinyhtml5

from curriculum.model import Text

SPACE = re.compile(r"[ \t\r\n]+")
BLOCKS = ("p", "h1", "h2", "h3", "h4", "ul", "ol", "table", "blockquote", "div", "hr")


class NotPrintableError(Exception):
    """An element of the page that has no form on paper; its name is the argument."""


def to_markup(html: str) -> str:
    """The Typst markup of an article. Raises `NotPrintableError` for an element outside the vocabulary."""
    root = tinyhtml5.parse(html, namespace_html_elements=False)
    body = root.find("body")
    return "" if body is None else _children(body)


def quote(words: str) -> str:
    """Words -> a Typst string; runs of white space are one space, as in HTML, but no-break spaces stay."""
    plain = SPACE.sub(" ", words).replace("\u202f", "\u00a0")
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _text(words: str | None) -> str:
    return f"#{quote(words)};" if words else ""


def _children(parent: etree.Element) -> str:
    """The markup of everything inside an element; white space between blocks says nothing."""
    parts = [_text(parent.text if _has_words(parent.text, parent) else None)]
    for child in parent:
        parts.append(_element(child))
        parts.append(_text(child.tail if _has_words(child.tail, parent) else None))
    return "".join(parts)


def _has_words(words: str | None, parent: etree.Element) -> bool:
    between_blocks = any(child.tag in BLOCKS for child in parent)
    return words is not None and bool(words.strip() if between_blocks else words)


def _element(element: etree.Element) -> str:
    if not isinstance(element.tag, str):  # a comment
        return ""
    classes = (element.get("class") or "").split()
    for name in classes:
        if name in BY_CLASS:
            return BY_CLASS[name](element)
    if element.tag in BY_TAG:
        return BY_TAG[element.tag](element)
    raise NotPrintableError(f"<{element.tag}>")


def _call(name: str) -> Callable[[etree.Element], str]:
    return lambda element: f"#{name}[{_children(element)}]\n"


def _inline(name: str) -> Callable[[etree.Element], str]:
    return lambda element: f"#{name}[{_children(element)}]"


def _heading(element: etree.Element) -> str:
    return f"\n#heading(level: {element.tag[1]})[{_children(element)}]\n"


def _items(element: etree.Element) -> Iterator[str]:
    for item in element:
        if item.tag != "li":
            raise NotPrintableError(f"<{element.tag}> <{item.tag}>")
        yield f"[{_children(item)}]"


def _list(name: str) -> Callable[[etree.Element], str]:
    return lambda element: f"\n#{name}({', '.join(_items(element))})\n"


def _link(element: etree.Element) -> str:
    """An address elsewhere stays a link; a link inside the site leads nowhere on paper and keeps only its words."""
    if "headerlink" in (element.get("class") or ""):
        return ""
    address = element.get("href") or ""
    words = _children(element)
    return f"#link({quote(address)})[{words}]" if re.match(r"https?:|tel:|mailto:", address) else words


def _lines(element: etree.Element) -> str:
    return f"\n#write-lines({len(element)})\n"


def _card(element: etree.Element) -> str:
    title, inside = _titled(element)
    return f"\n#card({title})[{inside}]\n"


def _box(element: etree.Element) -> str:
    title, inside = _titled(element)
    return f"\n#framed({title})[{inside}]\n"


def _titled(element: etree.Element) -> tuple[str, str]:
    first = element[0] if len(element) else None
    if first is None or not (first.get("class") or "").endswith("-title"):
        return "none", _children(element)
    element.remove(first)
    return f"[{_children(first)}]", _children(element)


def _signature(element: etree.Element) -> str:
    labels = [label for child in element for label in _items(child)]
    return f"\n#signature({', '.join(labels)})\n"


def _table(element: etree.Element) -> str:
    head = [_cell(cell) for cell in element.iterfind("thead/tr/*")]
    rows = [list(row) for row in element.iterfind("tbody/tr")]
    widths = ", ".join(_widths([{cell.get("class") for cell in column} for column in zip(*rows, strict=False)]))
    cells = ", ".join(_cell(cell) for row in rows for cell in row)
    return f"\n#grid-of(({widths},), ({', '.join(head)},), {cells})\n"


def _cell(cell: etree.Element) -> str:
    marks = {"tick": "tick-cell", "write": "write-cell"}
    return marks.get(cell.get("class") or "") or f"[{_children(cell)}]"


def _widths(columns: list[set[str | None]]) -> list[str]:
    """Columns of boxes are narrow, columns to write in wide; in a table of words, the last one takes the rest."""
    if not any({"tick", "write"} & kinds for kinds in columns):
        return ["auto"] * (len(columns) - 1) + ["1fr"]
    return ["tick-width" if kinds == {"tick"} else "1.5fr" if "write" in kinds else "1fr" for kinds in columns]


BY_CLASS: dict[str, Callable[[etree.Element], str]] = {
    "lines": _lines,
    "blank": lambda _: "#blank",
    "ticks": _list("ticks"),
    "keep": _call("keep"),
    "card": _card,
    "box": _box,
    "signature": _signature,
    "companion": _inline("companion"),
}
BY_TAG: dict[str, Callable[[etree.Element], str]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4"), _heading),
    "p": lambda element: f"\n#par[{_children(element)}]\n",
    "ul": _list("list"),
    "ol": _list("enum"),
    "table": _table,
    "blockquote": _call("quoted"),
    "a": _link,
    "strong": _inline("strong"),
    "em": _inline("emph"),
    "br": lambda _: "#linebreak()",
}
VOCABULARY = Text(
    "headings, paragraphs, lists, tables, quotations, links, bold, italics and the elements of CONTRIBUTING",
    "titres, paragraphes, listes, tableaux, citations, liens, gras, italique et les éléments de CONTRIBUTING",
)
"""What paper knows, in an author's words."""
