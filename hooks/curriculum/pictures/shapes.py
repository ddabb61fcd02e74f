"""One function for each kind of picture: its items -> a drawing."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from curriculum.pictures.model import Item
from curriculum.pictures.pen import CHANGE, EDGE, WIDTH, Area, Drawing, wrapped

PAD = 12
GAP = 26
"""Room for an arrow between two boxes."""
ROUND = 40
"""How round a ring is at its corners."""
SPOKE, HUB = 118, 44
"""From the middle of a wheel to the middle of each circle around it, and the radius of the circle in the middle."""


def path(items: Sequence[Item]) -> Drawing:
    """Boxes from top to bottom, an arrow from each to the next."""
    drawing, y = Drawing(), float(EDGE)
    for place, item in enumerate(items):
        if place:
            drawing.arrow(WIDTH / 2, y - GAP + 3, WIDTH / 2, y - 3)
        y += _boxed(drawing, item, Area(30, y, WIDTH - 60, 0)) + GAP
    return drawing


def steps(items: Sequence[Item]) -> Drawing:
    """Stairs: the first item is the step at the bottom, each one stands on the one before."""
    drawing, y = Drawing(), float(EDGE)
    shift = 110 / (len(items) - 1)
    for place in reversed(range(len(items))):
        x = EDGE + place * shift
        y += _boxed(drawing, items[place], Area(x, y, WIDTH - EDGE - x, 0))
    return drawing


def rings(items: Sequence[Item]) -> Drawing:
    """Rounded shapes one in the other, as high as their words need; the first item is the innermost."""
    drawing = Drawing()
    last = len(items) - 1
    widths = [WIDTH - 2 * EDGE - 2 * PAD * (last - place) for place in range(len(items))]
    written = [wrapped(*item, width - 3 * PAD) for item, width in zip(items, widths, strict=True)]
    tops = [EDGE + sum(words.height + 2 * PAD for words in written[place + 1 :]) for place in range(len(items))]
    foot = tops[0] + written[0].height + 2 * PAD
    for place, words in enumerate(written):
        height = foot + PAD * place - tops[place]
        area = Area((WIDTH - widths[place]) / 2, tops[place], widths[place], height)
        drawing.box(area, place == 0, ROUND)
        words.draw(drawing, WIDTH / 2, tops[place] + PAD, centred=True)
        _note_overflow(drawing, items[place], words.fits)
    return drawing


def wheel(items: Sequence[Item]) -> Drawing:
    """The first item in the middle, the others around it."""
    drawing = Drawing()
    around = items[1:]
    radius = min(62.0, 0.94 * SPOKE * math.sin(math.pi / len(around)))
    middle = SPOKE + radius + EDGE
    for place, item in enumerate(around):
        angle = 2 * math.pi * place / len(around) - math.pi / 2
        x, y = WIDTH / 2 + SPOKE * math.cos(angle), middle + SPOKE * math.sin(angle)
        drawing.circle(x, y, radius)
        _in_circle(drawing, Item(item.label, ""), x, y, radius)
        out, back = SPOKE - radius, HUB
        drawing.line(
            WIDTH / 2 + back * math.cos(angle),
            middle + back * math.sin(angle),
            WIDTH / 2 + out * math.cos(angle),
            middle + out * math.sin(angle),
        )
    drawing.circle(WIDTH / 2, middle, HUB, strong=True)
    _in_circle(drawing, Item(items[0].label, ""), WIDTH / 2, middle, HUB)
    return drawing


def turns(items: Sequence[Item]) -> Drawing:
    """Three circles in a ring, an arrow from each to the next."""
    drawing, radius = Drawing(), 76.0
    places = [(WIDTH / 2, radius + EDGE), (WIDTH - radius - EDGE, 3 * radius + 20), (radius + EDGE, 3 * radius + 20)]
    for place, item in enumerate(items):
        x, y = places[place]
        drawing.circle(x, y, radius)
        _in_circle(drawing, item, x, y, radius)
        _between(drawing, (x, y), places[(place + 1) % 3], radius)
    return drawing


def scale(items: Sequence[Item]) -> Drawing:
    """Three boxes, one end above, the other below, and the middle in a heavier line."""
    drawing, y, middles = Drawing(), float(EDGE), []
    for place, item in enumerate(items):
        height = _boxed(drawing, item, Area(44, y, WIDTH - 44 - EDGE, 0), strong=place == 1)
        middles.append(y + height / 2)
        y += height + PAD
    drawing.arrow(20, middles[1] - 8, 20, middles[0] - 14)
    drawing.arrow(20, middles[1] + 8, 20, middles[2] + 14)
    return drawing


def tiles(items: Sequence[Item]) -> Drawing:
    """Boxes two by two, none before another."""
    drawing, y = Drawing(), float(EDGE)
    width = (WIDTH - 2 * EDGE - PAD) / 2
    for first in range(0, len(items), 2):
        row = items[first : first + 2]
        wide = width if len(row) == 2 else WIDTH - 2 * EDGE
        height = max(_height(item, wide) for item in row)
        for place, item in enumerate(row):
            _boxed(drawing, item, Area(EDGE + place * (wide + PAD), y, wide, height))
        y += height + PAD
    return drawing


SHAPES: Mapping[str, Callable[[Sequence[Item]], Drawing]] = {
    shape.__name__: shape for shape in (path, steps, rings, wheel, turns, scale, tiles)
}


def _height(item: Item, width: float) -> float:
    return wrapped(*item, width - 2 * PAD).height + 2 * PAD - CHANGE


def _boxed(drawing: Drawing, item: Item, area: Area, strong: bool = False) -> float:
    """A box as high as its words need, or higher when the area is; gives its height."""
    words = wrapped(*item, area.width - 2 * PAD)
    area = area._replace(height=max(area.height, _height(item, area.width)))
    drawing.box(area, strong)
    words.draw(drawing, area.x + PAD, area.y + PAD - CHANGE / 2)
    _note_overflow(drawing, item, words.fits)
    return area.height


def _in_circle(drawing: Drawing, item: Item, x: float, y: float, radius: float) -> None:
    words = wrapped(*item, 1.8 * radius)
    for _ in range(4):
        words = wrapped(*item, _chord(radius, radius - words.height / 2) - CHANGE)
    words.draw(drawing, x, y - words.height / 2, centred=True)
    _note_overflow(drawing, item, words.fits and words.height <= 2 * radius)


def _chord(radius: float, depth: float) -> float:
    """How wide a circle is, at a depth under its top."""
    depth = min(max(depth, 0), 2 * radius)
    return 2 * math.sqrt(depth * (2 * radius - depth))


def _between(drawing: Drawing, start: tuple[float, float], end: tuple[float, float], radius: float) -> None:
    """An arrow from the rim of one circle to the rim of another."""
    angle = math.atan2(end[1] - start[1], end[0] - start[0])
    reach = radius + 3
    drawing.arrow(
        start[0] + reach * math.cos(angle),
        start[1] + reach * math.sin(angle),
        end[0] - reach * math.cos(angle),
        end[1] - reach * math.sin(angle),
    )


def _note_overflow(drawing: Drawing, item: Item, fits: bool) -> None:
    if not fits:
        drawing.overflow.append(item.label)
