"""HTML of an article -> XHTML of a book, with a closed vocabulary.

In:  <p>Use <a href="handouts/reflecting.md">the card</a>.<br></p>
Out: <p>Use <a href="week-03-reflecting.xhtml">the card</a>.<br/></p>

Words are copied as they are. An element that is not known is a problem, never a silent gap in the book.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable

import tinyhtml5

from curriculum.formats.refusal import NotPrintableError

AddressOf = Callable[[str], str | None]
"""The address of a link inside the curriculum -> its place in the book, or None where the book has no such page."""

ELSEWHERE = re.compile(r"https?:|tel:|mailto:")
FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that XML cannot hold (XML 1.0, production 2)."""
ID = re.compile(r"[A-Za-z_][\w.-]*")
"""Ids that XML takes; HTML takes others too, such as `3-steps`."""
SVG = "{http://www.w3.org/2000/svg}"
FRAMES = {"box", "card", "keep", "lines", "note", "signature"}
"""What a `div` may be."""
UNFOLDED = {"details": ("div", "in-words"), "summary": ("p", "in-words-title")}
"""Reading systems do not unfold, so what is folded on the screen is open in a book."""
TAGS = {
    *("h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "blockquote", "div", "figure", "figcaption"),
    *("table", "thead", "tbody", "tr", "th", "td", "a", "strong", "em", "span", "br", *UNFOLDED),
}
KEPT = {"class", "role", "aria-hidden", "aria-label", "scope", "start", "data-column"}
"""Attributes that go as they are; `id`, `lang` and `href` have rules of their own, others say nothing in a book."""
SHAPES = {
    "svg": {
        "xmlns": "http://www.w3.org/2000/svg",
        "fill": "none",
        "stroke": "currentColor",
        "stroke-width": "1.5",
        "font-family": "sans-serif",
        "font-size": "13.5",
    },
    "text": {"fill": "currentColor", "stroke": "none"},
    **{shape: {} for shape in ("rect", "circle", "path", "polygon")},
}
"""What a picture is made of, and how it looks.

The look is on the elements, not in the style sheet: a reader who turns the styles of books off would see black boxes.
Letters are smaller than the pen took them for, since those of a reading system may be wider.
"""
CLASSES = {
    "label": {"font-weight": "bold"},
    "strong": {"stroke-width": "4"},
    "thin": {"stroke-width": "0.75"},
    "full": {"fill": "currentColor"},
}


def parse_article(html: str) -> etree.Element:
    """The body of an article. Raises `NotPrintableError` for what a browser would move to the head."""
    root = tinyhtml5.parse(html, namespace_html_elements=False)
    for stray in root.iterfind("head/*"):
        raise NotPrintableError(f"<{stray.tag}>")
    body: etree.Element = root.find("body")
    for table in body.iter("table"):
        _name_columns(table)
    return body


def _name_columns(table: etree.Element) -> None:
    """Each cell says its column, since the style shows each row on its own.

    In:  <th>Skill</th><th>Often</th> … <th>I wait</th><td></td>
    Out: <th>Skill</th><th>Often</th> … <th>I wait</th><td data-column="Often"></td>
    """
    heads = ["".join(head.itertext()).strip() for head in table.iterfind("thead/tr/th")]
    for row in table.iterfind("tbody/tr"):
        for head, cell in zip(heads, row, strict=False):
            if cell.tag == "td" and head:
                cell.set("data-column", head)


def ids_of(body: etree.Element) -> list[str]:
    """The ids links may lead to, as the author wrote them."""
    return [id for element in body.iter() if (id := element.get("id"))]


def as_xml_id(id: str) -> str:
    """`3-steps` -> `at-3-steps`; an id that XML takes stays as it is."""
    return id if ID.fullmatch(id) else f"at-{id}"


def to_xhtml(body: etree.Element, title: str, address_of: AddressOf) -> str:
    """The article as a `section` of a book. Raises `NotPrintableError` for an element outside the vocabulary."""
    builder = etree.TreeBuilder()
    builder.start("section", {"epub:type": "chapter", "role": "doc-chapter", "aria-label": title})
    _copy_content(body, builder, address_of)
    builder.end("section")
    text = etree.tostring(builder.close(), encoding="unicode", short_empty_elements=False)
    return text.replace("></br>", "/>")  # every other element has an end: old readers take XHTML for HTML


def _copy_content(element: etree.Element, builder: etree.TreeBuilder, address_of: AddressOf) -> None:
    builder.data(_words(element.text))
    for child in element:
        _copy(child, builder, address_of)
        builder.data(_words(child.tail))


def _copy(element: etree.Element, builder: etree.TreeBuilder, address_of: AddressOf) -> None:
    if not isinstance(element.tag, str) or "headerlink" in _classes(element):  # a comment, or a mark for the mouse
        return
    tag, attributes = _shape(element) if element.tag.startswith(SVG) else _form(element, address_of)
    builder.start(tag, attributes)
    _copy_content(element, builder, address_of)
    builder.end(tag)


def _words(words: str | None) -> str:
    if sign := FORBIDDEN.search(words or ""):
        raise NotPrintableError(f"U+{ord(sign[0]):04X}")
    return words or ""


def _classes(element: etree.Element) -> set[str]:
    return set((element.get("class") or "").split())


def _form(element: etree.Element, address_of: AddressOf) -> tuple[str, dict[str, str]]:
    """The tag and attributes of a piece of text."""
    tag = element.tag
    if tag not in TAGS or (tag == "div" and not _classes(element) & FRAMES):
        raise NotPrintableError(f"<{tag}>")
    if "lines" in _classes(element) and "".join(element.itertext()).strip():
        raise NotPrintableError("lines", "element-filled")  # lines are not read aloud: words there would be lost
    attributes = {name: value for name, value in element.items() if name in KEPT}
    if id := element.get("id"):
        attributes["id"] = as_xml_id(id)
    if language := element.get("lang"):
        attributes |= {"lang": language, "xml:lang": language}
    if tag == "a":
        return _link(element.get("href") or "", attributes, address_of)
    tag, name = UNFOLDED.get(tag, (tag, ""))
    return tag, attributes | ({"class": name} if name else {})


def _link(address: str, attributes: dict[str, str], address_of: AddressOf) -> tuple[str, dict[str, str]]:
    """A link to elsewhere or to a page of the book; one that leads out of the book keeps only its words."""
    found = address if ELSEWHERE.match(address) else address_of(address)
    return ("a", {"href": found, **attributes}) if found else ("span", attributes)


def _shape(element: etree.Element) -> tuple[str, dict[str, str]]:
    """The tag and attributes of a part of a picture; its classes become what they look like."""
    tag = element.tag.removeprefix(SVG)
    if tag not in SHAPES:
        raise NotPrintableError(f"<{tag}>")
    attributes = {name: value for name, value in element.items() if name != "class"}
    looks = [CLASSES[name] for name in element.get("class", "").split() if name in CLASSES]
    return tag, {**SHAPES[tag], **{name: value for look in looks for name, value in look.items()}, **attributes}
