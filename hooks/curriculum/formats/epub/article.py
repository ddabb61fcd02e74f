"""The tree of an article -> XHTML of a book, with a closed vocabulary.

In:  <p>Use <a href="handouts/reflecting.md">the card</a>.<br></p>
Out: <p>Use <a href="week-03-reflecting.xhtml">the card</a>.<br/></p>

Words are copied as they are. An element that is not known is a problem, never a silent gap in the book.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from curriculum.elements.table import row_of
from curriculum.elements.tables import named_cells
from curriculum.formats.refusal import NotPrintableError

AddressOf = Callable[[str], str | None]
"""The address of a link -> where it leads from the book, or None where the book has no such page."""

FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Signs that XML cannot hold (XML 1.0, all but production 2; a pattern of all others takes Python 5 ms to open)."""
ID = re.compile(r"[A-Za-z_][\w.-]*")
"""Ids that XML takes; HTML takes others too, such as `3-steps`."""
UNFOLDED = {"details": ("div", "in-words"), "summary": ("p", "in-words-title")}
"""Reading systems do not unfold, so what is folded on the screen is open in a book."""
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


def ids_of(tree: etree.Element) -> list[str]:
    """The ids links may lead to, as the author wrote them."""
    return [id for element in tree.iter() if (id := element.get("id"))]


def as_xml_id(id: str) -> str:
    """`3-steps` -> `at-3-steps`; an id that XML takes stays as it is."""
    return id if ID.fullmatch(id) else f"at-{id}"


def to_xhtml(tree: etree.Element, title: str, address_of: AddressOf) -> str:
    """The article as a `section` of a book. Raises `NotPrintableError` for an element outside the vocabulary."""
    copier = _Copier(address_of, {cell: name for table in tree.iter("table") for cell, name in named_cells(table)})
    copier.builder.start("section", {"epub:type": "chapter", "role": "doc-chapter", "aria-label": title})
    copier.copy_inside(tree)
    copier.builder.end("section")
    text = etree.tostring(copier.builder.close(), encoding="unicode", short_empty_elements=False)
    return text.replace("></br>", "/>")  # every other element has an end: old readers take XHTML for HTML


@dataclass
class _Copier:
    """Copies an article, element by element, in the form that a book has for it."""

    address_of: AddressOf
    columns: Mapping[etree.Element, str]
    """The name of the column of each cell: the style shows each row on its own."""
    builder: etree.TreeBuilder = field(default_factory=etree.TreeBuilder)

    def copy_inside(self, element: etree.Element) -> None:
        """What stands in an element."""
        self.builder.data(_words(element.text))
        for child in element:
            self.copy(child)
            self.builder.data(_words(child.tail))

    def copy(self, element: etree.Element) -> None:
        """An element and what stands in it."""
        tag, attributes = _shape(element) if element.tag in SHAPES else _form(element, self.address_of)
        if tag == "td" and (column := self.columns.get(element)):
            attributes["data-column"] = column
        self.builder.start(tag, attributes)
        self.copy_inside(element)
        self.builder.end(tag)


def _words(words: str | None) -> str:
    if sign := FORBIDDEN.search(words or ""):
        raise NotPrintableError(f"U+{ord(sign[0]):04X}")
    return words or ""


def _classes(element: etree.Element) -> set[str]:
    return set((element.get("class") or "").split())


def _form(element: etree.Element, address_of: AddressOf) -> tuple[str, dict[str, str]]:
    """The tag and attributes of a piece of text."""
    tag = element.tag
    row = row_of(element)
    if row is None or row.epub not in ("same", "open"):
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
    found = address_of(address)
    return ("a", {"href": found, **attributes}) if found else ("span", attributes)


def _shape(element: etree.Element) -> tuple[str, dict[str, str]]:
    """The tag and attributes of a part of a picture; its classes become what they look like."""
    attributes = {name: value for name, value in element.items() if name != "class"}
    looks = [CLASSES[name] for name in element.get("class", "").split() if name in CLASSES]
    return element.tag, {
        **SHAPES[element.tag],
        **{name: value for look in looks for name, value in look.items()},
        **attributes,
    }
