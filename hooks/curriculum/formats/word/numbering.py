"""The numbering of lists in a Word document: one for all bullets, one for each numbered list."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterable, Mapping

from curriculum.formats.word.styles import STEP
from curriculum.formats.word.xml import part, w

LEVELS = 9
"""What Word has; deeper lists stay at the last one."""
BULLETS = 1
"""The number by which Word knows the list of bullets."""
SIGNS = "•–"


def numbers_of(roots: Iterable[etree.Element]) -> dict[etree.Element, int]:
    """A number for each numbered list of the articles, in their order."""
    lists = [element for root in roots for element in root.iter("ol")]
    return {element: number for number, element in enumerate(lists, BULLETS + 1)}


def item_mark(number: int, level: int) -> str:
    """What makes a paragraph an item of a list; the outermost list has the level 0."""
    return w("numPr", w("ilvl", val=min(level, LEVELS - 1)), w("numId", val=number))


def numbering_part(numbers: Mapping[etree.Element, int]) -> bytes:
    """`word/numbering.xml`: each numbered list starts anew, at the number of its HTML."""
    lists = (_numbered(number, int(element.get("start") or 1)) for element, number in numbers.items())
    bullets = w("num", w("abstractNumId", val=0), numId=BULLETS)
    return part("numbering", _kind(0, "bullet"), _kind(1, "decimal"), bullets, *lists)


def _numbered(number: int, start: int) -> str:
    starts = (w("lvlOverride", w("startOverride", val=start), ilvl=level) for level in range(LEVELS))
    return w("num", w("abstractNumId", val=1), *starts, numId=number)


def _kind(id: int, form: str) -> str:
    levels = (
        w(
            "lvl",
            w("start", val=1),
            w("numFmt", val=form),
            w("lvlText", val=SIGNS[level % 2] if form == "bullet" else f"%{level + 1}."),
            w("lvlJc", val="left"),
            w("pPr", w("ind", left=STEP * (level + 1), hanging=STEP)),
            ilvl=level,
        )
        for level in range(LEVELS)
    )
    return w("abstractNum", w("multiLevelType", val="hybridMultilevel"), *levels, abstractNumId=id)
