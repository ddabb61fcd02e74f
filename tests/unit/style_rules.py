"""Rules for the layers of the style: what a browser would skip without a word, and what would leave the scales."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

LONGEST = 120
PROPERTIES = frozenset(
    re.findall(
        r"\S+",
        """
    -webkit-appearance -webkit-text-size-adjust align-content align-items align-self animation appearance background
    border border-bottom border-collapse border-color border-inline-end border-inline-start
    border-inline-start-width border-radius border-top border-width bottom box-sizing break-after break-before
    break-inside clip-path color color-scheme content content-visibility cursor direction display field-sizing fill
    flex flex-basis flex-grow flex-wrap font font-display font-family font-size font-weight gap grid-area
    grid-template-columns height inset-inline-start justify-content left letter-spacing line-height list-style
    margin margin-bottom margin-inline-start margin-left margin-top max-height max-width min-height min-width
    object-fit outline outline-offset overflow overflow-wrap overflow-x overflow-y overscroll-behavior padding
    padding-block padding-bottom padding-inline-end padding-inline-start padding-left padding-right padding-top
    position resize right scroll-behavior scroll-margin src stroke stroke-width text-align text-decoration text-overflow
    text-decoration-color text-decoration-thickness text-size-adjust text-underline-offset text-wrap top transform
    transition unicode-bidi unicode-range vertical-align visibility white-space width z-index
