"""The load of every week of the arc as a chart, and the same as a table.

In:  the weeks of `curriculum.yml`, loads from 1 to 4
Out: two bars a week, one full of ink for learning, one in outline for feelings; levels in words, never in numbers
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from curriculum.pictures.figure import figure
from curriculum.pictures.pen import WIDTH, Area, Drawing
from curriculum.words.labels import label
from curriculum.words.model import Arc, Language, Week

LEFT, TOP = 72, 44
LEVEL = 34
"""Height of one level of load."""
FOOT = TOP + 4 * LEVEL
APART = 17.5
"""Room for a number of two figures under the bars."""
LEVELS = (1, 2, 3, 4)


def load_figure(arc: Arc, language: Language) -> str:
    """The HTML of the chart and its table, drafts included: they are part of the course."""
    names = {kind: label(f"load-{kind}", language) for kind in ("learning", "feelings")}
    head = "".join(f'<th scope="col">{words}</th>' for words in (label("load-week", language), *names.values()))
    rows = "".join(_row(week, language) for week in arc.weeks)
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return figure(label("load-title", language), draw_loads(arc.weeks, language), table, language)


def draw_loads(weeks: Sequence[Week], language: Language) -> Drawing:
    """Two bars for each week, beside the words that say how high they are."""
    drawing = Drawing(height=FOOT + 44)
    for level in LEVELS:
        drawing.write(0, FOOT - level * LEVEL + 5, label(f"load-{level}", language))
        drawing.line(LEFT - 6, FOOT - level * LEVEL, WIDTH, FOOT - level * LEVEL)
    drawing.line(LEFT - 6, FOOT, WIDTH, FOOT)
    step = (WIDTH - LEFT) / len(weeks)
    bar = min(14.0, step * 0.36)
    every = math.ceil(APART / step)
    for place, week in enumerate(weeks):
        x = LEFT + place * step
        for side, load in enumerate((week.load.academic, week.load.emotional)):
            drawing.bar(Area(x + side * (bar + 1), FOOT - load * LEVEL, bar, load * LEVEL), full=side == 0)
        if place % every == 0:
            drawing.write(x + bar + 0.5, FOOT + 18, str(week.number), centred=True)
    drawing.write(LEFT + (WIDTH - LEFT) / 2, FOOT + 38, label("load-axis", language), centred=True)
    _key(drawing, language)
    return drawing


def _key(drawing: Drawing, language: Language) -> None:
    """What the two kinds of bars stand for."""
    for side, (x, name) in enumerate(((LEFT, "load-learning"), (LEFT + 150, "load-feelings"))):
        drawing.bar(Area(x, 4, 14, 14), full=side == 0)
        drawing.write(x + 22, 16, label(name, language))


def _row(week: Week, language: Language) -> str:
    cells = "".join(
        f"<td>{label(f'load-{level}', language)}</td>" for level in (week.load.academic, week.load.emotional)
    )
    return f'<tr><th scope="row">{label("week", language, number=week.number)}</th>{cells}</tr>'
