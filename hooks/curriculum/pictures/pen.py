"""The pen all pictures are drawn with: outlines in the ink of the page, no fills that cost ink, words that fit.

Nothing carries meaning by colour, so a picture reads the same in black and white, and in the dark.
"""

from __future__ import annotations

import html
import math
import unicodedata
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from curriculum.words.letters import ANY

WIDTH = 360
"""Units across every canvas."""
EDGE = 2
"""Half a stroke: what keeps an outline inside the canvas."""
LABEL, TEXT = 16.0, 14.5
"""Sizes of letters, in units."""
LEADING = 1.22
"""Height of a line, in sizes of its letters."""
CHANGE = 6.0
"""Space between a label and its text."""

ADVANCES = {
    280: "'.,:;’j",
    320: "!i\u00a0 ",
    340: "l()[]",
    380: "ftr-",
    440: "I/\\",
    480: "1|",
    510: "csz“”*–",
    560: "vyax7?LJek",
    600: "Fhnugo239<>+bdpqE",
    640: "$5=ST468ZPBV«»",
    700: "0CKAXDURYH",
    750: "&GNwOQ#",
    900: "@…MmW",
    1020: "œŒ%ᐫᔝᔞᔟᔠᔡᔢᔣᔤᘴᘵᣂᣎᣏᣐᣠᣭᣲ",
    1260: "ᖎᖏᖐᖓᖔᘺᘻᙰᙱᙲᙳᙴᙵᙶ",
}
"""Width of letters in thousandths of their size, rounded up from the bold cut of the typeface; accents add nothing."""
WIDER = 1.2
"""How much wider words are in a companion, which writes the whole line that needs it."""
ADVANCE = {letter: width / 1000 for width, letters in ADVANCES.items() for letter in letters}


class Area(NamedTuple):
    """A rectangle: its corner on the left above, and how far it reaches."""

    x: float
    y: float
    width: float
    height: float

    @property
    def place(self) -> str:
        """As attributes of an SVG `rect`."""
        return f'x="{_n(self.x)}" y="{_n(self.y)}" width="{_n(self.width)}" height="{_n(self.height)}"'


@dataclass
class Drawing:
    """The marks of a picture so far, its height, and the words that did not fit where they belong."""

    height: float = 0
    marks: list[str] = field(default_factory=list)
    overflow: list[str] = field(default_factory=list)

    def box(self, area: Area, strong: bool = False, round: float = 8) -> None:
        """A box with corners as round as told; `strong` draws it heavier."""
        self.marks.append(f'<rect {area.place} rx="{_n(round)}"{_weight(strong)}/>')
        self.height = max(self.height, area.y + area.height)

    def circle(self, x: float, y: float, radius: float, strong: bool = False) -> None:
        """A circle around a point."""
        self.marks.append(f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"{_weight(strong)}/>')
        self.height = max(self.height, y + radius)

    def arrow(self, x: float, y: float, to_x: float, to_y: float) -> None:
        """An arrow from one point to another."""
        self.marks.append(f'<path d="M{_n(x)} {_n(y)}L{_n(to_x)} {_n(to_y)}"/>')
        angle = math.atan2(to_y - y, to_x - x)
        ends = [(to_x - 9 * math.cos(angle + turn), to_y - 9 * math.sin(angle + turn)) for turn in (0.45, -0.45)]
        points = " ".join(f"{_n(px)},{_n(py)}" for px, py in ((to_x, to_y), *ends))
        self.marks.append(f'<polygon class="full" points="{points}"/>')

    def line(self, x: float, y: float, to_x: float, to_y: float) -> None:
        """A thin line."""
        self.marks.append(f'<path class="thin" d="M{_n(x)} {_n(y)}L{_n(to_x)} {_n(to_y)}"/>')

    def bar(self, area: Area, full: bool) -> None:
        """A bar of a chart: full of ink, or only its outline."""
        ink = ' class="full"' if full else ""
        self.marks.append(f"<rect {area.place}{ink}/>")

    def write(self, x: float, y: float, words: str, label: bool = False, centred: bool = False) -> None:
        """One line of words; `y` is where its letters stand."""
        anchor = ' text-anchor="middle"' if centred else ""
        classes = [*(("label",) if label else ()), *(("companion",) if ANY.search(words) else ())]
        name = f' class="{" ".join(classes)}"' if classes else ""
        self.marks.append(f'<text x="{_n(x)}" y="{_n(y)}"{name}{anchor}>{html.escape(words, quote=False)}</text>')
        self.height = max(self.height, y + 4)


@dataclass(frozen=True)
class WrappedWords:
    """A label and its text, wrapped to a width."""

    label: tuple[str, ...]
    text: tuple[str, ...]
    fits: bool

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last, in units."""
        return len(self.label) * LABEL * LEADING + len(self.text) * TEXT * LEADING

    def draw(self, drawing: Drawing, x: float, top: float, centred: bool = False) -> None:
        """Write all lines, one under the other."""
        y = top
        for lines, size, label in ((self.label, LABEL, True), (self.text, TEXT, False)):
            for line in lines:
                drawing.write(x, y + size * 0.95, line, label, centred)
                y += size * LEADING


@lru_cache(maxsize=4096)  # the check draws each picture, and so does the page
def wrapped(label: str, text: str, width: float) -> WrappedWords:
    """The words of one item on lines no wider than `width`; `fits` is false when a single word is wider.

    A label on lines of its own needs no full stop.
    """
    label = label.removesuffix(".")
    lines = [tuple(wrap(words, width / size)) for words, size in ((label, LABEL), (text, TEXT))]
    widest = max(
        (advance(line) * size for part, size in zip(lines, (LABEL, TEXT), strict=True) for line in part), default=0
    )
    return WrappedWords(lines[0], lines[1], widest <= width)


def wrap(words: str, width: float) -> list[str]:
    """Words -> lines no wider than `width`, in sizes of their letters, as few as can be and of much the same length."""
    lines = _fill(words, width)
    narrower = width
    while len(lines) > 1 and len(_fill(words, narrower - 1)) == len(lines) and narrower > width / 2:
        narrower -= 1
    return _fill(words, narrower)


def _fill(words: str, width: float) -> list[str]:
    """As many words on each line as it holds; breaks at spaces, never at no-break spaces."""
    lines: list[str] = []
    for word in words.split(" "):
        if lines and advance(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        elif word:
            lines.append(word)
    return lines


def advance(words: str) -> float:
    """How wide words are, in sizes of their letters; an unknown letter is a wide one, a mark on one nothing."""
    return sum(map(_advance, words)) * (WIDER if ANY.search(words) else 1)


@cache
def _advance(letter: str) -> float:
    return 0 if unicodedata.combining(letter) else ADVANCE.get(unicodedata.normalize("NFD", letter)[0], 0.9)


def _weight(strong: bool) -> str:
    return ' class="strong"' if strong else ""


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
