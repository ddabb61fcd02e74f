"""An SVG from a drawing program -> the shapes in it and nothing else, or what in it cannot be shown safely.

What programs note for themselves (who, when, with what, hidden layers' names) is left out. What runs, loads, links or
needs more than plain shapes and colours is refused with its line: nobody should wonder why a part is missing.
Source of what elements and attributes mean: SVG 2, https://www.w3.org/TR/SVG2/

In:  `<svg viewBox="0 0 9 9" inkscape:version="1"><metadata>…</metadata><path style="fill:#123" d="M0 0h9v9z"/></svg>`
Out: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="#123" d="M0 0h9v9z"/></svg>`
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat

NAMESPACE = "http://www.w3.org/2000/svg"
NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
LENGTH = re.compile(rf"({NUMBER})(?:px|pt|mm|cm|in)?")
SHAPES: Mapping[str, tuple[str, ...]] = {
    "svg": ("viewBox",),
    "g": (),
    "path": ("d",),
    "circle": ("cx", "cy", "r"),
    "ellipse": ("cx", "cy", "rx", "ry"),
    "rect": ("x", "y", "width", "height", "rx", "ry"),
    "line": ("x1", "y1", "x2", "y2"),
    "polyline": ("points",),
    "polygon": ("points",),
}
"""What a logo is drawn of, and what says where."""
COLOUR = r"#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?|none|currentColor|[a-zA-Z]{3,20}|rgb\([\d\s,.%]+\)"
LOOKS: Mapping[str, str] = {
    **dict.fromkeys(("fill", "stroke"), COLOUR),
    **dict.fromkeys(("fill-rule", "clip-rule"), "nonzero|evenodd"),
    **dict.fromkeys(("opacity", "fill-opacity", "stroke-opacity", "stroke-miterlimit"), NUMBER),
    "stroke-width": rf"{NUMBER}(?:px)?",
    "stroke-linecap": "butt|round|square",
    "stroke-linejoin": "miter|round|bevel",
    "stroke-dasharray": r"none|[\d\s,.]+",
    "display": "none|inline|block",
    "visibility": "visible|hidden",
    "transform": r"(?:\s*(?:matrix|translate|scale|rotate|skewX|skewY)\([\d\s,.eE+-]+\),?)+\s*",
}
"""What says how a shape looks, and the values it may have."""
PLACED = re.compile(r"[A-Za-z0-9\s,.+-]*")
"""The value of what says where."""
MOST = 100_000
"""Of a side, in the drawing's own measure."""
NOTED = ("metadata", "title", "desc", "namedview")
"""Elements for whoever draws; what is in them is not shown."""
REFUSED = re.compile(r"on|(?:.*:)?href$|filter$|mask$|clip-path$|marker")
"""Attributes that run, load, or lean on something else in the file."""
LEANS = re.compile(r"url\(|expression|@import", re.I)


class Unshowable(NamedTuple):
    """What cannot be shown, and its line."""

    found: str
    line: int


class CleanSvg(NamedTuple):
    """The cleaned text, and its size."""

    text: str
    width: float
    height: float


@dataclass
class _Cleaner:
    parts: list[str] = field(default_factory=list)
    skipped: int = 0
    """How deep inside something that is left out."""
    size: tuple[float, float] = (0, 0)
    stray: Unshowable | None = None


def clean_drawing(raw: bytes) -> CleanSvg | Unshowable:
    """The drawing, or the first thing in it that cannot be shown."""
    cleaner, parser = _Cleaner(), expat.ParserCreate()

    def start(name: str, attributes: dict[str, str]) -> None:
        _start(cleaner, name, attributes, parser.CurrentLineNumber)

    def declared(*_: object) -> None:
        cleaner.stray = cleaner.stray or Unshowable("<!ENTITY", parser.CurrentLineNumber)
        raise expat.ExpatError  # what it stands for may be as long as it likes

    parser.StartElementHandler, parser.EntityDeclHandler = start, declared
    parser.EndElementHandler = lambda name: _end(cleaner, name)
    try:
        parser.Parse(raw, True)
    except (expat.ExpatError, LookupError, ValueError):
        return cleaner.stray or Unshowable("", parser.CurrentLineNumber)
    if cleaner.stray or not all(0 < side <= MOST for side in cleaner.size):
        return cleaner.stray or Unshowable("<svg>", 1)
    return CleanSvg("".join(cleaner.parts), *cleaner.size)


def _start(cleaner: _Cleaner, name: str, attributes: dict[str, str], line: int) -> None:
    prefix, _, local = name.rpartition(":")
    if cleaner.stray or cleaner.skipped or local in NOTED or (prefix and prefix != "svg"):
        cleaner.skipped += not cleaner.stray
        return
    if local not in SHAPES and local != "defs":
        cleaner.stray = Unshowable(f"<{local}>", line)
        return
    if not cleaner.parts:
        cleaner.size = _size_of(attributes) if local == "svg" else (0, 0)
        width, height = cleaner.size
        attributes = {"viewBox": f"0 0 {width:g} {height:g}", **attributes}
    kept, wrong = _kept(local, attributes)
    if wrong:
        cleaner.stray = Unshowable(wrong[:60], line)
    said = "".join(f' {key}="{value}"' for key, value in kept.items())
    space = "" if cleaner.parts else f' xmlns="{NAMESPACE}"'
    cleaner.parts.append(f"<{'g' if local == 'defs' else local}{space}{said}>")


def _end(cleaner: _Cleaner, name: str) -> None:
    local = name.rpartition(":")[2]
    if cleaner.skipped:
        cleaner.skipped -= 1
    elif not cleaner.stray:
        cleaner.parts.append(f"</{'g' if local == 'defs' else local}>")


def _kept(local: str, attributes: Mapping[str, str]) -> tuple[dict[str, str], str]:
    """The attributes that are shown, and the first that cannot be."""
    kept: dict[str, str] = {"display": "none"} if local == "defs" else {}
    for name, value in _said(attributes):
        said = " ".join(value.split())
        if REFUSED.match(name) or LEANS.search(value):
            return {}, f"{name}={said}"
        if name in SHAPES.get(local, ()) or name in LOOKS:
            pattern = LOOKS.get(name, "")
            if not (re.fullmatch(pattern, said) if pattern else PLACED.fullmatch(said)):
                return {}, f"{name}={said}"
            kept[name] = said
    return kept, ""


def _said(attributes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Attributes, and the declarations of `style` as if they were attributes: they count for more than these."""
    yield from ((name, value) for name, value in attributes.items() if name != "style" and _is_read(name))
    for declaration in attributes.get("style", "").split(";"):
        name, _, value = declaration.partition(":")
        if value.strip() and (name.strip() in LOOKS or LEANS.search(value)):
            yield name.strip(), value.strip()


def _is_read(name: str) -> bool:
    """False for what a program notes under a prefix of its own; `xlink:href` loads."""
    return ":" not in name or name.endswith("href")


def _size_of(attributes: Mapping[str, str]) -> tuple[float, float]:
    """Width and height of the drawing, from its window or else its size; 0 when neither says."""
    numbers = re.findall(NUMBER, attributes.get("viewBox", ""))
    if len(numbers) == 4:
        return float(numbers[2]), float(numbers[3])
    found = [LENGTH.fullmatch(attributes.get(name, "").strip()) for name in ("width", "height")]
    return (float(found[0][1]), float(found[1][1])) if found[0] and found[1] else (0, 0)