""",
    )
)
"""What the style uses. Who adds one looks up since when browsers know it, and what older ones show."""
WIDTHS = ("22em", "32em", "38em", "64em", "84em")
"""Of a window, where the page changes; a browser takes no variables there."""
STEPS = frozenset({0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1, 1.1, 1.2, 1.4, 1.6, 1.8, 2, 2.4, 3, 4})
"""Space between things, in the size of the letters beside it."""
FORCED = frozenset(
    {
        ("base", "display"),  # what is hidden stays hidden, or has its place before a script shows it
        ("base", "transition"),
        ("base", "animation"),
        ("base", "scroll-behavior"),
        ("print", "display"),  # what nobody reads on paper, however it is shown on a screen
    }
)
"""Where `!important` may stand: the layer, and the property."""
FALLBACKS = frozenset({"max-height"})
"""Said twice in one rule: first as every browser reads it, then as newer ones do."""
WORDS = re.compile(r"inherit|none|transparent|solid|dashed|auto|[-+/]")
LINES = re.compile(
    r"(?:border(?:-(?:top|left|right|bottom|inline-start|inline-end))?(?:-width)?|outline(?:-offset)?|text-decoration-thickness)"
)
COLOURED = re.compile(r"color|background|fill|stroke|border(?!-collapse).*|outline|text-decoration-color")
SPACED = re.compile(r"(?:margin|padding|scroll-margin)(?:-.*)?|gap")
OF_LETTERS = re.compile(r"\.fill \[type=\"checkbox\"\]:checked::after|mark")
"""The tick in a box, and what is found, are drawn with lines as wide as letters are."""


@dataclass(frozen=True)
class Said:
    """One declaration where it stands: `fill`, 12, "@media print", ".field", `display: block`."""

    layer: str
    line: int
    around: str
    selector: str
    declaration: Declaration

    @property
    def place(self) -> str:
        return f"{self.layer}.css:{self.line}: {self.selector} {{ {self.declaration.name} }}"


def find_faults(styles: Mapping[str, str]) -> list[str]:
    """Each fault with its layer and line; the order of the layers is that of `styles`."""
    said = [one for layer, text in styles.items() for one in read_layer(layer, text)]
    named = {one.declaration.name for one in said if one.declaration.name.startswith("--")}
    used = {name for text in styles.values() for name in re.findall(r"var\((--[\w-]+)\)", text)}
    return [
        *(fault for layer, text in styles.items() for fault in find_broken(layer, text)),
        *(fault for one in said for fault in check_declaration(one, named)),
        *(f"{one.place}: said twice" for one in find_repeated(said)),
        *(f"{name}: never used" for name in sorted(named - used)),
    ]


def read_layer(layer: str, text: str) -> Iterator[Said]:
    """Every declaration of a layer."""
    return _read(layer, tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True), "")


def _read(layer: str, nodes: Iterable[Node], around: str) -> Iterator[Said]:
    for node in nodes:
        if isinstance(node, AtRule | QualifiedRule) and node.content is not None:
            prelude = " ".join(tinycss2.serialize(node.prelude).split())
            inside = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            name = f"@{node.at_keyword}" if isinstance(node, AtRule) else ""
            selector = prelude or name
            yield from _read(
                layer, (part for part in inside if part.type != "declaration"), f"{around}{name} {prelude}"
            )
            yield from (
                Said(layer, part.source_line, around, selector, part) for part in inside if part.type == "declaration"
            )


def find_broken(layer: str, text: str) -> Iterator[str]:
    """What a browser cannot read, lines that people cannot, names that weigh too much, and widths of no window."""
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > LONGEST:
            yield f"{layer}.css:{number}: longer than {LONGEST} letters"
    for node in _walk(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)):
        place = f"{layer}.css:{node.source_line}"
        if node.type == "error":
            yield f"{place}: {node.message}"
        elif isinstance(node, AtRule):
            if node.at_keyword not in ("media", "supports", "font-face"):
                yield f"{place}: @{node.at_keyword}"
            widths = re.findall(r"width: ([^)]+)", tinycss2.serialize(node.prelude))
            yield from (
                f"{place}: {width} is no width where the page changes" for width in widths if width not in WIDTHS
            )
        elif isinstance(node, QualifiedRule):
            yield from (f"{place}: an id, #{part.value}" for part in node.prelude if part.type == "hash")


def _walk(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        if isinstance(node, AtRule | QualifiedRule) and node.content is not None:
            yield from _walk(tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True))


def check_declaration(one: Said, named: set[str]) -> Iterator[str]:
    """What one declaration does that it may not."""
    name, text = one.declaration.name, tinycss2.serialize(one.declaration.value)
    is_named = name.startswith("--")
    if not is_named and name not in PROPERTIES:
        yield f"{one.place}: no property of the list"
    if one.declaration.important and (one.layer, name) not in FORCED:
        yield f"{one.place}: !important"
    yield from (
        f"{one.place}: {used} is not named" for used in re.findall(r"var\((--[\w-]+)", text) if used not in named
    )
    if not is_named:
        yield from (f"{one.place}: {found} is on no scale" for found in find_off_scale(one))


def find_off_scale(one: Said) -> Iterator[str]:
    """Colours, lines, corners, sizes and spaces that have no name, or are no step."""
    name = one.declaration.name
    leaves = [leaf for leaf in _leaves(one.declaration.value) if leaf.type not in ("whitespace", "comment")]
    lengths = [leaf for leaf in leaves if leaf.type in ("dimension", "percentage")]
    if COLOURED.fullmatch(name):
        yield from (leaf.serialize() for leaf in leaves if leaf.type == "hash")
        words = (leaf.value for leaf in leaves if leaf.type == "ident" and not leaf.value.startswith("--"))
        yield from (word for word in words if not WORDS.fullmatch(word))
    if name in ("border-radius", "font-size") or (LINES.fullmatch(name) and not OF_LETTERS.fullmatch(one.selector)):
        yield from (leaf.serialize() for leaf in lengths if (name, leaf.serialize()) != ("font-size", "1rem"))
    if SPACED.fullmatch(name):
        steps = (leaf for leaf in lengths if leaf.type == "dimension" and leaf.unit in ("em", "rem"))
        yield from (leaf.serialize() for leaf in steps if abs(leaf.value) not in STEPS)
    yield from (leaf.serialize() for leaf in lengths if leaf.serialize() == "44px")


def _leaves(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        inside = getattr(node, "arguments", None) or getattr(node, "content", None)
        yield from _leaves(inside) if inside else [node]


def find_repeated(said: Iterable[Said]) -> Iterator[Said]:
    """A property said again of the same things, in the same layer and under the same conditions."""
    seen = set()
    for one in said:
        name = one.declaration.name
        key = (one.layer, one.around, one.selector, name)
        if key in seen and name not in FALLBACKS and one.selector != "@font-face":
            yield one
        seen.add(key)
