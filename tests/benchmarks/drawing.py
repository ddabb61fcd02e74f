"""A picture of bars, readable in black and white: each has its name and its figure beside it."""

from __future__ import annotations

import html
from collections.abc import Mapping

LINE = 26
NAMES = 400
WIDTH = 420
FIGURES = 90
TOP = 40


def bars_of(title: str, bars: Mapping[str, float], unit: str) -> str:
    """An SVG; the longest bar fills the width.

    In:  "builds", {"plain": 1.0, "Hugo": 0.3}, "× plain, CPU"
    Out: one line of text, one bar and one figure for each of the two
    """
    most = max(bars.values()) or 1
    width, height = NAMES + WIDTH + FIGURES, TOP + LINE * len(bars) + 10
    said = "; ".join(f"{name}: {value:.2f}" for name, value in bars.items())
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' role="img" aria-label="{html.escape(f"{title}, {unit}. {said}")}" font-family="sans-serif" font-size="14">',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        f'<text x="10" y="24" font-weight="bold">{html.escape(f"{title}: {unit}")}</text>',
    ]
    for number, (name, value) in enumerate(bars.items()):
        top = TOP + LINE * number
        length = max(1.0, WIDTH * value / most)
        lines += [
            f'<text x="{NAMES - 8}" y="{top + 17}" text-anchor="end">{html.escape(name)}</text>',
            f'<rect x="{NAMES}" y="{top + 3}" width="{length:.1f}" height="{LINE - 8}" fill="#555"/>',
            f'<text x="{NAMES + length + 6:.1f}" y="{top + 17}">{value:.2f}</text>',
        ]
    return "\n".join((*lines, "</svg>", ""))
