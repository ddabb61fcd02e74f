"""What a page draws -> its words as they are seen: in the order of their places, and without what is invisible.

Slow, and only for pages of which `drawn` does not say that: letters placed one by one, or text that is not painted.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from curriculum.verify.pdf.drawn import TOKEN, raw_of
from curriculum.verify.pdf.fonts import PLAIN, UNKNOWN, Font

Matrix = tuple[float, float, float, float, float, float]
ONE: Matrix = (1, 0, 0, 1, 0, 0)
NUMBERS = rb"((?:[-+]?[\d.]+\s+){1,6})"
OPERATOR = re.compile(
    TOKEN.pattern + rb"|" + NUMBERS + rb"(Tm|Td|TD|TL|Tr|cm)\b|(?<![\w*])(T\*|BT|q|Q)(?![\w*])", re.DOTALL
)
PLACING = b"Tm", b"Td", b"TD"
UNSEEN = re.compile(rb"[37](?<!\w[37])\s+Tr\b")
INVISIBLE = (3, 7)
MANY, FEW = 24, 2.5
"""Places from which on a page is suspect, and letters drawn at each on average below which it is."""


class DrawnString(NamedTuple):
    """A string that is drawn."""

    words: str
    x: float
    y: float
    seen: bool


class _Pen:
    """Where the next string is drawn, and how."""

    def __init__(self) -> None:
        self.page, self.line = ONE, ONE
        self.kept: list[Matrix] = []
        self.leading, self.mode = 0.0, 0

    def move(self, operator: bytes, values: list[float]) -> None:
        """What an operator does to it; one with too few numbers does nothing."""
        if operator == b"TL":
            self.leading = values[-1]
        elif operator == b"Tr":
            self.mode = int(values[-1])
        elif operator in (b"Tm", b"cm") and len(values) == 6:
            matrix: Matrix = (values[0], values[1], values[2], values[3], values[4], values[5])
            self.line, self.page = (matrix, self.page) if operator == b"Tm" else (self.line, _times(matrix, self.page))
        elif operator in (b"Td", b"TD") and len(values) >= 2:
            self.line = _times((1, 0, 0, 1, values[-2], values[-1]), self.line)

    def turn(self, operator: bytes) -> None:
        """The same for those without numbers."""
        if operator == b"q":
            self.kept.append(self.page)
        elif operator == b"Q":
            self.page = self.kept.pop() if self.kept else self.page
        elif operator == b"BT":
            self.line = ONE
        else:
            self.line = _times((1, 0, 0, 1, 0, -self.leading), self.line)


def is_odd(content: bytes, words: str) -> bool:
    """True for a page of which the order of its strings may not be that of its words."""
    places = sum(map(content.count, PLACING))
    return (b"Tr" in content and UNSEEN.search(content) is not None) or (places >= MANY and len(words) < places * FEW)


def as_seen(content: bytes, fonts: dict[bytes, Font]) -> tuple[str, str]:
    """The words that are painted, in the order they are drawn, and by their places from the top."""
    seen = [piece for piece in pieces_of(content, fonts) if piece.seen]
    placed = sorted(seen, key=lambda piece: (-round(piece.y), piece.x))
    return "".join(piece.words for piece in seen), "".join(piece.words for piece in placed)


def pieces_of(content: bytes, fonts: dict[bytes, Font]) -> list[DrawnString]:
    """Every string of a page, where it stands."""
    pen, font, pieces = _Pen(), PLAIN, list[DrawnString]()
    for found in OPERATOR.finditer(content):
        if found[5]:
            pen.move(found[5], [_number(value) for value in found[4].split()])
        elif found[6]:
            pen.turn(found[6])
        elif found[1] is not None:
            font = fonts.get(found[1], UNKNOWN)
        else:
            place = _times(pen.line, pen.page)
            pieces.append(DrawnString(font.read(raw_of(found)), place[4], place[5], pen.mode not in INVISIBLE))
    return pieces


def _number(value: bytes) -> float:
    try:
        return float(value)
    except ValueError:
        return 0.0


def _times(one: Matrix, two: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = two
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
