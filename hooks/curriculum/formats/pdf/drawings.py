"""A picture of the page on paper: its title, its drawing in black, and the words a screen reader says for it."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import NamedTuple

SVG = "http://www.w3.org/2000/svg"
STYLE = """
svg { fill: none; stroke: #000; stroke-width: 1.5 }
text { fill: #000; stroke: none; font: 14.5px "Atkinson Hyperlegible Next" }
.label { font-weight: 700; font-size: 16px }
.strong { stroke-width: 4 }
.thin { stroke-width: .75 }
.full { fill: #000 }
"""
"""The look that overrides/styles/article.css gives a picture, in the ink of a printer."""


class PictureFigure(NamedTuple):
    """The parts of a `<figure class="picture">`."""

    title: str
    svg: str
    said: str
    """What stands for the drawing when it is not seen: its title and, when they are not printed under it, its words."""
    words: etree.Element | None
    """The list of its words, when the drawing does not hold them all."""


def drawing_of(figure: etree.Element) -> PictureFigure:
    """The drawing of a figure as `pictures.figure` makes it."""
    svg, details = figure.find("svg"), figure.find("details")
    assert svg is not None  # nobody writes a figure by hand: HTML in a page is a problem
    assert details is not None
    title = "".join(figure[0].itertext())
    style = etree.Element("style")
    style.text = STYLE
    drawn = etree.Element("svg", {"xmlns": SVG, "viewBox": svg.get("viewBox", "")})
    drawn.extend([style, *svg])
    unfolded = details.get("open") is not None
    said = title if unfolded else f"{title}. {_said(details[1])}"
    return PictureFigure(title, etree.tostring(drawn, "unicode"), said, details[1] if unfolded else None)


def _said(words: etree.Element) -> str:
    """The items of a list, or the rows of a table with its head, as sentences."""
    rows = words.iter("tr") if words.tag == "table" else iter(words)
    return " ".join(_ended(", ".join(_texts(row))) for row in rows)


def _texts(row: etree.Element) -> list[str]:
    parts = list(row) if row.tag == "tr" else [row]
    return [" ".join("".join(part.itertext()).split()) for part in parts]


def _ended(words: str) -> str:
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."
