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
from curriculum.printing.columns import fit_on_paper, widths_of

SPACE = re.compile(r"[ \t\r\n]+")
LONGEST = 60
"""Letters in a line of a page at 12 points, with some to spare; a longer word would run off the paper."""
BLOCKS = ("p", "h1", "h2", "h3", "h4", "ul", "ol", "table", "blockquote", "div", "hr")


class NotPrintableError(Exception):
    """What has no form on paper, and the rule that says so."""

    def __init__(self, found: str, rule: str = "not-printable") -> None:
        super().__init__(found)
        self.rule = rule


def to_markup(html: str) -> str:
    """The Typst markup of an article. Raises `NotPrintableError` for an element outside the vocabulary."""
    root = tinyhtml5.parse(html, namespace_html_elements=False)
    for stray in root.find("head") or ():
        raise NotPrintableError(f"<{stray.tag}>")
    body = root.find("body")
    return "" if body is None else _children(body)


def quote(words: str) -> str:
    """Words -> a Typst string; runs of white space are one space, as in HTML, but no-break spaces stay."""
    plain = SPACE.sub(" ", words).replace("\u202f", "\u00a0")
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _text(words: str | None) -> str:
    for word in (words or "").split():
        if len(word) > LONGEST:
            raise NotPrintableError(word, "word-too-long")
    return f"#{quote(words)};" if words else ""


def _children(parent: etree.Element) -> str:
    """The markup of everything inside an element; white space beside a block says nothing."""
    parts = [_text(parent.text if _has_words(parent.text, (*parent[:1],)) else None)]
    for place, child in enumerate(parent):
        parts.append(_element(child))
        parts.append(_text(child.tail if _has_words(child.tail, (child, *parent[place + 1 : place + 2])) else None))
    return "".join(parts)


def _has_words(words: str | None, beside: tuple[etree.Element, ...]) -> bool:
    by_a_block = any(element.tag in BLOCKS for element in beside)
    return words is not None and bool(words.strip() if by_a_block else words)


def _element(element: etree.Element) -> str:
    if not isinstance(element.tag, str):  # a comment
        return ""
    tag = element.tag.rpartition("}")[2]
    classes = (element.get("class") or "").split()
    form = next((BY_CLASS[name] for name in classes if name in BY_CLASS), BY_TAG.get(tag))
    if form is None:
        raise NotPrintableError(f"<{tag}>")
    language = element.get("lang") if tag not in BLOCKS else None
    return f"#text(lang: {quote(language)})[{form(element)}]" if language else form(element)


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


def _ordered(element: etree.Element) -> str:
    start = int(element.get("start") or 1)
    return f"\n#enum(start: {start}, {', '.join(_items(element))})\n"


def _link(element: etree.Element) -> str:
    """An address elsewhere stays a link; a link inside the site leads nowhere on paper and keeps only its words."""
    if "headerlink" in (element.get("class") or ""):
        return ""
    address = element.get("href") or ""
    words = _children(element)
    return f"#link({quote(address)})[{words}]" if re.match(r"https?:|tel:|mailto:", address) else words


def _lines(element: etree.Element) -> str:
    if any(child.tag != "span" for child in element):
        raise NotPrintableError("lines", "element-filled")
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
    """The items of lists are labels under lines to sign; other words stand above, as on the page."""
    parts = [f"#signature({', '.join(_items(child))})" if child.tag == "ul" else _element(child) for child in element]
    return "\n#keep[" + "\n".join(parts) + "]\n"


def _table(element: etree.Element) -> str:
    for child in element:
        if child.tag not in ("thead", "tbody"):
            raise NotPrintableError(f"<{child.tag}>")
    head = [_cell(cell) for cell in element.iterfind("thead/tr/*")]
    rows = [list(row) for row in element.iterfind("tbody/tr")]
    columns = [list(column) for column in zip(*element.iterfind("thead/tr"), *rows, strict=False)]
    if not fit_on_paper(columns):
        raise NotPrintableError(str(len(columns)), "table-too-wide")
    widths = ", ".join(widths_of([{cell.get("class") for cell in column} for column in zip(*rows, strict=False)]))
    cells = ", ".join(_cell(cell) for row in rows for cell in row)
    return f"\n#grid-of(({widths},), ({', '.join(head)},), {cells})\n"


def _cell(cell: etree.Element) -> str:
    marks = {"tick": "tick-cell", "write": "write-cell"}
    return marks.get(cell.get("class") or "") or f"[{_children(cell)}]"


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
    "ol": _ordered,
    "table": _table,
    "blockquote": _call("quoted"),
    "a": _link,
    "strong": _inline("strong"),
    "em": _inline("emph"),
    "span": _children,
    "br": lambda _: "#linebreak()",
}
VOCABULARY = Text(
    "headings, paragraphs, lists, tables, quotations, links, bold, italics and the elements of CONTRIBUTING",
    "titres, paragraphes, listes, tableaux, citations, liens, gras, italique et les éléments de CONTRIBUTING",
)
"""What paper knows, in an author's words."""
