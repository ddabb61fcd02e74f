"""The tree of an article -> Typst markup, with a closed vocabulary.

In:  <h2 id="ask">Ask</h2><p>Say <strong>one</strong> thing.</p>
Out: #title-of(2)[#"Ask";] #par[#"Say ";#strong[#"one";]#" thing.";]

Every word is a Typst string, so no sign of the text can become a command. An element that is not known is a problem,
never a silent gap in the PDF.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterator
from functools import lru_cache

from curriculum.elements.links import ELSEWHERE
from curriculum.elements.table import row_of
from curriculum.formats.pdf.drawings import drawing_of
from curriculum.formats.pdf.quoting import companion, quote, spelt
from curriculum.formats.pdf.room import too_long
from curriculum.formats.pdf.tables import table_markup
from curriculum.formats.refusal import NotPrintableError
from curriculum.words.paper import Size

LONG_LEAD = 240  # letters
BLOCKS = ("p", "h1", "h2", "h3", "h4", "ul", "ol", "table", "blockquote", "div", "hr", "figure")


def to_markup(article: etree.Element, size: Size = Size.STANDARD) -> str:
    """The Typst markup of an article. Raises `NotPrintableError` for what has no form on paper, or no room there."""
    markup = _read(article)
    if found := too_long(article, size):
        raise NotPrintableError(found, "word-too-long")
    return markup


@lru_cache(maxsize=8)  # the same in either size, one after the other; more would keep whole trees
def _read(article: etree.Element) -> str:
    """The markup of an article."""
    return _children(article)


def _text(words: str | None) -> str:
    return f"#{quote(words)};" if words else ""


def _children(parent: etree.Element) -> str:
    """The markup of everything inside an element; white space beside a block, or after a new line, says nothing."""
    parts = [_text(parent.text if _has_words(parent.text, (*parent[:1],)) else None)]
    for place, child in enumerate(parent):
        following = (*parent[place + 1 : place + 2],)
        parts.append(_lead_in(child) if _leads(child, following) else _element(child))
        tail = (child.tail or "").lstrip(" \n") if child.tag == "br" else child.tail
        parts.append(_text(tail if _has_words(tail, (child, *following)) else None))
    return "".join(parts)


def _leads(child: etree.Element, following: tuple[etree.Element, ...]) -> bool:
    """True for words that stay with what comes after them: what to fill in, a table, or what somebody says."""
    led = ("lines", "signature", "table", "blockquote")
    return child.tag == "p" and any(element.get("class") in led or element.tag in led for element in following)


def _lead_in(child: etree.Element) -> str:
    """The template may part a long one where it has little room."""
    long = "(long: true)" if len("".join(child.itertext())) > LONG_LEAD else ""
    return f"\n#lead-in{long}[{_children(child)}]\n"


def _has_words(words: str | None, beside: tuple[etree.Element, ...]) -> bool:
    by_a_block = any(element.tag in BLOCKS for element in beside)
    return words is not None and bool(words.strip() if by_a_block else words)


def _element(element: etree.Element) -> str:
    tag = element.tag
    row = row_of(element)
    form = FORMS.get(row.pdf) if row else None
    if form is None:
        raise NotPrintableError(f"<{tag}>")
    language = element.get("lang") if tag not in BLOCKS else None
    return f"#text(lang: {quote(language)})[{form(element)}]" if language else form(element)


def _call(name: str) -> Callable[[etree.Element], str]:
    return lambda element: f"#{name}[{_children(element)}]\n"


def _inline(name: str) -> Callable[[etree.Element], str]:
    return lambda element: f"#{name}[{_children(element)}]"


def _heading(element: etree.Element) -> str:
    """`lead`s may be on their way to it, when it is `named`; of an evening it may say its `clock`."""
    more = "".join(f", {key}: {quote(element.attrib[key])}" for key in ("named", "clock") if key in element.attrib)
    return f"\n#title-of({element.tag[1]}{more})[{_children(element)}]\n"


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
    """An address elsewhere stays a link; one inside the site is only words, unless it leads to a place in the paper."""
    address = element.get("href") or ""
    words = _children(element)
    if lead := element.get("lead"):
        return f"#{'row-lead' if 'row' in element.keys() else 'lead'}({quote(lead)})[{words}]"  # noqa: SIM118
    return f"#link({quote(address)})[{words}]" if ELSEWHERE.match(address) else words


def _lines(element: etree.Element) -> str:
    if any(child.tag != "span" for child in element):
        raise NotPrintableError("lines", "element-filled")
    return f"\n#write-lines({len(element)})\n"


def _quotation(element: etree.Element) -> str:
    """What somebody says; the lines of a talk begin with a name: **Ash:**"""
    first = element.find("p/strong")
    talk = first is not None and "".join(first.itertext()).rstrip().endswith(":")
    return f"#{'talk' if talk else 'quoted'}[{_children(element)}]\n"


def _frame(name: str) -> Callable[[etree.Element], str]:
    def frame(element: etree.Element) -> str:
        title, inside = _titled(element)
        return f"\n#{name}({title})[{inside}]\n"

    return frame


def _titled(element: etree.Element) -> tuple[str, str]:
    first = element[0] if len(element) else None
    if first is None or not (first.get("class") or "").endswith("-title"):
        return "none", _children(element)
    rest = etree.Element("div")
    rest.extend(element[1:])
    return f"[{_children(first)}]", _children(rest)


def _signature(element: etree.Element) -> str:
    """The items of lists are labels under lines to sign; other words stand above, as on the page."""
    parts = [f"#signature({', '.join(_items(child))})" if child.tag == "ul" else _element(child) for child in element]
    return "\n#keep[" + "\n".join(parts) + "]\n"


def _picture(element: etree.Element) -> str:
    drawing = drawing_of(element)
    words = "" if drawing.words is None else _element(drawing.words)
    return f"\n#picture({spelt(drawing.title)}, {quote(drawing.svg)}, {quote(drawing.said)})\n{words}"


FORMS: dict[str, Callable[[etree.Element], str]] = {
    "heading": _heading,
    "paragraph": lambda element: f"\n#par[{_children(element)}]\n",
    "list": _list("list"),
    "numbered": _ordered,
    "ticks": _list("ticks"),
    "quotation": _quotation,
    "table": lambda element: table_markup(element, _children),
    "link": _link,
    "strong": _inline("strong"),
    "emphasis": _inline("emph"),
    "words": _children,
    "companion": lambda element: companion("".join(element.itertext()), _children(element)),
    "break": lambda _: '#" ";#linebreak()',  # the space keeps the words apart for whoever copies or hears them
    "blank": lambda _: "#blank",
    "lines": _lines,
    "box": _frame("framed"),
    "card": _frame("card"),
    "keep": _call("keep"),
    "signature": _signature,
    "note": _frame("note"),
    "picture": _picture,
}
"""The forms of paper, by the names that `elements.table` has for them."""
